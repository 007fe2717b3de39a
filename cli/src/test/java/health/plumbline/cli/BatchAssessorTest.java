package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BatchAssessorTest {

  private static final Engine ENGINE = new Engine();

  private static final List<String> LINES =
      List.of(
          """
          {"id":"a","age":61,"sex":"male","findings":{"pain-groin":"yes","pain-stairs":"yes"}}""",
          """
          {"id":"b","age":33,"sex":"female","text":"pain down the back of my leg when I cough"}""",
          """
          {"id":"c","age":33,"sex":"female","findings":{"slr-positive":"yes","leg-weakness":"no"}}""",
          """
          {"id":"d","findings":{"faber-positive":"yes","thigh-thrust-positive":"yes"}}""",
          """
          {"id":"e","age":75,"sex":"male","findings":{"fever":"yes","night-pain":"yes"}}""");

  private static List<BatchAssessor.Result> run(BatchAssessor batch, List<String> lines)
      throws IOException {
    batch.readChunk(new BufferedReader(new StringReader(String.join("\n", lines))));
    return batch.assess();
  }

  private static BatchAssessor batch(BatchAssessor.Assess assess) {
    return new BatchAssessor(ENGINE, assess, Engine.Input.both, Setting.PRIMARY, true);
  }

  @Test
  void aFaultOfTheProgramInOneCaseCostsNoOtherCaseItsAnswer() throws IOException {
    List<BatchAssessor.Result> results =
        run(
            batch(
                (person, setting) -> {
                  if (person.presentation().findings().containsKey("fever")) {
                    throw new IllegalStateException("no row\n\tat 7");
                  }
                  return ENGINE.assess(person, setting);
                }),
            LINES);
    assertThat(results).hasSize(LINES.size());
    assertThat(results.subList(0, 4)).allMatch(result -> result.problem() == null);
    BatchAssessor.Result failed = results.get(4);
    assertThat(failed.problem()).isNotNull();
    assertThat(new String(failed.line(), StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "{\"case_id\":\"e\",\"error\":{\"field\":\"case\",\"message\":\"internal error:"
                + " IllegalStateException: no row at 7. Please report this line and what led to"
                + " it.\"}}");
  }

  @Test
  void theOrderOfTheCasesChangesNoAnswer() throws IOException {
    Map<String, byte[]> answers = new HashMap<>();
    for (BatchAssessor.Result result : run(batch(ENGINE::assess), LINES)) {
      answers.put(result.caseId(), result.line());
    }
    List<String> turned = new ArrayList<>(LINES);
    Collections.reverse(turned);
    turned.addAll(LINES);
    assertThat(run(batch(ENGINE::assess), turned))
        .hasSize(2 * LINES.size())
        .allSatisfy(result -> assertThat(result.line()).isEqualTo(answers.get(result.caseId())));
  }
}
