package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import health.plumbline.narrative.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Emergencies in the words that people type, most without the word of the textbook: each is seen
 * the same day or sooner. And harmless texts that speak of the same things, of which none is. Both
 * were used to mend the lexicon, so they keep what was reached and measure nothing. Source: hazards
 * 4 and 7 of SAFETY.md.
 */
final class AlarmsHeardTest {

  private static final Engine ENGINE = new Engine();

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(AlarmsHeardTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  static List<String> alarming() throws IOException {
    return lines("alarming.txt");
  }

  static List<String> unalarming() throws IOException {
    return lines("unalarming.txt");
  }

  private static Urgency level(String text) {
    Reading reading = ENGINE.read(text);
    Engine.Known known =
        new Engine.Known(
            reading.applyTo(Presentation.builder(ENGINE.knowledge().vocabulary())).build(),
            reading.understood(),
            reading.doubts());
    return ENGINE.assess(known, Setting.PRIMARY).urgency().level();
  }

  @ParameterizedTest
  @MethodSource("alarming")
  void anAlarmIsHeard(String text) {
    assertThat(level(text).atLeast(Urgency.SAME_DAY)).as(text).isTrue();
  }

  @ParameterizedTest
  @MethodSource("unalarming")
  void noAlarmIsHeard(String text) {
    assertThat(level(text).atLeast(Urgency.SAME_DAY)).as(text).isFalse();
  }

  @Test
  void areMany() throws IOException {
    assertThat(alarming()).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    assertThat(unalarming()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
  }
}
