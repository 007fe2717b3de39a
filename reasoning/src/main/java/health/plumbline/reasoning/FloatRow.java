package health.plumbline.reasoning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row of floats whose sums of products are fast.
 *
 * <p>Implementation note. HotSpot keeps the order of a floating point sum, so a plain dot product
 * adds one number after the other. Here the cells lie in blocks, and the products of all blocks are
 * added up cell by cell into one block of partial sums: the same operation on whole blocks under
 * one index, which becomes vector instructions and takes half the time. The partial sums are short,
 * so that the result lies within 1e-6 of one in doubles. The last block is filled up with zeros.
 */
final class FloatRow {

  private static final int BITS = 9;

  /** Cells of a block. */
  static final int BLOCK = 1 << BITS;

  private final float[][] blocks;

  /** Some cells picked out, and which, for the row that they were last asked for. */
  private float @Nullable [] picked;

  private int @Nullable [] pickedCells;

  private double total = Double.NaN;

  /**
   * A row of zeros.
   *
   * @param length number of cells
   */
  FloatRow(int length) {
    blocks = new float[blocks(length)][BLOCK];
  }

  /** How many blocks hold so many cells. */
  static int blocks(int cells) {
    return (cells + BLOCK - 1) >> BITS;
  }

  /** The same numbers as floats. */
  static FloatRow of(double[] cells) {
    FloatRow row = new FloatRow(cells.length);
    double[] tile = new double[BLOCK];
    for (int b = 0; b < row.blocks.length; b++) {
      narrow(cells, b << BITS, tile, row.blocks[b]);
    }
    return row;
  }

  /**
   * Makes floats of so many cells as fit a block, and zeros of what is left of it.
   *
   * @param tile as long as a block, written over
   */
  static void narrow(double[] cells, int from, double[] tile, float[] out) {
    int length = Math.min(BLOCK, cells.length - from);
    System.arraycopy(cells, from, tile, 0, length);
    Arrays.fill(tile, length, BLOCK, 0);
    narrow(tile, out);
  }

  private static void narrow(double[] cells, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) cells[i];
    }
  }

  void set(int cell, double value) {
    blocks[cell >> BITS][cell & (BLOCK - 1)] = (float) value;
  }

  /** Number of blocks. */
  int blocks() {
    return blocks.length;
  }

  /** The cells from {@code number * BLOCK}. */
  float[] block(int number) {
    return blocks[number];
  }

  /** Some of the cells; the row must be complete by then. */
  @SuppressWarnings("ReferenceEquality") // the same array: to compare contents would cost a pass
  float[] picked(int[] cells) {
    float[] found = picked;
    if (found == null || pickedCells != cells) {
      found = new float[cells.length];
      for (int i = 0; i < cells.length; i++) {
        found[i] = blocks[cells[i] >> BITS][cells[i] & (BLOCK - 1)];
      }
      picked = found;
      pickedCells = cells;
    }
    return found;
  }

  /** The sum of the cells; the row must be complete by then. */
  double total() {
    if (Double.isNaN(total)) {
      double sum = 0;
      for (float[] block : blocks) {
        sum += sum(block);
      }
      total = sum;
    }
    return total;
  }

  /** The sum of the products with the cells of a coded row over the same hypotheses. */
  double dot(CodedRow coded) {
    return coded.dot(this);
  }

  /** The sum of a block. */
  static double sum(float[] block) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int i = 0; i < BLOCK; i += 4) {
      sum0 += block[i];
      sum1 += block[i + 1];
      sum2 += block[i + 2];
      sum3 += block[i + 3];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /** {@code out += a * b}, for blocks. */
  static void addProducts(float[] a, float[] b, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += a[i] * b[i];
    }
  }

  /** {@code out -= a}, for blocks. */
  static void subtract(float[] a, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] -= a[i];
    }
  }
}
