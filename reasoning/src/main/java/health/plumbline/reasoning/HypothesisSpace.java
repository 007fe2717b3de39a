package health.plumbline.reasoning;

/**
 * All sets of one to three conditions that together may cause a presentation.
 *
 * <p>Implementation note. The posterior is exact because the space is small: 41 conditions give
 * 11,521 hypotheses. They are numbered in the order of the natural triple loop (i, then i with j,
 * then i, j with k), so that every sum over the hypotheses of a condition or a pair runs over
 * neighbouring cells and marginals need no scattered writes for the innermost condition.
 */
final class HypothesisSpace {

  /** The most conditions that one hypothesis may hold. */
  static final int MOST_CONDITIONS = 3;

  private final int conditions;
  private final int size;
  private final byte[][] members;

  /**
   * @param conditions number of conditions, 1 to 127
   */
  HypothesisSpace(int conditions) {
    if (conditions < 1 || conditions > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("conditions must be 1 to 127, not " + conditions);
    }
    this.conditions = conditions;
    int n = conditions;
    this.size = n + n * (n - 1) / 2 + n * (n - 1) * (n - 2) / 6;
    this.members = new byte[size][];
    int h = 0;
    for (int i = 0; i < n; i++) {
      members[h++] = new byte[] {(byte) i};
      for (int j = i + 1; j < n; j++) {
        members[h++] = new byte[] {(byte) i, (byte) j};
        for (int k = j + 1; k < n; k++) {
          members[h++] = new byte[] {(byte) i, (byte) j, (byte) k};
        }
      }
    }
  }

  int conditions() {
    return conditions;
  }

  /** Number of hypotheses. */
  int size() {
    return size;
  }

  /** The conditions of a hypothesis, ascending; not to be written to. */
  byte[] members(int hypothesis) {
    return members[hypothesis];
  }

  /**
   * Multiplies {@code out[h]} by the product of {@code factor[d]} over the conditions d of h.
   *
   * @param factor one factor a condition
   * @param out one value a hypothesis
   */
  void multiplyProducts(double[] factor, double[] out) {
    int h = 0;
    for (int i = 0; i < conditions; i++) {
      double fi = factor[i];
      out[h++] *= fi;
      for (int j = i + 1; j < conditions; j++) {
        double fij = fi * factor[j];
        out[h++] *= fij;
        for (int k = j + 1; k < conditions; k++) {
          out[h++] *= fij * factor[k];
        }
      }
    }
  }

  /**
   * Sums the hypotheses that hold each condition.
   *
   * @param p one weight a hypothesis
   * @return one sum a condition
   */
  double[] marginals(double[] p) {
    double[] marginals = new double[conditions];
    int h = 0;
    for (int i = 0; i < conditions; i++) {
      double sumI = p[h++];
      for (int j = i + 1; j < conditions; j++) {
        double sumJ = p[h++];
        for (int k = j + 1; k < conditions; k++) {
          double pk = p[h++];
          sumJ += pk;
          marginals[k] += pk;
        }
        marginals[j] += sumJ;
        sumI += sumJ;
      }
      marginals[i] += sumI;
    }
    return marginals;
  }
}
