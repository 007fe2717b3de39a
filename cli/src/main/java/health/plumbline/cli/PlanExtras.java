package health.plumbline.cli;

import health.plumbline.care.Daily;
import health.plumbline.care.History;
import health.plumbline.care.Means;

/**
 * What a plan asks beyond the findings of an assessment.
 *
 * @param history answers about medicines and other illnesses
 * @param means equipment and time
 * @param daily the person's own numbers
 */
record PlanExtras(History history, Means means, Daily daily) {

  /** Nothing is known. */
  static final PlanExtras UNKNOWN = new PlanExtras(History.UNKNOWN, Means.USUAL, Daily.UNKNOWN);
}
