package health.plumbline.reasoning;

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

  private static final int BITS = 8;

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

  /** A copy. */
  static FloatRow of(float[] cells) {
    FloatRow row = new FloatRow(cells.length);
    for (int b = 0; b < row.blocks.length; b++) {
      int from = b << BITS;
      System.arraycopy(cells, from, row.blocks[b], 0, Math.min(BLOCK, cells.length - from));
    }
    return row;
  }

  void set(int cell, double value) {
    blocks[cell >> BITS][cell & (BLOCK - 1)] = (float) value;
  }

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

  /** The sum of the products with the cells of a row of the same length. */
  double dot(FloatRow other) {
    float[] partial = new float[BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      addProducts(blocks[b], other.blocks[b], partial);
    }
    return sum(partial);
  }

  /** The sum of a block. */
  static double sum(float[] block) {
    double sum = 0;
    for (int i = 0; i < BLOCK; i += 4) {
      sum += ((double) block[i] + block[i + 1]) + ((double) block[i + 2] + block[i + 3]);
    }
    return sum;
  }

  private static void addProducts(float[] a, float[] b, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += a[i] * b[i];
    }
  }
}
