package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Urgency;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class UrgencyTableTest {

  private final UrgencyTable table = new UrgencyTable();

  @Test
  void aRefusedCaseIsNeverRightAndAlwaysTooCalm() {
    table.add("calm", Urgency.SELF_CARE, null);
    table.add("right", Urgency.SELF_CARE, Urgency.SELF_CARE);

    assertThat(printed())
        .contains("right: 1 of 2")
        .contains("too calm: 1 of 2")
        .contains("too urgent: 0 of 2")
        .contains("refused (counted as too calm): 1 of 2");
  }

  @Test
  void anEmergencyThatIsRefusedOrBelowTheSameDayIsNamed() {
    table.add("refused", Urgency.EMERGENCY_NOW, null);
    table.add("calmer", Urgency.EMERGENCY_NOW, Urgency.URGENT_2_WEEKS);
    table.add("nearly", Urgency.EMERGENCY_NOW, Urgency.SAME_DAY);

    assertThat(printed())
        .contains("emergency-now below same-day: 2 of 3")
        .contains(": refused, calmer")
        .doesNotContain("nearly");
  }

  @Test
  void withoutRefusalsNothingIsSaidOfThem() {
    table.add("urgent", Urgency.ROUTINE, Urgency.SAME_DAY);

    assertThat(printed())
        .contains("too urgent: 1 of 1")
        .contains("emergency-now below same-day: none of 0")
        .doesNotContain("counted as too calm");
  }

  private String printed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
