package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of advice.
 *
 * @param id id of the row
 * @param conditionId the condition that it is for, empty for general advice
 * @param category category of the plan
 * @param topic what the source files it under, for example imaging or surgery
 * @param mergeKey what it says; rows of several conditions that say the same share it
 * @param stage when in the course of care
 * @param speed for a line that sends to a professional, how soon; else null
 * @param when for whom, or null for everyone
 * @param uses treatments to check for contraindications
 * @param direction for, consider or against
 * @param strength strength of the recommendation
 * @param grade grade of the support
 * @param text for the person; empty if the row is for clinicians only
 * @param action for the clinician
 * @param sourceId id of the source
 */
record Advice(
    String id,
    String conditionId,
    Category category,
    String topic,
    String mergeKey,
    Stage stage,
    @Nullable Urgency speed,
    @Nullable RedFlagExpression when,
    List<Use> uses,
    Direction direction,
    Strength strength,
    Grade grade,
    String text,
    String action,
    String sourceId) {

  /** Whether the row says what a person can do, rather than only what a clinician does. */
  boolean forPerson() {
    return !text.isEmpty() && stage != Stage.CONFIRMED;
  }

  /** Whether the person is meant to swallow, apply or receive a medicine. */
  boolean usesMedicine() {
    return uses.stream().anyMatch(use -> use.kind().equals("medicine"));
  }
}
