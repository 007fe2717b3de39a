package health.plumbline.knowledge;

/**
 * A plausible range.
 *
 * @param lo lower limit
 * @param hi upper limit, not below {@code lo}
 */
public record Interval(double lo, double hi) {

  /** Checks the order of the limits. */
  public Interval {
    if (!(lo <= hi)) {
      throw new IllegalArgumentException("interval limits out of order: " + lo + " > " + hi);
    }
  }
}
