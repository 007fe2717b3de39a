package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "3 days, 0.4",
    "6 weeks, 6",
    "6 months, 26.1",
    "2 years, 104.4",
    "12, 12",
    "1.5 months, 6.5",
  })
  void countsInWeeks(String said, String weeks) {
    Finding duration = Site.engine().knowledge().vocabulary().require("duration-weeks");
    assertThat(Durations.inUnitOf(duration, said)).isEqualTo(weeks);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 1 days", "1, 1 weeks", "6, 6 weeks", "26, 6 months", "156, 3 years"})
  void saysWeeksInTheUnitThatFits(String weeks, String said) {
    assertThat(Durations.inBestUnit(weeks)).isEqualTo(said);
  }
}
