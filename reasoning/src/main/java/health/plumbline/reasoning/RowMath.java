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

  /** {@code out += row} from a cell to the last. */
  static void add(double[] row, int from, double[] out) {
    for (int h = from; h < out.length; h++) {
      out[h] += row[h];
    }
  }

  /** As {@link #sum}, for few cells, in fewer chains. */
  static double sumOfFew(double[] row, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int h = from;
    for (; h + 4 <= to; h += 4) {
      s0 += row[h];
      s1 += row[h + 1];
      s2 += row[h + 2];
      s3 += row[h + 3];
    }
    double sum = (s0 + s1) + (s2 + s3);
    for (; h < to; h++) {
      sum += row[h];
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

  /** {@code out = a / divisor}. */
  static void divide(double[] a, double[] divisor, double[] out) {
    for (int h = 0; h < out.length; h++) {
      out[h] = a[h] / divisor[h];
    }
  }

  /** {@code out = a * (1 + b * c)}. */
  static void multiplyOnePlusProduct(double[] a, double[] b, double[] c, double[] out) {
    for (int h = 0; h < out.length; h++) {
      out[h] = a[h] * (1 + b[h] * c[h]);
    }
  }

  /** {@code out = a * (1 + b / c)}. */
  static void multiplyOnePlusRatio(double[] a, double[] b, double[] c, double[] out) {
    for (int h = 0; h < out.length; h++) {
      out[h] = a[h] * (1 + b[h] / c[h]);
    }
  }
}
