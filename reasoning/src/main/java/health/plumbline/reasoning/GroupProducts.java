package health.plumbline.reasoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the findings of one latent group: their likelihood under every hypothesis, with
 * the factor summed out.
 *
 * <p>Implementation note. With central odds o and odds ratio r of a node, a present finding
 * contributes o r / (1 + o r) and an absent one 1 / (1 + o r). So with m present findings
 *
 * <pre>likelihood = N S(m),  N = product of o over the present,
 *              S(m) = sum over nodes of weight r^m / D,  D = product of (1 + o r) over all</pre>
 *
 * which takes one division a node. The same terms give S(m - 1) and S(m + 1), and with these a
 * finding is withdrawn without summing anew: without an absent one the likelihood is N (S(m) + o
 * S(m + 1)), without a present one N / o (S(m - 1) + o S(m)). All is worked in tiles of hypotheses
 * that fit the innermost cache. The factor leaves a single finding as it is, so a lone binary one
 * needs none of this. Ordered findings, of which a group has few, multiply each node's term.
 */
final class GroupProducts {

  private static final int TILE = 512;

  private final Network network;
  private final List<Evidence.Known> known = new ArrayList<>();
  private @Nullable Sums sums;
  private float @Nullable [][] nodeWeights;
  private int @Nullable [] weightsOf;

  /**
   * Rows over the hypotheses.
   *
   * @param likelihood N S(m)
   * @param below S(m - 1) / S(m)
   * @param above S(m + 1) / S(m)
   */
  private record Sums(double[] likelihood, double[] below, double[] above) {}

  /** A group of which nothing is known. */
  GroupProducts(Network network) {
    this.network = network;
  }

  /** Takes in known findings and changes a joint weight by what they add to the group. */
  void observe(List<Evidence.Known> more, double[] joint) {
    if (!known.isEmpty()) {
      if (alone()) {
        network.divideLikelihood(known.getFirst().variable(), known.getFirst().value(), joint);
      } else {
        RowMath.divide(joint, sums().likelihood());
      }
    }
    known.addAll(more);
    sums = null;
    nodeWeights = null;
    if (alone()) {
      network.multiplyLikelihood(known.getFirst().variable(), known.getFirst().value(), joint);
    } else {
      RowMath.multiply(joint, sums().likelihood());
    }
  }

  /** Changes a joint weight as if one known finding of the group were not known. */
  void withdraw(Evidence.Known piece, double[] joint) {
    if (alone()) {
      network.divideLikelihood(piece.variable(), piece.value(), joint);
    } else if (network.variable(piece.variable()).kind() == Variable.Kind.BINARY) {
      double[] odds = network.centralOdds(piece.variable())[0];
      if (piece.value() == 1) {
        RowMath.multiplyOnePlusRatio(joint, sums().below(), odds);
      } else {
        RowMath.multiplyOnePlusProduct(joint, sums().above(), odds);
      }
    } else {
      GroupProducts rest = new GroupProducts(network);
      RowMath.divide(joint, sums().likelihood());
      List<Evidence.Known> others = known.stream().filter(each -> !each.equals(piece)).toList();
      if (!others.isEmpty()) {
        rest.observe(others, joint);
      }
    }
  }

  /**
   * The probability of "at least value 1, 2, ..." of an unknown variable of the group under some
   * hypotheses, given what is known of the group.
   */
  float[][] predictive(int variable, int[] wanted) {
    double[][] odds = network.centralOdds(variable);
    LatentFactor factor = factor();
    float[][] weights = nodeWeights(wanted);
    float[][] predictive = new float[odds.length][wanted.length];
    float[] central = new float[wanted.length];
    for (int t = 0; t < odds.length; t++) {
      for (int i = 0; i < central.length; i++) {
        central[i] = (float) odds[t][wanted[i]];
      }
      for (int k = 0; k < weights.length; k++) {
        addPredicted(weights[k], (float) factor.oddsRatio(k), central, predictive[t]);
      }
    }
    return predictive;
  }

  private static void addPredicted(float[] weight, float ratio, float[] central, float[] out) {
    for (int i = 0; i < out.length; i++) {
      float odds = central[i] * ratio;
      out[i] += weight[i] * (odds / (1 + odds));
    }
  }

