package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedMedicinesTest {

  private static final NamedMedicines NAMES = NamedMedicines.load();

  @Test
  void aNameIsHeardWhereverItStands() {
    assertThat(NAMES.mentionedIn("Back pain for a week, I am on Warfarin and take ibuprofen."))
        .containsExactly("warfarin", "ibuprofen");
  }

  /** A name that is denied must not count as taken; one beyond the reach of the denial must. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I take no warfarin",
        "I am not on warfarin",
        "I never took warfarin",
        "I manage without warfarin",
        "I stopped the warfarin",
        "I am allergic to warfarin",
        "an allergy to warfarin",
        "I take neither warfarin",
        "nor warfarin",
        "I don't take warfarin",
        "I don’t take warfarin"
      })
  void aNameRightAfterADenialIsNotTaken(String text) {
    assertThat(NAMES.mentionedIn(text)).isEmpty();
    assertThat(NAMES.mentionedIn(text + " but for my heart I do use aspirin"))
        .containsExactly("aspirin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "Nothing", " no ", "No medicines"})
  void anAnswerMaySayThatNothingIsTaken(String answer) {
    assertThat(NAMES.classesOf(List.of(answer))).isEmpty();
  }

  /** Only the whole answer counts: what else it says may be a medicine that nobody knows. */
  @Test
  void aLongerAnswerIsNotNone() {
    assertThat(NAMES.classesOf(List.of("nothing but the blue ones")))
        .containsExactly(MedicineClass.UNRECOGNISED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind      | line 2, kind: "phrase" is none of word, ending, answer
          two-words | line 2, words: "not on" is not one word in small letters
          twice     | line 3, words: none occurs twice
          """)
  void namesAFaultyDenial(String file, String problem) {
    String path = "bad/denial-" + file + ".csv";
    assertThatThrownBy(() -> MedicineDenials.load(path))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(path + " " + problem);
  }
}
