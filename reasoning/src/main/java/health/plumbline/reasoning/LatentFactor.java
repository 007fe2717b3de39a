package health.plumbline.reasoning;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latent factor that the findings of a group share beyond the condition.
 *
 * <p>Implementation note. A one-factor model on the logit scale (the random-effects latent class
 * model of Qu, Tan and Kutner 1996 for correlated diagnostic tests): given the factor z, the
 * findings of the group are independent with P(finding | h, z) = logistic(a + loading * z). The
 * factor takes the five Gauss-Hermite points of the standard normal distribution; this discrete
 * distribution is the model itself, not an approximation, so summing it out is exact. The offset a
 * is chosen so that the finding on its own keeps its probability under the hypothesis: single tests
 * and clusters are then both consistent.
 *
 * <p>A row needs exp(a) for 11,521 probabilities, so it is read from a table over their odds, with
 * cubic Hermite interpolation (relative error below 1e-9). Its points are the floating point
 * numbers with few leading digits, {@value #STEPS} to a factor of two: the place in the table then
 * stands in the bits of the odds, and neither a logarithm nor an exponential is taken.
 */
final class LatentFactor {

  /** The points at which the factor is taken. */
  private static final double[] NODES = {
    -Math.sqrt(5 + Math.sqrt(10)),
    -Math.sqrt(5 - Math.sqrt(10)),
    0,
    Math.sqrt(5 - Math.sqrt(10)),
    Math.sqrt(5 + Math.sqrt(10))
  };

  /** Their probabilities. */
  private static final double[] WEIGHTS = {
    0.011257411327720691, 0.22207592200561266, 8.0 / 15, 0.22207592200561266, 0.011257411327720691
  };

  private static final double SMALLEST = 1e-6;

  private static final int STEPS = 128;

  /** Bits of a double below those that make a step. */
  private static final int FINE_BITS = 52 - Integer.numberOfTrailingZeros(STEPS);

  private static final long FINE = (1L << FINE_BITS) - 1;

  /** The steps of the smallest and largest odds. */
  private static final int FIRST = step(SMALLEST / (1 - SMALLEST));

  private static final int LAST = step((1 - SMALLEST) / SMALLEST) + 1;

  private static final Map<Double, LatentFactor> BY_LOADING = new ConcurrentHashMap<>();

  private final double loading;

  /** Central odds at the points of the table, and their derivative by the odds. */
  private final double[] central = new double[LAST - FIRST + 1];

  private final double[] slopes = new double[central.length];

  /** exp(loading * z) of each node: the odds ratio by which the node moves a finding. */
  private final double[] oddsRatios;

  private LatentFactor(double loading) {
    this.loading = loading;
    double offset = Math.log(SMALLEST);
    for (int i = 0; i < central.length; i++) {
      double odds = oddsAt(FIRST + i);
      double p = odds / (1 + odds);
      offset = solve(p, offset);
      central[i] = Math.exp(offset);
      slopes[i] = central[i] * p * (1 - p) / (density(offset) * odds);
    }
    oddsRatios = new double[NODES.length];
    for (int k = 0; k < NODES.length; k++) {
      oddsRatios[k] = Math.exp(loading * NODES[k]);
    }
  }

  /**
   * The factor with this loading.
   *
   * @param loading loading on the logit, above 0
   */
  static LatentFactor of(double loading) {
    return BY_LOADING.computeIfAbsent(loading, LatentFactor::new);
  }

  /** The number of points at which the factor is taken. */
  static int nodes() {
    return NODES.length;
  }

  /** The probability of a point. */
  static double weight(int node) {
    return WEIGHTS[node];
  }

  /** The odds ratio by which a node moves a finding. */
  double oddsRatio(int node) {
    return oddsRatios[node];
  }

  /**
   * The odds of the finding at z = 0 that give it probability p when the factor is summed out.
   *
   * @param p probability of the finding alone, clipped to 1e-6 and 1 - 1e-6
   */
  double centralOdds(double p) {
    double clipped = Math.clamp(p, SMALLEST, 1 - SMALLEST);
    double odds = clipped / (1 - clipped);
    int step = step(odds);
    int i = step - FIRST;
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

  /** As {@link #centralOdds(double)}, for a row of probabilities. */
  double[] centralOdds(double[] row) {
    double[] odds = new double[row.length];
    for (int h = 0; h < odds.length; h++) {
      odds[h] = centralOdds(row[h]);
    }
    return odds;
  }

  /** Newton's method from a start below the root; the mean is increasing in the offset. */
  private double solve(double p, double start) {
    double lo = -80;
    double hi = 80;
    double a = start;
    for (int i = 0; i < 200; i++) {
      double excess = mean(a) - p;
      if (excess > 0) {
        hi = a;
      } else {
        lo = a;
      }
      double next = a - excess / density(a);
      if (!(next > lo && next < hi)) {
        next = (lo + hi) / 2;
      }
      if (Math.abs(next - a) < 1e-13) {
        return next;
      }
      a = next;
    }
    return a;
  }

  private double mean(double a) {
    double sum = 0;
    for (int k = 0; k < NODES.length; k++) {
      sum += WEIGHTS[k] * logistic(a + loading * NODES[k]);
    }
    return sum;
  }

  private double density(double a) {
    double sum = 0;
    for (int k = 0; k < NODES.length; k++) {
      double p = logistic(a + loading * NODES[k]);
      sum += WEIGHTS[k] * p * (1 - p);
    }
    return sum;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
