package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says about one medicine or physical means that can be had without a prescription.
 *
 * @param medicineId id in the medicine data
 * @param name name in plain words
 * @param status whether this person may take it
 * @param text the whole line for the person
 * @param clinicalText dose and reasons for the clinician
 * @param dose how much; only if the status is suitable or ask first
 * @param reasons why it is not safe, or whom to ask and why
 * @param questions what must be answered before it is advised
 * @param checks ids of the contraindications that were checked
 * @param grade grade of the dose, or of the row of the medicine if there is none
 * @param sourceIds sources, never empty
 */
public record MedicineLine(
    String medicineId,
    String name,
    Status status,
    String text,
    String clinicalText,
    @Nullable Dose dose,
    List<String> reasons,
    List<MedicineQuestion> questions,
    List<Check> checks,
    Grade grade,
    List<String> sourceIds) {

  /** Copies the lists. */
  public MedicineLine {
    reasons = List.copyOf(reasons);
    questions = List.copyOf(questions);
    checks = List.copyOf(checks);
    sourceIds = List.copyOf(sourceIds);
  }

  /** Whether a person may take a medicine, the best first. */
  public enum Status {
    /** Everything that could forbid it has been answered no. */
    SUITABLE("suitable"),
    /** A pharmacist or doctor has to agree first. */
    ASK_FIRST("ask-first"),
    /** Something that could forbid it has not been answered. */
    QUESTIONS_FIRST("questions-first"),
    /** It must not be taken; nothing overrides this. */
    NOT_SAFE("not-safe");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /** The spelling in data and JSON. */
    public String id() {
      return id;
    }
  }

  /**
   * How much, how often, how long. A number that the source does not give is null.
   *
   * @param singleMost largest single dose, in {@code unit}
   * @param unit {@code mg} of the substance or {@code g} of a gel; may be empty
   * @param timesMost times in 24 hours at most
   * @param hoursApartLeast hours between doses at least
   * @param dailyMost largest amount in 24 hours, in {@code unit}
   * @param daysMost days without asking anybody, at most
   * @param text how much and how often
   * @param length for how long
   * @param stop when to stop
   */
  public record Dose(
      @Nullable Double singleMost,
      String unit,
      @Nullable Double timesMost,
      @Nullable Double hoursApartLeast,
      @Nullable Double dailyMost,
      @Nullable Double daysMost,
      String text,
      String length,
      String stop) {}
}
