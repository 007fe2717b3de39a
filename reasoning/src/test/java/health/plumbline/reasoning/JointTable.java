package health.plumbline.reasoning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The posterior by brute force: every combination of hypothesis, latent factors, causes that fire
 * and values is written out and added up. Shares no arithmetic with the inference core.
 */
final class JointTable {

  // Abramowitz and Stegun (1964), table 25.10, n = 5, for the weight exp(-x^2): points times the
  // square root of 2, weights over the square root of pi.
  private static final double[] POINTS = {
    -2.020182870456086, -0.9585724646138185, 0, 0.9585724646138185, 2.020182870456086
  };
  private static final double[] WEIGHTS = {
    0.01995324205904591,
    0.3936193231522412,
    0.9453087204829419,
    0.3936193231522412,
    0.01995324205904591
  };

  private final Network network;
  private final List<int[]> hypotheses = new ArrayList<>();

  JointTable(Network network) {
    this.network = network;
    int n = network.space().conditions();
    for (int bits = 1; bits < 1 << n; bits++) {
      if (Integer.bitCount(bits) <= HypothesisSpace.MOST_CONDITIONS) {
        int mask = bits;
        hypotheses.add(IntStream.range(0, n).filter(d -> (mask >> d & 1) == 1).toArray());
      }
    }
  }

  /** Marginal of every condition under a prior that is a product of one weight a condition. */
  double[] marginals(double[] weights, List<Evidence> evidence) {
    double[] marginals = new double[weights.length];
    double total = 0;
    for (int[] h : hypotheses) {
      double p = 1;
      for (int d : h) {
        p *= weights[d];
      }
      p *= overFactors(h, evidence, 0, new double[network.groups()]);
      total += p;
      for (int d : h) {
        marginals[d] += p;
      }
    }
    for (int d = 0; d < marginals.length; d++) {
      marginals[d] /= total;
    }
    return marginals;
  }

  /** Weight of every hypothesis together with the evidence, in the order of {@link #mask}. */
  double[] joint(double[] weights, List<Evidence> evidence) {
    double[] joint = new double[hypotheses.size()];
    for (int i = 0; i < joint.length; i++) {
      joint[i] = overFactors(hypotheses.get(i), evidence, 0, new double[network.groups()]);
      for (int d : hypotheses.get(i)) {
        joint[i] *= weights[d];
      }
    }
    return joint;
  }

  /** Whether each hypothesis holds the condition. */
  boolean[] mask(int condition) {
    boolean[] mask = new boolean[hypotheses.size()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = IntStream.of(hypotheses.get(i)).anyMatch(d -> d == condition);
    }
    return mask;
  }

  private double overFactors(int[] h, List<Evidence> evidence, int group, double[] z) {
    if (group == network.groups()) {
      double p = 1;
      for (Evidence piece : evidence) {
        Evidence.Known known = (Evidence.Known) piece;
        p *= value(h, network.variable(known.variable()), known.value(), z);
      }
      return p;
    }
    double sum = 0;
    for (int k = 0; k < POINTS.length; k++) {
      z[group] = POINTS[k] * Math.sqrt(2);
      sum += WEIGHTS[k] / Math.sqrt(Math.PI) * overFactors(h, evidence, group + 1, z);
    }
    return sum;
  }

  private double value(int[] h, Variable variable, int value, double[] z) {
    if (variable.kind() == Variable.Kind.NOMINAL) {
      double sum = 0;
      for (int d : h) {
        sum += variable.given()[value][d];
      }
      return sum / h.length;
    }
    double p = atLeast(h, variable, value, z) - atLeast(h, variable, value + 1, z);
    return variable.kind() == Variable.Kind.ORDERED ? Math.max(p, Network.FLOOR) : p;
  }

  private double atLeast(int[] h, Variable variable, int value, double[] z) {
    if (value == 0) {
      return 1;
    }
    if (value == variable.values()) {
      return 0;
    }
    // "At least value" cannot be likelier than "at least value - 1".
    double p = 1;
    for (int v = 1; v <= value; v++) {
      p = Math.min(p, fired(h, variable, v));
    }
    return variable.group() < 0 ? p : shifted(p, variable.loading(), z[variable.group()]);
  }

  /** Adds up every combination of causes that fire or not, the leak among them. */
  private static double fired(int[] h, Variable variable, int value) {
    double leak = tail(variable.leak(), value);
    double inhibited = leak;
    List<Double> strengths = new ArrayList<>();
    for (int d : h) {
      double[] column = new double[variable.values()];
      for (int v = 0; v < column.length; v++) {
        column[v] = variable.given()[v][d];
      }
      double p = tail(column, value);
      if (p < leak) {
        inhibited *= p / leak;
      } else {
        strengths.add((p - leak) / (1 - leak));
      }
    }
    strengths.add(inhibited);
    double sum = 0;
    for (int bits = 1; bits < 1 << strengths.size(); bits++) {
      double p = 1;
      for (int i = 0; i < strengths.size(); i++) {
        p *= (bits >> i & 1) == 1 ? strengths.get(i) : 1 - strengths.get(i);
      }
      sum += p;
    }
    return sum;
  }

  private static double tail(double[] p, int from) {
    double sum = 0;
    for (int v = from; v < p.length; v++) {
      sum += p[v];
    }
    return sum;
  }

  /** Finds by bisection the offset under which the finding keeps probability p. */
  private static double shifted(double p, double loading, double z) {
    double lo = -60;
    double hi = 60;
    for (int i = 0; i < 200; i++) {
      double mid = (lo + hi) / 2;
      double mean = 0;
      for (int k = 0; k < POINTS.length; k++) {
        mean +=
            WEIGHTS[k]
                / Math.sqrt(Math.PI)
                / (1 + Math.exp(-mid - loading * POINTS[k] * Math.sqrt(2)));
      }
      if (mean < p) {
        lo = mid;
      } else {
        hi = mid;
      }
    }
    return 1 / (1 + Math.exp(-(lo + hi) / 2 - loading * z));
  }
}
