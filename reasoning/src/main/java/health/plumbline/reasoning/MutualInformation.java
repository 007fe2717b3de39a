package health.plumbline.reasoning;

import java.util.function.IntToDoubleFunction;

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
    return belief.active(group)
        ? new Predicted(
            new PredictedFinding(belief.factor(group), network.centralOdds(variable), all, serious))
        : new Kept(network.informationRows(variable));
  }

  /**
   * As {@link #prepare}, for a region that was not marked on the pain map.
   *
   * @param completeness probability c that it would have been marked were it painful; it then hurts
   *     with probability q (1 - c) / (1 - c q)
   */
  Candidate prepareUnmarked(int variable, double completeness) {
    return new Kept(belief.network().unmarkedRows(variable, completeness));
  }

  /**
   * A variable whose information is computed in steps, each of which bounds it from above: its own
   * entropy bounds its information about the hypothesis, and that its information about whether a
   * serious condition is present, which follows from the hypothesis.
   */
  abstract sealed class Candidate {

    private final double[] marginal;
    private final double entropy;
    private double hypothesisBits = Double.NaN;

    private Candidate(double[] marginal) {
      this.marginal = marginal;
      this.entropy = entropy(marginal, mass);
    }

    /** Weight of each value together with a serious condition. */
    abstract double[] withSerious();

    /** Sum over the hypotheses of weight times entropy. */
    abstract double conditionalEntropy();

    /** Upper bound of the information in bits: the entropy of the variable. */
    double bound() {
      return entropy;
    }

    /** Information about the hypothesis in bits. */
    double hypothesisBits() {
      if (Double.isNaN(hypothesisBits)) {
        hypothesisBits = Math.max(0, entropy - conditionalEntropy() / mass);
      }
      return hypothesisBits;
    }

    /** Information about whether a serious condition is present, in bits. */
    double seriousBits() {
      double[] within = withSerious();
      double[] outside = new double[within.length];
      for (int v = 0; v < within.length; v++) {
        outside[v] = marginal[v] - within[v];
      }
      double given =
          pSerious * entropy(within, pSerious)
              + (mass - pSerious) * entropy(outside, mass - pSerious);
      return Math.max(0, entropy - given / mass);
    }

    Bits bits() {
      return new Bits(hypothesisBits(), seriousBits());
    }
  }

  /** A variable whose rows are the same for every person of its kind. */
  private final class Kept extends Candidate {

    private final InformationRows rows;

    Kept(InformationRows rows) {
      super(values(rows.values(), mass, v -> all.dot(rows.probability(v))));
      this.rows = rows;
    }

    @Override
    double[] withSerious() {
      return values(rows.values(), pSerious, v -> serious.dot(rows.probability(v)));
    }

    @Override
    double conditionalEntropy() {
      return all.dot(rows.entropy());
    }
  }

  /** A variable of a latent group of which something is known. */
  private final class Predicted extends Candidate {

    private final PredictedFinding finding;

    Predicted(PredictedFinding finding) {
      super(values(finding.values(), mass, finding::weight));
      this.finding = finding;
    }

    @Override
    double[] withSerious() {
      return values(finding.values(), pSerious, finding::seriousWeight);
    }

    @Override
    double conditionalEntropy() {
      return finding.entropy();
    }
  }

  /** Weights of all values: the first one has what the others leave of the total. */
  private static double[] values(int count, double total, IntToDoubleFunction weight) {
    double[] values = new double[count];
    values[0] = total;
    for (int v = 1; v < count; v++) {
      values[v] = weight.applyAsDouble(v);
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
