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
   * @param marginals one probability a condition
   */
  static double bits(Variable variable, double[] marginals) {
    double mass = 0;
    for (double p : marginals) {
      mass += p;
    }
    double bits = 0;
    for (double[] given : variable.given()) {
      double mean = 0;
      double conditional = 0;
      for (int d = 0; d < marginals.length; d++) {
        double weight = marginals[d] / mass;
        mean += weight * given[d];
        conditional += weight * Entropy.term(given[d]);
      }
      bits += Entropy.exactTerm(mean) - conditional;
    }
    return bits;
  }
}
