package health.plumbline.reasoning;

/**
 * Sums over the hypotheses for one value of an unknown finding, from one pass over its
 * probabilities.
 *
 * <p>Implementation note. Most findings are not worth asking, and it should cost little to find
 * that out. With q the probability of the value and x = 4 q (1 - q), the entropy of a yes-or-no
 * finding is nowhere below
 *
 * <pre>1.888 x - 2.5056 x^2 + 2.773 x^3 - 1.1675 x^4</pre>
 *
 * and at most 0.012 bits above it (the coefficients are the solution of a linear programme: as near
 * as can be from below). So the same pass that gives the weight of the value, with and without a
 * serious condition, bounds what the finding can tell, and the row of its entropies need not be
 * read, or made, unless it may be among the best.
 */
final class ValueSums {

  private static final float C1 = 1.888f;
  private static final float C2 = -2.5056f;
  private static final float C3 = 2.773f;
  private static final float C4 = -1.1675f;

  private final float[] weight = new float[FloatRow.BLOCK];
  private final float[] seriousWeight = new float[FloatRow.BLOCK];
  private final float[] leastEntropy = new float[FloatRow.BLOCK];

  /** The sums for a row of probabilities. */
  static ValueSums of(FloatRow probability, FloatRow all, FloatRow serious) {
    ValueSums sums = new ValueSums();
    for (int b = 0; b < all.blocks(); b++) {
      sums.add(probability.block(b), all.block(b), serious.block(b));
    }
    return sums;
  }

  /**
   * Adds a block.
   *
   * @param q probability of the value under each hypothesis
   * @param all weight of the hypotheses
   * @param serious the same of those that hold a serious condition, 0 for the others
   */
  void add(float[] q, float[] all, float[] serious) {
    add(q, all, serious, weight, seriousWeight, leastEntropy);
  }

  private static void add(
      float[] q,
      float[] all,
      float[] serious,
      float[] weight,
      float[] seriousWeight,
      float[] least) {
    for (int i = 0; i < weight.length; i++) {
      float x = 4 * q[i] * (1 - q[i]);
      weight[i] += all[i] * q[i];
      seriousWeight[i] += serious[i] * q[i];
      least[i] += all[i] * (x * (C1 + x * (C2 + x * (C3 + x * C4))));
    }
  }

  /** Sum of weight times probability. */
  double weight() {
    return FloatRow.sum(weight);
  }

  /** The same over the hypotheses that hold a serious condition. */
  double seriousWeight() {
    return FloatRow.sum(seriousWeight);
  }

  /**
   * A lower bound of the sum of weight times entropy in bits, if the finding has no third value.
   */
  double leastEntropy() {
    return FloatRow.sum(leastEntropy);
  }

  /** The bound for a single probability. */
  static double leastEntropy(double q) {
    double x = 4 * q * (1 - q);
    return x * (C1 + x * (C2 + x * (C3 + x * C4)));
  }
}
