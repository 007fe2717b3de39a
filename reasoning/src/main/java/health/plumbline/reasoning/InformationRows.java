package health.plumbline.reasoning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one unknown variable from which mutual information is computed.
 *
 * <p>Implementation note. With H(q) made beforehand the information of a finding takes three dot
 * products with the posterior (see {@link QuestionChooser}); floats take half the memory, and lie
 * within 1e-6 bits of doubles.
 */
final class InformationRows {

  private final FloatRow[] probability;

  /** Made when first asked for: of most findings it never is. */
  private @Nullable FloatRow entropy;

  private InformationRows(FloatRow[] probability) {
    this.probability = probability;
  }

  /**
   * The rows of a variable.
   *
   * @param rows its {@link VariableRows#likelihood}
   */
  static InformationRows of(Variable variable, double[][] rows) {
    FloatRow[] cells = new FloatRow[rows.length];
    Arrays.setAll(cells, row -> FloatRow.of(rows[row]));
    return switch (variable.kind()) {
      case BINARY -> new InformationRows(cells);
      case ORDERED -> ofAtLeast(cells);
      case NOMINAL -> new InformationRows(Arrays.copyOfRange(cells, 1, cells.length));
    };
  }

  /** Of "at least value 1, 2, …" makes the values themselves. */
  private static InformationRows ofAtLeast(FloatRow[] atLeast) {
    for (int v = 0; v + 1 < atLeast.length; v++) {
      for (int b = 0; b < atLeast[v].blocks(); b++) {
        FloatRow.subtract(atLeast[v + 1].block(b), atLeast[v].block(b));
      }
    }
    return new InformationRows(atLeast);
  }

  /**
   * The rows of a region that was not marked: with probability q of pain there and completeness c
   * it hurts with probability q (1 - c) / (1 - c q).
   */
  static InformationRows ofUnmarked(double[] present, double completeness) {
    double[] hurts = new double[present.length];
    for (int h = 0; h < present.length; h++) {
      hurts[h] = present[h] * (1 - completeness) / (1 - completeness * present[h]);
    }
    return new InformationRows(new FloatRow[] {FloatRow.of(hurts)});
  }

  private static FloatRow entropy(FloatRow[] probability) {
    FloatRow entropy = new FloatRow(FloatRow.BLOCK * probability[0].blocks());
    Entropy.OfBlock ofBlock = new Entropy.OfBlock();
    float[][] block = new float[probability.length][];
    for (int b = 0; b < entropy.blocks(); b++) {
      for (int v = 0; v < block.length; v++) {
        block[v] = probability[v].block(b);
      }
      ofBlock.of(block, entropy.block(b));
    }
    return entropy;
  }

  /** The memory they take at most, in bytes. */
  long bytes() {
    return (probability.length + 1L) * probability[0].bytes();
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
  synchronized FloatRow entropy() {
    FloatRow made = entropy;
    if (made == null) {
      made = entropy(probability);
      entropy = made;
    }
    return made;
  }
}
