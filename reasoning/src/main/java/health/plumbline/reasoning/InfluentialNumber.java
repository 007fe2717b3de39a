package health.plumbline.reasoning;

import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Interval;

/**
 * A number of the model whose uncertainty matters for the probability of the leading condition.
 *
 * @param conditionId the condition that it is about, empty for the baseline of a finding
 * @param findingId the finding, empty for a share of presenters
 * @param value the value of the finding, empty for a share
 * @param number the number itself, 0 to 1
 * @param interval its 90% interval
 * @param grade its grade
 * @param sourceId its source, may be empty
 * @param probability probability of the leading condition as it stands
 * @param atLow the same if the number were at its lower limit
 * @param atHigh the same if it were at its upper limit
 */
public record InfluentialNumber(
    String conditionId,
    String findingId,
    String value,
    double number,
    Interval interval,
    Grade grade,
    String sourceId,
    double probability,
    double atLow,
    double atHigh) {

  /** By how much the probability of the leading condition differs between the two limits. */
  double swing() {
    return Math.abs(atHigh - atLow);
  }
}
