package health.plumbline.reasoning;

import java.util.Arrays;

/**
 * The rows of one unknown variable from which mutual information is computed.
 *
 * <p>Implementation note. With H(q) made beforehand the information of a finding takes three dot
 * products with the posterior (see {@link QuestionChooser}); floats take half the memory, and lie
 * within 1e-6 bits of doubles.
 */
final class InformationRows {

  private final FloatRow[] probability;
  private final FloatRow entropy;

  private InformationRows(FloatRow[] probability, FloatRow entropy) {
    this.probability = probability;
    this.entropy = entropy;
  }

  /**
   * The rows of a variable.
   *
   * @param rows its {@link VariableRows#likelihood}
   */
  static InformationRows of(Variable variable, double[][] rows) {
    int size = rows[0].length;
    FloatRow[] probability = new FloatRow[variable.values() - 1];
    Arrays.setAll(probability, v -> new FloatRow(size));
    FloatRow entropy = new FloatRow(size);
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
        probability[v - 1].set(h, p);
        rest -= p;
        sum += binary ? 0 : Entropy.term(p);
      }
      entropy.set(h, binary ? Entropy.binary(rows[0][h]) : sum + Entropy.term(rest));
    }
    return new InformationRows(probability, entropy);
  }

  /**
   * The rows of a region that was not marked: with probability q of pain there and completeness c
   * it hurts with probability q (1 - c) / (1 - c q).
   */
  static InformationRows ofUnmarked(double[] present, double completeness) {
    FloatRow probability = new FloatRow(present.length);
    FloatRow entropy = new FloatRow(present.length);
    for (int h = 0; h < present.length; h++) {
      double p = present[h] * (1 - completeness) / (1 - completeness * present[h]);
      probability.set(h, p);
      entropy.set(h, Entropy.binary(p));
    }
    return new InformationRows(new FloatRow[] {probability}, entropy);
  }

  /** The memory they take, in bytes. */
  long bytes() {
    return (probability.length + 1L) * entropy.bytes();
  }

  /** Number of values. */
  int values() {
    return probability.length + 1;
  }

  /** The probability of a value but the first, under every hypothesis. */
  FloatRow probability(int value) {
    return probability[value - 1];
  }

  /** The entropy of the variable in bits, under every hypothesis. */
  FloatRow entropy() {
    return entropy;
  }
}
