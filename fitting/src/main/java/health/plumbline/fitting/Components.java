package health.plumbline.fitting;

import health.plumbline.reasoning.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Splits the constraints into groups that share no statement, each a problem of its own. */
final class Components {

  private Components() {}

  /** The groups in the order in which their first constraint occurs. */
  static List<List<Observation>> of(List<Observation> observations) {
    Map<Term, Integer> groupOf = new HashMap<>();
    List<List<Observation>> groups = new ArrayList<>();
    for (Observation observation : observations) {
      List<Term> terms =
          Stream.concat(
                  observation.arm().terms().stream(),
                  observation.comparison().stream().flatMap(arm -> arm.terms().stream()))
              .distinct()
              .toList();
      int into = groups.size();
      for (Term term : terms) {
        into = Math.min(into, groupOf.getOrDefault(term, groups.size()));
      }
      if (into == groups.size()) {
        groups.add(new ArrayList<>());
      }
      for (Term term : terms) {
        Integer other = groupOf.put(term, into);
        if (other != null && other != into) {
          int target = into;
          groups.get(into).addAll(groups.get(other));
          groups.get(other).clear();
          groupOf.replaceAll((key, group) -> group.equals(other) ? target : group);
        }
      }
      groups.get(into).add(observation);
    }
    groups.removeIf(List::isEmpty);
    return groups;
  }
}
