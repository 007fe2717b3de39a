package health.plumbline.reasoning;

/**
 * The probabilities of an unknown finding of a latent group of which something is known, as mutual
 * information needs them.
 *
 * <p>Implementation note. They hold for one person only, so no row is made of them: a block of
 * hypotheses goes from the central odds to the sums within the innermost cache, once for the
 * weights of the values, and again for the entropy if that is wanted.
 */
final class PredictedFinding {

  private final FactorPosterior posterior;
  private final double[][] odds;
  private final double[] tile = new double[FloatRow.BLOCK];
  private final float[] central = new float[FloatRow.BLOCK];

  /** Probabilities of each value but the first, under the hypotheses of a block. */
  private final float[][] block;

  /**
   * @param posterior of the group's factor
   * @param odds central odds of "at least value 1, 2, …" of the finding
   */
  PredictedFinding(FactorPosterior posterior, double[][] odds) {
    this.posterior = posterior;
    this.odds = odds;
    this.block = new float[odds.length][FloatRow.BLOCK];
  }

  /** The sums of each value but the first. */
  ValueSums[] sums(FloatRow all, FloatRow serious) {
    ValueSums[] sums = new ValueSums[block.length];
    for (int t = 0; t < sums.length; t++) {
      sums[t] = new ValueSums();
    }
    for (int b = 0; b < all.blocks(); b++) {
      turnTo(b);
      for (int t = 0; t < sums.length; t++) {
        sums[t].add(block[t], all.block(b), serious.block(b));
      }
    }
    return sums;
  }

  /** The sum of weight times entropy in bits. */
  double entropy(FloatRow all) {
    Entropy.OfBlock entropy = new Entropy.OfBlock();
    float[] entropies = new float[FloatRow.BLOCK];
    float[] sums = new float[FloatRow.BLOCK];
    for (int b = 0; b < all.blocks(); b++) {
      turnTo(b);
      entropy.of(block, entropies);
      FloatRow.addProducts(all.block(b), entropies, sums);
    }
    return FloatRow.sum(sums);
  }

  private void turnTo(int number) {
    for (int t = 0; t < block.length; t++) {
      FloatRow.narrow(odds[t], number * FloatRow.BLOCK, tile, central);
      posterior.predict(central, number, block[t]);
      if (t > 0) {
        FloatRow.subtract(block[t], block[t - 1]);
      }
    }
  }
}
