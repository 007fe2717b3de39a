package health.plumbline.reasoning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of all known findings of one latent group, with the factor summed out, under every
 * hypothesis.
 *
 * <p>Implementation note. With central odds o and odds ratio r of a node, a present finding
 * contributes o r / (1 + o r) and an absent one 1 / (1 + o r). So the odds of the present findings
 * multiply to one numerator for all nodes, the terms 1 + o r to one denominator a node, and a
 * finding costs no division at all; each node is divided once, when the factor is summed out.
 * Ordered findings, of which a group has few, multiply a row of their own at each node.
 */
final class GroupProducts {

  private final int hypotheses;
  private final LatentFactor factor;
  private final double[] numerator;
  private final double[][] denominators;
  private double @Nullable [][] ordered;
  private int present;
  private double[] sum;
  private boolean changed;

  /** Whether the denominators were not written to yet. */
  private boolean empty = true;

  private float @Nullable [][] nodeWeights;
  private int @Nullable [] weightsOf;

  /**
   * A group of which nothing is known.
   *
   * @param factor the group's factor
   */
  GroupProducts(int hypotheses, LatentFactor factor) {
    this.hypotheses = hypotheses;
    this.factor = factor;
    numerator = new double[hypotheses];
    denominators = new double[LatentFactor.nodes()][hypotheses];
    sum = new double[hypotheses];
    Arrays.fill(numerator, 1);
    Arrays.fill(sum, 1);
  }

  /** The likelihood with the factor summed out; not to be written to. */
  double[] sum() {
    return sum;
  }

  /** Takes in a known value; the sum over the factor follows with {@link #settle}. */
  void multiply(Network network, int variable, int value) {
    if (network.variable(variable).kind() == Variable.Kind.BINARY) {
      double[] odds = network.centralOdds(variable)[0];
      if (value == 1) {
        present++;
        for (int h = 0; h < odds.length; h++) {
          numerator[h] *= odds[h];
        }
      }
      for (int k = 0; k < denominators.length; k++) {
        double ratio = factor.oddsRatio(k);
        double[] denominator = denominators[k];
        if (empty) {
          for (int h = 0; h < denominator.length; h++) {
            denominator[h] = 1 + odds[h] * ratio;
          }
        } else {
          for (int h = 0; h < denominator.length; h++) {
            denominator[h] *= 1 + odds[h] * ratio;
          }
        }
      }
      empty = false;
    } else {
      if (empty) {
        for (double[] denominator : denominators) {
          Arrays.fill(denominator, 1);
        }
        empty = false;
      }
      double[][] rows = orderedRows();
      for (int k = 0; k < rows.length; k++) {
        network.multiplyLikelihood(variable, value, k, rows[k]);
      }
    }
    changed = true;
    nodeWeights = null;
  }

  /** Whether values were taken in since the factor was last summed out. */
  boolean changed() {
    return changed;
  }

  /** Sums the factor out. */
  void settle() {
    if (empty) {
      changed = false;
      return;
    }
    double[] total = new double[hypotheses];
    double[][] rows = ordered;
    for (int k = 0; k < denominators.length; k++) {
      double scale = LatentFactor.weight(k) * Math.pow(factor.oddsRatio(k), present);
      double[] denominator = denominators[k];
      if (rows == null) {
        for (int h = 0; h < total.length; h++) {
          total[h] += scale / denominator[h];
        }
      } else {
        double[] row = rows[k];
        for (int h = 0; h < total.length; h++) {
          total[h] += scale * row[h] / denominator[h];
        }
      }
    }
    for (int h = 0; h < total.length; h++) {
      total[h] *= numerator[h];
    }
    sum = total;
    changed = false;
  }

  /**
   * The likelihood had one known value of a binary finding not been taken in.
   *
   * @param value the value that it was taken in with
   */
  double[] sumWithout(Network network, int variable, int value) {
    double[] odds = network.centralOdds(variable)[0];
    double[] total = new double[hypotheses];
    double[][] rows = ordered;
    for (int k = 0; k < denominators.length; k++) {
      double ratio = factor.oddsRatio(k);
      double scale = LatentFactor.weight(k) * Math.pow(ratio, present - value);
      double[] denominator = denominators[k];
      if (rows == null) {
        for (int h = 0; h < total.length; h++) {
          total[h] += scale * (1 + odds[h] * ratio) / denominator[h];
        }
      } else {
        double[] row = rows[k];
        for (int h = 0; h < total.length; h++) {
          total[h] += scale * row[h] * (1 + odds[h] * ratio) / denominator[h];
        }
      }
    }
    for (int h = 0; h < total.length; h++) {
      total[h] *= value == 1 ? numerator[h] / odds[h] : numerator[h];
    }
    return total;
  }

  /** Sums the factor out and multiplies a joint weight by the new sum over the old one. */
  void settle(double[] joint) {
    double[] old = sum;
    settle();
    for (int h = 0; h < joint.length; h++) {
      joint[h] *= sum[h] / old[h];
    }
  }

  /**
   * The probability of "at least value 1, 2, ..." of an unknown variable of the group under some
   * hypotheses, given what is known of the group.
   */
  float[][] predictive(Network network, int variable, int[] wanted) {
    float[][] odds = network.informationRows(variable).centralOdds(factor);
    float[][] weights = nodeWeights(wanted);
    float[][] predictive = new float[odds.length][wanted.length];
    float[] central = new float[wanted.length];
    for (int t = 0; t < odds.length; t++) {
      float[] row = predictive[t];
      for (int i = 0; i < central.length; i++) {
        central[i] = odds[t][wanted[i]];
      }
      for (int k = 0; k < weights.length; k++) {
        float ratio = (float) factor.oddsRatio(k);
        float[] weight = weights[k];
        for (int i = 0; i < row.length; i++) {
          float o = central[i] * ratio;
          row[i] += weight[i] * (o / (1 + o));
        }
      }
    }
    return predictive;
  }

  /** The posterior of the factor's points under some hypotheses; kept for the same ones. */
  @SuppressWarnings("ReferenceEquality") // the same array: to compare contents would cost a pass
  private float[][] nodeWeights(int[] wanted) {
    float[][] made = nodeWeights;
    if (made == null || weightsOf != wanted) {
      made = new float[denominators.length][wanted.length];
      double[][] rows = ordered;
      for (int k = 0; k < made.length; k++) {
        double scale = LatentFactor.weight(k) * Math.pow(factor.oddsRatio(k), present);
        for (int i = 0; i < wanted.length; i++) {
          int h = wanted[i];
          double node = scale * numerator[h] / denominators[k][h];
          made[k][i] = (float) ((rows == null ? node : node * rows[k][h]) / sum[h]);
        }
      }
      nodeWeights = made;
      weightsOf = wanted;
    }
    return made;
  }

  private double[][] orderedRows() {
    double[][] rows = ordered;
    if (rows == null) {
      rows = new double[denominators.length][hypotheses];
      for (double[] row : rows) {
        Arrays.fill(row, 1);
      }
      ordered = rows;
    }
    return rows;
  }
}
