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
 * hypothesis in the natural triple loop.
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
    int h = 0;
    for (int i = 0; i < n; i++) {
      double passI = pass[i];
      double leakI = leak * keep[i];
      row[h++] = 1 - (1 - leakI) * passI;
      for (int j = i + 1; j < n; j++) {
        double passJ = passI * pass[j];
        double leakJ = leakI * keep[j];
        row[h++] = 1 - (1 - leakJ) * passJ;
        for (int k = j + 1; k < n; k++) {
          row[h++] = 1 - (1 - leakJ * keep[k]) * (passJ * pass[k]);
        }
      }
    }
    return row;
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
