package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code evaluate --cases} counts, on cases through the whole program. */
final class EvaluateCasesTest {

  @TempDir private Path folder;

  @Test
  void aTextThatIsRefusedHasAColumnOfItsOwnAndIsRankedNowhere() throws IOException {
    Path cases =
        Files.write(
            folder.resolve("cases.jsonl"),
            List.of(
                """
                {"id":"hip","age":68,"sex":"female","text":"My left groin aches for a year, stiff for ten minutes in the morning, can't put on my socks.","diagnosis_ids":["hip-osteoarthritis"],"diagnosis_match":"single","urgency":"routine"}""",
                """
                {"id":"garbled","age":68,"sex":"female","text":"qwerty uiop","diagnosis_ids":["hip-osteoarthritis"],"diagnosis_match":"single","urgency":"emergency-now"}"""));

    Command.Outcome outcome =
        Command.run("evaluate", "--cases", cases.toString(), "--input", "text");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).startsWith("garbled: text: ");
    assertThat(outcome.out())
        .contains("top-1: 1 of 2")
        .contains("right: 1 of 2")
        .contains("refused (counted as too calm): 1 of 2")
        .contains("emergency-now below same-day: 1 of 1")
        .contains(": garbled");
  }
}
