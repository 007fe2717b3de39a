package health.plumbline.reasoning;

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

  /** The hypotheses that count, and for each its posterior and that of a serious one, else 0. */
  private final int[] hypotheses;

  private final float[] all;
  private final float[] serious;
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
    this.hypotheses = Tail.without(posterior, LEFT_OUT);
    this.all = new float[hypotheses.length];
    this.serious = new float[hypotheses.length];
    double sum = 0;
    for (int i = 0; i < hypotheses.length; i++) {
      int h = hypotheses[i];
      all[i] = (float) posterior[h];
      if (isSerious[h]) {
        serious[i] = all[i];
        sum += posterior[h];
      }
    }
    this.pSerious = sum;
  }

  /** The information of an unknown variable. */
  Bits of(int variable) {
    return belief.active(belief.network().variable(variable).group())
        ? ofPredictive(belief.predictive(variable, hypotheses))
        : ofRows(belief.network().informationRows(variable));
  }

  /**
   * The information of a region that was not marked on the pain map.
   *
   * @param completeness probability c that it would have been marked were it painful; it then hurts
   *     with probability q (1 - c) / (1 - c q)
   */
  Bits ofUnmarked(int variable, double completeness) {
    float[] present = belief.network().informationRows(variable).probability(1);
    float[] row = new float[hypotheses.length];
    float c = (float) completeness;
    for (int i = 0; i < row.length; i++) {
      float q = present[hypotheses[i]];
      row[i] = q * (1 - c) / (1 - c * q);
    }
    return ofPredictive(new float[][] {row});
  }

  private Bits ofRows(InformationRows rows) {
    int values = rows.values();
    double[] marginal = new double[values];
    double[] within = new double[values];
    for (int v = 1; v < values; v++) {
      sum(rows.probability(v), v, marginal, within);
    }
    return bits(marginal, within, sum(rows.entropy()));
  }

  /** From the rows of "at least value 1, 2, ..." under the hypotheses that count. */
  private Bits ofPredictive(float[][] atLeast) {
    return atLeast.length == 1 ? ofBinary(atLeast[0]) : ofOrdered(atLeast);
  }

  private Bits ofBinary(float[] row) {
    double yes = 0;
    double yesAndSerious = 0;
    double entropy = 0;
    for (int i = 0; i < row.length; i++) {
      double p = row[i];
      yes += all[i] * p;
      yesAndSerious += serious[i] * p;
      entropy += all[i] * Entropy.binary(p);
    }
    return bits(new double[] {0, yes}, new double[] {0, yesAndSerious}, entropy);
  }

  private Bits ofOrdered(float[][] atLeast) {
    int values = atLeast.length + 1;
    double[] marginal = new double[values];
    double[] within = new double[values];
    double entropy = 0;
    for (int i = 0; i < hypotheses.length; i++) {
      double sum = 0;
      double above = 1;
      for (int v = 1; v < values; v++) {
        double p = atLeast[v - 1][i];
        sum += Entropy.term(above - p);
        above = p;
        marginal[v] += all[i] * p;
        within[v] += serious[i] * p;
      }
      entropy += all[i] * (sum + Entropy.term(above));
    }
    for (int v = 1; v + 1 < values; v++) {
      marginal[v] -= marginal[v + 1];
      within[v] -= within[v + 1];
    }
    return bits(marginal, within, entropy);
  }

  /** Two chains of additions each, since the compiler keeps the order of floating point sums. */
  private void sum(float[] row, int v, double[] marginal, double[] within) {
    double a0 = 0;
    double a1 = 0;
    double s0 = 0;
    double s1 = 0;
    int i = 0;
    for (; i + 1 < hypotheses.length; i += 2) {
      float q0 = row[hypotheses[i]];
      float q1 = row[hypotheses[i + 1]];
      a0 += all[i] * q0;
      a1 += all[i + 1] * q1;
      s0 += serious[i] * q0;
      s1 += serious[i + 1] * q1;
    }
    if (i < hypotheses.length) {
      a0 += all[i] * row[hypotheses[i]];
      s0 += serious[i] * row[hypotheses[i]];
    }
    marginal[v] = a0 + a1;
    within[v] = s0 + s1;
  }

  private double sum(float[] row) {
    double a0 = 0;
    double a1 = 0;
    double a2 = 0;
    double a3 = 0;
    int i = 0;
    for (; i + 3 < hypotheses.length; i += 4) {
      a0 += all[i] * row[hypotheses[i]];
      a1 += all[i + 1] * row[hypotheses[i + 1]];
      a2 += all[i + 2] * row[hypotheses[i + 2]];
      a3 += all[i + 3] * row[hypotheses[i + 3]];
    }
    for (; i < hypotheses.length; i++) {
      a0 += all[i] * row[hypotheses[i]];
    }
    return a0 + a1 + a2 + a3;
  }

  private Bits bits(double[] marginal, double[] within, double entropyGivenHypothesis) {
    marginal[0] = 1;
    within[0] = pSerious;
    for (int v = 1; v < marginal.length; v++) {
      marginal[0] -= marginal[v];
      within[0] -= within[v];
    }
    double total = 0;
    double given = 0;
    for (int v = 0; v < marginal.length; v++) {
      total += Entropy.exactTerm(marginal[v]);
      if (pSerious > 0) {
        given += pSerious * Entropy.exactTerm(within[v] / pSerious);
      }
      if (pSerious < 1) {
        given += (1 - pSerious) * Entropy.exactTerm((marginal[v] - within[v]) / (1 - pSerious));
      }
    }
    return new Bits(Math.max(0, total - entropyGivenHypothesis), Math.max(0, total - given));
  }
}
