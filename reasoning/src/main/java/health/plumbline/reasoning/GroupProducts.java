package health.plumbline.reasoning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of all known findings of one latent group, at each node of its factor and summed
 * over the factor, under every hypothesis.
 */
final class GroupProducts {

  private final double[][] nodes;
  private double[] sum;
  private boolean changed;
  private float @Nullable [][] nodeWeights;
  private int @Nullable [] weightsOf;

  /** A group of which nothing is known. */
  GroupProducts(int hypotheses) {
    nodes = new double[LatentFactor.nodes()][hypotheses];
    for (double[] node : nodes) {
      Arrays.fill(node, 1);
    }
    sum = sumOverFactor();
  }

  /** The likelihood with the factor summed out; not to be written to. */
  double[] sum() {
    return sum;
  }

  /** Takes in a known value; the sum over the factor follows with {@link #settle}. */
  void multiply(Network network, int variable, int value) {
    for (int k = 0; k < nodes.length; k++) {
      network.multiplyLikelihood(variable, value, k, nodes[k]);
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
    sum = sumOverFactor();
    changed = false;
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
  float[][] predictive(Network network, int variable, int[] hypotheses) {
    LatentFactor factor = LatentFactor.of(network.variable(variable).loading());
    float[][] odds = network.informationRows(variable).centralOdds(factor);
    float[][] weights = nodeWeights(hypotheses);
    float[][] predictive = new float[odds.length][hypotheses.length];
    float[] central = new float[hypotheses.length];
    for (int t = 0; t < odds.length; t++) {
      float[] row = predictive[t];
      for (int i = 0; i < central.length; i++) {
        central[i] = odds[t][hypotheses[i]];
      }
      for (int k = 0; k < nodes.length; k++) {
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
  private float[][] nodeWeights(int[] hypotheses) {
    float[][] made = nodeWeights;
    if (made == null || weightsOf != hypotheses) {
      made = new float[nodes.length][hypotheses.length];
      for (int k = 0; k < nodes.length; k++) {
        double weight = LatentFactor.weight(k);
        for (int i = 0; i < hypotheses.length; i++) {
          int h = hypotheses[i];
          made[k][i] = (float) (weight * nodes[k][h] / sum[h]);
        }
      }
      nodeWeights = made;
      weightsOf = hypotheses;
    }
    return made;
  }

  private double[] sumOverFactor() {
    double[] total = new double[nodes[0].length];
    for (int k = 0; k < nodes.length; k++) {
      double weight = LatentFactor.weight(k);
      double[] node = nodes[k];
      for (int h = 0; h < total.length; h++) {
        total[h] += weight * node[h];
      }
    }
    return total;
  }
}
