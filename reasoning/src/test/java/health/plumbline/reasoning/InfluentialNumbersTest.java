package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.knowledge.FittedValues;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Held against assessments with the number really changed (Coupé and van der Gaag 2002). */
final class InfluentialNumbersTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Assessor ASSESSOR = Assessor.of(KNOWLEDGE);

  // Age and sex are left open: then a parameter is the probability itself.
  private static final Presentation HIP =
      Presentation.builder(KNOWLEDGE.vocabulary())
          .finding("pain-putting-on-shoes", "yes")
          .finding("pain-groin", "yes")
          .finding("pain-below-knee", "no")
          .build();

  @Test
  void movingANumberInTheDataGivesWhatWasForetold() {
    List<InfluentialNumber> numbers = ASSESSOR.influential(HIP, Setting.PRIMARY, 40);
    int checked = 0;
    for (InfluentialNumber number : numbers) {
      if (number.conditionId().isEmpty() || number.findingId().isEmpty()) {
        continue;
      }
      assertThat(probability(number, number.interval().lo()))
          .as(number.conditionId() + " " + number.findingId())
          .isCloseTo(number.atLow(), within(1e-3));
      assertThat(probability(number, number.interval().hi()))
          .as(number.conditionId() + " " + number.findingId())
          .isCloseTo(number.atHigh(), within(1e-3));
      checked++;
    }
    assertThat(checked).isGreaterThan(3);
  }

  @Test
  void theMostInfluentialComesFirst() {
    List<InfluentialNumber> numbers = ASSESSOR.influential(HIP, Setting.PRIMARY, 3);
    assertThat(numbers).hasSize(3);
    assertThat(numbers)
        .isSortedAccordingTo((a, b) -> Double.compare(b.swing(), a.swing()))
        .allSatisfy(
            number ->
                assertThat(number.probability())
                    .isBetween(
                        Math.min(number.atLow(), number.atHigh()) - 1e-9,
                        Math.max(number.atLow(), number.atHigh()) + 1e-9));
  }

  @Test
  void aPersonOutOfScopeHasNone() {
    Presentation child = Presentation.builder(KNOWLEDGE.vocabulary()).age(12).build();
    assertThat(ASSESSOR.influential(child, Setting.PRIMARY, 3)).isEmpty();
  }

  /** The leading condition's probability with one parameter at another value. */
  private static double probability(InfluentialNumber number, double p) {
    Parameter moved =
        new Parameter(
            number.conditionId(),
            number.findingId(),
            number.value(),
            p,
            number.interval(),
            number.grade(),
            "fitted",
            number.sourceId());
    FittedValues values =
        new FittedValues(List.of(moved), List.of(), List.of(), List.of(), Map.of());
    String leading =
        ASSESSOR.assessQuickly(HIP, Setting.PRIMARY).differential().getFirst().conditionId();
    return Assessor.of(KNOWLEDGE.with(values))
        .assessQuickly(HIP, Setting.PRIMARY)
        .differential()
        .stream()
        .filter(it -> it.conditionId().equals(leading))
        .findFirst()
        .orElseThrow()
        .probability();
  }
}
