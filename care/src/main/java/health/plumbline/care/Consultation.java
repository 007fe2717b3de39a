package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import java.util.List;

/**
 * How to make the most of seeing a professional. Whom to see and how soon stands in the lines of
 * the plan.
 *
 * @param bring what to bring
 * @param say what to say
 * @param expect what they will do
 * @param imaging which scan makes sense, or why none
 */
public record Consultation(
    List<Line> bring, List<Line> say, List<Line> expect, List<Line> imaging) {

  /** Copies the lists. */
  public Consultation {
    bring = List.copyOf(bring);
    say = List.copyOf(say);
    expect = List.copyOf(expect);
    imaging = List.copyOf(imaging);
  }

  /**
   * One sentence.
   *
   * @param id id of the row
   * @param text for the person
   * @param clinicalText for the clinician; may be empty
   * @param direction whether it speaks for or against
   * @param grade grade
   * @param sourceId source
   */
  public record Line(
      String id,
      String text,
      String clinicalText,
      Direction direction,
      Grade grade,
      String sourceId) {}
}
