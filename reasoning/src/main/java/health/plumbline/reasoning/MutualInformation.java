package health.plumbline.reasoning;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Mutual information between an unknown finding and the hypothesis, and between it and the presence
 * of a serious condition.
 *
 * <p>Implementation note. H(sum p q) - sum p H(q) over all hypotheses but a tail that together
 * holds less than a millionth (Lindley 1956; for diagnosis Gorry and Barnett 1968). With the
 * entropies H(q) made beforehand that is a dot product of the posterior with one row a value and
 * one with the row of entropies. A finding of a latent group of which something is known uses its
 * probabilities given that knowledge, so a fifth sacroiliac test is not overrated. Floats: the
 * result lies within 1e-5 bits of doubles.
 */
final class MutualInformation {

  /** Hypotheses that together hold less than this are left out of the sums. */
  private static final double LEFT_OUT = 1e-6;

  /** What a bound may be off, since it is summed in floats over codes, in bits. */
  private static final double ROUNDING = 1e-4;

  private final Belief belief;

  /** The posterior of the hypotheses that count, 0 for the others. */
  private final FloatRow all;

  /** The same of those that hold a serious condition. */
  private final FloatRow serious;

  private final double mass;
  private final double pSerious;

  /**
   * Expected information in bits.
   *
   * @param hypothesis about which conditions are the cause
   * @param serious about whether a serious condition is among them
   */
  record Bits(double hypothesis, double serious) {}

  /**
   * @param belief what is believed now
   * @param isSerious whether a hypothesis holds a serious condition
   */
  MutualInformation(Belief belief, boolean[] isSerious) {
    this.belief = belief;
    double[] posterior = belief.posterior();
    this.all = new FloatRow(posterior.length);
    this.serious = new FloatRow(posterior.length);
    double total = 0;
    double sum = 0;
    for (int h : Tail.without(posterior, LEFT_OUT)) {
      all.set(h, posterior[h]);
      total += posterior[h];
      if (isSerious[h]) {
        serious.set(h, posterior[h]);
        sum += posterior[h];
      }
    }
    this.mass = total;
    this.pSerious = sum;
  }

  /** The information of an unknown variable. */
  Bits of(int variable) {
    return prepare(variable).bits();
  }

  /** An unknown variable, of which so far only the probabilities of its values are known. */
  Candidate prepare(int variable) {
    Network network = belief.network();
    int group = network.variable(variable).group();
    if (belief.active(group)) {
      PredictedFinding finding =
          new PredictedFinding(belief.factor(group), network.centralOdds(variable));
      return new Candidate(finding.sums(all, serious), () -> finding.entropy(all));
    }
    return kept(network.informationRows(variable));
  }

  /**
   * As {@link #prepare}, for a region that was not marked on the pain map.
   *
   * @param completeness probability c that it would have been marked were it painful; it then hurts
   *     with probability q (1 - c) / (1 - c q)
   */
  Candidate prepareUnmarked(int variable, double completeness) {
    return kept(belief.network().unmarkedRows(variable, completeness));
  }

  private Candidate kept(InformationRows rows) {
    ValueSums[] sums = new ValueSums[rows.values() - 1];
    Arrays.setAll(sums, v -> ValueSums.of(rows.probability(v + 1), all, serious));
    return new Candidate(sums, () -> all.dot(rows.entropy()));
  }

  /**
   * A variable whose information is computed in steps: about a serious condition at once, about the
   * hypothesis first a bound from above.
   */
  final class Candidate {

    private final DoubleSupplier conditionalEntropy;
    private final double entropy;
    private final double seriousBits;
    private final double bound;

    /**
     * @param sums of each value but the first
     * @param conditionalEntropy sum over the hypotheses of weight times entropy
     */
    private Candidate(ValueSums[] sums, DoubleSupplier conditionalEntropy) {
      this.conditionalEntropy = conditionalEntropy;
      double[] values = values(mass, sums, ValueSums::weight);
      double[] within = values(pSerious, sums, ValueSums::seriousWeight);
      double[] outside = new double[values.length];
      for (int v = 0; v < values.length; v++) {
        outside[v] = values[v] - within[v];
      }
      double given =
          pSerious * entropy(within, pSerious)
              + (mass - pSerious) * entropy(outside, mass - pSerious);
      this.entropy = entropy(values, mass);
      this.seriousBits = Math.max(0, entropy - given / mass);
      double least = sums.length == 1 ? sums[0].leastEntropy() / mass - ROUNDING : 0;
      this.bound = entropy - Math.max(0, least);
    }

    /** Upper bound of the information about the hypothesis in bits. */
    double bound() {
      return bound;
    }

    /** Information about whether a serious condition is present, in bits. */
    double seriousBits() {
      return seriousBits;
    }

    /** Information about the hypothesis and about whether a serious condition is present. */
    Bits bits() {
      return new Bits(Math.max(0, entropy - conditionalEntropy.getAsDouble() / mass), seriousBits);
    }
  }

  /** Weights of all values: the first one has what the others leave of the total. */
  private static double[] values(
      double total, ValueSums[] sums, ToDoubleFunction<ValueSums> weight) {
    double[] values = new double[sums.length + 1];
    values[0] = total;
    for (int v = 1; v < values.length; v++) {
      values[v] = weight.applyAsDouble(sums[v - 1]);
      values[0] -= values[v];
    }
    return values;
  }

  /** Entropy in bits of weights that sum to {@code total}. */
  private static double entropy(double[] weights, double total) {
    double sum = 0;
    for (double weight : weights) {
      sum += total <= 0 ? 0 : Entropy.exactTerm(weight / total);
    }
    return sum;
  }
}
