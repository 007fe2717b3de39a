package health.plumbline.knowledge;

import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import java.util.List;
import java.util.function.Function;

/**
 * A rule that sets a floor of urgency.
 *
 * @param id stable public id
 * @param conditionId what the rule guards against; may be a condition that is not ranked, for
 *     example {@code ectopic-pregnancy}
 * @param when when it holds
 * @param urgency the floor that it sets
 * @param unansweredNot what its negations are worth while unanswered
 * @param advice what to do, where and how fast, in plain words for the person
 * @param clinicianAdvice the same for a clinician, may be empty
 * @param confirm findings whose answer can narrow the rule; an interview asks them once it fires
 * @param sourceIds ids of sources, never empty
 * @param locator where in the source
 * @param verified how the source was seen: full-text, abstract, secondary, recalled, unsourced
 * @param grade how good the support is
 * @param support whether the level as it stands is published or clinical judgement
 * @param note remarks, may be empty
 */
public record RedFlagRule(
    String id,
    String conditionId,
    RedFlagExpression when,
    Urgency urgency,
    UnansweredNot unansweredNot,
    String advice,
    String clinicianAdvice,
    List<String> confirm,
    List<String> sourceIds,
    String locator,
    String verified,
    Grade grade,
    Support support,
    String note) {

  /** What the level of a rule rests on. */
  public enum Support {
    /** The cited source gives this picture and this level. */
    PUBLISHED,
    /** The picture or the level is our reading: to be signed off by a clinician. */
    CLINICAL_JUDGEMENT
  }

  /**
   * Whether the rule holds; only TRUE fires it.
   *
   * @param truth the truth of a finding, by canonical id
   */
  public Truth holds(Function<String, Truth> truth) {
    return when.evaluate(truth, unansweredNot);
  }
}
