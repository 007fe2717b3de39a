package health.plumbline.care;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import org.jspecify.annotations.Nullable;

/**
 * A yes-or-no finding that follows from age, sex or a number, used where it was not answered.
 *
 * @param findingId the finding
 * @param present whether it is then present
 * @param from {@code age}, {@code sex} or the id of a numeric finding
 * @param least smallest amount from which it follows, or null
 * @param most largest amount from which it follows, or null
 * @param equals spelling of the sex from which it follows; empty for a number
 */
record ImpliedFact(
    String findingId,
    boolean present,
    String from,
    @Nullable Double least,
    @Nullable Double most,
    String equals) {

  boolean holdsFor(Presentation presentation) {
    if (from.equals("sex")) {
      return presentation.sex() != null && presentation.sex().id().equals(equals);
    }
    Double amount = amount(presentation);
    return amount != null && (least == null || amount >= least) && (most == null || amount <= most);
  }

  private @Nullable Double amount(Presentation presentation) {
    if (from.equals("age")) {
      Integer age = presentation.age();
      return age == null ? null : Double.valueOf(age);
    }
    return presentation.findings().get(from) instanceof FindingValue.Quantity(double amount)
        ? amount
        : null;
  }
}
