package health.plumbline.reasoning;

import java.util.List;

/**
 * Combines several causes of one finding.
 *
 * <p>Implementation note. Noisy-OR with leak (Pearl 1988; Henrion 1989) for causes that raise the
 * finding: with leak l and probability p under one cause alone, the cause acts with strength c,
 * where 1 - p = (1 - l)(1 - c). A cause under which the finding is rarer than the leak inhibits it,
 * as in the DeMorgan gate of Maaskant and Druzdzel (2008), by a factor s = p / l; but it inhibits
 * the leak only and not the other causes. In the gate as published an inhibitor acts on every
 * cause, so that a second condition which merely lacks a finding (back pain beside hip arthritis:
 * no groin pain of its own) would take away what the first one brings. Hence
 *
 * <pre>P(finding | h) = 1 - (1 - l * product of s) * product of (1 - c)</pre>
 *
 * which for a single condition is exactly its p. Both products run over the conditions of the
 * hypothesis.
 *
 * <p>The hypotheses whose first condition is i are a block of neighbours, laid out by their other
 * two conditions in the same order for every i (see {@link HypothesisSpace}). So the products over
 * the other two are made once, and each block is one loop over neighbouring cells of them. It is
 * copied to where they stand and back again, once for all findings: HotSpot makes vector
 * instructions of a loop over several arrays only if all are under the same index, and copying
 * costs little. To reckon a row anew then takes no longer than to read it from memory, and a belief
 * can take in a finding of which no row is kept.
 */
final class NoisyGate {

  private NoisyGate() {}

  /**
   * The probability of the finding under every hypothesis.
   *
   * @param space the hypotheses
   * @param leak probability without any of the conditions, 0 to 1
   * @param given probability under each condition alone, 0 to 1
   * @return one probability a hypothesis
   */
  static double[] row(HypothesisSpace space, double leak, double[] given) {
    int n = space.conditions();
    Factor p = new Factor(leak, given, 0, 1);
    double[] block = new double[space.pairs()];
    double[] row = new double[space.size()];
    int h = 0;
    for (int i = 0; i < n; i++) {
      row[h] = 1 - (1 - leak * p.keep[i]) * p.pass[i];
      int from = space.blockStart(i);
      fill(block, from, p.pass[i], leak * p.keep[i], p.othersPass, p.othersKeep);
      System.arraycopy(block, from, row, h + 1, block.length - from);
      h += 1 + block.length - from;
    }
    return row;
  }

  /**
   * What the finding multiplies each hypothesis by: {@code constant + slope * p}, where p is its
   * probability there; with 0 and 1 that of the finding, with 1 and -1 that of its absence.
   */
  static final class Factor {

    private final double whole;
    private final double slope;
    private final double leak;
    private final double[] pass;
    private final double[] keep;
    private final double[] othersPass;
    private final double[] othersKeep;

    /**
     * @param leak probability without any of the conditions, 0 to 1
     * @param given probability under each condition alone, 0 to 1
     */
    Factor(double leak, double[] given, double constant, double slope) {
      this.whole = constant + slope;
      this.slope = slope;
      this.leak = leak;
      this.pass = new double[given.length];
      this.keep = new double[given.length];
      strengths(leak, given, pass, keep);
      this.othersPass = products(pass);
      this.othersKeep = products(keep);
    }

    /** The factor of the hypothesis that a condition is the only cause. */
    double alone(int condition) {
      return whole - slope * pass[condition] * (1 - leak * keep[condition]);
    }

    /**
     * Multiplies a block.
     *
     * @param first first condition of its hypotheses
     * @param from where it begins, see {@link HypothesisSpace#blockStart}
     */
    void multiply(int first, double[] block, int from) {
      NoisyGate.multiply(
          block, from, whole, slope * pass[first], leak * keep[first], othersPass, othersKeep);
    }

    /** As {@link #multiply}, but divides. */
    void divide(int first, double[] block, int from) {
      NoisyGate.divide(
          block, from, whole, slope * pass[first], leak * keep[first], othersPass, othersKeep);
    }
  }

  /** Multiplies a row by all factors, block by block, so that each block is fetched once. */
  static void multiply(HypothesisSpace space, List<Factor> factors, double[] row) {
    double[] block = new double[space.pairs()];
    int h = 0;
    for (int i = 0; i < space.conditions(); i++) {
      int from = space.blockStart(i);
      System.arraycopy(row, h + 1, block, from, block.length - from);
      for (Factor factor : factors) {
        row[h] *= factor.alone(i);
        factor.multiply(i, block, from);
      }
      System.arraycopy(block, from, row, h + 1, block.length - from);
      h += 1 + block.length - from;
    }
  }

  /** The products of one or two factors of the conditions after the first, in their order. */
  private static double[] products(double[] factor) {
    int n = factor.length;
    double[] products = new double[n * (n - 1) / 2];
    int cell = 0;
    for (int j = 1; j < n; j++) {
      products[cell++] = factor[j];
      for (int k = j + 1; k < n; k++) {
        products[cell++] = factor[j] * factor[k];
      }
    }
    return products;
  }

  private static void fill(
      double[] block, int from, double pass, double leak, double[] p, double[] k) {
    for (int c = from; c < block.length; c++) {
      block[c] = 1 - (1 - leak * k[c]) * (pass * p[c]);
    }
  }

  private static void multiply(
      double[] block, int from, double whole, double slope, double leak, double[] p, double[] k) {
    for (int c = from; c < block.length; c++) {
      block[c] *= whole - (1 - leak * k[c]) * (slope * p[c]);
    }
  }

  private static void divide(
      double[] block, int from, double whole, double slope, double leak, double[] p, double[] k) {
    for (int c = from; c < block.length; c++) {
      block[c] /= whole - (1 - leak * k[c]) * (slope * p[c]);
    }
  }

  /** The probability under one hypothesis, for few hypotheses or many parameter draws. */
  static double probability(double leak, double[] given, byte[] members) {
    double pass = 1;
    double left = leak;
    for (byte d : members) {
      double p = given[d];
      if (p >= leak) {
        pass *= (1 - p) / (1 - leak);
      } else {
        left *= p / leak;
      }
    }
    return 1 - (1 - left) * pass;
  }

  /**
   * The factors of each condition.
   *
   * @param pass receives 1 - c for a condition that raises the finding, else 1
   * @param keep receives s for a condition that inhibits it, else 1
   */
  static void strengths(double leak, double[] given, double[] pass, double[] keep) {
    for (int d = 0; d < given.length; d++) {
      boolean raises = given[d] >= leak;
      pass[d] = raises ? (1 - given[d]) / (1 - leak) : 1;
      keep[d] = raises ? 1 : given[d] / leak;
    }
  }
}
