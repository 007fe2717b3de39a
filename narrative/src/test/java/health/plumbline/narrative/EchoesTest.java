package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.KnowledgeBase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sentence resembles is asked about, and never more than that. */
class EchoesTest {

  private static final String REASON = "what was said sounds like it";
  private static final Reader READER = Reader.load(KnowledgeBase.load());

  private static List<Doubt> heard(String text) {
    return READER.read(text).doubts().stream()
        .filter(doubt -> doubt.reason().equals(REASON))
        .toList();
  }

  /** No row of the lexicon reads these; the day on which one does, take another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The water will hardly pass and my tummy is tight  | urinary-retention
          Wet spot in my pants and I never noticed it come   | bowel-incontinence
          """)
  void asksAboutWhatNothingElseReads(String text, String finding) {
    assertThat(heard(text))
        .as("asked because of words of the text")
        .anySatisfy(
            doubt -> {
              assertThat(doubt.findingId()).isEqualTo(finding);
              assertThat(doubt.quote()).contains(" ").isNotEqualTo(text);
              assertThat(text).contains(doubt.quote());
            });
    assertThat(READER.read(text).understood()).noneMatch(item -> item.findingId().equals(finding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          If the water will hardly pass and my tummy is tight I'd ring, my back aches | urinary-retention
          My neighbour said his water will hardly pass and his tummy is tight          | urinary-retention
          Urine: see letter. My hip aches                                              | urinary-retention
          I can pee fine. The water will hardly pass through the kitchen sink          | urinary-retention
          """)
  void keepsQuiet(String text, String finding) {
    assertThat(heard(text)).noneMatch(doubt -> doubt.findingId().equals(finding));
  }

  @Test
  void whatIsReadIsNotAskedAboutAgain() {
    assertThat(heard("I can't feel the toilet paper when I wipe and I can't pee")).isEmpty();
  }

  /** A long sentence is compared piece by piece, so what stands at its end is heard too. */
  @Test
  void hearsTheEndOfALongSentence() {
    String walk = "on monday we went along the river and past the mill and ".repeat(8);
    assertThat(heard(walk + "there was a wet spot in my pants and I never noticed it come"))
        .anyMatch(doubt -> doubt.findingId().equals("bowel-incontinence"));
  }

  /** A sentence without end costs no more than its length. */
  @Test
  void longTextsAreHeard() {
    String text = "the water will hardly pass and my tummy is tight ".repeat(20_000);
    assertThat(READER.read(text).doubts()).isNotEmpty();
  }
}
