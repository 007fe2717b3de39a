package health.plumbline.cli;

import java.util.Locale;

/**
 * A proportion with Wilson's 95% score interval (Wilson 1927), which stays honest in small samples.
 *
 * @param hits successes
 * @param n trials
 */
record Proportion(int hits, int n) {

  private static final double Z95 = 1.959963984540054;

  double lo() {
    return limit(-1);
  }

  double hi() {
    return limit(1);
  }

  private double limit(int sign) {
    if (n == 0) {
      return sign < 0 ? 0 : 1;
    }
    double p = (double) hits / n;
    double z2 = Z95 * Z95;
    double half = Z95 * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
    return Math.clamp((p + z2 / (2.0 * n) + sign * half) / (1 + z2 / n), 0, 1);
  }

  @Override
  public String toString() {
    return n == 0
        ? "none of 0"
        : String.format(
            Locale.ROOT,
            "%d of %d = %.1f%% (95%% interval %.1f to %.1f)",
            hits,
            n,
            100.0 * hits / n,
            100 * lo(),
            100 * hi());
  }
}
