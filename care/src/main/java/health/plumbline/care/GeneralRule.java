package health.plumbline.care;

import health.plumbline.knowledge.Urgency;
import java.util.Set;

/**
 * Advice that belongs to no single condition.
 *
 * @param advice the advice
 * @param urgencies the levels at which it applies
 * @param shown when it enters the plan
 * @param leftOutSubject for {@link Shown#IF_LEFT_OUT}, the {@code kind:subject} that was left out
 */
record GeneralRule(Advice advice, Set<Urgency> urgencies, Shown shown, String leftOutSubject) {

  /** When general advice enters the plan. */
  enum Shown {
    /** Always, as the first line of its category. */
    FIRST("first"),
    ALWAYS("always"),
    /** If no other line sends the person to a professional. */
    IF_NO_VISIT_LINE("if-no-visit-line"),
    /** If its category has no other line. */
    IF_EMPTY("if-empty"),
    /** If no other line names paracetamol. */
    IF_NO_PARACETAMOL("if-no-paracetamol"),
    /** If a treatment was left out as unsafe. */
    IF_LEFT_OUT("if-left-out");

    private final String id;

    Shown(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }
}
