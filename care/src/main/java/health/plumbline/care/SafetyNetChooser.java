package health.plumbline.care;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what a person is told to watch for.
 *
 * <p>What is named for one of their conditions must not fall to the limit of lines, so it is taken
 * first; what remains is shown with the most urgent first.
 */
final class SafetyNetChooser {

  private final CareContent content;
  private final Facts facts;
  private final Urgency urgency;
  private final List<Condition> conditions;

  SafetyNetChooser(CareContent content, Facts facts, Urgency urgency, List<Condition> conditions) {
    this.content = content;
    this.facts = facts;
    this.urgency = urgency;
    this.conditions = List.copyOf(conditions);
  }

  /**
   * The rules to show, most urgent first.
   *
   * @param usedSubjects keys of the treatments that the plan uses
   * @param mergeKeys what the plan says already; receives what is chosen
   * @param trace is told which rules were considered, or null
   */
  List<SafetyNetRule> choose(
      Set<String> usedSubjects, Set<String> mergeKeys, @Nullable Trace trace) {
    List<SafetyNetRule> rules = new ArrayList<>();
    for (SafetyNetRule rule : content.safetyNet()) {
      if (applies(rule, usedSubjects)) {
        rules.add(rule);
        if (trace != null) {
          trace.advice(rule.advice(), TraceEntry.Outcome.SHORTENED, List.of());
        }
      }
    }
    rules.sort(
        Comparator.comparing((SafetyNetRule rule) -> !rule.names(conditions))
            .thenComparing(SafetyNetChooser::speed));
    List<SafetyNetRule> kept = new ArrayList<>();
    for (SafetyNetRule rule : rules) {
      if (kept.size() < content.settings().linesMost(Category.SAFETY_NET)
          && mergeKeys.add(rule.advice().mergeKey())) {
        kept.add(rule);
      }
    }
    kept.sort(Comparator.comparing(SafetyNetChooser::speed));
    return kept;
  }

  private boolean applies(SafetyNetRule rule, Set<String> usedSubjects) {
    Advice advice = rule.advice();
    Urgency least = urgency.atLeast(Urgency.SAME_DAY) ? urgency : Urgency.SELF_CARE;
    return rule.shownAt().contains(urgency)
        && advice.uses().stream().allMatch(use -> usedSubjects.contains(use.key()))
        && rule.appliesTo(conditions)
        && facts.of(advice.when()) != Truth.FALSE
        && facts.of(rule.onlyWhen()) == Truth.TRUE
        && advice.speed() != null
        && advice.speed().atLeast(least);
  }

  private static Urgency speed(SafetyNetRule rule) {
    Urgency speed = rule.advice().speed();
    return speed == null ? Urgency.ROUTINE : speed;
  }
}
