package health.plumbline.fitting;

import health.plumbline.fitting.Observation.Scale;
import health.plumbline.knowledge.Normal;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.published.AccuracyFigure;
import health.plumbline.knowledge.published.Composite;
import health.plumbline.knowledge.published.FrequencyFigure;
import health.plumbline.knowledge.published.PublishedFigure;
import health.plumbline.knowledge.published.ReferralFigure;
import health.plumbline.knowledge.published.StudyPopulation;
import health.plumbline.reasoning.Comparison;
import health.plumbline.reasoning.Comparison.Measure;
import health.plumbline.reasoning.Mixture;
import health.plumbline.reasoning.Reconciled;
import health.plumbline.reasoning.Reconciliation;
import health.plumbline.reasoning.StudyModel;
import health.plumbline.reasoning.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns published figures into constraints.
 *
 * <p>A number enters on the scale on which its error is about normal: a proportion as log-odds, a
 * likelihood ratio as logarithm; its standard error is what its 95% limits imply. A published 0 or
 * 1 rests on a handful of people and enters as the middle of its limits.
 */
final class Observations {

  private static final double SMALLEST = 0.002;
  private static final double EXTREME = 0.02;

  private final Reconciliation reconciliation;
  private final StudyModel model;
  private final FitSettings settings;

  Observations(Reconciliation reconciliation, FitSettings settings) {
    this.settings = settings;
    this.reconciliation = reconciliation;
    this.model = reconciliation.model();
  }

  /** The constraints on findings under conditions, of every figure that the model can imply. */
  List<Observation> ofFindings() {
    List<Observation> observations = new ArrayList<>();
    for (Reconciled reconciled : reconciliation.all()) {
      if (!reconciled.compared()) {
        continue;
      }
      switch (reconciled.figure()) {
        case AccuracyFigure figure -> accuracy(figure, reconciled, observations);
        case FrequencyFigure figure ->
            frequency(
                figure,
                figure.conditionId(),
                figure.value(),
                reconciled.comparisons(),
                observations);
        case ReferralFigure figure ->
            frequency(figure, figure.conditionId(), "yes", reconciled.comparisons(), observations);
        default -> {}
      }
    }
    return observations;
  }

  private void accuracy(AccuracyFigure figure, Reconciled reconciled, List<Observation> out) {
    Optional<List<Term>> terms = terms(figure, figure.value());
    if (terms.isEmpty()) {
      return;
    }
    StudyPopulation population = reconciliation.populations().of(figure.id()).orElseThrow();
    Set<String> subject = reconciliation.subject(figure.conditionId());
    boolean negated = terms.get().getFirst().negated();
    List<Term> positive = terms.get().stream().map(Term::positive).toList();
    Arm with = new Arm(positive, model.cases(population, subject));
    Arm without = new Arm(positive, model.comparison(population, subject));
    Optional<String> selection =
        population.selected()
            ? Optional.of(
                Selection.key(
                    figure.provenance().sourceId(), figure.conditionId(), figure.findingId()))
            : Optional.empty();
    for (Comparison comparison : reconciled.comparisons()) {
      Measure measure = comparison.measure();
      if (measure.isRatio()) {
        boolean present = (measure == Measure.LIKELIHOOD_RATIO_POSITIVE) != negated;
        double low = Math.log(comparison.low());
        double high = Math.log(comparison.high());
        double target =
            Double.isNaN(comparison.published())
                ? (low + high) / 2
                : Math.log(comparison.published());
        out.add(
            new Observation(
                figure,
                present ? Scale.LOG_RATIO_PRESENT : Scale.LOG_RATIO_ABSENT,
                with,
                Optional.of(without),
                selection,
                target,
                standardError(low, high),
                standardError(low, high)));
      } else {
        boolean sensitivity = measure == Measure.SENSITIVITY;
        out.add(
            proportion(
                figure,
                sensitivity ? with : without,
                selection,
                comparison,
                sensitivity == negated,
                settings.betweenStudies()));
      }
    }
  }

  private void frequency(
      PublishedFigure figure,
      String conditionId,
      String value,
      List<Comparison> comparisons,
      List<Observation> out) {
    Optional<List<Term>> terms = terms(figure, value);
    if (terms.isEmpty()) {
      return;
    }
    StudyPopulation population = reconciliation.populations().of(figure.id()).orElseThrow();
    Set<String> subject = reconciliation.subject(conditionId);
    Mixture people =
        subject.isEmpty() ? model.people(population) : model.cases(population, subject);
    boolean negated = terms.get().getFirst().negated();
    boolean firstContact =
        population.setting() == Setting.PRIMARY
            || population.setting() == Setting.OSTEOPATHY_PHYSIO;
    List<Term> positive = terms.get().stream().map(Term::positive).toList();
    out.add(
        proportion(
            figure,
            new Arm(positive, people),
            Optional.empty(),
            comparisons.getFirst(),
            negated,
            firstContact ? settings.betweenStudies() : settings.beyondFirstContact()));
  }

  /** Statements of which one suffices; counts of more are constraints on loadings, not on these. */
  private Optional<List<Term>> terms(PublishedFigure figure, String value) {
    Optional<Term> single = model.term(figure.findingId(), value);
    if (single.isPresent()) {
      return Optional.of(List.of(single.get()));
    }
    Optional<Composite> composite =
        reconciliation.populations().composite(figure.findingId(), value);
    return composite
        .filter(it -> it.atLeast() == 1)
        .flatMap(it -> model.terms(it.members()))
        .filter(terms -> terms.stream().noneMatch(model::isGrouped));
  }

  private Observation proportion(
      PublishedFigure figure,
      Arm arm,
      Optional<String> selection,
      Comparison comparison,
      boolean complement,
      double between) {
    double low = logit(complement ? 1 - comparison.high() : comparison.low());
    double high = logit(complement ? 1 - comparison.low() : comparison.high());
    double p = complement ? 1 - comparison.published() : comparison.published();
    boolean middle = Double.isNaN(p) || p < EXTREME || p > 1 - EXTREME;
    return new Observation(
        figure,
        Scale.LOGIT,
        arm,
        Optional.empty(),
        selection,
        middle ? (low + high) / 2 : logit(p),
        standardError(low, high),
        Math.max(standardError(low, high), Math.hypot(error(low, high), between)));
  }

  private double standardError(double low, double high) {
    return Math.hypot(error(low, high), settings.betweenStudies());
  }

  private static double error(double low, double high) {
    return (high - low) / (2 * Normal.Z95);
  }

  static double logit(double p) {
    double clipped = Math.clamp(p, SMALLEST, 1 - SMALLEST);
    return Math.log(clipped / (1 - clipped));
  }
}