  /** Whether just one binary finding is known, whose likelihood the factor does not change. */
  private boolean alone() {
    return known.size() == 1
        && network.variable(known.getFirst().variable()).kind() == Variable.Kind.BINARY;
  }

  private LatentFactor factor() {
    return LatentFactor.of(network.variable(known.getFirst().variable()).loading());
  }

  private Sums sums() {
    Sums made = sums;
    if (made == null) {
      made = sum();
      sums = made;
    }
    return made;
  }

  /** The posterior of the factor's points under some hypotheses; kept for the same ones. */
  @SuppressWarnings("ReferenceEquality") // the same array: to compare contents would cost a pass
  private float[][] nodeWeights(int[] wanted) {
    float[][] made = nodeWeights;
    if (made == null || weightsOf != wanted) {
      Known picked = known(wanted);
      double[][] terms = new double[LatentFactor.nodes()][wanted.length];
      double[] total = new double[wanted.length];
      made = new float[terms.length][wanted.length];
      for (int k = 0; k < terms.length; k++) {
        picked.term(factor(), k, terms[k], 0, wanted.length);
        for (int i = 0; i < total.length; i++) {
          total[i] += terms[k][i];
        }
      }
      for (int k = 0; k < terms.length; k++) {
        for (int i = 0; i < total.length; i++) {
          made[k][i] = (float) (terms[k][i] / total[i]);
        }
      }
      nodeWeights = made;
      weightsOf = wanted;
    }
    return made;
  }

  private record Ordered(Variable variable, int value, double[][] central) {}

  /**
   * The rows of what is known.
   *
   * @param odds central odds of the binary findings
   * @param present which of them are present
   * @param ordered the ordered findings
   */
  private record Known(List<double[]> odds, List<double[]> present, List<Ordered> ordered) {

    void add(Variable variable, int value, double[][] central) {
      if (variable.kind() == Variable.Kind.BINARY) {
        odds.add(central[0]);
        if (value == 1) {
          present.add(central[0]);
        }
      } else {
        ordered.add(new Ordered(variable, value, central));
      }
    }

    /** The term of S(m) of one node. */
    void term(LatentFactor factor, int node, double[] out, int from, int to) {
      double ratio = factor.oddsRatio(node);
      Arrays.fill(out, from, to, 1);
      for (double[] row : odds) {
        RowMath.multiplyOnePlus(out, ratio, row, from, to);
      }
      RowMath.invert(out, LatentFactor.weight(node) * Math.pow(ratio, present.size()), from, to);
      for (Ordered each : ordered) {
        Network.multiplyLikelihood(
            each.variable(), each.value(), each.central(), ratio, out, from, to);
      }
    }
  }

  private Known known(int @Nullable [] wanted) {
    Known rows = new Known(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Evidence.Known each : known) {
      double[][] central = network.centralOdds(each.variable());
      if (wanted != null) {
        double[][] picked = new double[central.length][];
        Arrays.setAll(picked, t -> RowMath.gather(central[t], wanted));
        rows.add(network.variable(each.variable()), each.value(), picked);
      } else {
        rows.add(network.variable(each.variable()), each.value(), central);
      }
    }
    return rows;
  }

  /** Sums the factor out. */
  private Sums sum() {
    int size = network.space().size();
    LatentFactor factor = factor();
    Known rows = known(null);
    double[] s = new double[size];
    double[] below = new double[size];
    double[] above = new double[size];
    double[] term = new double[size];
    for (int from = 0; from < size; from += TILE) {
      int to = Math.min(from + TILE, size);
      for (int k = 0; k < LatentFactor.nodes(); k++) {
        rows.term(factor, k, term, from, to);
        addTerm(term, factor.oddsRatio(k), s, below, above, from, to);
      }
    }
    RowMath.divide(below, s);
    RowMath.divide(above, s);
    for (double[] row : rows.present()) {
      RowMath.multiply(s, row);
    }
    return new Sums(s, below, above);
  }

  private static void addTerm(
      double[] term, double ratio, double[] s, double[] below, double[] above, int from, int to) {
    double inverse = 1 / ratio;
    for (int h = from; h < to; h++) {
      s[h] += term[h];
      below[h] += term[h] * inverse;
      above[h] += term[h] * ratio;
    }
  }
}
