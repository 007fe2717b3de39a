package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedFlagRulesLoadTest {

  private static final Vocabulary VOCABULARY = KnowledgeBase.load().vocabulary();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          formula | when: ces-bladder-change, position 22: a finding is missing
          finding | when: no-such-finding is not a finding
          alias | when: history-diabetes is an alias; write diabetes
          urgency | urgency: "tomorrow" is none of emergency-now, same-day, urgent-2-weeks
          advice | advice: a value is required
          source | source_id: a value is required
          silent-emergency | unanswered_not: waits is not safe for a rule of emergency-now
          confirm | confirm: perianal-sensation-reduced cannot be asked
          grade | grade: "D" is none of A, B, C
          support | support: "hearsay" is none of published, clinical-judgement
          """)
  void namesFileLineAndColumnOfAFault(String file, String problem) {
    assertThatThrownBy(() -> RedFlagRules.load(VOCABULARY, "bad/" + file + ".csv"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("bad/" + file + ".csv line 2, " + problem);
  }
}
