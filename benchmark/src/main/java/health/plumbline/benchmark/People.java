package health.plumbline.benchmark;

import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Vocabulary;
import java.util.List;

/** The made-up person on whom everything is measured, known more or less well. */
final class People {

  /** An answer: the finding and its value. */
  private record Answer(String finding, String value) {}

  private static final List<Answer> ANSWERS =
      List.of(
          new Answer("pain-groin", "yes"),
          new Answer("duration-weeks", "26"),
          new Answer("morning-stiffness-minutes", "10"),
          new Answer("pain-putting-on-shoes", "yes"),
          new Answer("pain-stairs", "yes"),
          new Answer("night-pain", "no"),
          new Answer("fever", "no"),
          new Answer("saddle-numbness", "no"),
          new Answer("tingling-numbness-leg", "no"),
          new Answer("pain-worse-cough-sneeze", "no"),
          new Answer("pain-lumbar-central", "yes"),
          new Answer("pain-lateral-hip", "no"),
          new Answer("pain-anterior-thigh", "yes"),
          new Answer("pain-rising-from-sitting", "yes"),
          new Answer("pain-getting-in-out-of-car", "yes"),
          new Answer("pain-relieved-sitting", "no"),
          new Answer("weight-loss", "no"),
          new Answer("urinary-retention", "no"),
          new Answer("leg-weakness", "no"),
          new Answer("hip-internal-rotation-degrees", "12"),
          new Answer("hip-flexion-degrees", "95"),
          new Answer("fadir-positive", "yes"),
          new Answer("faber-positive", "yes"),
          new Answer("log-roll-positive", "no"),
          new Answer("scour-positive", "yes"),
          new Answer("slr-positive", "no"),
          new Answer("slump-positive", "no"),
          new Answer("thigh-thrust-positive", "no"),
          new Answer("distraction-positive", "no"),
          new Answer("trochanter-tenderness", "no"));

  private People() {}

  /**
   * A man of 58 of whom so many answers are known.
   *
   * @param answers 0 to 30
   */
  static Presentation withAnswers(Vocabulary vocabulary, int answers) {
    return with(vocabulary, ANSWERS.subList(0, answers));
  }

  /** The same man, of whom this is all that is known. */
  static Presentation withOnly(Vocabulary vocabulary, String finding, String value) {
    return with(vocabulary, List.of(new Answer(finding, value)));
  }

  private static Presentation with(Vocabulary vocabulary, List<Answer> answers) {
    Presentation.Builder person = Presentation.builder(vocabulary).age(58).sex(Sex.MALE);
    answers.forEach(it -> person.finding(it.finding(), it.value()));
    return person.build();
  }
}
