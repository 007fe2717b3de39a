package health.plumbline.reasoning;

import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that can hold at all, so that only these are judged.
 *
 * <p>Implementation note. A rule without a finding that is present holds only if it is made of
 * negations alone. So each rule is filed under findings of which one must be present: for an atom
 * itself, for "or" those of all its terms, for "and" those of whichever term has the fewest. Of the
 * hundreds of rules a person is then judged by a dozen. What has no such findings is always judged.
 */
final class RuleIndex {

  private final List<RedFlagRule> rules;
  private final Map<String, BitSet> byFinding = new LinkedHashMap<>();
  private final BitSet always = new BitSet();

  RuleIndex(List<RedFlagRule> rules) {
    this.rules = List.copyOf(rules);
    for (int i = 0; i < this.rules.size(); i++) {
      Set<String> needed = needed(this.rules.get(i).when());
      if (needed == null) {
        always.set(i);
      } else {
        for (String finding : needed) {
          byFinding.computeIfAbsent(finding, id -> new BitSet()).set(i);
        }
      }
    }
  }

  /** The rules that can be TRUE, in their order. */
  List<RedFlagRule> possible(Function<String, Truth> truths) {
    BitSet possible = (BitSet) always.clone();
    byFinding.forEach(
        (finding, filed) -> {
          if (truths.apply(finding) == Truth.TRUE) {
            possible.or(filed);
          }
        });
    List<RedFlagRule> found = new ArrayList<>();
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      found.add(rules.get(i));
    }
    return found;
  }

  /**
   * Findings of which one is present whenever the expression is TRUE, or null if there are none.
   */
  private static @Nullable Set<String> needed(RedFlagExpression expression) {
    return switch (expression) {
      case RedFlagExpression.Atom(String findingId) -> Set.of(findingId);
      case RedFlagExpression.Not(RedFlagExpression term) -> null;
      case RedFlagExpression.Or(List<RedFlagExpression> terms) -> {
        Set<String> all = new HashSet<>();
        for (RedFlagExpression term : terms) {
          Set<String> needed = needed(term);
          if (needed == null) {
            yield null;
          }
          all.addAll(needed);
        }
        yield all;
      }
      case RedFlagExpression.And(List<RedFlagExpression> terms) -> {
        Set<String> fewest = null;
        for (RedFlagExpression term : terms) {
          Set<String> needed = needed(term);
          if (needed != null && (fewest == null || needed.size() < fewest.size())) {
            fewest = needed;
          }
        }
        yield fewest;
      }
    };
  }
}
