package health.plumbline.reasoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The posterior over hypotheses while evidence comes in.
 *
 * <p>Implementation note. The joint weight of every hypothesis is kept normalised; an answer
 * multiplies it by one row. With a finding of a latent group the joint changes by the ratio of the
 * group's new likelihood to its old one. This is exact: the factor is summed out anew with each
 * answer (see {@link GroupProducts}).
 */
final class Belief {

  private static final int PIECES_IN_RANGE = 16;

  private final Network network;

  /** Whether evidence will be withdrawn and questions be chosen. */
  private final boolean thorough;

  private final double[] joint;
  private final @Nullable GroupProducts[] groups;

  private final List<Evidence> evidence = new ArrayList<>();

  /** Of pieces that will be withdrawn, so that theirs is made once. */
  private final Map<Evidence, NoisyGate.Factor> factors = new HashMap<>();

  /** Where a piece is withdrawn, so that not each of them takes new arrays. */
  private @Nullable Spare spare;

  @SuppressWarnings("ArrayRecordComponent") // written by inner loops
  private record Spare(double[] joint, double[][] sums) {}

  private double @Nullable [] marginals;

  /**
   * A belief that holds the prior.
   *
   * @param prior one probability a hypothesis, summing to 1; copied
   */
  Belief(Network network, double[] prior) {
    this(network, prior, false);
  }

  /**
   * A belief that holds the prior.
   *
   * @param prior one probability a hypothesis, summing to 1; copied
   * @param thorough whether evidence will be withdrawn and questions be chosen, which is then
   *     prepared along the way; without it both take longer
   */
  Belief(Network network, double[] prior, boolean thorough) {
    this.network = network;
    this.thorough = thorough;
    this.joint = prior.clone();
    this.groups = new @Nullable GroupProducts[network.groups()];
  }

  /** All evidence so far, in order. */
  List<Evidence> evidence() {
    return evidence;
  }

  Network network() {
    return network;
  }

  /** The posterior, one probability a hypothesis, summing to 1; not to be written to. */
  double[] posterior() {
    return joint;
  }

  /** Takes in one piece of evidence. */
  void observe(Evidence piece) {
    observeAll(List.of(piece));
  }

  /** Takes in many pieces of evidence, with fewer passes than one by one. */
  void observeAll(List<? extends Evidence> pieces) {
    List<NoisyGate.Factor> added = new ArrayList<>();
    Map<Integer, List<Evidence.Known>> grouped = new TreeMap<>();
    for (Evidence piece : pieces) {
      evidence.add(piece);
      int group = groupOf(piece);
      if (group >= 0 && piece instanceof Evidence.Known known) {
        grouped.computeIfAbsent(group, key -> new ArrayList<>()).add(known);
      } else {
        NoisyGate.Factor factor = factor(piece);
        if (factor == null) {
          RowMath.multiply(joint, likelihood(piece));
        } else {
          added.add(factor);
        }
      }
    }
    // Weights are at least 1e-5 a piece, so a few of them stay within the doubles' range.
    for (int i = 0; i < added.size(); i += PIECES_IN_RANGE) {
      RowMath.normalise(joint);
      int end = Math.min(i + PIECES_IN_RANGE, added.size());
      NoisyGate.multiply(network.space(), added.subList(i, end), joint);
    }
    grouped.forEach(
        (number, known) -> {
          RowMath.normalise(joint);
          GroupProducts group = groups[number];
          if (group == null) {
            group = new GroupProducts(network, thorough);
            groups[number] = group;
          }
          group.observe(known, joint);
        });
    RowMath.normalise(joint);
    marginals = null;
  }

  /** The likelihood of a piece outside the latent groups, if it is that of a noisy-OR. */
  private NoisyGate.@Nullable Factor factor(Evidence piece) {
    NoisyGate.Factor made = factors.get(piece);
    if (made == null) {
      made =
          switch (piece) {
            case Evidence.Known(String id, int variable, int value) when network.binary(variable) ->
                network.factor(variable, value);
            case Evidence.Unmarked(String id, int variable, double completeness) ->
                network.unmarkedFactor(variable, completeness);
            default -> null;
          };
      if (thorough && made != null) {
        factors.put(piece, made);
      }
    }
    return made;
  }

  /** The likelihood of a piece outside the latent groups that has no {@link #factor}. */
  private double[] likelihood(Evidence piece) {
    double[] likelihood = new double[joint.length];
    Arrays.fill(likelihood, 1);
    switch (piece) {
      case Evidence.Known(String id, int variable, int value) ->
          network.multiplyLikelihood(variable, value, likelihood);
      case Evidence.Unmarked unmarked ->
          throw new IllegalStateException(unmarked + " has a factor");
      case Evidence.AnyOf any -> {
        NoisyGate.multiply(
            network.space(),
            any.variables().stream().map(region -> network.factor(region, 0)).toList(),
            likelihood);
        for (int h = 0; h < likelihood.length; h++) {
          likelihood[h] = Math.max(1 - likelihood[h], Network.FLOOR);
        }
      }
    }
    return likelihood;
  }

  /** The marginal posterior of every condition; not to be written to. */
  double[] marginals() {
    double[] made = marginals;
    if (made == null) {
      made = network.space().marginals(joint);
      marginals = made;
    }
    return made;
  }

  /**
   * The marginal posterior of every condition had one piece of the evidence not been known.
   *
   * @param piece one of {@link #evidence()}
   */
  double[] marginalsWithout(Evidence piece) {
    Spare rows = spare;
    if (rows == null) {
      rows = new Spare(new double[joint.length], network.space().scratch());
      spare = rows;
    }
    GroupProducts group = groupOf(piece) < 0 ? null : groups[groupOf(piece)];
    NoisyGate.Factor factor = group == null || group.alone() ? factor(piece) : null;
    if (factor != null) {
      return network.space().shares(joint, factor, rows.sums());
    }
    double[] without = rows.joint();
    if (group != null && piece instanceof Evidence.Known known) {
      group.withdraw(known, joint, without);
    } else {
      RowMath.divide(joint, likelihood(piece), without);
    }
    return network.space().shares(without, rows.sums());
  }

  /** Whether a latent group holds evidence already. */
  boolean active(int group) {
    return group >= 0 && groups[group] != null;
  }

  /** The posterior of the factor of a latent group, which must be {@link #active}. */
  FactorPosterior factor(int group) {
    GroupProducts products = groups[group];
    if (products == null) {
      throw new IllegalStateException("nothing is known of group " + group);
    }
    return products.posterior();
  }

  /** The latent group of a piece of evidence, or -1. */
  private int groupOf(Evidence piece) {
    return piece instanceof Evidence.Known known ? network.variable(known.variable()).group() : -1;
  }
}
