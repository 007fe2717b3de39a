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
 * the other two are made once, and each block is one loop over neighbouring cells of them, which
 * becomes vector instructions: to reckon a row anew takes no longer than to read it from memory,
 * and a belief can take in a finding of which no row is kept.
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
    double[] passOthers = others(n, pass);
    double[] keepOthers = others(n, keep);
    int h = 0;
    for (int i = 0; i < n; i++) {
      int block = (n - 1 - i) * (n - i) / 2;
      row[h++] = 1 - (1 - leak * keep[i]) * pass[i];
      fill(row, h, block, pass[i], leak * keep[i], passOthers, keepOthers);
      h += block;
    }
    return row;
  }

  /**
   * Multiplies each cell of {@code out} by {@code constant + slope * p}, where p is the probability
   * of the finding under that hypothesis: with 0 and 1 by that of the finding, with 1 and -1 by
   * that of its absence.
   *
   * @param out one value a hypothesis
   */
  static void multiply(
      HypothesisSpace space,
      double leak,
      double[] given,
      double constant,
      double slope,
      double[] out) {
    int n = space.conditions();
    double[] pass = new double[n];
    double[] keep = new double[n];
    strengths(leak, given, pass, keep);
    double[] passOthers = others(n, pass);
    double[] keepOthers = others(n, keep);
    int h = 0;
    for (int i = 0; i < n; i++) {
      int block = (n - 1 - i) * (n - i) / 2;
      double leakI = leak * keep[i];
      out[h++] *= constant + slope * (1 - (1 - leakI) * pass[i]);
      multiply(out, h, block, constant, slope, pass[i], leakI, passOthers, keepOthers);
      h += block;
    }
  }

  /** As {@link #multiply}, but divides. */
  static void divide(
      HypothesisSpace space,
      double leak,
      double[] given,
      double constant,
      double slope,
      double[] out) {
    int n = space.conditions();
    double[] pass = new double[n];
    double[] keep = new double[n];
    strengths(leak, given, pass, keep);
    double[] passOthers = others(n, pass);
    double[] keepOthers = others(n, keep);
    int h = 0;
    for (int i = 0; i < n; i++) {
      int block = (n - 1 - i) * (n - i) / 2;
      double leakI = leak * keep[i];
      out[h++] /= constant + slope * (1 - (1 - leakI) * pass[i]);
      divide(out, h, block, constant, slope, pass[i], leakI, passOthers, keepOthers);
      h += block;
    }
  }

  /** The products of one or two factors of the conditions after the first, in their order. */
  private static double[] others(int n, double[] factor) {
    double[] others = new double[n * (n - 1) / 2];
    int cell = 0;
    for (int j = 1; j < n; j++) {
      others[cell++] = factor[j];
      for (int k = j + 1; k < n; k++) {
        others[cell++] = factor[j] * factor[k];
      }
    }
    return others;
  }

  // The block of a first condition is the last so many cells of what the others give.

  private static void fill(
      double[] row, int from, int length, double pass, double leak, double[] p, double[] k) {
    int start = p.length - length;
    for (int c = 0; c < length; c++) {
      row[from + c] = 1 - (1 - leak * k[start + c]) * (pass * p[start + c]);
    }
  }

  private static void multiply(
      double[] out,
      int from,
      int length,
      double constant,
      double slope,
      double pass,
      double leak,
      double[] p,
      double[] k) {
    int start = p.length - length;
    for (int c = 0; c < length; c++) {
      out[from + c] *= constant + slope * (1 - (1 - leak * k[start + c]) * (pass * p[start + c]));
    }
  }

  private static void divide(
      double[] out,
      int from,
      int length,
      double constant,
      double slope,
      double pass,
      double leak,
      double[] p,
      double[] k) {
    int start = p.length - length;
    for (int c = 0; c < length; c++) {
      out[from + c] /= constant + slope * (1 - (1 - leak * k[start + c]) * (pass * p[start + c]));
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
