package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.KnowledgeBase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers to confirming questions that people give unasked. The symptom itself is always read too,
 * since the answer alone must not stand for its absence (red-flag-decisions.csv, second narrowing).
 */
final class ConfirmingWordsTest {

  private static final Reader READER = Reader.load(KnowledgeBase.load());

  private static List<String> read(String text) {
    return READER.read(text).understood().stream()
        .map(item -> item.findingId() + "=" + item.value())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          back pain, I leak urine only when I cough or sneeze | urinary-incontinence=yes | leak-only-on-effort=yes
          back pain and I only leak when I laugh | urinary-incontinence=yes | leak-only-on-effort=yes
          back pain, my chest hurts only when I press on it | chest-pain=yes | chest-pain-on-pressing-only=yes
          """)
  void readsTheSymptomAndTheAnswer(String text, String symptom, String answer) {
    assertThat(read(text)).contains(symptom, answer);
  }

  @Test
  void withoutOnlyNothingIsNarrowed() {
    assertThat(read("back pain, I leak urine when I cough or sneeze"))
        .contains("urinary-incontinence=yes")
        .doesNotContain("leak-only-on-effort=yes");
    assertThat(read("back pain, my chest hurts when I press on it"))
        .contains("chest-pain=yes")
        .doesNotContain("chest-pain-on-pressing-only=yes");
  }
}
