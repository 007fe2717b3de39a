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
    double bits = -mean(entropies, shares);
    double first = 1;
    for (int value = 1; value < variable.values(); value++) {
      double p = mean(variable.given()[value], shares);
      bits += Entropy.term(p);
      first -= p;
    }
    return bits + Entropy.term(first);
  }

  private static double mean(double[] values, double[] shares) {
    // Two sums beside each other, since each addition waits for the one before.
    double even = 0;
    double odd = 0;
    int d = 0;
    for (; d + 2 <= values.length; d += 2) {
      even += shares[d] * values[d];
      odd += shares[d + 1] * values[d + 1];
    }
    return d < values.length ? even + odd + shares[d] * values[d] : even + odd;
  }
}
