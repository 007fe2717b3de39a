package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.ActionThreshold;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Phrases;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sources: red-flags.csv and action-thresholds.csv, each row with its own. */
final class UrgencyJudgeTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final ConditionIndex CONDITIONS = new ConditionIndex(KNOWLEDGE);
  private static final Triage TRIAGE = Triage.of(KNOWLEDGE);
  private static final UrgencyJudge JUDGE =
      new UrgencyJudge(KNOWLEDGE, CONDITIONS, TRIAGE, new Phrases());

  @Test
  void aProbabilityAboveItsActionThresholdRaisesTheLevel() {
    for (ActionThreshold row : KNOWLEDGE.actionThresholds()) {
      double[] marginals = new double[CONDITIONS.size()];
      marginals[CONDITIONS.of(row.conditionId())] = row.threshold();
      Assessment.UrgencyVerdict verdict =
          JUDGE
              .judge(TRIAGE.assess(empty().build()), empty().build(), marginals, Set.of())
              .verdict();
      assertThat(verdict.level()).as(row.conditionId()).isEqualTo(row.urgency());
      assertThat(verdict.reasons().getFirst().rule()).isEqualTo("probability:" + row.conditionId());
      marginals[CONDITIONS.of(row.conditionId())] = 0.99 * row.threshold();
      assertThat(
              JUDGE
                  .judge(TRIAGE.assess(empty().build()), empty().build(), marginals, Set.of())
                  .verdict()
                  .level())
          .as(row.conditionId())
          .isEqualTo(Urgency.ROUTINE);
    }
  }

  /** Source: emergency-screen.csv; what nobody asked is no reassurance. */
  @Test
  void belowAnEmergencyTheVerdictNamesTheScreenWithoutAnswer() {
    double[] none = new double[CONDITIONS.size()];
    Presentation.Builder known = empty().finding("pain-lumbar-central", FindingValue.YES);
    List<String> left = new ArrayList<>(TRIAGE.screen());
    for (String id : TRIAGE.screen()) {
      Presentation presentation = known.build();
      Assessment.UrgencyVerdict verdict =
          JUDGE.judge(TRIAGE.assess(presentation), presentation, none, Set.of()).verdict();
      assertThat(verdict.unanswered()).containsExactlyElementsOf(left);
      assertThat(verdict.awaitsScreen()).isTrue();
      left.remove(id);
      known.finding(id, FindingValue.NO);
    }
    Presentation screened = known.build();
    assertThat(JUDGE.judge(TRIAGE.assess(screened), screened, none, Set.of()).verdict())
        .satisfies(
            verdict -> {
              assertThat(verdict.unanswered()).isEmpty();
              assertThat(verdict.awaitsScreen()).isFalse();
            });
  }

  /** A doubt that is answered no must not leave a calm level alone. */
  @Test
  void behindADoubtTheScreenIsStillNamed() {
    Presentation nothing = empty().build();
    double[] none = new double[CONDITIONS.size()];
    Assessment.UrgencyVerdict verdict =
        JUDGE.judge(TRIAGE.assess(nothing), nothing, none, Set.of("saddle-numbness")).verdict();
    assertThat(verdict.level()).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(verdict.unanswered())
        .hasSize(TRIAGE.screen().size() - 1)
        .doesNotContain("saddle-numbness");
    assertThat(verdict.awaitsScreen()).isFalse();
  }

  @Test
  void anEmergencyAwaitsNoFurtherAnswer() {
    Presentation numb = empty().finding("saddle-numbness", FindingValue.YES).build();
    double[] none = new double[CONDITIONS.size()];
    assertThat(JUDGE.judge(TRIAGE.assess(numb), numb, none, Set.of()).verdict().unanswered())
        .isEmpty();
  }

  @Test
  void noProbabilityLowersTheLevelOfARule() {
    Presentation numb = empty().finding("saddle-numbness", FindingValue.YES).build();
    double[] none = new double[CONDITIONS.size()];
    double[] harmless = new double[CONDITIONS.size()];
    harmless[CONDITIONS.of("non-specific-low-back-pain")] = 1;
    for (double[] marginals : new double[][] {none, harmless}) {
      Assessment.UrgencyVerdict verdict =
          JUDGE.judge(TRIAGE.assess(numb), numb, marginals, Set.of()).verdict();
      assertThat(verdict.level()).isEqualTo(Urgency.EMERGENCY_NOW);
      assertThat(verdict.reasons().getFirst().rule()).isEqualTo("ces-saddle-numbness");
    }
  }

  @Test
  void whatARuleGuardsAgainstMustNotBeMissedHoweverImprobable() {
    Presentation numb = empty().finding("saddle-numbness", FindingValue.YES).build();
    assertThat(
            JUDGE
                .judge(TRIAGE.assess(numb), numb, new double[CONDITIONS.size()], Set.of())
                .mustNotMiss())
        .extracting(Assessment.MustNotMiss::condition)
        .contains("cauda-equina-syndrome");
    assertThat(ofNothingKnown().mustNotMiss()).isEmpty();
  }

  @Test
  void aVerdictAlwaysHasAReasonAtItsLevel() {
    Assessment.UrgencyVerdict verdict = ofNothingKnown().verdict();
    assertThat(verdict.reasons().getFirst().level()).isEqualTo(verdict.level());
    assertThat(verdict.reasons().getFirst().text()).isNotBlank();
  }

  private static UrgencyJudge.Judgement ofNothingKnown() {
    Presentation nothing = empty().build();
    return JUDGE.judge(TRIAGE.assess(nothing), nothing, new double[CONDITIONS.size()], Set.of());
  }

  private static Presentation.Builder empty() {
    return Presentation.builder(KNOWLEDGE.vocabulary());
  }

  /** "Maybe numb down below" is an emergency until the question is answered (nhs-back-pain). */
  @Test
  void whatIsInDoubtHoldsTheLevelUpUntilItIsAnswered() {
    double[] none = new double[CONDITIONS.size()];
    Presentation back = empty().finding("pain-lumbar-central", FindingValue.YES).build();
    Assessment.UrgencyVerdict verdict =
        JUDGE.judge(TRIAGE.assess(back), back, none, Set.of("saddle-numbness")).verdict();
    assertThat(verdict.level()).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(verdict.otherwise())
        .isEqualTo(JUDGE.judge(TRIAGE.assess(back), back, none, Set.of()).verdict().level());
    assertThat(verdict.settleFirst()).containsExactly("saddle-numbness");
    assertThat(verdict.reasons().getFirst().rule()).isEqualTo("unsettled:ces-saddle-numbness");
    assertThat(verdict.reasons().getFirst().text())
        .startsWith("Answer this first: Is the skin between your legs")
        .contains("999");
    assertThat(
            JUDGE.judge(TRIAGE.assess(back), back, none, Set.of("saddle-numbness")).mustNotMiss())
        .extracting(Assessment.MustNotMiss::condition)
        .contains("cauda-equina-syndrome");
    Presentation no =
        empty()
            .finding("pain-lumbar-central", FindingValue.YES)
            .finding("saddle-numbness", FindingValue.NO)
            .build();
    assertThat(JUDGE.judge(TRIAGE.assess(no), no, none, Set.of()).verdict().level())
        .isEqualTo(Urgency.ROUTINE);
  }

  @Test
  void oneDoubtNeverTalksAnotherOneAway() {
    double[] none = new double[CONDITIONS.size()];
    for (String calming :
        new String[] {"bladder-bowel-change-longstanding", "bladder-works-as-before"}) {
      assertThat(
              JUDGE
                  .judge(
                      TRIAGE.assess(empty().build()),
                      empty().build(),
                      none,
                      Set.of("urinary-hesitancy-or-altered-sensation", calming))
                  .verdict()
                  .level())
          .as(calming)
          .isEqualTo(Urgency.EMERGENCY_NOW);
    }
  }

  @Test
  void aDoubtNeverLowersALevelAndIsSilentWhereItChangesNothing() {
    double[] none = new double[CONDITIONS.size()];
    Presentation leak = empty().finding("urinary-incontinence", FindingValue.YES).build();
    Assessment.UrgencyVerdict verdict =
        JUDGE
            .judge(
                TRIAGE.assess(leak),
                leak,
                none,
                Set.of("bladder-bowel-change-longstanding", "pain-groin"))
            .verdict();
    assertThat(verdict).isEqualTo(JUDGE.judge(TRIAGE.assess(leak), leak, none, Set.of()).verdict());
    assertThat(verdict.level()).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(verdict.settleFirst()).isEmpty();
  }
}
