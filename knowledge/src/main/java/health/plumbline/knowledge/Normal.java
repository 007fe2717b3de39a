package health.plumbline.knowledge;

/** What follows from the normal distribution wherever an interval is made or read. */
public final class Normal {

  /** Half the width of a 90% interval in standard deviations. */
  public static final double Z90 = 1.6448536269514722;

  /** Half the width of a 95% interval in standard deviations. */
  public static final double Z95 = 1.959963984540054;

  private Normal() {}

  /**
   * The 95% score interval of a proportion, which stays honest in small samples and near 0 and 1
   * (Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat
   * Assoc 1927;22:209-212).
   *
   * @param share the proportion observed, 0 to 1
   * @param n number of trials, above 0; a fraction where trials are not independent
   * @throws IllegalArgumentException if one of them is out of range
   */
  public static Interval wilson(double share, double n) {
    if (!(share >= 0 && share <= 1) || !(n > 0)) {
      throw new IllegalArgumentException(
          "share " + share + " must lie in 0 to 1 and n " + n + " above 0");
    }
    double z2 = Z95 * Z95;
    double centre = share + z2 / (2 * n);
    double half = Z95 * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    double scale = 1 + z2 / n;
    return new Interval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
  }
}
