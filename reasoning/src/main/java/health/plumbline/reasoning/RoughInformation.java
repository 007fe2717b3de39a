package health.plumbline.reasoning;

/**
 * A rough value of the information in a finding, to pick those worth an exact one.
 *
 * <p>Implementation note. As if just one condition were the cause, with the marginal posteriors as
 * its probabilities, and as if nothing were known of the finding's latent group: forty terms
 * instead of eleven thousand. Both simplifications overrate a finding rather than underrate it.
 */
final class RoughInformation {

  private RoughInformation() {}

  /**
   * The mutual information in bits of a variable with the condition.
   *
   * @param entropies its entropy under each condition alone, {@link Network#entropies}
   * @param shares one probability a condition, summing to 1
   */
  static double bits(Variable variable, double[] entropies, double[] shares) {
    double bits = 0;
    for (double[] given : variable.given()) {
      bits += Entropy.term(mean(given, shares));
    }
    return bits - mean(entropies, shares);
  }

  private static double mean(double[] values, double[] shares) {
    double mean = 0;
    for (int d = 0; d < values.length; d++) {
      mean += shares[d] * values[d];
    }
    return mean;
  }
}
