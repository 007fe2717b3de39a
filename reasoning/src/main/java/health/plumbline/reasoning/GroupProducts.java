package health.plumbline.reasoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

  /** Whether findings will be withdrawn and open ones predicted, so that all is made in one go. */
  private final boolean thorough;

  private final List<Evidence.Known> known = new ArrayList<>();

  /** N S(m) for every hypothesis. */
  private double @Nullable [] likelihood;

  private @Nullable Neighbours neighbours;
  private @Nullable FactorPosterior posterior;

  /**
   * Rows over the hypotheses.
   *
   * @param below S(m - 1) / S(m)
   * @param above S(m + 1) / S(m)
   */
  @SuppressWarnings("ArrayRecordComponent") // read by inner loops
  private record Neighbours(double[] below, double[] above) {}

  /**
   * A group of which nothing is known.
   *
   * @param thorough whether findings will be withdrawn and open ones predicted; without it both are
   *     possible, but take longer
   */
  GroupProducts(Network network, boolean thorough) {
    this.network = network;
    this.thorough = thorough;
  }

  /** Takes in known findings and changes a joint weight by what they add to the group. */
  void observe(List<Evidence.Known> more, double[] joint) {
    if (!known.isEmpty()) {
      RowMath.divide(joint, alone() ? likelihoodAlone() : likelihood());
    }
    known.addAll(more);
    likelihood = null;
    neighbours = null;
    posterior = null;
    if (alone()) {
      network.multiplyLikelihood(known.getFirst().variable(), known.getFirst().value(), joint);
    } else {
      RowMath.multiply(joint, likelihood());
    }
  }

  /**
   * A joint weight as it would be if one known finding of the group, which is not {@link #alone},
   * were not known.
   *
   * @param out receives it
   */
  void withdraw(Evidence.Known piece, double[] joint, double[] out) {
    if (network.binary(piece.variable())) {
      double[] odds = network.centralOdds(piece.variable())[0];
      if (piece.value() == 1) {
        RowMath.multiplyOnePlusRatio(joint, neighbours().below(), odds, out);
      } else {
        RowMath.multiplyOnePlusProduct(joint, neighbours().above(), odds, out);
      }
    } else {
      GroupProducts rest = new GroupProducts(network, false);
      RowMath.divide(joint, likelihood(), out);
      List<Evidence.Known> others = known.stream().filter(each -> !each.equals(piece)).toList();
      if (!others.isEmpty()) {
        rest.observe(others, out);
      }
    }
  }

  /** Whether just one binary finding is known, whose likelihood the factor does not change. */
  boolean alone() {
    return known.size() == 1 && network.binary(known.getFirst().variable());
  }

  private double[] likelihoodAlone() {
    double[] likelihood = new double[size()];
    Arrays.fill(likelihood, 1);
    network.multiplyLikelihood(known.getFirst().variable(), known.getFirst().value(), likelihood);
    return likelihood;
  }

  private double[] likelihood() {
    double[] made = likelihood;
    return made == null ? sumOut(thorough) : made;
  }

  private Neighbours neighbours() {
    Neighbours made = neighbours;
    if (made == null) {
      sumOut(true);
      made = Objects.requireNonNull(neighbours);
    }
    return made;
  }

  /** The posterior of the factor given what is known of the group. */
  FactorPosterior posterior() {
    FactorPosterior made = posterior;
    if (made == null) {
      made = FactorPosterior.of(factor(), rows(), size());
      posterior = made;
    }
    return made;
  }

  /** Sums the factor out, and returns the likelihood. */
  private double[] sumOut(boolean all) {
    FactorTile.Rows rows = rows();
    FactorTile tile = new FactorTile(factor(), rows);
    double[] made = new double[size()];
    Neighbours beside = all ? new Neighbours(new double[size()], new double[size()]) : null;
    FactorPosterior weights = all ? new FactorPosterior(factor(), size()) : null;
    for (int from = 0; from < made.length; from += FactorTile.LENGTH) {
      tile.turnTo(from);
      tile.storeSum(made);
      if (weights != null) {
        weights.take(tile, from);
      }
      if (beside != null) {
        tile.storeNeighbours(beside.below(), beside.above());
      }
    }
    rows.present().forEach(odds -> RowMath.multiply(made, odds));
    likelihood = made;
    neighbours = beside;
    posterior = weights;
    return made;
  }

  private LatentFactor factor() {
    return LatentFactor.of(network.variable(known.getFirst().variable()).loading());
  }

  private FactorTile.Rows rows() {
    return FactorTile.Rows.of(network, known);
  }

  private int size() {
    return network.space().size();
  }
}
