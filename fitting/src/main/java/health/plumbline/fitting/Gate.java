package health.plumbline.fitting;

/**
 * The noisy-OR of one statement with its derivatives.
 *
 * <p>Implementation note. The same formula as the inference core ({@code NoisyGate}), which a test
 * holds equal, but in log-odds of the parameters and with the derivative by each of them:
 *
 * <pre>P = 1 - (1 - L) S,  L = l * product of p_i / l over inhibiting i,
 *                         S = product of (1 - p_i) / (1 - l) over raising i</pre>
 */
final class Gate {

  private Gate() {}

  /**
   * Adds the derivatives of the probability of the statement under a hypothesis.
   *
   * @param p probability under each condition alone, and last without any
   * @param members the conditions of the hypothesis
   * @param gradient receives, added with weight, the derivative by the log-odds of each parameter
   * @param weight factor of what is added
   */
  static void gradient(double[] p, byte[] members, double[] gradient, double weight) {
    int leak = p.length - 1;
    double l = p[leak];
    double remaining = l;
    double pass = 1;
    int raising = 0;
    for (byte d : members) {
      if (p[d] >= l) {
        pass *= (1 - p[d]) / (1 - l);
        raising++;
      } else {
        remaining *= p[d] / l;
      }
    }
    double absent = (1 - remaining) * pass;
    for (byte d : members) {
      // dP/dp times p(1 - p), the derivative of p by its log-odds.
      gradient[d] += weight * (p[d] >= l ? absent * p[d] : remaining * pass * (1 - p[d]));
    }
    int inhibiting = members.length - raising;
    gradient[leak] +=
        weight * ((1 - inhibiting) * remaining * pass * (1 - l) - raising * absent * l);
  }

  /**
   * The probability of the statement under a hypothesis.
   *
   * @param p probability under each condition alone, and last without any
   * @param members the conditions of the hypothesis
   */
  static double probability(double[] p, byte[] members) {
    double l = p[p.length - 1];
    double remaining = l;
    double pass = 1;
    for (byte d : members) {
      if (p[d] >= l) {
        pass *= (1 - p[d]) / (1 - l);
      } else {
        remaining *= p[d] / l;
      }
    }
    return 1 - (1 - remaining) * pass;
  }
}
