package health.plumbline.reasoning;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The latent factor that the findings of a group share beyond the condition.
 *
 * <p>Implementation note. A one-factor model on the logit scale (the random-effects latent class
 * model of Qu, Tan and Kutner 1996 for correlated diagnostic tests): given the factor z, the
 * findings of the group are independent with P(finding | h, z) = logistic(a + loading * z). The
 * factor takes the five Gauss-Hermite points of the standard normal distribution; this discrete
 * distribution is the model itself, not an approximation, so summing it out is exact. The offset a
 * is chosen so that the finding on its own keeps its probability under the hypothesis: single tests
 * and clusters are then both consistent. A single offset is read from a table over the logit of
 * that probability with cubic Hermite interpolation (error below 1e-9), rows of them by {@link
 * CentralOdds}. The fit to the literature reads single ones, and its stored results, which are held
 * to a fresh fit digit for digit, hang on the last bits of this table.
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
  private static final double FARTHEST = 14;
  private static final int STEPS_PER_UNIT = 128;

  private static final Map<Double, LatentFactor> BY_LOADING = new ConcurrentHashMap<>();

  private final double loading;
  private volatile @Nullable Offsets offsets;
  private volatile @Nullable CentralOdds rows;

  /** exp(loading * z) of each node: the odds ratio by which the node moves a finding. */
  private final double[] oddsRatios;

  private LatentFactor(double loading) {
    this.loading = loading;
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
    return Math.exp(offsets().at(Math.log(clipped / (1 - clipped))));
  }

  /** As {@link #centralOdds(double)}, for a row of probabilities. */
  double[] centralOdds(double[] row) {
    return rows().of(row);
  }

  /**
   * Made when first asked for, as are the rows: hardly anybody needs both. The fit asks for single
   * ones millions of times, so that nobody waits for a lock once they are made.
   */
  private Offsets offsets() {
    Offsets made = offsets;
    if (made == null) {
      synchronized (this) {
        made = offsets;
        if (made == null) {
          made = new Offsets();
          offsets = made;
        }
      }
    }
    return made;
  }

  private CentralOdds rows() {
    CentralOdds made = rows;
    if (made == null) {
      synchronized (this) {
        made = rows;
        if (made == null) {
          made = new CentralOdds(this, SMALLEST);
          rows = made;
        }
      }
    }
    return made;
  }

  /** The offsets over the logit of the finding's probability. */
  private final class Offsets {

    private final double[] offsets = new double[(int) (2 * FARTHEST * STEPS_PER_UNIT) + 1];
    private final double[] slopes = new double[offsets.length];

    Offsets() {
      double offset = -FARTHEST;
      for (int i = 0; i < offsets.length; i++) {
        double x = -FARTHEST + (double) i / STEPS_PER_UNIT;
        double p = logistic(x);
        offset = solve(p, offset);
        offsets[i] = offset;
        slopes[i] = p * (1 - p) / density(offset);
      }
    }

    double at(double logit) {
      double x = (logit + FARTHEST) * STEPS_PER_UNIT;
      int i = Math.clamp((int) x, 0, offsets.length - 2);
      double t = x - i;
      double h = 1.0 / STEPS_PER_UNIT;
      double t2 = t * t;
      double t3 = t2 * t;
      return (2 * t3 - 3 * t2 + 1) * offsets[i]
          + (t3 - 2 * t2 + t) * h * slopes[i]
          + (-2 * t3 + 3 * t2) * offsets[i + 1]
          + (t3 - t2) * h * slopes[i + 1];
    }
  }

  /** Newton's method from a start below the root; the mean is increasing in the offset. */
  double solve(double p, double start) {
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

  /** The derivative of the finding's probability by the offset. */
  double density(double a) {
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
