package health.plumbline.fitting.simulation;

import health.plumbline.knowledge.Urgency;

/**
 * What the fitted model said of one simulated patient, beside the truth.
 *
 * @param draw number of the draw of the parameters that the patient comes from
 * @param truth for each condition whether it is among the causes
 * @param probability for each condition the marginal posterior
 * @param urgency the level
 */
record Verdict(int draw, boolean[] truth, double[] probability, Urgency urgency) {

  /** Number of the most probable condition. */
  int first() {
    return ranked(1)[0];
  }

  /** Whether one of the most probable conditions is among the causes. */
  boolean rightAmong(int most) {
    for (int d : ranked(most)) {
      if (truth[d]) {
        return true;
      }
    }
    return false;
  }

  private int[] ranked(int most) {
    int[] best = new int[most];
    boolean[] taken = new boolean[probability.length];
    for (int i = 0; i < most; i++) {
      int at = -1;
      for (int d = 0; d < probability.length; d++) {
        if (!taken[d] && (at < 0 || probability[d] > probability[at])) {
          at = d;
        }
      }
      taken[at] = true;
      best[i] = at;
    }
    return best;
  }
}
