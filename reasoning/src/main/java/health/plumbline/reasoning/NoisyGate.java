package health.plumbline.reasoning;

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
 * copied to where they stand and back again: HotSpot makes vector instructions of a loop over
 * several arrays only if all are under the same index, and copying costs little. To reckon a row
 * anew then takes no longer than to read it from memory, and a belief can take in a finding of
 * which no row is kept.
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
    double[] pass = new double[n];
    double[] keep = new double[n];
    strengths(leak, given, pass, keep);
    double[] row = new double[space.size()];
    Others others = new Others(pass, keep);
    int h = 0;
    for (int i = 0; i < n; i++) {
      row[h] = 1 - (1 - leak * keep[i]) * pass[i];
      int from = others.from(i);
      fill(others.block, from, pass[i], leak * keep[i], others.pass, others.keep);
      others.store(from, row, h + 1);
      h += 1 + others.block.length - from;
    }
    return row;
  }

  /**
   * Multiplies each cell by {@code constant + slope * p}, where p is the probability of the finding
   * under that hypothesis: with 0 and 1 by that of the finding, with 1 and -1 by that of its
   * absence.
   *
   * @param source what is multiplied, one number a hypothesis
   * @param out receives the products; may be the same
   */
  static void multiply(
      HypothesisSpace space,
      double leak,
      double[] given,
      double constant,
      double slope,
      double[] source,
      double[] out) {
    change(space, leak, given, constant, slope, source, out, false);
  }

  /** As {@link #multiply}, but divides. */
  static void divide(
      HypothesisSpace space,
      double leak,
      double[] given,
      double constant,
      double slope,
      double[] source,
      double[] out) {
    change(space, leak, given, constant, slope, source, out, true);
  }

  private static void change(
      HypothesisSpace space,
      double leak,
      double[] given,
      double constant,
      double slope,
      double[] source,
      double[] out,
      boolean divides) {
    int n = space.conditions();
    double[] pass = new double[n];
    double[] keep = new double[n];
    strengths(leak, given, pass, keep);
    Others others = new Others(pass, keep);
    double whole = constant + slope;
    int h = 0;
    for (int i = 0; i < n; i++) {
      double slopeI = slope * pass[i];
      double leakI = leak * keep[i];
      double alone = whole - slopeI * (1 - leakI);
      out[h] = divides ? source[h] / alone : source[h] * alone;
      int from = others.from(i);
      others.load(from, source, h + 1);
      if (divides) {
        divide(others.block, from, whole, slopeI, leakI, others.pass, others.keep);
      } else {
        multiply(others.block, from, whole, slopeI, leakI, others.pass, others.keep);
      }
      others.store(from, out, h + 1);
      h += 1 + others.block.length - from;
    }
  }

  /** The products over the one or two conditions after the first, and the block beside them. */
  private static final class Others {

    private final double[] pass;
    private final double[] keep;
    private final double[] block;
    private final int conditions;

    Others(double[] pass, double[] keep) {
      this.conditions = pass.length;
      this.pass = products(pass);
      this.keep = products(keep);
      this.block = new double[this.pass.length];
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

    /** The first cell for a first condition: its block is the last so many cells. */
    int from(int first) {
      return block.length - (conditions - 1 - first) * (conditions - first) / 2;
    }

    void load(int from, double[] row, int h) {
      System.arraycopy(row, h, block, from, block.length - from);
    }

    void store(int from, double[] row, int h) {
      System.arraycopy(block, from, row, h, block.length - from);
    }
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
