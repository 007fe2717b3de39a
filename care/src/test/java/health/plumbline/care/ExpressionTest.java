package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.Truth;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExpressionTest {

  private static Truth value(String text, Map<String, Truth> atoms) {
    return Expression.parse(text).evaluate(id -> atoms.getOrDefault(id, Truth.UNKNOWN));
  }

  @Test
  void bindsNotBeforeAndBeforeOr() {
    Map<String, Truth> atoms = Map.of("a", Truth.TRUE, "b", Truth.FALSE, "c", Truth.FALSE);
    assertThat(value("a or b and c", atoms)).isEqualTo(Truth.TRUE);
    assertThat(value("(a or b) and c", atoms)).isEqualTo(Truth.FALSE);
    assertThat(value("not b and a", atoms)).isEqualTo(Truth.TRUE);
    assertThat(value("not (b or a)", atoms)).isEqualTo(Truth.FALSE);
  }

  @Test
  void leavesUnknownUnknownUnlessTheRestDecides() {
    Map<String, Truth> atoms = Map.of("yes", Truth.TRUE, "no", Truth.FALSE);
    assertThat(value("not open", atoms)).isEqualTo(Truth.UNKNOWN);
    assertThat(value("yes and open", atoms)).isEqualTo(Truth.UNKNOWN);
    assertThat(value("no and open", atoms)).isEqualTo(Truth.FALSE);
    assertThat(value("yes or open", atoms)).isEqualTo(Truth.TRUE);
    assertThat(value("no or open", atoms)).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void collectsAtoms() {
    assertThat(Expression.parse("not (condition:a or b-1) and question:c").atoms())
        .containsExactly("condition:a", "b-1", "question:c");
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> Expression.parse("a and"))
        .hasMessageContaining("ends where an id is expected");
    assertThatThrownBy(() -> Expression.parse("(a or b")).hasMessageContaining("closing bracket");
    assertThatThrownBy(() -> Expression.parse("a b")).hasMessageContaining("\"b\" is not expected");
    assertThatThrownBy(() -> Expression.parse("A or b")).hasMessageContaining("\"A\"");
    assertThatThrownBy(() -> Expression.parse("")).hasMessageContaining("ends");
  }
}
