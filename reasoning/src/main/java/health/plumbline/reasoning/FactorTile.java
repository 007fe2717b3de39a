package health.plumbline.reasoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a latent group at each point of its factor, for a few hypotheses at a time.
 *
 * <p>Implementation note. With central odds o and odds ratio r of a point, the term of a point is
 * weight r^m / D, with m present findings and D the product of 1 + o r over all binary ones;
 * ordered findings, of which a group has few, multiply the term. The terms of all points lie side
 * by side for {@link #LENGTH} hypotheses, so that they stay in the innermost cache from the first
 * product to the last sum. Division is by far the dearest step, so two opposite points, r and 1 /
 * r, share one: a / x = a y / (x y). Findings are multiplied in two by two, which halves the
 * traffic. Rows are copied in first, since HotSpot makes vector instructions of a loop over several
 * arrays only if all of them are under the same index. Each loop stands in a method of its own:
 * small methods are compiled sooner, and once.
 */
final class FactorTile {

  /** The most hypotheses at a time. */
  static final int LENGTH = FloatRow.BLOCK;

  private static final int POINTS = LatentFactor.nodes();
  private static final int MIDDLE = POINTS / 2;

  private final Rows rows;
  private final double[] ratios = new double[POINTS];
  private final double[] numerators = new double[POINTS];
  private final double[][] terms = new double[POINTS][LENGTH];
  private final double[] first = new double[LENGTH];
  private final double[] second = new double[LENGTH];
  private final double[] sum = new double[LENGTH];
  private final double[] below = new double[LENGTH];
  private final double[] above = new double[LENGTH];
  private int from;

  /**
   * The rows of what is known of a group.
   *
   * @param odds central odds of the binary findings
   * @param present those of them that are present
   * @param ordered the ordered findings
   */
  record Rows(List<double[]> odds, List<double[]> present, List<Ordered> ordered) {

    /** The rows of known findings. */
    static Rows of(Network network, List<Evidence.Known> known) {
      Rows rows = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (Evidence.Known each : known) {
        rows.add(
            network.variable(each.variable()), each.value(), network.centralOdds(each.variable()));
      }
      return rows;
    }

    private void add(Variable variable, int value, double[][] central) {
      if (variable.kind() == Variable.Kind.BINARY) {
        odds.add(central[0]);
        if (value == 1) {
          present.add(central[0]);
        }
      } else {
        ordered.add(
            new Ordered(
                value == 0 ? null : central[value - 1],
                value == central.length ? null : central[value]));
      }
    }
  }

  /**
   * What is known of an ordered finding.
   *
   * @param atLeast central odds of "at least its value", null if that is the lowest
   * @param higher central odds of a higher value, null if there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // read by inner loops
  record Ordered(double @Nullable [] atLeast, double @Nullable [] higher) {}

  FactorTile(LatentFactor factor, Rows rows) {
    this.rows = rows;
    for (int k = 0; k < POINTS; k++) {
      ratios[k] = factor.oddsRatio(k);
      numerators[k] = LatentFactor.weight(k) * Math.pow(ratios[k], rows.present().size());
    }
  }

  /** Makes the terms of the hypotheses from {@code from}, and their sums over the points. */
  void turnTo(int from) {
    this.from = from;
    List<double[]> odds = rows.odds();
    for (int i = 0; i == 0 || i < odds.size(); i += 2) {
      load(i < odds.size() ? odds.get(i) : null, 0, first);
      load(i + 1 < odds.size() ? odds.get(i + 1) : null, 0, second);
      for (int k = 0; k < POINTS; k++) {
        if (i == 0) {
          setOnePlus(terms[k], ratios[k], first, second);
        } else {
          multiplyOnePlus(terms[k], ratios[k], first, second);
        }
      }
    }
    for (int k = 0; k < MIDDLE; k++) {
      int opposite = POINTS - 1 - k;
      invert(terms[k], numerators[k], terms[opposite], numerators[opposite]);
    }
    invert(terms[MIDDLE], numerators[MIDDLE]);
    for (Ordered each : rows.ordered()) {
      // Everybody reaches the lowest value, and nobody one above the highest.
      load(each.atLeast(), Double.POSITIVE_INFINITY, first);
      load(each.higher(), 0, second);
      for (int k = 0; k < POINTS; k++) {
        multiplyBetween(terms[k], ratios[k], first, second);
      }
    }
    System.arraycopy(terms[MIDDLE], 0, sum, 0, LENGTH);
    System.arraycopy(terms[MIDDLE], 0, below, 0, LENGTH);
    System.arraycopy(terms[MIDDLE], 0, above, 0, LENGTH);
    for (int k = 0; k < MIDDLE; k++) {
      addPair(terms[k], terms[POINTS - 1 - k], ratios[k], sum, below, above);
    }
  }

  /** The terms of a point; not to be written to. */
  double[] terms(int point) {
    return terms[point];
  }

  /** S(m), the sum of the terms; not to be written to. */
  double[] sum() {
    return sum;
  }

  /** Writes S(m). */
  void storeSum(double[] out) {
    store(sum, out);
  }

  /** Writes S(m - 1) / S(m) and S(m + 1) / S(m). */
  void storeNeighbours(double[] outBelow, double[] outAbove) {
    divide(below, above, sum);
    store(below, outBelow);
    store(above, outAbove);
  }

  private void load(double @Nullable [] row, double otherwise, double[] out) {
    if (row == null) {
      Arrays.fill(out, otherwise);
    } else {
      System.arraycopy(row, from, out, 0, Math.min(LENGTH, row.length - from));
    }
  }

  private void store(double[] tile, double[] out) {
    System.arraycopy(tile, 0, out, from, Math.min(LENGTH, out.length - from));
  }

  private static void setOnePlus(double[] out, double ratio, double[] a, double[] b) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (1 + ratio * a[i]) * (1 + ratio * b[i]);
    }
  }

  private static void multiplyOnePlus(double[] out, double ratio, double[] a, double[] b) {
    for (int i = 0; i < out.length; i++) {
      out[i] *= (1 + ratio * a[i]) * (1 + ratio * b[i]);
    }
  }

  private static void invert(double[] x, double a, double[] y, double b) {
    for (int i = 0; i < x.length; i++) {
      double inverse = 1 / (x[i] * y[i]);
      double overX = a * y[i] * inverse;
      y[i] = b * x[i] * inverse;
      x[i] = overX;
    }
  }

  private static void invert(double[] x, double a) {
    for (int i = 0; i < x.length; i++) {
      x[i] = a / x[i];
    }
  }

  /** {@code out *= P(at least this value) - P(a higher one)}, but never below the floor. */
  private static void multiplyBetween(double[] out, double ratio, double[] least, double[] higher) {
    for (int i = 0; i < out.length; i++) {
      double p = 1 / (1 + ratio * higher[i]) - 1 / (1 + ratio * least[i]);
      out[i] *= Math.max(p, Network.FLOOR);
    }
  }

  /** Adds the terms x of a point with this ratio, and those y of the opposite point. */
  private static void addPair(
      double[] x, double[] y, double ratio, double[] sum, double[] below, double[] above) {
    double inverse = 1 / ratio;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += x[i] + y[i];
      below[i] += x[i] * inverse + y[i] * ratio;
      above[i] += x[i] * ratio + y[i] * inverse;
    }
  }

  private static void divide(double[] a, double[] b, double[] divisor) {
    for (int i = 0; i < divisor.length; i++) {
      double inverse = 1 / divisor[i];
      a[i] *= inverse;
      b[i] *= inverse;
    }
  }
}
