package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Source: the README's description of {@code evidence} and {@code assess --explain-uncertainty}.
 */
final class EvidenceCommandTest {

  @Test
  void theFirstLineOfTheReportSaysHowManyFiguresAreReproduced() {
    Command.Outcome result = Command.run("evidence", "--report", "--no-colour");
    assertThat(result.exit()).isZero();
    assertThat(result.out().lines().findFirst().orElseThrow())
        .matches("reproduced A/B: \\d+ of \\d+ \\(\\d+\\.\\d %\\)");
    assertThat(result.out()).contains("Not reproduced", "Left out", "Contradicts");
  }

  @Test
  void aReportIsOfEverythingNotOfOneId() {
    Command.Outcome result = Command.run("evidence", "hip-osteoarthritis", "--report");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err().lines()).singleElement().asString().contains("--report");
  }

  @Test
  void everyFigureOfAFindingStandsBesideWhatTheModelImplies() {
    Command.Outcome result = Command.run("evidence", "slr-positive", "--no-colour");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("The model, for these people: sensitivity");
  }

  @Test
  void uncertaintyNamesThreeNumbersWithTheirGrades() {
    Command.Outcome result =
        Command.run(
            "assess",
            "I'm 58, deep ache in my left groin for six months, can't put my socks on",
            "--explain-uncertainty",
            "--no-colour");
    assertThat(result.exit()).isZero();
    String section =
        result.out().substring(result.out().indexOf("WHICH NUMBERS MATTER MOST FOR THIS"));
    assertThat(section.lines().filter(line -> line.startsWith("  • "))).hasSize(3);
    assertThat(section.lines().filter(line -> line.contains("grade "))).hasSizeGreaterThan(2);
  }

  @Test
  void uncertaintyIsForOnePersonInWords() {
    Command.Outcome result =
        Command.run("assess", "back pain", "--explain-uncertainty", "--format", "json");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("--explain-uncertainty")
        .contains("--format text");
  }
}
