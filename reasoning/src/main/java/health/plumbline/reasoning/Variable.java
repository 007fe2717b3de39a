package health.plumbline.reasoning;

/**
 * One finding of the network with its probabilities for one kind of person (age band and sex).
 *
 * @param id finding id
 * @param kind how its values combine under several conditions
 * @param leak probability of each value without any of the conditions; sums to 1
 * @param given probability of each value (first index) under each condition alone (second index)
 * @param group index of its latent group, or -1
 * @param loading loading of the group's factor, 0 without a group
 */
record Variable(String id, Kind kind, double[] leak, double[][] given, int group, double loading) {

  /** How the values of a finding combine under several conditions. */
  enum Kind {
    /** Absent (0) or present (1): noisy-OR. */
    BINARY,
    /** Ordered values: noisy-MAX, as one noisy-OR for each "at least this value". */
    ORDERED,
    /** Values without order: the mean over the conditions. */
    NOMINAL
  }

  int values() {
    return leak.length;
  }
}
