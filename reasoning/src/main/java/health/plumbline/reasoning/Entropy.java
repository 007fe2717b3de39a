package health.plumbline.reasoning;

import java.util.Arrays;

/**
 * Entropy in bits, from a table.
 *
 * <p>Implementation note. Building the information rows takes some four million entropies; a table
 * over the square root of p, in which -p log p is smooth down to zero, with linear interpolation
 * gives them to 2e-7 bits in a few nanoseconds. For a block of probabilities the places in the
 * table are found first, in one loop of vector instructions, and looked up then.
 */
final class Entropy {

  private static final int STEPS = 4096;
  private static final double[] TABLE = new double[STEPS + 2];
  private static final float[] TERM = new float[STEPS + 2];
  private static final float[] BINARY = new float[STEPS + 2];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      double s = (double) i / STEPS;
      double p = s * s;
      TABLE[i] = exactTerm(p);
      TERM[i] = (float) TABLE[i];
      BINARY[i] = (float) (p < 1 ? exactTerm(p) + exactTerm(1 - p) : 0);
    }
  }

  private Entropy() {}

  /**
   * The term -p log2 p.
   *
   * @param p probability, 0 to 1
   */
  static double term(double p) {
    double x = Math.sqrt(Math.clamp(p, 0, 1)) * STEPS;
    int i = (int) x;
    double t = x - i;
    return TABLE[i] + t * (TABLE[i + 1] - TABLE[i]);
  }

  /** Entropies of a variable under a block of hypotheses. */
  static final class OfBlock {

    private final float[] rest = new float[FloatRow.BLOCK];
    private final float[] places = new float[FloatRow.BLOCK];

    /**
     * The entropies.
     *
     * @param p probabilities of each value but the first, 0 to 1 but for rounding
     * @param out receives them
     */
    void of(float[][] p, float[] out) {
      if (p.length == 1) {
        placesOfRarer(p[0], places);
        lookUp(BINARY, places, out);
        return;
      }
      Arrays.fill(out, 0);
      Arrays.fill(rest, 1);
      for (float[] value : p) {
        FloatRow.subtract(value, rest);
        addTerms(value, out);
      }
      addTerms(rest, out);
    }

    private void addTerms(float[] p, float[] out) {
      places(p, places);
      lookUp(TERM, places, places);
      add(places, out);
    }
  }

  private static void placesOfRarer(float[] p, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = STEPS * (float) Math.sqrt(Math.max(0, Math.min(p[i], 1 - p[i])));
    }
  }

  private static void places(float[] p, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = STEPS * (float) Math.sqrt(Math.max(0, Math.min(p[i], 1)));
    }
  }

  private static void lookUp(float[] table, float[] places, float[] out) {
    for (int i = 0; i < out.length; i++) {
      int step = (int) places[i];
      float below = table[step];
      out[i] = below + (places[i] - step) * (table[step + 1] - below);
    }
  }

  private static void add(float[] row, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += row[i];
    }
  }

  /** The term -p log2 p to machine precision. */
  static double exactTerm(double p) {
    return p <= 0 ? 0 : -p * Math.log(p) / Math.log(2);
  }
}
