package health.plumbline.knowledge.published;

import org.jspecify.annotations.Nullable;

/**
 * A published figure with its limits, each null if not reported; at least one is known.
 *
 * @param point the figure
 * @param low lower limit
 * @param high upper limit
 * @param rangeOverStudies whether the limits are a range over studies or raters rather than a
 *     confidence interval
 */
public record Estimate(
    @Nullable Double point, @Nullable Double low, @Nullable Double high, boolean rangeOverStudies) {

  /** The figure with its limits in words, for example {@code 0.92 (0.87 to 0.95)}. */
  public String text() {
    StringBuilder text = new StringBuilder(point == null ? "" : plain(point));
    if (low != null || high != null) {
      String limits =
          low == null
              ? "up to " + plain(high)
              : high == null ? "from " + plain(low) : plain(low) + " to " + plain(high);
      text.append(point == null ? "" : " (").append(limits).append(point == null ? "" : ")");
      if (rangeOverStudies) {
        text.append(" over studies");
      }
    }
    return text.toString();
  }

  private static String plain(@Nullable Double number) {
    double value = number == null ? Double.NaN : number;
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
