package health.plumbline.contract;

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
public record PlanExtras(History history, Means means, Daily daily) {

  /** Nothing is known. */
  public static final PlanExtras UNKNOWN =
      new PlanExtras(History.UNKNOWN, Means.USUAL, Daily.UNKNOWN);
}
