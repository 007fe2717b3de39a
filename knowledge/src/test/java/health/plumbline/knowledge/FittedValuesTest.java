package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A fitted number of something that there is not stops the program, and so does an unknown basis.
 */
final class FittedValuesTest {

  private static final KnowledgeBase ESTIMATES = KnowledgeBase.loadEstimates();
  private static final List<DataFile.Row> ROWS = DataFile.read("bad/fitted.csv").rows();

  @Test
  void namesAConditionThatThereIsNot() {
    assertThatThrownBy(() -> FittedValues.parameter(ROWS.get(0), ESTIMATES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 2, condition_id: no-such-condition is not a condition");
    assertThatThrownBy(() -> FittedValues.pair(ROWS.get(0), ESTIMATES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 2, condition_b: no-such-condition is not a condition");
  }

  @Test
  void namesAFindingThatThereIsNot() {
    assertThatThrownBy(() -> FittedValues.parameter(ROWS.get(1), ESTIMATES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 3, finding_id: no-such-finding is not a finding");
  }

  /** What is neither published nor estimated must never pass for an estimate. */
  @Test
  void namesABasisThatIsNone() {
    assertThatThrownBy(() -> KnowledgeLoader.grade(ROWS.get(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("basis: \"guessed\" is none of published, adapted, elicited");
  }
}
