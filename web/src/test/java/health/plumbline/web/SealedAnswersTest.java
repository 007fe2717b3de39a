package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SealedAnswersTest {

  private static final Answers ANSWERS =
      new Answers(
          58,
          "female",
          "Ünïcode 😖 words",
          Set.of("fever"),
          Set.of(new Mark("groin", Side.LEFT, Mark.Kind.PAIN)),
          "groin:left",
          Map.of("fever", "no", "duration-weeks", "6 months"),
          List.of("age", "sex", "screen-1"),
          Map.of("slr-positive", "yes"),
          Setting.EMERGENCY,
          "screen-2");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final SealedAnswers sealed = new SealedAnswers(now::get);

  @Test
  void givesBackWhatWasSealed() {
    assertThat(sealed.open(sealed.seal(ANSWERS))).contains(ANSWERS);
    assertThat(sealed.open(sealed.seal(Answers.NONE))).contains(Answers.NONE);
  }

  @Test
  void holdsForItsLifetimeAndNoLonger() {
    String seal = sealed.seal(ANSWERS);
    now.updateAndGet(it -> it.plus(SealedAnswers.LIFETIME));
    assertThat(sealed.open(seal)).isPresent();
    now.updateAndGet(it -> it.plus(Duration.ofSeconds(1)));
    assertThat(sealed.open(seal)).isEmpty();
  }

  @Test
  void opensNothingElse() {
    String seal = sealed.seal(ANSWERS);
    assertThat(new SealedAnswers(now::get).open(seal)).as("sealed by another server").isEmpty();
    for (int i = 0; i < seal.length(); i += 7) {
      char other = seal.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(sealed.open(seal.substring(0, i) + other + seal.substring(i + 1)))
          .as("changed at %d", i)
          .isEmpty();
    }
    assertThat(sealed.open(seal.substring(0, seal.length() - 4))).isEmpty();
    for (String no : List.of("", "AAAA", "%%%", "x".repeat(10_000), "😖")) {
      assertThat(sealed.open(no)).isEmpty();
    }
  }

  @Test
  void saysNothingAndNeverTheSame() {
    String seal = sealed.seal(ANSWERS);
    assertThat(seal).matches("[A-Za-z0-9_-]+").isNotEqualTo(sealed.seal(ANSWERS));
    assertThat(
            new String(
                java.util.Base64.getUrlDecoder().decode(seal),
                java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("groin")
        .doesNotContain("female");
  }
}
