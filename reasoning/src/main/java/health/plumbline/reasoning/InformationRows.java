package health.plumbline.reasoning;

import java.util.Arrays;

/**
 * The rows of one unknown variable from which mutual information is computed.
 *
 * <p>Implementation note. With H(q) made beforehand the information of a finding takes three dot
 * products with the posterior (see {@link QuestionChooser}). They are kept for every finding and
 * kind of person, in few bits ({@link CodedRow}).
 */
final class InformationRows {

  private final CodedRow[] probability;
  private final CodedRow entropy;

  private InformationRows(CodedRow[] probability, CodedRow entropy) {
    this.probability = probability;
    this.entropy = entropy;
  }

  /**
   * The rows of a variable.
   *
   * @param rows its {@link VariableRows#likelihood}
   */
  static InformationRows of(HypothesisSpace space, Variable variable, double[][] rows) {
    if (variable.kind() == Variable.Kind.BINARY) {
      return ofBinary(space, rows[0]);
    }
    boolean tails = variable.kind() == Variable.Kind.ORDERED;
    CodedRow[] probability = new CodedRow[variable.values() - 1];
    float[] entropy = new float[space.size()];
    double[] rest = new double[space.size()];
    Arrays.fill(rest, 1);
    float[] value = new float[space.size()];
    for (int v = 1; v < variable.values(); v++) {
      for (int h = 0; h < value.length; h++) {
        double p = tails ? rows[v - 1][h] - (v < rows.length ? rows[v][h] : 0) : rows[v][h];
        value[h] = (float) p;
        rest[h] -= p;
        entropy[h] += (float) Entropy.term(p);
      }
      probability[v - 1] = CodedRow.of(space, value);
    }
    for (int h = 0; h < entropy.length; h++) {
      entropy[h] += (float) Entropy.term(rest[h]);
    }
    return new InformationRows(probability, CodedRow.of(space, entropy));
  }

  private static InformationRows ofBinary(HypothesisSpace space, double[] present) {
    float[] probability = new float[present.length];
    float[] entropy = new float[present.length];
    for (int h = 0; h < present.length; h++) {
      probability[h] = (float) present[h];
      entropy[h] = (float) Entropy.binary(present[h]);
    }
    return new InformationRows(
        new CodedRow[] {CodedRow.of(space, probability)}, CodedRow.of(space, entropy));
  }

  /**
   * The rows of a region that was not marked: with probability q of pain there and completeness c
   * it hurts with probability q (1 - c) / (1 - c q).
   */
  static InformationRows ofUnmarked(HypothesisSpace space, double[] present, double completeness) {
    double[] hurts = new double[present.length];
    for (int h = 0; h < present.length; h++) {
      hurts[h] = present[h] * (1 - completeness) / (1 - completeness * present[h]);
    }
    return ofBinary(space, hurts);
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
  CodedRow probability(int value) {
    return probability[value - 1];
  }

  /** The entropy of the variable in bits, under every hypothesis. */
  CodedRow entropy() {
    return entropy;
  }
}
