package health.plumbline.fitting.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The statistics on examples whose answer is known. */
final class StatisticsTest {

  @Test
  void calibrationErrorIsTheDistanceOfWhatWasSaidFromWhatCame() {
    Calibration calibration = new Calibration();
    for (int i = 0; i < 10; i++) {
      calibration.add(0.95, i < 5);
      calibration.add(0.25, i < 2);
    }
    // Half of the statements are off by 0.45, half by 0.05.
    assertThat(calibration.error()).isCloseTo(0.25, within(1e-12));
    assertThat(calibration.bins()).hasSize(2);
  }

  /** Hanley and McNeil 1982: pairs (with, without) in the right order, ties half. */
  @Test
  void areaCountsPairsInTheRightOrder() {
    Discrimination area =
        Discrimination.of(
            new double[] {0.9, 0.4, 0.4, 0.1, 0.2},
            new boolean[] {true, true, false, false, false});
    // 0.9 beats three; 0.4 beats two and ties with one: 5.5 of 6.
    assertThat(area.area()).isCloseTo(5.5 / 6, within(1e-12));
    assertThat(area.with()).isEqualTo(2);
  }

  /** Wilson 1927: 8 of 10 has the 95% interval 0.490 to 0.943. */
  @Test
  void proportionHasWilsonsInterval() {
    Proportion proportion = Proportion.of(8, 10);
    assertThat(proportion.lo()).isCloseTo(0.490, within(5e-4));
    assertThat(proportion.hi()).isCloseTo(0.943, within(5e-4));
  }

  @Test
  void patientsWhoShareADrawTellLess() {
    List<Verdict> alike = new ArrayList<>();
    List<Verdict> mixed = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      alike.add(verdict(i / 10, i / 10 % 2 == 0));
      mixed.add(verdict(i / 10, i % 2 == 0));
    }
    Proportion wide = Proportion.of(alike, v -> v.truth()[0]);
    Proportion narrow = Proportion.of(mixed, v -> v.truth()[0]);
    assertThat(wide.value()).isEqualTo(narrow.value()).isEqualTo(0.5);
    assertThat(narrow.designEffect()).isEqualTo(1);
    // Ten draws that agree within themselves count as ten trials, give or take n - 1.
    assertThat(wide.designEffect()).isCloseTo(100 / 9.0, within(1e-9));
    assertThat(wide.hi() - wide.lo()).isGreaterThan(2 * (narrow.hi() - narrow.lo()));
  }

  private static Verdict verdict(int draw, boolean with) {
    return new Verdict(draw, new boolean[] {with}, new double[] {0.5}, Urgency.ROUTINE);
  }

  /** Nine drawn values of ten lie in their 90% interval, and bins keep their sum. */
  @Test
  void drawnParametersFillTheirIntervals() {
    KnowledgeBase knowledge = KnowledgeBase.load();
    KnowledgeBase drawn = new ParameterDraws(knowledge).draw(new SplittableRandom(4));
    Map<String, Parameter> byKey = new HashMap<>();
    drawn.parameters().forEach(p -> byKey.put(key(p), p));
    int inside = 0;
    int n = 0;
    Map<String, Double> before = new HashMap<>();
    Map<String, Double> after = new HashMap<>();
    for (Parameter parameter : knowledge.parameters()) {
      Parameter moved = byKey.get(key(parameter));
      assertThat(moved).as(key(parameter)).isNotNull();
      if (moved == null) {
        continue;
      }
      if (knowledge.bins().containsKey(parameter.findingId())) {
        String finding = parameter.conditionId() + " " + parameter.findingId();
        before.merge(finding, parameter.p(), Double::sum);
        after.merge(finding, moved.p(), Double::sum);
      } else if (parameter.interval().hi() - parameter.interval().lo() > 1e-3) {
        n++;
        inside +=
            moved.p() >= parameter.interval().lo() && moved.p() <= parameter.interval().hi()
                ? 1
                : 0;
      }
    }
    before.forEach((finding, sum) -> assertThat(after.get(finding)).isCloseTo(sum, within(1e-3)));
    assertThat((double) inside / n).isBetween(0.86, 0.92);
  }

  private static String key(Parameter p) {
    return p.conditionId() + " " + p.findingId() + " " + p.value();
  }
}
