package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code evaluate --reader} counts. */
final class EvaluateReaderTest {

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("gold.jsonl"), List.of(lines));
  }

  private JsonNode score(String... lines) throws IOException {
    Command.Outcome outcome =
        Command.run("evaluate", "--reader", file(lines).toString(), "--format", "json");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    return JsonMapper.builder().build().readTree(outcome.out());
  }

  @Test
  void countsWhatIsRightWrongAndMissed() throws IOException {
    JsonNode root =
        score(
            """
            {"id":"a","kind":"sentence","register":"lay","text":"No fever, I can't pee.","findings":[{"finding":"fever","value":"no","quote":"No fever"},{"finding":"urinary-retention","value":"yes","quote":"can't pee"},{"finding":"weight-loss","value":"yes","quote":"pee"}]}""",
            """
            {"id":"b","kind":"sentence","register":"phone","text":"Pain in the left groin.","findings":[]}""");

    assertThat(root.at("/findings/precision/hits").asInt()).isEqualTo(2);
    assertThat(root.at("/findings/precision/n").asInt()).isEqualTo(3);
    assertThat(root.at("/findings/recall/n").asInt()).isEqualTo(3);
    assertThat(root.at("/red_flag_recall/hits").asInt()).isEqualTo(1);
    assertThat(root.at("/red_flag_recall/n").asInt()).isEqualTo(2);
    assertThat(root.at("/negation_accuracy/share").asDouble()).isEqualTo(1);
    assertThat(root.at("/by_register/phone/f1").asDouble()).isZero();
  }

  @Test
  void aDoubtIsRightOnlyIfItIsAsked() throws IOException {
    JsonNode root =
        score(
            """
            {"id":"a","kind":"sentence","register":"lay","text":"Perhaps some numbness between the legs.","findings":[{"finding":"saddle-numbness","value":"yes","quote":"numbness between the legs","doubt":true}]}""",
            """
            {"id":"b","kind":"sentence","register":"lay","text":"Numb between the legs.","findings":[{"finding":"saddle-numbness","value":"yes","quote":"Numb between the legs","doubt":true}]}""");

    assertThat(root.at("/findings/recall/hits").asInt()).isEqualTo(1);
    assertThat(root.at("/findings/precision/n").asInt()).isEqualTo(2);
    assertThat(root.at("/red_flag_recall/hits").asInt()).isEqualTo(2);
  }

  @Test
  void whatMayBeReadIsNotHeldAgainstTheReaderAndWhatMustNotIs() throws IOException {
    JsonNode root =
        score(
            """
            {"id":"a","kind":"sentence","register":"lay","text":"Pain in the left groin.","findings":[],"may":[{"finding":"pain-groin","value":"yes"}]}""",
            """
            {"id":"b","kind":"sentence","register":"lay","text":"Pain in the left groin.","findings":[{"finding":"pain-groin","value":"yes","side":"left","quote":"left groin"}],"must_not":[{"finding":"pain-groin","value":"yes"}]}""");

    assertThat(root.at("/findings/precision/n").asInt()).isEqualTo(1);
    assertThat(root.at("/must_not_read/hits").asInt()).isEqualTo(1);
    assertThat(root.at("/side_accuracy/hits").asInt()).isEqualTo(1);
    assertThat(root.at("/spans/hits").asInt()).isEqualTo(1);
  }

  @Test
  void readsTheDevelopmentTextsOfTheProgram() {
    Command.Outcome outcome =
        Command.run("evaluate", "--reader", "--split", "development", "--format", "json");

    assertThat(outcome.exit()).isZero();
    JsonNode root = JsonMapper.builder().build().readTree(outcome.out());
    assertThat(root.at("/texts").asInt()).isGreaterThan(200);
    assertThat(root.at("/findings/f1").asDouble()).isGreaterThan(0.8);
  }

  @Test
  void aFaultIsOneLineThatNamesTheLineAndTheField() throws IOException {
    Path gold =
        file(
            """
            {"id":"a","register":"lay","text":"Pain.","findings":[{"finding":"pain-groin","value":"yes","quote":"groin"}]}""");

    Command.Outcome outcome = Command.run("evaluate", "--reader", gold.toString());

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.errorLines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains("line 1", "quote", "groin"));
  }

  @Test
  void aFileTakesNoSplit() throws IOException {
    Command.Outcome outcome =
        Command.run("evaluate", "--reader", file("{}").toString(), "--split", "test");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.errorLines()).singleElement().asString().contains("--split");
  }
}
