package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.KnowledgeBase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that together suggest something alarming are asked about, and never more than that. */
class AlarmsTest {

  private static final String REASON = "what was said could mean it";
  private static final Reader READER = Reader.load(KnowledgeBase.load());

  private static List<String> heard(String text) {
    return READER.read(text).doubts().stream()
        .filter(doubt -> doubt.reason().equals(REASON))
        .map(Doubt::findingId)
        .toList();
  }

  /** None of these is a phrase of the lexicon; the day on which one becomes one, take another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Round my tail end somebody has switched off the feeling          | saddle-numbness
          His knee has blown up like a melon and you could fry an egg on it | hot-swollen-joint
          The wife says the foot points at three o'clock and the leg looks shorter | leg-short-externally-rotated
          My left foot is like wax and purple                              | leg-cold-pale
          Somebody has switched off the feeling. It is round my tail end    | saddle-numbness
          """)
  void asksAboutWhatNoPhraseReads(String text, String finding) {
    assertThat(heard(text)).contains(finding);
    assertThat(READER.read(text).understood()).noneMatch(item -> item.findingId().equals(finding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My neighbour said his tail end felt switched off, my back aches   | saddle-numbness
          If somebody switched off the feeling round my tail end I'd worry  | saddle-numbness
          No switched off feeling round my tail end                         | saddle-numbness
          A hot bath helps my knee                                          | hot-swollen-joint
          I've had a cold and my leg hurts                                  | leg-cold-pale
          I can't cut the toenails on that foot                             | unable-weight-bear
          Somebody switched off the feeling. I moved the bed. My tail end hurts | saddle-numbness
          """)
  void keepsQuiet(String text, String finding) {
    assertThat(heard(text)).doesNotContain(finding);
  }

  /** What a longer phrase reads as something else needs no second meaning. */
  @Test
  void whatIsReadIsNotAskedAboutAgain() {
    assertThat(heard("I can't feel the toilet paper when I wipe")).isEmpty();
    assertThat(heard("no numbness when I wipe")).isEmpty();
  }

  /** A denial that is taken back in the same breath. */
  @Test
  void aDenialWithAButIsAskedAbout() {
    assertThat(heard("It's not numb down there but it does feel a bit odd"))
        .contains("saddle-numbness");
  }

  /** Sentences without end or full stops cost no more than their length. */
  @Test
  void longRunsOfAlarmingWordsAreRead() {
    String text = "odd leg knee numb cold wipe bottom pee can't ".repeat(20_000);
    assertThat(READER.read(text).doubts()).isNotEmpty();
  }
}
