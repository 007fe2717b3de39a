package health.plumbline.reasoning;

import java.util.Arrays;

/**
 * Picks the hypotheses that matter out of a posterior, in ascending order.
 *
 * <p>Implementation note. Both selections count by binary exponent, which takes one pass instead of
 * a sort; hypotheses of one exponent stay or go together.
 */
final class Tail {

  private static final int EXPONENTS = 1100;

  private Tail() {}

  /** All hypotheses but the least probable ones that together hold at most {@code mass}. */
  static int[] without(double[] posterior, double mass) {
    double[] held = new double[EXPONENTS];
    for (double p : posterior) {
      held[bucket(p)] += p;
    }
    int bucket = EXPONENTS - 1;
    double dropped = 0;
    while (bucket > 0 && dropped + held[bucket] <= mass) {
      dropped += held[bucket];
      bucket--;
    }
    return upTo(posterior, bucket);
  }

  /** The most probable hypotheses, about {@code most} of them and at least one. */
  static int[] top(double[] posterior, int most) {
    int[] count = new int[EXPONENTS];
    for (double p : posterior) {
      count[bucket(p)]++;
    }
    int bucket = 0;
    int sum = count[0];
    while (bucket + 1 < EXPONENTS && (sum == 0 || sum + count[bucket + 1] <= most)) {
      bucket++;
      sum += count[bucket];
    }
    return upTo(posterior, bucket);
  }

  /**
   * The most probable hypotheses, most probable first; of equals the one with the smaller number.
   *
   * @param most how many at most
   * @param least none below this
   */
  static int[] best(double[] posterior, int most, double least) {
    int[] best = new int[most];
    int n = 0;
    for (int h = 0; h < posterior.length; h++) {
      if (posterior[h] >= least && (n < most || posterior[h] > posterior[best[n - 1]])) {
        n = Math.min(n + 1, most);
        insert(posterior, h, n - 1, best);
      }
    }
    return Arrays.copyOf(best, n);
  }

  private static void insert(double[] posterior, int hypothesis, int last, int[] best) {
    int i = last;
    while (i > 0 && posterior[best[i - 1]] < posterior[hypothesis]) {
      best[i] = best[i - 1];
      i--;
    }
    best[i] = hypothesis;
  }

  private static int[] upTo(double[] posterior, int last) {
    int[] chosen = new int[posterior.length];
    int n = 0;
    for (int h = 0; h < posterior.length; h++) {
      if (bucket(posterior[h]) <= last) {
        chosen[n++] = h;
      }
    }
    return Arrays.copyOf(chosen, n);
  }

  /** 0 for probabilities of a half and more, 1 down to a quarter, and so on. */
  private static int bucket(double p) {
    return Math.clamp(-1L - Math.getExponent(p), 0, EXPONENTS - 1);
  }
}
