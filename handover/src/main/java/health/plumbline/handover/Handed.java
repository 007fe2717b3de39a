package health.plumbline.handover;

import health.plumbline.care.CarePlan;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.reasoning.Assessment;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is handed over.
 *
 * @param knowledge the knowledge that assessment and plan rest on
 * @param caseId id of the case; may be empty
 * @param words what the person said, in their own words; may be empty
 * @param assessment the assessment
 * @param plan the plan
 * @param start the day on which the plan begins
 * @param pictures the drawing of an exercise by its id as an SVG element, where there is one
 * @param descriptions the same in words, for whoever cannot see it; empty where there is none
 */
public record Handed(
    KnowledgeBase knowledge,
    String caseId,
    String words,
    Assessment assessment,
    CarePlan plan,
    LocalDate start,
    Function<String, Optional<String>> pictures,
    Function<String, String> descriptions) {

  /** Without drawings. */
  public Handed(
      KnowledgeBase knowledge,
      String caseId,
      String words,
      Assessment assessment,
      CarePlan plan,
      LocalDate start) {
    this(knowledge, caseId, words, assessment, plan, start, id -> Optional.empty(), id -> "");
  }
}
