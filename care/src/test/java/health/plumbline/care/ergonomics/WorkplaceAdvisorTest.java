package health.plumbline.care.ergonomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seat, desk and screen for people of different stature. */
final class WorkplaceAdvisorTest {

  private static final WorkplaceAdvisor ADVISOR = WorkplaceAdvisor.load();

  private static WorkplaceLine line(String id, Map<String, Double> measures) {
    return ADVISOR.advise(new Workplace(measures)).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aShortWomanAtAnOrdinaryDesk() {
    Map<String, Double> measures =
        Map.of(Workplace.STATURE, 158.0, "desk_cm", 74.0, "seat_cm", 48.0);
    assertThat(line("seat", measures).target()).isEqualTo(42);
    assertThat(line("seat", measures).verdict()).isEqualTo("too-high");
    assertThat(line("seat", measures).text()).contains("Lower your seat by about 6 cm, to 42 cm");
    assertThat(line("desk", measures).target()).isEqualTo(64);
    assertThat(line("desk", measures).text()).contains("10 cm").contains("foot rest");
  }

  @Test
  void aTallManAtTheSameDesk() {
    Map<String, Double> measures =
        Map.of(Workplace.STATURE, 190.0, "desk_cm", 74.0, "seat_cm", 49.0);
    assertThat(line("seat", measures).verdict()).isEqualTo("fine");
    assertThat(line("desk", measures).target()).isEqualTo(77);
    assertThat(line("desk", measures).text()).startsWith("Raise your desk by about 3 cm");
  }

  @Test
  void withoutStatureNoHeightIsNamed() {
    List<WorkplaceLine> lines = ADVISOR.advise(Workplace.UNKNOWN);
    assertThat(lines)
        .extracting(WorkplaceLine::id)
        .doesNotContain("seat", "desk", "screen-top")
        .contains("screen-distance", "sitting", "bed");
    assertThat(lines).allSatisfy(one -> assertThat(one.text()).doesNotContain("{"));
  }

  @Test
  void longSittingIsCut() {
    assertThat(line("sitting", Map.of("sitting_hours", 9.0)).text())
        .startsWith("Cut 4 hours of your 9 hours");
    assertThat(line("sitting", Map.of("sitting_hours", 3.0)).verdict()).isEqualTo("fine");
  }

  @Test
  void refusesUnknownNamesAndImpossibleNumbers() {
    assertThatThrownBy(() -> new Workplace(Map.of("chair", 40.0)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("stature_cm, seat_cm");
    assertThatThrownBy(() -> new Workplace(Map.of(Workplace.STATURE, 1.72)))
        .hasMessageContaining("workplace.stature_cm")
        .hasMessageContaining("120 to 230");
  }
}
