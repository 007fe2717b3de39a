package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** SAFETY.md lists what awaits sign-off; a clinician signs what is at work, not an old list. */
final class SafetyDocumentTest {

  private static final Path DOCUMENT = Path.of("..", "SAFETY.md");

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final RedFlagRules RULES = RedFlagRules.load(KNOWLEDGE.vocabulary());

  @Test
  void listsTheEmergencyRulesThatAwaitSignOff() throws IOException {
    List<String> expected =
        RuleSignOffs.load(RULES, KNOWLEDGE.vocabulary()).emergenciesAwaitingSignOff().stream()
            .map(
                rule ->
                    String.join(
                        " | ",
                        "| `" + rule.id() + "`",
                        rule.conditionId(),
                        rule.urgency().id(),
                        String.join(", ", rule.sourceIds()),
                        rule.locator(),
                        rule.verified(),
                        (String.join(", ", rule.confirm()) + " |").strip()))
            .toList();
    assertThat(expected).isNotEmpty();
    assertThat(table("### Emergency rules on clinical judgement"))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void listsTheActionThresholds() throws IOException {
    List<String> expected =
        KNOWLEDGE.actionThresholds().stream()
            .map(
                row ->
                    String.format(
                        Locale.ROOT,
                        "| %s | %.0f%% | %s |",
                        row.conditionId(),
                        100 * row.threshold(),
                        row.urgency().id()))
            .toList();
    List<String> listed = table("### Action thresholds");
    assertThat(listed).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(listed.get(i)).startsWith(expected.get(i));
    }
  }

  /** The rows of the table that follows a heading, without its two header lines. */
  private static List<String> table(String heading) throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .dropWhile(line -> !line.equals(heading))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .toList();
  }
}
