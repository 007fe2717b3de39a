package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.ActionThreshold;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Urgency;
import org.junit.jupiter.api.Test;

/** Sources: red-flags.csv and action-thresholds.csv, each row with its own. */
final class UrgencyJudgeTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final ConditionIndex CONDITIONS = new ConditionIndex(KNOWLEDGE);
  private static final UrgencyJudge JUDGE = new UrgencyJudge(KNOWLEDGE, CONDITIONS, new Phrases());
  private static final Triage TRIAGE = Triage.of(KNOWLEDGE);

  @Test
  void aProbabilityAboveItsActionThresholdRaisesTheLevel() {
    for (ActionThreshold row : KNOWLEDGE.actionThresholds()) {
      double[] marginals = new double[CONDITIONS.size()];
      marginals[CONDITIONS.of(row.conditionId())] = row.threshold();
      Assessment.UrgencyVerdict verdict = JUDGE.judge(TRIAGE.assess(empty().build()), marginals);
      assertThat(verdict.level()).as(row.conditionId()).isEqualTo(row.urgency());
      assertThat(verdict.reasons().getFirst().rule()).isEqualTo("probability:" + row.conditionId());
      marginals[CONDITIONS.of(row.conditionId())] = 0.99 * row.threshold();
      assertThat(JUDGE.judge(TRIAGE.assess(empty().build()), marginals).level())
          .as(row.conditionId())
          .isEqualTo(Urgency.ROUTINE);
    }
  }

  @Test
  void noProbabilityLowersTheLevelOfARule() {
    Presentation numb = empty().finding("saddle-numbness", FindingValue.YES).build();
    double[] none = new double[CONDITIONS.size()];
    double[] harmless = new double[CONDITIONS.size()];
    harmless[CONDITIONS.of("non-specific-low-back-pain")] = 1;
    for (double[] marginals : new double[][] {none, harmless}) {
      Assessment.UrgencyVerdict verdict = JUDGE.judge(TRIAGE.assess(numb), marginals);
      assertThat(verdict.level()).isEqualTo(Urgency.EMERGENCY_NOW);
      assertThat(verdict.reasons().getFirst().rule()).isEqualTo("ces-saddle-numbness");
    }
  }

  @Test
  void whatARuleGuardsAgainstMustNotBeMissedHoweverImprobable() {
    Presentation numb = empty().finding("saddle-numbness", FindingValue.YES).build();
    assertThat(JUDGE.mustNotMiss(TRIAGE.assess(numb), numb, new double[CONDITIONS.size()]))
        .extracting(Assessment.MustNotMiss::condition)
        .contains("cauda-equina-syndrome");
    assertThat(
            JUDGE.mustNotMiss(
                TRIAGE.assess(empty().build()), empty().build(), new double[CONDITIONS.size()]))
        .isEmpty();
  }

  @Test
  void aVerdictAlwaysHasAReasonAtItsLevel() {
    Assessment.UrgencyVerdict verdict =
        JUDGE.judge(TRIAGE.assess(empty().build()), new double[CONDITIONS.size()]);
    assertThat(verdict.reasons().getFirst().level()).isEqualTo(verdict.level());
    assertThat(verdict.reasons().getFirst().text()).isNotBlank();
  }

  private static Presentation.Builder empty() {
    return Presentation.builder(KNOWLEDGE.vocabulary());
  }
}
