package health.plumbline.reasoning;

/**
 * The odds at the centre of a latent factor, for whole rows of probabilities.
 *
 * <p>Implementation note. A row holds 11,521 of them, so they are read from a table over the odds
 * of the probability, with cubic Hermite interpolation (relative error below 1e-9). Its points are
 * the floating point numbers with few leading digits, {@value #STEPS} to a factor of two: the place
 * in the table then stands in the bits of the odds, and neither a logarithm nor an exponential is
 * taken.
 */
final class CentralOdds {

  private static final int STEPS = 128;

  /** Bits of a double below those that make a step. */
  private static final int FINE_BITS = 52 - Integer.numberOfTrailingZeros(STEPS);

  private static final long FINE = (1L << FINE_BITS) - 1;

  private final double smallest;
  private final int first;

  /** Central odds at the points of the table, and their derivative by the odds. */
  private final double[] central;

  private final double[] slopes;

  /**
   * @param smallest probabilities are clipped to this and 1 less it
   */
  CentralOdds(LatentFactor factor, double smallest) {
    this.smallest = smallest;
    this.first = step(smallest / (1 - smallest));
    // One step more, for the odds within the last.
    this.central = new double[step((1 - smallest) / smallest) + 2 - first];
    this.slopes = new double[central.length];
    double offset = Math.log(smallest);
    for (int i = 0; i < central.length; i++) {
      double odds = oddsAt(first + i);
      double p = odds / (1 + odds);
      offset = factor.solve(p, offset);
      central[i] = Math.exp(offset);
      slopes[i] = central[i] * p * (1 - p) / (factor.density(offset) * odds);
    }
  }

  /** The central odds of each probability. */
  double[] of(double[] row) {
    double[] odds = new double[row.length];
    for (int h = 0; h < odds.length; h++) {
      odds[h] = of(row[h]);
    }
    return odds;
  }

  private double of(double p) {
    double clipped = Math.clamp(p, smallest, 1 - smallest);
    double odds = clipped / (1 - clipped);
    int step = step(odds);
    int i = step - first;
    double width = oddsAt(step + 1) - oddsAt(step);
    double t = (Double.doubleToRawLongBits(odds) & FINE) / (double) (FINE + 1);
    double rest = 1 - t;
    return rest * rest * ((1 + 2 * t) * central[i] + t * width * slopes[i])
        + t * t * ((1 + 2 * rest) * central[i + 1] - rest * width * slopes[i + 1]);
  }

  /** The number of a step: the leading bits of the odds. */
  private static int step(double odds) {
    return (int) (Double.doubleToRawLongBits(odds) >>> FINE_BITS);
  }

  /** The odds at which a step begins. */
  private static double oddsAt(int step) {
    return Double.longBitsToDouble((long) step << FINE_BITS);
  }
}
