package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import org.junit.jupiter.api.Test;

/** Source: the published files for what must be accounted for. */
final class ReconciliationTest {

  private static final Reconciliation RECONCILIATION = new Reconciliation(KnowledgeBase.load());

  @Test
  void everyUsableFigureOfGradeAOrBIsComparedOrLeftOutForAReason() {
    assertThat(RECONCILIATION.all())
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.compared()).isEqualTo(it.leftOut().isEmpty());
              assertThat(it.figure().provenance().grade()).isNotEqualTo(Grade.C);
            });
    long usable =
        RECONCILIATION.figures().all().stream()
            .filter(it -> it.provenance().usable() && it.provenance().grade() != Grade.C)
            .count();
    assertThat(RECONCILIATION.all()).hasSize((int) usable);
  }

  @Test
  void impliedFiguresAreProbabilitiesAndLimitsAreInOrder() {
    for (Reconciled reconciled : RECONCILIATION.all()) {
      for (Comparison comparison : reconciled.comparisons()) {
        assertThat(comparison.low())
            .as(reconciled.figure().id())
            .isLessThanOrEqualTo(comparison.high());
        if (comparison.measure().isRatio()) {
          assertThat(comparison.implied()).isPositive();
        } else {
          assertThat(comparison.implied()).isBetween(0.0, 1.0);
        }
      }
    }
  }

  @Test
  void aContradictedFigureIsNamedWithTheOneThatItContradicts() {
    ReconciliationSummary summary = ReconciliationSummary.of(RECONCILIATION);
    // Straight leg raise: 0.36 in 2,352 people with sciatica, 0.92 in surgical candidates.
    assertThat(summary.contradictions().get("acc-spine-005")).contains("acc-spine-001");
  }

  /** Source: the fitted parameters; a new miss needs a reason, one that is mended loses its own. */
  @Test
  void everyFigureThatIsNotReproducedHasAReasonOnRecordAndNoOtherHas() {
    assertThat(ReconciliationSummary.of(RECONCILIATION).missed())
        .extracting(missed -> missed.figure().id())
        .containsExactlyInAnyOrderElementsOf(RECONCILIATION.populations().notReproduced());
  }
}
