package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.FindingValue;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Alarming statements in every frame that people put round them. What is stated of the patient is
 * set whatever stands about it; what is supposed, advised or of another time never is. Source: the
 * conventions of the gold set; hazard 4 of SAFETY.md.
 */
final class FramesTest {

  private static final List<String> STATED =
      List.of(
          "%s.",
          "Since yesterday %s.",
          "The thing is, %s.",
          "I told the doctor %s.",
          "What worries me is that %s.",
          "My back hurts and %s.",
          "Not only does my back hurt but %s.",
          "I've no cough but %s.",
          "%s, no idea why.",
          "%s though I didn't fall.",
          "%s but no pins and needles.",
          "I thought it would pass but %s.",
          "I've had back trouble for years but now %s.");

  private static final List<String> NOT_STATED =
      List.of(
          "The leaflet says to call if %s.",
          "What should I do if %s?", "I was told to come back if %s.");

  private static final List<String> NOTED =
      List.of(
          "%s +ve.",
          "%s: yes.",
          "C/o %s.",
          "Reports %s.",
          "LBP 3/52 with %s.",
          "LBP, no cough, but %s.",
          "Worsening LBP and %s.");

  private static final List<String> DENIED =
      List.of(
          "No %s.",
          "Nil %s.",
          "Denies %s.",
          "%s -ve.",
          "-ve %s.",
          "%s: no.",
          "%s absent.",
          "LBP 3/52, no %s, no cough.",
          "Has not had %s.",
          "Pt denies any %s.");

  private static final List<String> ADVISED =
      List.of(
          "Advised to attend ED if %s.",
          "Safety netted: %s.", "SN given re %s.", "Return if develops %s.", "Warned re %s.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          urinary-retention    | I can't pee
          saddle-numbness      | I'm numb between my legs
          urinary-incontinence | I've wet myself without knowing
          bowel-incontinence   | I've lost control of my bowels
          leg-weakness         | my legs have gone weak
          foot-drop-new        | my foot drags
          fever                | I have a fever of 39
          weight-loss          | I've lost two stone without trying
          unable-weight-bear   | I can't put weight on my leg
          collapse-or-syncope  | I passed out
          chest-pain           | I've got chest pain
          leg-cold-pale        | my left leg is cold and white
          haematuria           | there's blood in my urine
          """)
  void whatThePatientSays(String finding, String said) {
    all(STATED, said, finding, true);
    all(NOT_STATED, said, finding, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          saddle-numbness             | saddle anaesthesia
          urinary-retention           | urinary retention
          urinary-incontinence        | urinary incontinence
          bowel-incontinence          | faecal incontinence
          foot-drop-new               | foot drop
          leg-weakness                | leg weakness
          fever                       | fever
          night-sweats                | night sweats
          weight-loss                 | weight loss
          night-pain                  | night pain
          chest-pain                  | chest pain
          difficulty-walking-unsteady | gait disturbance
          """)
  void whatTheNotesSay(String finding, String noted) {
    all(NOTED, noted, finding, true);
    all(ADVISED, noted, finding, false);
    for (String frame : DENIED) {
      String text = fill(frame, noted);
      assertThat(ReadValues.of(text, finding)).as(text).containsExactly(FindingValue.NO);
    }
  }

  private static void all(List<String> frames, String said, String finding, boolean stated) {
    for (String frame : frames) {
      String text = fill(frame, said);
      if (stated) {
        assertThat(ReadValues.of(text, finding)).as(text).containsExactly(FindingValue.YES);
      } else {
        assertThat(ReadValues.of(text, finding)).as(text).isEmpty();
      }
    }
  }

  private static String fill(String frame, String said) {
    String text = String.format(Locale.ROOT, frame, said);
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
