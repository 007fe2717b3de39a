package health.plumbline.web.view;

import java.util.List;

/**
 * Something to answer.
 *
 * @param name name in the form, also the base of element ids
 * @param label the question, empty if the page's heading is the question
 * @param hint help below the question, may be empty
 * @param kind how it is answered
 * @param options answers to choose from; for a duration its units
 * @param value the answer as typed, may be empty
 * @param notSure whether "not sure" is chosen, for numbers
 * @param error what is wrong with the answer, empty if nothing
 */
public record Field(
    String name,
    String label,
    String hint,
    Kind kind,
    List<Option> options,
    String value,
    boolean notSure,
    String error) {

  /** How a question is answered. */
  public enum Kind {
    CHOICE,
    NUMBER,
    DURATION
  }
}
