package health.plumbline.reasoning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All sets of one to three conditions that together may cause a presentation.
 *
 * <p>Implementation note. The posterior is exact because the space is small: 41 conditions give
 * 11,521 hypotheses. They are numbered in the order of the natural triple loop (i, then i with j,
 * then i, j with k), so that every sum over the hypotheses of a condition or a pair runs over
 * neighbouring cells and marginals need no scattered writes for the innermost condition.
 */
final class HypothesisSpace {

  /** The most conditions that one hypothesis may hold. */
  static final int MOST_CONDITIONS = 3;

  private final int conditions;
  private final int size;
  private final byte[][] members;
  private final int[] singles;
  private final int[] ofFewConditions;

  /**
   * @param conditions number of conditions, 1 to 127
   */
  HypothesisSpace(int conditions) {
    if (conditions < 1 || conditions > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("conditions must be 1 to 127, not " + conditions);
    }
    this.conditions = conditions;
    int n = conditions;
    this.size = n + n * (n - 1) / 2 + n * (n - 1) * (n - 2) / 6;
    this.members = new byte[size][];
    this.singles = new int[n];
    this.ofFewConditions = new int[n + n * (n - 1) / 2];
    int h = 0;
    int few = 0;
    for (int i = 0; i < n; i++) {
      singles[i] = h;
      ofFewConditions[few++] = h;
      members[h++] = new byte[] {(byte) i};
      for (int j = i + 1; j < n; j++) {
        ofFewConditions[few++] = h;
        members[h++] = new byte[] {(byte) i, (byte) j};
        for (int k = j + 1; k < n; k++) {
          members[h++] = new byte[] {(byte) i, (byte) j, (byte) k};
        }
      }
    }
  }

  int conditions() {
    return conditions;
  }

  /** Number of pairs of conditions: as many as other conditions a hypothesis may have. */
  int pairs() {
    return conditions * (conditions - 1) / 2;
  }

  /**
   * Where the block of a first condition begins in an array over the pairs: it is its last so many
   * cells, since the later conditions alone follow it.
   */
  int blockStart(int first) {
    return pairs() - (conditions - 1 - first) * (conditions - first) / 2;
  }

  /** Number of hypotheses. */
  int size() {
    return size;
  }

  /** The conditions of a hypothesis, ascending; not to be written to. */
  byte[] members(int hypothesis) {
    return members[hypothesis];
  }

  /** The hypothesis that a condition is the only cause. */
  int single(int condition) {
    return singles[condition];
  }

  /** The hypotheses of one or two conditions, ascending; not to be written to. */
  int[] ofFewConditions() {
    return ofFewConditions;
  }

  /**
   * Multiplies {@code out[h]} by the product of {@code factor[d]} over the conditions d of h.
   *
   * @param factor one factor a condition
   * @param out one value a hypothesis
   */
  void multiplyProducts(double[] factor, double[] out) {
    int h = 0;
    for (int i = 0; i < conditions; i++) {
      double fi = factor[i];
      out[h++] *= fi;
      for (int j = i + 1; j < conditions; j++) {
        double fij = fi * factor[j];
        out[h++] *= fij;
        for (int k = j + 1; k < conditions; k++) {
          out[h++] *= fij * factor[k];
        }
      }
    }
  }

  /**
   * Sums the hypotheses that hold each condition.
   *
   * @param p one weight a hypothesis
   * @return one sum a condition
   */
  double[] marginals(double[] p) {
    double[] marginals = new double[conditions];
    sum(p, null, marginals, scratch());
    return marginals;
  }

  /** Two arrays for {@link #shares}, so that not each call takes new ones. */
  double[][] scratch() {
    return new double[2][pairs()];
  }

  /**
   * The share of the weight that lies on hypotheses that hold each condition.
   *
   * @param p one weight a hypothesis, of any sum
   * @param scratch from {@link #scratch}, written over
   * @return one share a condition
   */
  double[] shares(double[] p, double[][] scratch) {
    return shares(p, null, scratch);
  }

  /**
   * As {@link #shares(double[], double[][])}, had the weights not been multiplied by a factor.
   *
   * @param divisor the factor, or null for none
   */
  double[] shares(double[] p, NoisyGate.@Nullable Factor divisor, double[][] scratch) {
    double[] shares = new double[conditions];
    double total = sum(p, divisor, shares, scratch);
    for (int d = 0; d < conditions; d++) {
      shares[d] /= total;
    }
    return shares;
  }

  /**
   * Sums the hypotheses that hold each condition.
   *
   * <p>The hypotheses whose first condition is i are a block of neighbours, laid out by their other
   * two conditions in the same order for every i. So one pass adds the blocks up cell by cell into
   * the sums of pairs, and each block to the sum of its first condition. Each block is copied to
   * where it is added, so that both stand under the same index.
   *
   * @param divisor what to divide by first, or null
   * @return the sum of all
   */
  private double sum(
      double[] p, NoisyGate.@Nullable Factor divisor, double[] marginals, double[][] scratch) {
    double[] others = scratch[0];
    double[] block = scratch[1];
    Arrays.fill(others, 0);
    double total = 0;
    int h = 0;
    for (int i = 0; i < conditions; i++) {
      int from = blockStart(i);
      int length = others.length - from;
      System.arraycopy(p, h + 1, block, from, length);
      double alone = p[h];
      if (divisor != null) {
        divisor.divide(i, block, from);
        alone /= divisor.alone(i);
      }
      RowMath.add(block, from, others);
      marginals[i] = alone + RowMath.sumOfFew(block, from, block.length);
      total += marginals[i];
      h += 1 + length;
    }
    int cell = 0;
    for (int j = 1; j < conditions; j++) {
      marginals[j] += addPairs(others, cell, j, marginals);
      cell += conditions - j;
    }
    return total;
  }

  /** Adds the sums of the pairs of j with each later condition to these; returns their sum. */
  private double addPairs(double[] others, int cell, int j, double[] marginals) {
    double sum = others[cell];
    for (int k = j + 1; k < conditions; k++) {
      double pair = others[cell + k - j];
      sum += pair;
      marginals[k] += pair;
    }
    return sum;
  }
}
