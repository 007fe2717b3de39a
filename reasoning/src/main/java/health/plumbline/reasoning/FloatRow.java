package health.plumbline.reasoning;

import java.util.Arrays;

/**
 * A row of floats whose sums of products are fast.
 *
 * <p>Implementation note. HotSpot keeps the order of a floating point sum, so a plain dot product
 * adds one number after the other. Here the cells lie in blocks, and the products of all blocks are
 * added up cell by cell into one block of partial sums, four blocks at a time so that the partial
 * sums are seldom read and written: the same operation on whole blocks under one index, which
 * becomes vector instructions. The partial sums are short, so that the result lies within 1e-6 of
 * one in doubles. The last block is filled up with zeros.
 */
final class FloatRow {

  private static final int BITS = 9;

  /** Cells of a block. */
  static final int BLOCK = 1 << BITS;

  private final float[][] blocks;

  /**
   * A row of zeros.
   *
   * @param length number of cells
   */
  FloatRow(int length) {
    blocks = new float[(length + BLOCK - 1) >> BITS][BLOCK];
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

  /** Number of blocks. */
  int blocks() {
    return blocks.length;
  }

  /** The cells from {@code number * BLOCK}. */
  float[] block(int number) {
    return blocks[number];
  }

  void set(int cell, double value) {
    blocks[cell >> BITS][cell & (BLOCK - 1)] = (float) value;
  }

  /** The memory of the cells, in bytes. */
  long bytes() {
    return (long) Float.BYTES * BLOCK * blocks.length;
  }

  /** The sum of the products with the cells of a row of the same length. */
  double dot(FloatRow other) {
    float[][] x = blocks;
    float[][] y = other.blocks;
    float[] partial = new float[BLOCK];
    int b = 0;
    for (; b + 4 <= x.length; b += 4) {
      addProducts(x[b], y[b], x[b + 1], y[b + 1], x[b + 2], y[b + 2], x[b + 3], y[b + 3], partial);
    }
    for (; b < x.length; b++) {
      addProducts(x[b], y[b], partial);
    }
    return sum(partial);
  }

  /** {@code out += a * b}, for blocks. */
  static void addProducts(float[] a, float[] b, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += a[i] * b[i];
    }
  }

  private static void addProducts(
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      float[] e,
      float[] f,
      float[] g,
      float[] h,
      float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += (a[i] * b[i] + c[i] * d[i]) + (e[i] * f[i] + g[i] * h[i]);
    }
  }

  /** {@code out -= a}, for blocks. */
  static void subtract(float[] a, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] -= a[i];
    }
  }

  /** The sum of the cells of a block. */
  static double sum(float[] partial) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int i = 0; i < BLOCK; i += 4) {
      sum0 += partial[i];
      sum1 += partial[i + 1];
      sum2 += partial[i + 2];
      sum3 += partial[i + 3];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }
}
