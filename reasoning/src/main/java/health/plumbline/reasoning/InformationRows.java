package health.plumbline.reasoning;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one unknown variable from which mutual information is computed.
 *
 * <p>Implementation note. With H(q) made beforehand the information of a finding takes three dot
 * products with the posterior (see {@link QuestionChooser}). They are kept for every finding and
 * kind of person, in few bits ({@link CodedRow}). Most findings are told from the best without
 * their entropies ({@link ValueSums}), so these are made when first asked for.
 */
final class InformationRows {

  private final HypothesisSpace space;
  private final Supplier<FloatRow[]> values;
  private final CodedRow[] probability;
  private @Nullable CodedRow entropy;

  /**
   * @param values makes the rows of the probabilities of each value but the first
   */
  private InformationRows(HypothesisSpace space, Supplier<FloatRow[]> values) {
    this.space = space;
    this.values = values;
    FloatRow[] rows = values.get();
    this.probability = new CodedRow[rows.length];
    Arrays.setAll(probability, v -> CodedRow.of(space, cells(rows[v])));
  }

  /**
   * The rows of a variable.
   *
   * @param rows makes its {@link VariableRows#likelihood}
   */
  static InformationRows of(HypothesisSpace space, Variable variable, Supplier<double[][]> rows) {
    return new InformationRows(space, () -> values(variable, rows.get()));
  }

  /**
   * The rows of a region that was not marked: with probability q of pain there and completeness c
   * it hurts with probability q (1 - c) / (1 - c q).
   *
   * @param rows makes the row of q
   */
  static InformationRows ofUnmarked(
      HypothesisSpace space, Supplier<double[][]> rows, double completeness) {
    return new InformationRows(
        space, () -> new FloatRow[] {FloatRow.of(hurts(rows.get()[0], completeness))});
  }

  private static double[] hurts(double[] present, double completeness) {
    double[] hurts = new double[present.length];
    for (int h = 0; h < present.length; h++) {
      hurts[h] = present[h] * (1 - completeness) / (1 - completeness * present[h]);
    }
    return hurts;
  }

  private static FloatRow[] values(Variable variable, double[][] rows) {
    FloatRow[] values = new FloatRow[rows.length];
    Arrays.setAll(values, row -> FloatRow.of(rows[row]));
    return switch (variable.kind()) {
      case BINARY -> values;
      case ORDERED -> fromAtLeast(values);
      case NOMINAL -> Arrays.copyOfRange(values, 1, values.length);
    };
  }

  /** Of "at least value 1, 2, …" makes the values themselves. */
  private static FloatRow[] fromAtLeast(FloatRow[] atLeast) {
    for (int v = 0; v + 1 < atLeast.length; v++) {
      for (int b = 0; b < atLeast[v].blocks(); b++) {
        FloatRow.subtract(atLeast[v + 1].block(b), atLeast[v].block(b));
      }
    }
    return atLeast;
  }

  private static FloatRow entropies(FloatRow[] values) {
    FloatRow entropies = new FloatRow(FloatRow.BLOCK * values[0].blocks());
    Entropy.OfBlock ofBlock = new Entropy.OfBlock();
    float[][] block = new float[values.length][];
    for (int b = 0; b < entropies.blocks(); b++) {
      for (int v = 0; v < block.length; v++) {
        block[v] = values[v].block(b);
      }
      ofBlock.of(block, entropies.block(b));
    }
    return entropies;
  }

  private float[] cells(FloatRow row) {
    float[] cells = new float[space.size()];
    for (int b = 0; b < row.blocks(); b++) {
      int from = b * FloatRow.BLOCK;
      System.arraycopy(row.block(b), 0, cells, from, Math.min(FloatRow.BLOCK, cells.length - from));
    }
    return cells;
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
  CodedRow probability(int value) {
    return probability[value - 1];
  }

  /** The entropy of the variable in bits, under every hypothesis. */
  synchronized CodedRow entropy() {
    CodedRow made = entropy;
    if (made == null) {
      made = CodedRow.of(space, cells(entropies(values.get())));
      entropy = made;
    }
    return made;
  }
}
