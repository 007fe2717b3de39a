package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.RedFlagExpression.And;
import health.plumbline.knowledge.RedFlagExpression.Atom;
import health.plumbline.knowledge.RedFlagExpression.Not;
import health.plumbline.knowledge.RedFlagExpression.Or;
import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedFlagExpressionTest {

  @Test
  void bindsNotCloserThanAndCloserThanOr() {
    assertThat(RedFlagExpression.parse("r", "a or not b and c"))
        .isEqualTo(
            new Or(
                List.of(new Atom("a"), new And(List.of(new Not(new Atom("b")), new Atom("c"))))));
  }

  @Test
  void readsBrackets() {
    assertThat(RedFlagExpression.parse("r", "(a or b) and not (c or d)"))
        .isEqualTo(
            new And(
                List.of(
                    new Or(List.of(new Atom("a"), new Atom("b"))),
                    new Not(new Or(List.of(new Atom("c"), new Atom("d")))))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a and | r, position 6: a finding is missing",
        "a b | r, position 3: \"b\" is not expected here",
        "(a or b | r, position 8: a closing bracket is missing",
        "a) | r, position 2: \")\" is not expected here",
        "a & b | r, position 2: \"& b\" is no finding, bracket or word",
        "and a | r, position 1: a finding is missing",
        "not (a and not b) | r, position 12: a not within a not; write it without"
      })
  void namesRuleAndPositionOfAFault(String text, String message) {
    assertThatThrownBy(() -> RedFlagExpression.parse("r", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "T, T, FALSE, FALSE",
    "T, F, TRUE, TRUE",
    "T, U, TRUE, UNKNOWN",
    "F, U, FALSE, FALSE",
    "U, F, UNKNOWN, UNKNOWN"
  })
  void decidesWhatNotIsWorthWhileUnanswered(
      String flag, String narrowing, Truth fires, Truth waits) {
    RedFlagExpression expression = RedFlagExpression.parse("r", "flag and not old");
    Map<String, Truth> truths = Map.of("flag", truth(flag), "old", truth(narrowing));
    assertThat(
            expression.evaluate(id -> truths.getOrDefault(id, Truth.UNKNOWN), UnansweredNot.FIRES))
        .isEqualTo(fires);
    assertThat(
            expression.evaluate(id -> truths.getOrDefault(id, Truth.UNKNOWN), UnansweredNot.WAITS))
        .isEqualTo(waits);
  }

  @Test
  void aNegatedGroupWithOnePartUnansweredIsUnanswered() {
    RedFlagExpression expression = RedFlagExpression.parse("r", "not (a or b)");
    Map<String, Truth> truths = Map.of("a", Truth.FALSE);
    assertThat(
            expression.evaluate(id -> truths.getOrDefault(id, Truth.UNKNOWN), UnansweredNot.WAITS))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(
            expression.evaluate(id -> truths.getOrDefault(id, Truth.UNKNOWN), UnansweredNot.FIRES))
        .isEqualTo(Truth.TRUE);
    Map<String, Truth> present = Map.of("b", Truth.TRUE);
    assertThat(
            expression.evaluate(id -> present.getOrDefault(id, Truth.UNKNOWN), UnansweredNot.FIRES))
        .isEqualTo(Truth.FALSE);
  }

  /** The safety rows of care speak of suspected conditions and open questions as well. */
  @Test
  void readsNamesWithAColon() {
    assertThat(RedFlagExpression.parse("r", "not (condition:a or b-1) and question:c").findings())
        .containsExactly("condition:a", "b-1", "question:c");
  }

  @Test
  void tellsWhichFindingsStandUnderANot() {
    RedFlagExpression expression = RedFlagExpression.parse("r", "a and not (b or c)");
    assertThat(expression.findings()).containsExactly("a", "b", "c");
    assertThat(expression.negatedFindings()).containsExactly("b", "c");
  }

  @Test
  void kleeneTablesHold() {
    for (Truth a : Truth.values()) {
      for (Truth b : Truth.values()) {
        assertThat(a.and(b).not()).as("De Morgan").isEqualTo(a.not().or(b.not()));
        assertThat(a.or(b)).isEqualTo(b.or(a));
      }
    }
    assertThat(Truth.UNKNOWN.and(Truth.FALSE)).isEqualTo(Truth.FALSE);
    assertThat(Truth.UNKNOWN.or(Truth.TRUE)).isEqualTo(Truth.TRUE);
  }

  private static Truth truth(String letter) {
    return switch (letter) {
      case "T" -> Truth.TRUE;
      case "F" -> Truth.FALSE;
      default -> Truth.UNKNOWN;
    };
  }
}
