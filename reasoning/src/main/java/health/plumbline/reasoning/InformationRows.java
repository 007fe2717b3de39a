package health.plumbline.reasoning;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one unknown variable from which mutual information is computed.
 *
 * <p>Implementation note. With H(q) made beforehand the information of a finding takes three dot
 * products with the posterior (see {@link QuestionChooser}); floats keep all findings within some
 * 30 MB for a kind of person, and lie within 1e-6 bits of doubles.
 */
final class InformationRows {

  private final float[][] probability;
  private final float[] entropy;
  private final int hypotheses;
  private float @Nullable [][] centralOdds;

  private InformationRows(float[][] probability, float[] entropy) {
    this.probability = probability;
    this.entropy = entropy;
    this.hypotheses = entropy.length;
  }

  static InformationRows of(Network network, int index) {
    Variable variable = network.variable(index);
    double[][] rows = network.transientRows(index);
    int size = network.space().size();
    float[][] probability = new float[variable.values() - 1][size];
    float[] entropy = new float[size];
    boolean tails = variable.kind() == Variable.Kind.ORDERED;
    boolean binary = variable.kind() == Variable.Kind.BINARY;
    for (int h = 0; h < size; h++) {
      double rest = 1;
      double sum = 0;
      for (int v = 1; v < variable.values(); v++) {
        double p;
        if (binary) {
          p = rows[0][h];
        } else if (tails) {
          p = rows[v - 1][h] - (v < rows.length ? rows[v][h] : 0);
        } else {
          p = rows[v][h];
        }
        probability[v - 1][h] = (float) p;
        rest -= p;
        sum += binary ? 0 : Entropy.term(p);
      }
      entropy[h] = (float) (binary ? Entropy.binary(rows[0][h]) : sum + Entropy.term(rest));
    }
    return new InformationRows(probability, entropy);
  }

  /** Number of values. */
  int values() {
    return probability.length + 1;
  }

  /** The probability of a value but the first, under every hypothesis. */
  float[] probability(int value) {
    return probability[value - 1];
  }

  /** The entropy of the variable in bits, under every hypothesis. */
  float[] entropy() {
    return entropy;
  }

  /**
   * For a variable with a latent factor the odds of "at least value 1, 2, ..." at its centre.
   *
   * @param factor the factor of the variable's group
   */
  synchronized float[][] centralOdds(LatentFactor factor) {
    float[][] cached = centralOdds;
    if (cached == null) {
      cached = new float[probability.length][hypotheses];
      for (int h = 0; h < hypotheses; h++) {
        double atLeast = 0;
        for (int v = probability.length - 1; v >= 0; v--) {
          atLeast += probability[v][h];
          cached[v][h] = (float) factor.centralOdds(atLeast);
        }
      }
      centralOdds = cached;
    }
    return cached;
  }
}
