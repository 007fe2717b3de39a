package health.plumbline.cli;

import health.plumbline.knowledge.Normal;
import java.util.Locale;

/**
 * A proportion with Wilson's 95% score interval (Wilson 1927), which stays honest in small samples.
 *
 * @param hits successes
 * @param n trials
 */
record Proportion(int hits, int n) {

  double lo() {
    return n == 0 ? 0 : Normal.wilson((double) hits / n, n).lo();
  }

  double hi() {
    return n == 0 ? 1 : Normal.wilson((double) hits / n, n).hi();
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
