package health.plumbline.reasoning;

/**
 * A row of numbers from 0 upwards, in a quarter of the memory of doubles, for sums of products.
 *
 * <p>Implementation note. A cell takes sixteen bits: its share of the largest. The hypotheses of
 * one or two conditions are one in thirteen and mostly hold most of the probability, so for them
 * what the code loses is kept beside it as floats, picked out of the other row once. What is lost
 * of those of three conditions, by each at most the 130,000th part of the largest, is weighted with
 * their probability and averages out over thousands of them: a sum with a posterior lies within
 * 1e-6 of one in doubles. Blocks as in {@link FloatRow}; whole numbers turn into floats within the
 * vector instructions, and less memory is read, so that it is no slower.
 */
final class CodedRow {

  /** Shorts have a sign, so codes are shifted by half their range. */
  private static final int SHIFT = 1 << 15;

  private static final int LARGEST_CODE = (1 << 16) - 1;

  private final HypothesisSpace space;
  private final short[][] blocks;
  private final float step;

  /** What the codes lose, for the hypotheses {@link HypothesisSpace#ofFewConditions}. */
  private final float[] lost;

  private CodedRow(HypothesisSpace space, short[][] blocks, float step, float[] lost) {
    this.space = space;
    this.blocks = blocks;
    this.step = step;
    this.lost = lost;
  }

  /**
   * Codes a row.
   *
   * @param cells one number a hypothesis, 0 or above
   */
  static CodedRow of(HypothesisSpace space, float[] cells) {
    float largest = 0;
    for (float cell : cells) {
      largest = Math.max(largest, cell);
    }
    float step = largest / LARGEST_CODE;
    float steps = largest > 0 ? LARGEST_CODE / largest : 0;
    short[][] blocks = new short[FloatRow.blocks(cells.length)][FloatRow.BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      int from = b * FloatRow.BLOCK;
      code(cells, from, Math.min(FloatRow.BLOCK, cells.length - from), steps, blocks[b]);
    }
    int[] few = space.ofFewConditions();
    float[] lost = new float[few.length];
    for (int i = 0; i < few.length; i++) {
      int h = few[i];
      lost[i] = cells[h] - step * (SHIFT + blocks[h / FloatRow.BLOCK][h % FloatRow.BLOCK]);
    }
    return new CodedRow(space, blocks, step, lost);
  }

  private static void code(float[] cells, int from, int length, float steps, short[] block) {
    for (int i = 0; i < length; i++) {
      block[i] = (short) ((int) (cells[from + i] * steps + 0.5f) - SHIFT);
    }
  }

  /** Number of blocks. */
  int blocks() {
    return blocks.length;
  }

  /** The codes of the cells from {@code number * BLOCK}. */
  short[] block(int number) {
    return blocks[number];
  }

  /** A cell is this times its code, and {@link #offset} more. */
  float step() {
    return step;
  }

  /** The value of the code 0. */
  float offset() {
    return step * SHIFT;
  }

  /** What is to be added to a sum of the products of decoded cells with those of a row. */
  double lostProducts(FloatRow other) {
    float[] few = other.picked(space.ofFewConditions());
    // Several sums beside each other, since each addition waits for the one before.
    float rest0 = 0;
    float rest1 = 0;
    float rest2 = 0;
    float rest3 = 0;
    int i = 0;
    for (; i + 4 <= few.length; i += 4) {
      rest0 += few[i] * lost[i];
      rest1 += few[i + 1] * lost[i + 1];
      rest2 += few[i + 2] * lost[i + 2];
      rest3 += few[i + 3] * lost[i + 3];
    }
    for (; i < few.length; i++) {
      rest0 += few[i] * lost[i];
    }
    return (rest0 + rest1) + (rest2 + rest3);
  }

  /** The sum of the products with the cells of a row over the same hypotheses. */
  double dot(FloatRow other) {
    float[] partial = new float[FloatRow.BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      addProducts(other.block(b), blocks[b], partial);
    }
    return step * (FloatRow.sum(partial) + SHIFT * other.total()) + lostProducts(other);
  }

  private static void addProducts(float[] a, short[] codes, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += a[i] * codes[i];
    }
  }

  /** The memory that it takes, in bytes. */
  long bytes() {
    return (long) Short.BYTES * FloatRow.BLOCK * blocks.length + (long) Float.BYTES * lost.length;
  }
}
