package health.plumbline.reasoning;

import java.util.Arrays;

/**
 * The likelihood of all known findings of one latent group, at each node of its factor and summed
 * over the factor, under every hypothesis.
 */
final class GroupProducts {

  private final double[][] nodes;
  private double[] sum;

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

  /** Takes in a known value. */
  void multiply(Network network, int variable, int value) {
    for (int k = 0; k < nodes.length; k++) {
      network.multiplyLikelihood(variable, value, k, nodes[k]);
    }
    sum = sumOverFactor();
  }

  /** The probability of a value of an unknown variable of the group, given what is known of it. */
  double[] predictive(Network network, int variable, int value) {
    double[] row = new double[sum.length];
    double[] term = new double[sum.length];
    for (int k = 0; k < nodes.length; k++) {
      System.arraycopy(nodes[k], 0, term, 0, term.length);
      network.multiplyLikelihood(variable, value, k, term);
      double weight = LatentFactor.weight(k);
      for (int h = 0; h < row.length; h++) {
        row[h] += weight * term[h];
      }
    }
    for (int h = 0; h < row.length; h++) {
      row[h] /= sum[h];
    }
    return row;
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
