package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Source: Newcombe RG. Two-sided confidence intervals for the single proportion: comparison of
 * seven methods. Stat Med 1998;17:857-872, table I, method 3.
 */
final class NormalTest {

  @Test
  void wilsonsIntervalsAreThoseOfThePublishedTable() {
    assertInterval(Normal.wilson(81 / 263.0, 263), 0.2553, 0.3662);
    assertInterval(Normal.wilson(15 / 148.0, 148), 0.0624, 0.1605);
    assertInterval(Normal.wilson(0, 20), 0, 0.1611);
    assertInterval(Normal.wilson(1 / 29.0, 29), 0.0061, 0.1718);
  }

  @Test
  void refusesWhatIsNoProportion() {
    assertThatThrownBy(() -> Normal.wilson(1.1, 10))
        .hasMessage("share 1.1 must lie in 0 to 1 and n 10.0 above 0");
    assertThatThrownBy(() -> Normal.wilson(0.5, 0)).hasMessageContaining("n 0.0 above 0");
  }

  private static void assertInterval(Interval interval, double lo, double hi) {
    assertThat(interval.lo()).isCloseTo(lo, within(5e-5));
    assertThat(interval.hi()).isCloseTo(hi, within(5e-5));
  }
}
