package health.plumbline.reasoning;

/**
 * The posterior of a group's latent factor under every hypothesis, given what is known of the
 * group.
 *
 * <p>Implementation note. A finding with central odds o is present with probability sum of w o r /
 * (1 + o r) over the points with odds ratios r and posterior weights w. Two opposite points, r and
 * 1 / r with weights v and w, together give
 *
 * <pre>o (a + b o) / (1 + c o + o o),  a = v r + w / r,  b = v + w,  c = r + 1 / r</pre>
 *
 * with one division, and a and b are made once for all findings of the group. Floats, in blocks
 * under one index (see {@link FloatRow}).
 */
final class FactorPosterior {

  private static final int POINTS = LatentFactor.nodes();
  private static final int MIDDLE = POINTS / 2;

  /** For each pair of points the rows of a and b, and its c. */
  private final FloatRow[] as = new FloatRow[MIDDLE];

  private final FloatRow[] bs = new FloatRow[MIDDLE];
  private final float[] cs = new float[MIDDLE];

  /** The weight of the point 0. */
  private final FloatRow middle;

  private final LatentFactor factor;

  /**
   * Weights that have yet to be taken over.
   *
   * @param size number of hypotheses
   */
  FactorPosterior(LatentFactor factor, int size) {
    this.factor = factor;
    this.middle = new FloatRow(size);
    for (int k = 0; k < MIDDLE; k++) {
      as[k] = new FloatRow(size);
      bs[k] = new FloatRow(size);
      cs[k] = (float) (factor.oddsRatio(k) + 1 / factor.oddsRatio(k));
    }
  }

  /** The weights given what is known of the group. */
  static FactorPosterior of(LatentFactor factor, FactorTile.Rows known, int size) {
    FactorPosterior posterior = new FactorPosterior(factor, size);
    FactorTile tile = new FactorTile(factor, known);
    for (int from = 0; from < size; from += FactorTile.LENGTH) {
      tile.turnTo(from);
      posterior.take(tile, from);
    }
    return posterior;
  }

  /**
   * Takes over the weights of some hypotheses.
   *
   * @param tile turned to them
   * @param from the first of them
   */
  void take(FactorTile tile, int from) {
    int block = from / FactorTile.LENGTH;
    double[] sum = tile.sum();
    for (int k = 0; k < MIDDLE; k++) {
      weigh(
          tile.terms(k),
          tile.terms(POINTS - 1 - k),
          sum,
          factor.oddsRatio(k),
          as[k].block(block),
          bs[k].block(block));
    }
    weigh(tile.terms(MIDDLE), sum, middle.block(block));
  }

  /**
   * The probability of a finding under a block of hypotheses.
   *
   * @param odds its central odds there
   * @param block number of the block
   * @param out receives the probabilities
   */
  void predict(float[] odds, int block, float[] out) {
    begin(odds, middle.block(block), out);
    for (int k = 0; k < MIDDLE; k++) {
      add(odds, as[k].block(block), bs[k].block(block), cs[k], out);
    }
  }

  private static void weigh(
      double[] x, double[] y, double[] sum, double ratio, float[] a, float[] b) {
    double opposite = 1 / ratio;
    for (int i = 0; i < sum.length; i++) {
      double inverse = 1 / sum[i];
      a[i] = (float) ((x[i] * ratio + y[i] * opposite) * inverse);
      b[i] = (float) ((x[i] + y[i]) * inverse);
    }
  }

  private static void weigh(double[] x, double[] sum, float[] out) {
    for (int i = 0; i < sum.length; i++) {
      out[i] = (float) (x[i] / sum[i]);
    }
  }

  private static void begin(float[] o, float[] weight, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = o[i] * weight[i] / (1 + o[i]);
    }
  }

  private static void add(float[] o, float[] a, float[] b, float c, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += o[i] * (a[i] + b[i] * o[i]) / (1 + (c + o[i]) * o[i]);
    }
  }
}
