package health.plumbline.reasoning;

/**
 * Arithmetic on rows, that is, on arrays with one number a hypothesis.
 *
 * <p>Implementation note. These loops are most of the work of an assessment, so each is written in
 * the one form that HotSpot turns into vector instructions: one operation on whole rows, all under
 * the same index. It keeps the order of a floating point sum, in which every addition waits for the
 * one before; sums therefore run in several chains beside each other.
 */
final class RowMath {

  private RowMath() {}

  /** The sum of the cells from {@code from} up to but not with {@code to}. */
  static double sum(double[] row, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int h = from;
    for (; h + 8 <= to; h += 8) {
      s0 += row[h];
      s1 += row[h + 1];
      s2 += row[h + 2];
      s3 += row[h + 3];
      s4 += row[h + 4];
      s5 += row[h + 5];
      s6 += row[h + 6];
      s7 += row[h + 7];
    }
    double sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    for (; h < to; h++) {
      sum += row[h];
    }
    return sum;
  }

  /**
   * Adds so many cells of a row to the last cells of another.
   *
   * @return their sum
   */
  static double addTail(double[] row, int from, int length, double[] out) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int start = out.length - length;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      double p0 = row[from + i];
      double p1 = row[from + i + 1];
      double p2 = row[from + i + 2];
      double p3 = row[from + i + 3];
      out[start + i] += p0;
      out[start + i + 1] += p1;
      out[start + i + 2] += p2;
      out[start + i + 3] += p3;
      s0 += p0;
      s1 += p1;
      s2 += p2;
      s3 += p3;
    }
    double sum = (s0 + s1) + (s2 + s3);
    for (; i < length; i++) {
      out[start + i] += row[from + i];
      sum += row[from + i];
    }
    return sum;
  }

  /** Scales a row so that it sums to 1. */
  static void normalise(double[] row) {
    double scale = 1 / sum(row, 0, row.length);
    for (int h = 0; h < row.length; h++) {
      row[h] *= scale;
    }
  }

  /** {@code out *= factor}. */
  static void multiply(double[] out, double[] factor) {
    for (int h = 0; h < out.length; h++) {
      out[h] *= factor[h];
    }
  }

  /** {@code out /= divisor}. */
  static void divide(double[] out, double[] divisor) {
    for (int h = 0; h < out.length; h++) {
      out[h] /= divisor[h];
    }
  }

  /** {@code out *= 1 + a * b}. */
  static void multiplyOnePlusProduct(double[] out, double[] a, double[] b) {
    for (int h = 0; h < out.length; h++) {
      out[h] *= 1 + a[h] * b[h];
    }
  }

  /** {@code out *= 1 + a / b}. */
  static void multiplyOnePlusRatio(double[] out, double[] a, double[] b) {
    for (int h = 0; h < out.length; h++) {
      out[h] *= 1 + a[h] / b[h];
    }
  }

  /** {@code out *= 1 + ratio * odds}, for the cells from {@code from} up to {@code to}. */
  static void multiplyOnePlus(double[] out, double ratio, double[] odds, int from, int to) {
    for (int h = from; h < to; h++) {
      out[h] *= 1 + ratio * odds[h];
    }
  }

  /** {@code out = scale / out}, for the cells from {@code from} up to {@code to}. */
  static void invert(double[] out, double scale, int from, int to) {
    for (int h = from; h < to; h++) {
      out[h] = scale / out[h];
    }
  }

  /** Picks the wanted cells of a row. */
  static double[] gather(double[] row, int[] wanted) {
    double[] picked = new double[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      picked[i] = row[wanted[i]];
    }
    return picked;
  }
}
