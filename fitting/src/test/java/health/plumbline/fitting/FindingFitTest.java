package health.plumbline.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.fitting.FindingFit.Value;
import health.plumbline.fitting.Observation.Scale;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.published.PublishedFigure;
import health.plumbline.reasoning.Mixture;
import health.plumbline.reasoning.Reconciliation;
import health.plumbline.reasoning.StudyModel;
import health.plumbline.reasoning.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Planted answers: what the fit must find is known. */
final class FindingFitTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.loadEstimates();
  private static final StudyModel MODEL = new StudyModel(KNOWLEDGE);
  private static final Estimates ESTIMATES = new Estimates(KNOWLEDGE, MODEL);
  private static final PublishedFigure FIGURE =
      new Reconciliation(KNOWLEDGE, Map.of()).figures().all().getFirst();
  private static final Term TERM = new Term("pain-groin", 1, false);
  private static final int HIP = MODEL.conditionNumber("hip-osteoarthritis");

  @Test
  void aPreciseFigureIsReproduced() {
    double target = Observations.logit(0.8);
    FindingFit.Result result = fit(List.of(alone(target, 0.01)));
    assertThat(logit(result)).isCloseTo(target, within(0.02));
  }

  @Test
  void aVagueFigureLeavesTheEstimate() {
    double estimate = ESTIMATES.logits(TERM)[HIP];
    FindingFit.Result result = fit(List.of(alone(estimate + 2, 50)));
    assertThat(logit(result)).isCloseTo(estimate, within(0.05));
  }

  @Test
  void moreSpreadBetweenStudiesWidensTheIntervalAndLeavesThePoint() {
    double target = Observations.logit(0.8);
    FindingFit.Result exact = fit(List.of(alone(target, 0.3)));
    FindingFit.Result spread =
        fit(List.of(observation(mixture(HIP), target, 0.3, 0.6, Optional.empty())));
    assertThat(logit(spread)).isEqualTo(logit(exact));
    assertThat(hip(spread).standardDeviation()).isGreaterThan(1.3 * hip(exact).standardDeviation());
  }

  @Test
  void whatAgreesPrevailsOverOneThatContradicts() {
    double agreed = Observations.logit(0.7);
    double odd = Observations.logit(0.1);
    FindingFit.Result result =
        fit(
            List.of(
                alone(agreed, 0.15), alone(agreed, 0.15), alone(agreed, 0.15), alone(odd, 0.15)));
    double mean = (3 * agreed + odd) / 4;
    assertThat(logit(result)).isGreaterThan((agreed + mean) / 2);
  }

  @Test
  void selectionMovesBothGroupsAndLeavesTheOddsRatio() {
    int back = MODEL.conditionNumber("non-specific-low-back-pain");
    double[] estimate = ESTIMATES.logits(TERM);
    // Both groups have the sign far more often than at first contact, their odds ratio as
    // estimated.
    Observation with =
        observation(mixture(HIP), estimate[HIP] + 1.5, 0.1, Optional.of("study hip groin"));
    Observation without =
        observation(mixture(back), estimate[back] + 1.5, 0.1, Optional.of("study hip groin"));
    FindingFit.Result result = fit(List.of(with, without));
    assertThat(result.selections().getFirst().logOdds()).isBetween(0.9, 1.6);
    assertThat(logit(result)).isCloseTo(estimate[HIP], within(0.5));
  }

  private static FindingFit.Result fit(List<Observation> observations) {
    return new FindingFit(
            observations, Map.of(FIGURE.id(), List.of(HIP)), ESTIMATES, MODEL.conditions())
        .fit();
  }

  private static double logit(FindingFit.Result result) {
    return hip(result).logit();
  }

  private static Value hip(FindingFit.Result result) {
    return result.values().stream()
        .filter(value -> value.condition() == HIP)
        .findFirst()
        .orElseThrow();
  }

  private static Observation alone(double target, double standardError) {
    return observation(mixture(HIP), target, standardError, Optional.empty());
  }

  private static Observation observation(
      Mixture group, double target, double standardError, Optional<String> selection) {
    return observation(group, target, standardError, standardError, selection);
  }

  private static Observation observation(
      Mixture group,
      double target,
      double standardError,
      double spread,
      Optional<String> selection) {
    return new Observation(
        FIGURE,
        Scale.LOGIT,
        new Arm(List.of(TERM), group),
        Optional.empty(),
        selection,
        target,
        standardError,
        spread);
  }

  private static Mixture mixture(int condition) {
    return new Mixture(new byte[][] {{(byte) condition}}, new double[] {1});
  }
}
