package health.plumbline.reasoning;

/**
 * A group of people as shares of hypotheses.
 *
 * @param members the conditions of each hypothesis, ascending; an empty one for people without any
 * @param weights share of each hypothesis, summing to 1
 */
@SuppressWarnings("ArrayRecordComponent") // read by inner loops of the fit
public record Mixture(byte[][] members, double[] weights) {

  /** Whether the group is empty: the study's people are outside the model. */
  public boolean isEmpty() {
    return members.length == 0;
  }

  /** The expectation of a quantity that each hypothesis has. */
  double mean(java.util.function.ToDoubleFunction<byte[]> quantity) {
    double sum = 0;
    for (int h = 0; h < members.length; h++) {
      sum += weights[h] * quantity.applyAsDouble(members[h]);
    }
    return sum;
  }
}
