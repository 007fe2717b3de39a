package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.RedFlagExpression;
import org.jspecify.annotations.Nullable;

/**
 * How much of a medicine an adult may take without a prescriber. A number that the source does not
 * give is null.
 *
 * @param id id of the row
 * @param medicineId the medicine
 * @param when for whom, or null for every adult
 * @param ageLeast age in years from which it holds, or null for what is no medicine
 * @param singleMost largest single dose, in {@code unit}
 * @param unit unit of the amounts, {@code mg} of the substance or {@code g} of a gel; may be empty
 * @param timesMost times in 24 hours at most
 * @param hoursApartLeast hours between doses at least
 * @param dailyMost largest amount in 24 hours, in {@code unit}
 * @param daysMost days without asking anybody, at most
 * @param dose how much and how often, for the person
 * @param length for how long, for the person
 * @param stop when to stop or get help, for the person
 * @param clinicalText all of it for the clinician
 * @param grade grade
 * @param sourceId source
 */
record MedicineDose(
    String id,
    String medicineId,
    @Nullable RedFlagExpression when,
    @Nullable Double ageLeast,
    @Nullable Double singleMost,
    String unit,
    @Nullable Double timesMost,
    @Nullable Double hoursApartLeast,
    @Nullable Double dailyMost,
    @Nullable Double daysMost,
    String dose,
    String length,
    String stop,
    String clinicalText,
    Grade grade,
    String sourceId) {

  /** The dose as a plan hands it on. */
  MedicineLine.Dose given() {
    return new MedicineLine.Dose(
        singleMost, unit, timesMost, hoursApartLeast, dailyMost, daysMost, dose, length, stop);
  }
}
