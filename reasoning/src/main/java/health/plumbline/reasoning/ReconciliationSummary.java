package health.plumbline.reasoning;

import health.plumbline.knowledge.published.AccuracyFigure;
import health.plumbline.knowledge.published.FrequencyFigure;
import health.plumbline.knowledge.published.PrevalenceFigure;
import health.plumbline.knowledge.published.PublishedFigure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many published figures the model reproduces, and why not the rest.
 *
 * @param all every usable figure of grade A or B
 * @param contradictions id of a figure that is not reproduced to the ids of figures of the same
 *     matter whose limits do not meet its own: no single number reproduces both
 * @param reasons id of a figure that is not reproduced to why, as far as that is on record ({@code
 *     published/not-reproduced.csv})
 */
public record ReconciliationSummary(
    List<Reconciled> all, Map<String, List<String>> contradictions, Map<String, String> reasons) {

  /** Summarises a reconciliation. */
  public static ReconciliationSummary of(Reconciliation reconciliation) {
    List<Reconciled> all = reconciliation.all();
    Map<String, List<Reconciled>> byMatter = new LinkedHashMap<>();
    for (Reconciled reconciled : all) {
      if (reconciled.compared()) {
        byMatter.computeIfAbsent(matter(reconciled), key -> new ArrayList<>()).add(reconciled);
      }
    }
    Map<String, List<String>> contradictions = new LinkedHashMap<>();
    Map<String, String> reasons = new HashMap<>();
    for (Reconciled reconciled : all) {
      if (!reconciled.compared() || reconciled.reproduced()) {
        continue;
      }
      List<String> against = new ArrayList<>();
      for (Reconciled other : byMatter.getOrDefault(matter(reconciled), List.of())) {
        if (disjoint(reconciled, other)) {
          against.add(other.figure().id());
        }
      }
      String id = reconciled.figure().id();
      contradictions.put(id, List.copyOf(against));
      reconciliation.populations().notReproduced(id).ifPresent(why -> reasons.put(id, why));
    }
    return new ReconciliationSummary(all, contradictions, reasons);
  }

  /** Figures that the model can imply. */
  public long compared() {
    return all.stream().filter(Reconciled::compared).count();
  }

  /** Those of them that lie within their limits. */
  public long reproduced() {
    return all.stream().filter(Reconciled::reproduced).count();
  }

  /** Those that are not reproduced. */
  public List<Reconciled> missed() {
    return all.stream().filter(it -> it.compared() && !it.reproduced()).toList();
  }

  /** Reason to the number of figures left out for it, most frequent first. */
  public Map<String, Integer> leftOut() {
    Map<String, Integer> counts = new TreeMap<>();
    all.stream()
        .filter(it -> !it.compared())
        .forEach(it -> counts.merge(kind(it.leftOut()), 1, Integer::sum));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** The reason without what differs from figure to figure. */
  private static String kind(String reason) {
    int colon = reason.indexOf("a variant of the finding:");
    return colon == 0
        ? "a variant of the finding as Plumbline asks it"
        : reason.replaceFirst("^its value .* is none", "its value is none");
  }

  /** {@code reproduced A/B: n of m (p %)}. */
  public String headline() {
    return String.format(
        Locale.ROOT,
        "reproduced A/B: %d of %d (%.1f %%)",
        reproduced(),
        compared(),
        100.0 * reproduced() / compared());
  }

  private static String matter(Reconciled reconciled) {
    PublishedFigure figure = reconciled.figure();
    String value =
        switch (figure) {
          case AccuracyFigure accuracy -> accuracy.value();
          case FrequencyFigure frequency -> frequency.value();
          case PrevalenceFigure prevalence -> prevalence.setting();
          default -> "yes";
        };
    return String.join(" ", figure.subjectIds()) + " " + figure.findingId() + " " + value;
  }

  private static boolean disjoint(Reconciled one, Reconciled other) {
    for (Comparison a : one.comparisons()) {
      for (Comparison b : other.comparisons()) {
        if (same(a.measure(), b.measure()) && (a.high() < b.low() || b.high() < a.low())) {
          return true;
        }
      }
    }
    return false;
  }

  /** A sensitivity and a frequency among people with the condition are the same quantity. */
  private static boolean same(Comparison.Measure a, Comparison.Measure b) {
    return (a == Comparison.Measure.FREQUENCY ? Comparison.Measure.SENSITIVITY : a)
        == (b == Comparison.Measure.FREQUENCY ? Comparison.Measure.SENSITIVITY : b);
  }
}
