package health.plumbline.reasoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The posterior over hypotheses while evidence comes in.
 *
 * <p>Implementation note. The joint weight of every hypothesis is kept normalised; an answer
 * multiplies it by one row. A finding of a latent group multiplies instead the group's products at
 * the five nodes of its factor, and the joint changes by the ratio of the group's new sum over the
 * nodes to its old one. This is exact: the sum over the factor is taken anew with each answer.
 */
final class Belief {

  private final Network network;
  private final double[] joint;
  private final @Nullable GroupProducts[] groups;

  /** The only known finding of a group, while it has but one. */
  private final Evidence.@Nullable Known[] firsts;

  private final @Nullable GroupProducts[] predictors;
  private final List<Evidence> evidence = new ArrayList<>();

  /**
   * A belief that holds the prior.
   *
   * @param prior one probability a hypothesis, summing to 1; copied
   */
  Belief(Network network, double[] prior) {
    this.network = network;
    this.joint = prior.clone();
    this.groups = new @Nullable GroupProducts[network.groups()];
    this.firsts = new Evidence.@Nullable Known[network.groups()];
    this.predictors = new @Nullable GroupProducts[network.groups()];
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
    int sinceNormalised = 0;
    for (Evidence piece : pieces) {
      evidence.add(piece);
      if (piece instanceof Evidence.Known known
          && network.variable(known.variable()).group() >= 0) {
        observeGrouped(known);
      } else {
        multiply(network, piece, joint);
      }
      // Weights are at least 1e-5 a piece, so a few of them stay within the doubles' range.
      if (++sinceNormalised == 16) {
        normalise(joint);
        sinceNormalised = 0;
      }
    }
    for (GroupProducts group : groups) {
      if (group != null && group.changed()) {
        normalise(joint);
        group.settle(joint);
      }
    }
    normalise(joint);
  }

  /**
   * The factor leaves a single finding as it is, so the first one of a group counts as if it had no
   * group; the group's products are made when a second one comes.
   */
  private void observeGrouped(Evidence.Known known) {
    int number = network.variable(known.variable()).group();
    GroupProducts group = groups[number];
    if (group != null) {
      group.multiply(network, known.variable(), known.value());
      return;
    }
    Evidence.Known first = firsts[number];
    if (first == null && network.variable(known.variable()).kind() == Variable.Kind.BINARY) {
      firsts[number] = known;
      multiply(network, known, joint);
      return;
    }
    group = empty(known.variable());
    groups[number] = group;
    if (first != null) {
      firsts[number] = null;
      divide(first, joint);
      group.multiply(network, first.variable(), first.value());
    }
    group.multiply(network, known.variable(), known.value());
  }

  /** The marginal posterior of every condition. */
  double[] marginals() {
    return network.space().marginals(joint);
  }

  /**
   * The marginal posterior of every condition had one piece of the evidence not been known.
   *
   * @param piece one of {@link #evidence()}
   */
  double[] marginalsWithout(Evidence piece) {
    double[] without = joint.clone();
    GroupProducts group = groupOf(piece);
    if (group != null && piece instanceof Evidence.Known known) {
      double[] old = group.sum();
      double[] rest =
          network.variable(known.variable()).kind() == Variable.Kind.BINARY
              ? group.sumWithout(network, known.variable(), known.value())
              : without(group, known).sum();
      for (int h = 0; h < without.length; h++) {
        without[h] *= rest[h] / old[h];
      }
    } else if (piece instanceof Evidence.Unmarked(String id, int variable, double completeness)) {
      double[] present = network.rows(variable)[0];
      for (int h = 0; h < without.length; h++) {
        without[h] /= 1 - completeness * present[h];
      }
    } else if (piece instanceof Evidence.Known known
        && network.variable(known.variable()).kind() == Variable.Kind.BINARY) {
      divide(known, without);
    } else {
      double[] likelihood = ones();
      multiply(network, piece, likelihood);
      for (int h = 0; h < without.length; h++) {
        without[h] /= likelihood[h];
      }
    }
    double sum = 0;
    for (double weight : without) {
      sum += weight;
    }
    double[] marginals = network.space().marginals(without);
    for (int d = 0; d < marginals.length; d++) {
      marginals[d] /= sum;
    }
    return marginals;
  }

  /** Whether a latent group holds evidence already. */
  boolean active(int group) {
    return group >= 0 && (groups[group] != null || firsts[group] != null);
  }

  /**
   * The probability of "at least value 1, 2, ..." of an unknown variable, given what is known of
   * its latent group, which must be {@link #active}.
   *
   * @param hypotheses the hypotheses under which it is wanted
   * @return [threshold][index into hypotheses]
   */
  float[][] predictive(int variable, int[] hypotheses) {
    int number = network.variable(variable).group();
    GroupProducts group = groups[number];
    if (group == null) {
      group = ofFirst(number);
    }
    return group.predictive(network, variable, hypotheses);
  }

  /** The products of a group of which one finding is known, for prediction only. */
  private GroupProducts ofFirst(int number) {
    GroupProducts group = predictors[number];
    if (group == null) {
      Evidence.Known first = firsts[number];
      if (first == null) {
        throw new IllegalStateException("nothing is known of latent group " + number);
      }
      group = empty(first.variable());
      group.multiply(network, first.variable(), first.value());
      group.settle();
      predictors[number] = group;
    }
    return group;
  }

  private void divide(Evidence.Known known, double[] weights) {
    double[] present = network.rows(known.variable())[0];
    if (known.value() == 1) {
      for (int h = 0; h < weights.length; h++) {
        weights[h] /= present[h];
      }
    } else {
      for (int h = 0; h < weights.length; h++) {
        weights[h] /= 1 - present[h];
      }
    }
  }

  private GroupProducts empty(int variable) {
    return new GroupProducts(joint.length, LatentFactor.of(network.variable(variable).loading()));
  }

  private @Nullable GroupProducts groupOf(Evidence piece) {
    return piece instanceof Evidence.Known known && network.variable(known.variable()).group() >= 0
        ? groups[network.variable(known.variable()).group()]
        : null;
  }

  private GroupProducts without(GroupProducts group, Evidence.Known left) {
    GroupProducts rest = empty(left.variable());
    for (Evidence piece : evidence) {
      if (piece instanceof Evidence.Known known && !known.equals(left) && groupOf(known) == group) {
        rest.multiply(network, known.variable(), known.value());
      }
    }
    rest.settle();
    return rest;
  }

  private double[] ones() {
    double[] ones = new double[joint.length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void multiply(Network network, Evidence piece, double[] out) {
    switch (piece) {
      case Evidence.Known(String id, int variable, int value) ->
          network.multiplyLikelihood(variable, value, out);
      case Evidence.AnyOf(String id, List<Integer> variables) -> {
        double[] none = new double[out.length];
        Arrays.fill(none, 1);
        for (int variable : variables) {
          network.multiplyLikelihood(variable, 0, none);
        }
        for (int h = 0; h < out.length; h++) {
          out[h] *= Math.max(1 - none[h], Network.FLOOR);
        }
      }
      case Evidence.Unmarked(String id, int variable, double completeness) -> {
        double[] present = network.rows(variable)[0];
        for (int h = 0; h < out.length; h++) {
          out[h] *= 1 - completeness * present[h];
        }
      }
    }
  }

  private static void normalise(double[] p) {
    double sum = 0;
    for (double value : p) {
      sum += value;
    }
    double scale = 1 / sum;
    for (int h = 0; h < p.length; h++) {
      p[h] *= scale;
    }
  }
}
