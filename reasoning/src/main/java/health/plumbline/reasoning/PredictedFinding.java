package health.plumbline.reasoning;

/**
 * What mutual information needs of an unknown finding of a latent group of which something is
 * known: sums over the hypotheses of its probabilities given that knowledge, and of their entropy.
 *
 * <p>Implementation note. These probabilities hold for one person only, so no row is made of them:
 * a block of hypotheses goes from the central odds to the sums within the innermost cache.
 */
final class PredictedFinding {

  private final double[] weights;
  private final double[] seriousWeights;
  private final double entropy;

  /**
   * @param posterior of the group's factor
   * @param odds central odds of "at least value 1, 2, …" of the finding
   * @param all weight of every hypothesis
   * @param serious the same of those that hold a serious condition, 0 for the others
   */
  PredictedFinding(FactorPosterior posterior, double[][] odds, FloatRow all, FloatRow serious) {
    double[] tile = new double[FloatRow.BLOCK];
    float[] central = new float[FloatRow.BLOCK];
    float[][] p = new float[odds.length][FloatRow.BLOCK];
    float[] entropies = new float[FloatRow.BLOCK];
    float[][] sums = new float[odds.length][FloatRow.BLOCK];
    float[][] seriousSums = new float[odds.length][FloatRow.BLOCK];
    float[] entropySums = new float[FloatRow.BLOCK];
    Entropy.OfBlock entropy = new Entropy.OfBlock();
    for (int b = 0; b < all.blocks(); b++) {
      for (int t = 0; t < p.length; t++) {
        FloatRow.narrow(odds[t], b * FloatRow.BLOCK, tile, central);
        posterior.predict(central, b, p[t]);
        if (t > 0) {
          FloatRow.subtract(p[t], p[t - 1]);
        }
      }
      entropy.of(p, entropies);
      FloatRow.addProducts(all.block(b), entropies, entropySums);
      for (int t = 0; t < p.length; t++) {
        FloatRow.addProducts(all.block(b), p[t], sums[t]);
        FloatRow.addProducts(serious.block(b), p[t], seriousSums[t]);
      }
    }
    this.entropy = FloatRow.sum(entropySums);
    this.weights = totals(sums);
    this.seriousWeights = totals(seriousSums);
  }

  private static double[] totals(float[][] sums) {
    double[] totals = new double[sums.length];
    for (int t = 0; t < totals.length; t++) {
      totals[t] = FloatRow.sum(sums[t]);
    }
    return totals;
  }

  /** Number of values. */
  int values() {
    return weights.length + 1;
  }

  /** Weight of a value but the first. */
  double weight(int value) {
    return weights[value - 1];
  }

  /** Weight of a value but the first together with a serious condition. */
  double seriousWeight(int value) {
    return seriousWeights[value - 1];
  }

  /** Sum of weight times entropy in bits. */
  double entropy() {
    return entropy;
  }
}
