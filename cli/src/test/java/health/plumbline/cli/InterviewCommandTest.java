package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The interview in the terminal. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class InterviewCommandTest {

  private static Command.Outcome interview(String typed, String... args) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return Command.run(args);
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void goesOnFromWordsAndAsksNothingTheyTell() {
    Command.Outcome outcome =
        interview(
            "n\nq\n",
            "interview",
            "I'm a 45 year old man, my back aches since I dug the garden, bladder fine");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .doesNotContain("How old are you?")
        .doesNotContain("What sex")
        .doesNotContain("In your own words")
        .contains("1. Is the skin between your legs")
        .doesNotContain("Are you newly unable to pass urine, or only able to pass dribbles?  >")
        .contains("FIRST ANSWER 8 QUESTIONS");
  }

  @Test
  void asksForAgeAndSexThatTheWordsLeaveOut() {
    Command.Outcome outcome = interview("45\nf\nq\n", "interview", "my back aches");
    assertThat(outcome.out()).contains("How old are you?").contains("What sex");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void takesWordsOrACaseAndNotBoth() {
    Command.Outcome outcome = interview("", "interview", "my back aches", "--case", "x.json");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.errorLines())
        .containsExactly("interview: takes only one of words, --case and --cases");
  }

  @Test
  void wordsThatCannotBeUsedAreOneClearLine() {
    Command.Outcome outcome = interview("", "interview", "   ");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.errorLines()).hasSize(1);
  }
}
