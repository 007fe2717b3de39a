package health.plumbline.reasoning;

import static health.plumbline.reasoning.Presentations.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DerivedFindingsLoadTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          derived-missing | .csv: the derived finding pain-severe has no definition
          derived-circle | .csv: leg-reflex-reduced depends on itself
          derived-part | .csv line 2, parts: no-such-finding is not the id of a finding
          derived-kind | .csv line 2, kind: "guess" is none of any-of, all-of, count
          derived-value | .csv line 2, implied_by: diabetes: "maybe" is not allowed; allowed: yes or no
          """)
  void namesTheFault(String file, String problem) {
    assertThatThrownBy(() -> DerivedFindings.load(KNOWLEDGE.vocabulary(), "bad/" + file + ".csv"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("bad/" + file + problem);
  }
}
