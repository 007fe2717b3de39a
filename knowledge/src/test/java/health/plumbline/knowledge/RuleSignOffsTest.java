package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.RuleSignOffs.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleSignOffsTest {

  private static final Vocabulary VOCABULARY = KnowledgeBase.load().vocabulary();
  private static final RedFlagRules RULES = RedFlagRules.load(VOCABULARY);
  private static final RuleSignOffs SIGN_OFFS = RuleSignOffs.load(RULES, VOCABULARY);

  /** SAFETY.md says so; change both when the first clinician signs. */
  @Test
  void noRuleIsSignedYet() {
    for (RedFlagRule rule : RULES.rules()) {
      assertThat(SIGN_OFFS.state(rule.id())).as(rule.id()).isEqualTo(State.UNSIGNED);
      assertThat(SIGN_OFFS.signOff(rule.id())).isEmpty();
    }
  }

  @Test
  void everyRuleHasADigestOfItsOwn() {
    assertThat(RULES.rules())
        .extracting(rule -> SIGN_OFFS.digest(rule.id()))
        .doesNotHaveDuplicates()
        .allMatch(digest -> digest.matches("[0-9a-f]{12}"));
  }

  /** The second row names a digest that the rule does not have: it was signed as it once stood. */
  @Test
  void aSignatureLapsesWhenTheRuleIsNoLongerTheOneSigned() {
    RuleSignOffs signOffs = RuleSignOffs.load(RULES, VOCABULARY, "sign-off/lapsed.csv");
    assertThat(signOffs.state("sepsis")).isEqualTo(State.LAPSED);
    assertThat(signOffs.signOff("sepsis").orElseThrow().role())
        .isEqualTo("consultant in emergency medicine");
    assertThat(signOffs.state("ali")).isEqualTo(State.UNSIGNED);
  }

  @Test
  void theDigestFollowsTheRowAndTheWordingOfItsQuestions() {
    RuleSignOffs.Fingerprint fingerprint = new RuleSignOffs.Fingerprint();
    String before = fingerprint.add("when", "fever").add("fever", "Hot?").digest();
    assertThat(new RuleSignOffs.Fingerprint().add("when", "fever").add("fever", "Hot?").digest())
        .isEqualTo(before);
    assertThat(new RuleSignOffs.Fingerprint().add("when", "fever").add("fever", "Cold?").digest())
        .isNotEqualTo(before);
    assertThat(new RuleSignOffs.Fingerprint().add("when", "feve").add("r", "Hot?").digest())
        .isNotEqualTo(before);
  }

  @Test
  void whatIsSignedNoLongerAwaits() {
    RedFlagRule first = SIGN_OFFS.emergenciesAwaitingSignOff().getFirst();
    RuleSignOffs signed =
        SIGN_OFFS.with(
            new RuleSignOffs.SignOff(
                first.id(),
                SIGN_OFFS.digest(first.id()),
                java.time.LocalDate.of(2026, 1, 2),
                "general practitioner",
                "test"));
    assertThat(signed.state(first.id())).isEqualTo(State.SIGNED);
    assertThat(signed.emergenciesAwaitingSignOff())
        .isNotEmpty()
        .extracting(RedFlagRule::id)
        .doesNotContain(first.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknown-rule | rule_id: no-such-rule is not a rule of red-flags.csv
          digest | rule_digest: all is not 12 hexadecimal digits as plumbline evidence RULE shows
          day | signed_on: yesterday is not a date such as 2026-11-25
          role | role: a value is required
          """)
  void namesFileLineAndColumnOfAFault(String file, String problem) {
    assertThatThrownBy(() -> RuleSignOffs.load(RULES, VOCABULARY, "sign-off/" + file + ".csv"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("sign-off/" + file + ".csv line 2, " + problem);
  }
}
