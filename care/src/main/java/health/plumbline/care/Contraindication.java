package health.plumbline.care;

import health.plumbline.knowledge.RedFlagExpression;

/**
 * A row of the contraindications.
 *
 * @param id id of the row
 * @param kind exercise, medicine, manual-therapy or recommendation
 * @param subjectId what must not be used; {@code all} for everything of the kind
 * @param when for whom
 * @param spelled the same as the data spell it
 * @param never whether it must not be used at all, rather than only after asking
 * @param say one sentence for the person
 * @param ifUnknown what to list as a caution while the answer is unknown; empty for nothing
 * @param sourceId source
 */
record Contraindication(
    String id,
    String kind,
    String subjectId,
    RedFlagExpression when,
    String spelled,
    boolean never,
    String say,
    String ifUnknown,
    String sourceId) {

  /** Whether it speaks of everything of its kind. */
  boolean general() {
    return subjectId.equals("all");
  }

  /** Whether a suspected condition, rather than a trait of the person, can make it true. */
  boolean aboutCondition() {
    return when.findings().stream().anyMatch(atom -> atom.startsWith(Facts.CONDITION));
  }
}
