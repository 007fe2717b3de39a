package health.plumbline.care;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.Urgency;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to watch for.
 *
 * @param advice the text and its support; its speed is how fast to act
 * @param onlyWhen for whom, where unknown is not enough; or null for everyone
 * @param conditionIds conditions that it is shown for; {@code any} for everyone
 * @param groups groups of conditions that it is shown for
 * @param shownAt levels of urgency at which it is shown
 */
record SafetyNetRule(
    Advice advice,
    @Nullable RedFlagExpression onlyWhen,
    Set<String> conditionIds,
    Set<String> groups,
    Set<Urgency> shownAt) {

  boolean appliesTo(Collection<Condition> conditions) {
    return conditionIds.contains("any")
        || conditions.stream()
            .anyMatch(c -> conditionIds.contains(c.id()) || groups.contains(c.group()));
  }

  /** Whether it is for one of the conditions by name, rather than for a whole group. */
  boolean names(Collection<Condition> conditions) {
    return conditions.stream().anyMatch(c -> conditionIds.contains(c.id()));
  }
}
