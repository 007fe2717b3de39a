package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one row of the care content is in a plan or is not.
 *
 * @param kind recommendation, general, exercise, safety-net or medicine
 * @param rowId id of the row
 * @param conditionId the condition that brought it up, empty for general advice
 * @param category category of the plan
 * @param what what the row says, for the clinician
 * @param outcome what became of it
 * @param why why, in words
 * @param strength strength of the recommendation, or null
 * @param grade how well it is supported
 * @param sourceId its source
 * @param checks the contraindications that it was held against
 */
public record TraceEntry(
    String kind,
    String rowId,
    String conditionId,
    Category category,
    String what,
    Outcome outcome,
    String why,
    @Nullable Strength strength,
    Grade grade,
    String sourceId,
    List<Check> checks) {

  /** Copies the list. */
  public TraceEntry {
    checks = List.copyOf(checks);
  }

  /** What became of a row. */
  public enum Outcome {
    IN_PLAN("in-plan"),
    /** It says the same as a better supported row, which gives the words. */
    MERGED("merged"),
    /** It passed all checks, and better supported lines filled the category. */
    SHORTENED("shortened"),
    /** A contraindication forbids it. */
    NOT_SAFE("not-safe"),
    /** It is for other people: what it asks is known not to hold. */
    NOT_FOR_THIS_PERSON("not-for-this-person"),
    /** It speaks of less urgency than the person needs, or is care that must wait. */
    NOT_AT_THIS_URGENCY("not-at-this-urgency"),
    /** It is for the clinician, or for after a diagnosis. */
    FOR_THE_CLINICIAN("for-the-clinician");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    /** The spelling in data and JSON. */
    public String id() {
      return id;
    }
  }

  /** The checks that apply to this person. */
  List<Check> applying() {
    return checks.stream().filter(check -> check.truth() == Truth.TRUE).toList();
  }
}
