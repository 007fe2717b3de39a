package health.plumbline.reasoning;

/**
 * Sums over the hypotheses for one value of an unknown finding, from one pass over its
 * probabilities.
 *
 * <p>Implementation note. Most findings are not worth asking, and it should cost little to find
 * that out. With q the probability of the value and x = q - q q, the entropy of a yes-or-no finding
 * is nowhere below
 *
 * <pre>6.76 x - 20.74 x^2 + 38.73 x^3</pre>
 *
 * and at most 0.019 bits above it (as near as such a curve can be from below, on the whole; found
 * by linear programming). So the same pass that gives the weight of the value, with and without a
 * serious condition, bounds what the finding can tell, and the row of its entropies need not be
 * read, or made, unless it may be among the best.
 */
final class ValueSums {

  private static final float C1 = 6.76f;
  private static final float C2 = -20.74f;
  private static final float C3 = 38.73f;

  private final float[] weight = new float[FloatRow.BLOCK];
  private final float[] seriousWeight = new float[FloatRow.BLOCK];
  private final float[] leastEntropy = new float[FloatRow.BLOCK];

  /** What the codes of a row lose of the two weights. */
  private double lost;

  private double seriousLost;

  /** The sums for a row of probabilities. */
  static ValueSums of(CodedRow probability, FloatRow all, FloatRow serious) {
    ValueSums sums = new ValueSums();
    for (int b = 0; b < all.blocks(); b++) {
      addCoded(
          probability.block(b),
          probability.step(),
          probability.offset(),
          all.block(b),
          serious.block(b),
          sums.weight,
          sums.seriousWeight,
          sums.leastEntropy);
    }
    sums.lost = probability.lostProducts(all);
    sums.seriousLost = probability.lostProducts(serious);
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
      float x = q[i] - q[i] * q[i];
      weight[i] += all[i] * q[i];
      seriousWeight[i] += serious[i] * q[i];
      least[i] += all[i] * (x * (C1 + x * (C2 + x * C3)));
    }
  }

  private static void addCoded(
      short[] codes,
      float step,
      float offset,
      float[] all,
      float[] serious,
      float[] weight,
      float[] seriousWeight,
      float[] least) {
    for (int i = 0; i < weight.length; i++) {
      float q = step * codes[i] + offset;
      float x = q - q * q;
      weight[i] += all[i] * q;
      seriousWeight[i] += serious[i] * q;
      least[i] += all[i] * (x * (C1 + x * (C2 + x * C3)));
    }
  }

  /** Sum of weight times probability. */
  double weight() {
    return FloatRow.sum(weight) + lost;
  }

  /** The same over the hypotheses that hold a serious condition. */
  double seriousWeight() {
    return FloatRow.sum(seriousWeight) + seriousLost;
  }

  /**
   * A lower bound of the sum of weight times entropy in bits, if the finding has no third value.
   */
  double leastEntropy() {
    return FloatRow.sum(leastEntropy);
  }
}
