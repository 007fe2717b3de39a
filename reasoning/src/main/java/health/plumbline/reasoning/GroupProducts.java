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
 * The same terms give S(m - 1) and S(m + 1), and with these a finding is withdrawn without summing
 * anew: without an absent one the likelihood is N (S(m) + o S(m + 1)), without a present one N / o
 * (S(m - 1) + o S(m)). {@link FactorTile} does the summing. The factor leaves a single finding as
 * it is, so a lone binary one needs none of this.
 */
final class GroupProducts {

  private final Network network;
  private final List<Evidence.Known> known = new ArrayList<>();
  private @Nullable Sums sums;
  private @Nullable FactorPosterior posterior;

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
        network.divideLikelihood(
            known.getFirst().variable(), known.getFirst().value(), joint, joint);
      } else {
        RowMath.divide(joint, sums().likelihood());
      }
    }
    known.addAll(more);
    sums = null;
    posterior = null;
    if (alone()) {
      network.multiplyLikelihood(known.getFirst().variable(), known.getFirst().value(), joint);
    } else {
      RowMath.multiply(joint, sums().likelihood());
    }
  }

  /**
   * A joint weight as it would be if one known finding of the group were not known.
   *
   * @param out receives it
   */
  void withdraw(Evidence.Known piece, double[] joint, double[] out) {
    if (alone()) {
      network.divideLikelihood(piece.variable(), piece.value(), joint, out);
    } else if (network.variable(piece.variable()).kind() == Variable.Kind.BINARY) {
      double[] odds = network.centralOdds(piece.variable())[0];
      if (piece.value() == 1) {
        RowMath.multiplyOnePlusRatio(joint, sums().below(), odds, out);
      } else {
        RowMath.multiplyOnePlusProduct(joint, sums().above(), odds, out);
      }
    } else {
      GroupProducts rest = new GroupProducts(network);
      RowMath.divide(joint, sums().likelihood(), out);
      List<Evidence.Known> others = known.stream().filter(each -> !each.equals(piece)).toList();
      if (!others.isEmpty()) {
        rest.observe(others, out);
      }
    }
  }

  /**
   * The probability of "at least value 1, 2, ..." of an unknown variable of the group, given what
   * is known of the group.
   */
  FloatRow[] predictive(int variable) {
    double[][] odds = network.centralOdds(variable);
    FloatRow[] predictive = new FloatRow[odds.length];
    FactorPosterior weights = posterior();
    Arrays.setAll(predictive, t -> weights.predict(odds[t]));
    return predictive;
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

  private FactorPosterior posterior() {
    FactorPosterior made = posterior;
    if (made == null) {
      made = new FactorPosterior(factor(), rows(), network.space().size());
      posterior = made;
    }
    return made;
  }

  private FactorTile.Rows rows() {
    return FactorTile.Rows.of(network, known);
  }

  /** Sums the factor out. */
  private Sums sum() {
    int size = network.space().size();
    FactorTile.Rows rows = rows();
    FactorTile tile = new FactorTile(factor(), rows);
    Sums made = new Sums(new double[size], new double[size], new double[size]);
    for (int from = 0; from < size; from += FactorTile.LENGTH) {
      tile.turnTo(from);
      tile.storeSum(made.likelihood());
      tile.storeNeighbours(made.below(), made.above());
    }
    rows.present().forEach(odds -> RowMath.multiply(made.likelihood(), odds));
    return made;
  }
}
