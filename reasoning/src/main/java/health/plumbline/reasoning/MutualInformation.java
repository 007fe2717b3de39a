package health.plumbline.reasoning;

/**
 * Mutual information between an unknown finding and the hypothesis, and between it and the presence
 * of a serious condition.
 *
 * <p>Implementation note. H(sum p q) - sum p H(q), exact over all hypotheses (Lindley 1956; for
 * diagnosis Gorry and Barnett 1968). With the entropies H(q) made beforehand that is a dot product
 * of the posterior with one row a value and one with the row of entropies. A finding of a latent
 * group of which something is known uses its probabilities given that knowledge, so a fifth
 * sacroiliac test is not overrated. Floats: the result lies within 1e-5 bits of doubles.
 */
final class MutualInformation {

  private static final float NEGLIGIBLE = 1e-11f;

  private final Belief belief;
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
    this.all = new float[posterior.length];
    this.serious = new float[posterior.length];
    double sum = 0;
    for (int h = 0; h < posterior.length; h++) {
      all[h] = (float) posterior[h];
      if (isSerious[h]) {
        serious[h] = all[h];
        sum += posterior[h];
      }
    }
    this.pSerious = sum;
  }

  /** The information of an unknown variable. */
  Bits of(int variable) {
    return belief.active(belief.network().variable(variable).group())
        ? ofPredictive(belief.predictive(variable))
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
    float[] row = new float[present.length];
    float c = (float) completeness;
    for (int h = 0; h < present.length; h++) {
      row[h] = present[h] * (1 - c) / (1 - c * present[h]);
    }
    return ofPredictive(new float[][] {row});
  }

  private Bits ofRows(InformationRows rows) {
    int values = rows.values();
    double[] marginal = new double[values];
    double[] within = new double[values];
    for (int v = 1; v < values; v++) {
      marginal[v] = dot(all, rows.probability(v));
      within[v] = dot(serious, rows.probability(v));
    }
    return bits(marginal, within, dot(all, rows.entropy()));
  }

  private Bits ofPredictive(float[][] atLeast) {
    int values = atLeast.length + 1;
    double[] marginal = new double[values];
    double[] within = new double[values];
    for (int v = 1; v < values; v++) {
      marginal[v] = dot(all, atLeast[v - 1]);
      within[v] = dot(serious, atLeast[v - 1]);
      if (v > 1) {
        marginal[v - 1] -= marginal[v];
        within[v - 1] -= within[v];
      }
    }
    double entropy = 0;
    float[] posterior = all;
    for (int h = 0; h < posterior.length; h++) {
      // Hypotheses this improbable cannot move the sum within the precision of floats.
      if (posterior[h] < NEGLIGIBLE) {
        continue;
      }
      double sum = 0;
      double above = 1;
      for (float[] row : atLeast) {
        sum += Entropy.term(above - row[h]);
        above = row[h];
      }
      entropy += posterior[h] * (sum + Entropy.term(above));
    }
    return bits(marginal, within, entropy);
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

  /** Several accumulators, since the compiler does not split a sum of floats by itself. */
  private static double dot(float[] a, float[] b) {
    double sum = 0;
    int h = 0;
    int end = a.length & ~3;
    while (h < end) {
      // Blocks keep the rounding of the float accumulators within 1e-6 of the sum.
      int block = Math.min(end, h + 512);
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      for (; h < block; h += 4) {
        s0 += a[h] * b[h];
        s1 += a[h + 1] * b[h + 1];
        s2 += a[h + 2] * b[h + 2];
        s3 += a[h + 3] * b[h + 3];
      }
      sum += (double) s0 + s1 + s2 + s3;
    }
    for (; h < a.length; h++) {
      sum += (double) a[h] * b[h];
    }
    return sum;
  }
}
