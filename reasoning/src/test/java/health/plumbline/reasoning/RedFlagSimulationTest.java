package health.plumbline.reasoning;

import static health.plumbline.reasoning.Presentations.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.RedFlagSimulation.Report;
import health.plumbline.reasoning.RedFlagSimulation.RuleShare;
import health.plumbline.reasoning.RedFlagSimulation.Variant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RedFlagSimulationTest {

  @Test
  void theSameSeedGivesTheSameFigures() {
    Report first = RedFlagSimulation.run(KNOWLEDGE, 500, Variant.CORRELATED, 7);
    assertThat(RedFlagSimulation.run(KNOWLEDGE, 500, Variant.CORRELATED, 7)).isEqualTo(first);
    assertThat(first.text(0.005)).startsWith("500 simulated ordinary adults, correlated answers");
  }

  @Test
  void everyFrequentRuleIsOnRecord() {
    Set<String> recorded = new HashSet<>();
    for (DataFile.Row row : DataFile.read("red-flag-decisions.csv").rows()) {
      if (row.required("problem").equals("frequent")) {
        recorded.add(row.required("rule_id"));
      }
    }
    // One in 200, and two standard errors of 6,000 people on top.
    Report report = RedFlagSimulation.run(KNOWLEDGE, 6000, Variant.MAIN_PLACE, 1);
    for (RuleShare rule : report.above(0.007)) {
      if (rule.rule().urgency().atLeast(Urgency.URGENT_2_WEEKS)) {
        assertThat(recorded).contains(rule.rule().id());
      }
    }
    assertThat(report.emergencyNow()).isBetween(0.05, 0.2);
    assertThat(report.sameDayOrHigher()).isGreaterThan(report.emergencyNow());
    assertThat(report.withinTwoWeeksOrHigher()).isGreaterThan(report.sameDayOrHigher());
  }

  @Test
  void refusesNobody() {
    assertThatThrownBy(() -> RedFlagSimulation.run(KNOWLEDGE, 0, Variant.INDEPENDENT, 1))
        .hasMessage("people must be 1 or more, was 0");
  }
}
