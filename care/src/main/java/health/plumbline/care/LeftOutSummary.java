package health.plumbline.care;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shortens what was left out as unsafe to one entry a reason. */
final class LeftOutSummary {

  private LeftOutSummary() {}

  /** One entry a reason, with everything that it left out. */
  static List<LeftOut> of(List<LeftOut> leftOut, CareContent content) {
    Map<String, Set<String>> whatByReason = new LinkedHashMap<>();
    Map<String, String> sourceByReason = new LinkedHashMap<>();
    for (LeftOut one : leftOut) {
      whatByReason.computeIfAbsent(one.why(), why -> new LinkedHashSet<>()).add(one.what());
      sourceByReason.putIfAbsent(one.why(), one.sourceId());
    }
    List<LeftOut> summary = new ArrayList<>();
    sourceByReason.forEach(
        (why, source) ->
            summary.add(
                new LeftOut(
                    names(whatByReason.getOrDefault(why, Set.of()), content), why, source)));
    return summary;
  }

  private static String names(Set<String> all, CareContent content) {
    int most = content.settings().count("left-out-names-most");
    String named = String.join(", ", all.stream().limit(most).toList());
    return all.size() <= most
        ? named
        : content.phrase(
            "left-out-more", "items", named, "count", Integer.toString(all.size() - most));
  }
}
