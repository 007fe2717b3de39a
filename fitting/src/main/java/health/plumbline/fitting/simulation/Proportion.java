package health.plumbline.fitting.simulation;

import health.plumbline.knowledge.Normal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A proportion with its 95% interval: Wilson's score interval (Wilson 1927) on the effective number
 * of trials.
 *
 * <p>Patients of one draw of the parameters share its errors, so they tell less than as many
 * independent ones: the number of trials is divided by the design effect (Kish 1965), the variance
 * between draws over what independent patients would show, at least 1.
 *
 * @param hits successes
 * @param n trials
 * @param designEffect 1 or more
 */
record Proportion(int hits, int n, double designEffect) {

  /** Of independent trials. */
  static Proportion of(int hits, int n) {
    return new Proportion(hits, n, 1);
  }

  /** The share of patients for whom something holds. */
  static Proportion of(List<Verdict> verdicts, Predicate<Verdict> holds) {
    Map<Integer, int[]> byDraw = new TreeMap<>();
    int hits = 0;
    for (Verdict verdict : verdicts) {
      int[] count = byDraw.computeIfAbsent(verdict.draw(), draw -> new int[2]);
      count[1]++;
      if (holds.test(verdict)) {
        count[0]++;
        hits++;
      }
    }
    int n = verdicts.size();
    double p = (double) hits / n;
    double between = 0;
    for (int[] count : byDraw.values()) {
      double residual = count[0] - p * count[1];
      between += residual * residual;
    }
    int draws = byDraw.size();
    double within = n * p * (1 - p);
    double effect = draws < 2 || within == 0 ? 1 : between * draws / (draws - 1) / within;
    return new Proportion(hits, n, Math.max(1, effect));
  }

  double value() {
    return n == 0 ? Double.NaN : (double) hits / n;
  }

  double lo() {
    return n == 0 ? 0 : Normal.wilson(value(), n / designEffect).lo();
  }

  double hi() {
    return n == 0 ? 1 : Normal.wilson(value(), n / designEffect).hi();
  }

  /** In percent with its interval. */
  String percent() {
    return n == 0
        ? "–"
        : String.format(
            Locale.ROOT, "%.1f%% (%.1f to %.1f)", 100 * value(), 100 * lo(), 100 * hi());
  }

  /** With its counts, for small numbers. */
  String counts() {
    return n == 0
        ? "none of 0"
        : String.format(
            Locale.ROOT,
            "%d of %d = %.0f%% (%.0f to %.0f)",
            hits,
            n,
            100 * value(),
            100 * lo(),
            100 * hi());
  }
}
