package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRuleTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();

  private static Finding finding(String id) {
    return KNOWLEDGE.vocabulary().require(id);
  }

  @Test
  void thresholdsLeaveAGap() {
    NumberRule rule = NumberRule.parse("yes if n > 10; no if n <= 5");

    assertThat(rule.value(finding("crp-raised"), 11, Double.NaN)).isEqualTo(FindingValue.YES);
    assertThat(rule.value(finding("crp-raised"), 7, Double.NaN)).isNull();
    assertThat(rule.value(finding("crp-raised"), 5, Double.NaN)).isEqualTo(FindingValue.NO);
  }

  @Test
  void valuesAreCalculatedAndStayInRange() {
    NumberRule rule = NumberRule.parse("value = n * 52");

    assertThat(rule.value(finding("duration-weeks"), 2, Double.NaN))
        .isEqualTo(new FindingValue.Quantity(104));
    assertThat(NumberRule.parse("value = n").value(finding("pain-intensity"), 13, Double.NaN))
        .isNull();
  }

  @Test
  void theSecondNumberCounts() {
    NumberRule rule = NumberRule.parse("yes if m >= 90; no if n < 130 and m < 80");

    assertThat(rule.value(finding("hypertension"), 120, 95)).isEqualTo(FindingValue.YES);
    assertThat(rule.value(finding("hypertension"), 120, 70)).isEqualTo(FindingValue.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"perhaps", "yes if x > 3", "yes if n about 3", "value = 3", "no when n > 2"})
  void faultyRulesAreRefused(String rule) {
    assertThatThrownBy(() -> NumberRule.parse(rule)).isInstanceOf(IllegalArgumentException.class);
  }
}
