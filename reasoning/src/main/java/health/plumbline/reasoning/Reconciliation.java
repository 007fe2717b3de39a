package health.plumbline.reasoning;

import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.published.AccuracyFigure;
import health.plumbline.knowledge.published.Composite;
import health.plumbline.knowledge.published.CooccurrenceFigure;
import health.plumbline.knowledge.published.Estimate;
import health.plumbline.knowledge.published.FrequencyFigure;
import health.plumbline.knowledge.published.GroupSizes;
import health.plumbline.knowledge.published.PrevalenceFigure;
import health.plumbline.knowledge.published.PublishedFigure;
import health.plumbline.knowledge.published.PublishedFigures;
import health.plumbline.knowledge.published.ReferralFigure;
import health.plumbline.knowledge.published.StudyPopulation;
import health.plumbline.knowledge.published.StudyPopulations;
import health.plumbline.reasoning.Comparison.Measure;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares every published figure with what the model implies for that study's people.
 *
 * <p>Implementation note. A figure counts as reproduced if each of its numbers lies within the
 * published 95% limits, or where none stand within Wilson's binomial interval (Wilson 1927) of its
 * counts or of the group that it was measured on. Where neither is known, half of the number of
 * people is taken for it: that of an accuracy study falls into two groups, and elsewhere it is
 * often that of the whole study. Likelihood ratios are compared only where sensitivity and
 * specificity are not.
 */
public final class Reconciliation {

  private final KnowledgeBase knowledge;
  private final PublishedFigures figures;
  private final StudyPopulations populations;
  private final StudyModel model;
  private final Map<String, Double> selection;

  /** Compares the figures with the model of this knowledge, with the fitted selection factors. */
  public Reconciliation(KnowledgeBase knowledge) {
    this(knowledge, StudyPopulations.fittedSelection());
  }

  /**
   * As {@link #Reconciliation(KnowledgeBase)}, with other selection factors.
   *
   * @param selection {@code source condition finding} to the log of the odds ratio by which a
   *     study's people were selected for the sign, those with and those without the condition
   *     alike. Selection by the sign alone leaves the odds ratio of sign and condition as it is
   *     (Begg and Greenes 1983).
   */
  public Reconciliation(KnowledgeBase knowledge, Map<String, Double> selection) {
    this.knowledge = knowledge;
    this.selection = Map.copyOf(selection);
    this.figures = PublishedFigures.load(knowledge);
    this.populations = StudyPopulations.load(knowledge, figures);
    this.model = new StudyModel(knowledge);
  }

  private Reconciliation(
      Reconciliation other,
      KnowledgeBase knowledge,
      StudyModel model,
      Map<String, Double> selection) {
    this.knowledge = knowledge;
    this.figures = other.figures;
    this.populations = other.populations;
    this.selection = Map.copyOf(selection);
    this.model = model;
  }

  /** The same figures against other shares of presenters and co-occurrence. */
  public Reconciliation withShares(KnowledgeBase shares) {
    return new Reconciliation(this, shares, model.withShares(shares), selection);
  }

  /** The same figures against other knowledge, with other selection factors. */
  public Reconciliation with(KnowledgeBase other, Map<String, Double> selectionOfStudies) {
    return new Reconciliation(this, other, new StudyModel(other), selectionOfStudies);
  }

  /** The model of the studies. */
  public StudyModel model() {
    return model;
  }

  /** The people of the studies. */
  public StudyPopulations populations() {
    return populations;
  }

  /** The published figures. */
  public PublishedFigures figures() {
    return figures;
  }

  /** Every published figure of grade A or B that may be used, in file order. */
  public List<Reconciled> all() {
    return figures.all().stream()
        .filter(figure -> figure.provenance().usable() && figure.provenance().grade() != Grade.C)
        .map(this::reconcile)
        .toList();
  }

  /** One figure, of any grade. */
  public Reconciled reconcile(PublishedFigure figure) {
    Optional<String> onRecord = populations.leftOut(figure.id());
    if (onRecord.isPresent()) {
      return leftOut(figure, onRecord.get());
    }
    return switch (figure) {
      case AccuracyFigure accuracy -> accuracy(accuracy);
      case FrequencyFigure frequency -> frequency(frequency);
      case ReferralFigure referral -> referral(referral);
      case PrevalenceFigure prevalence -> prevalence(prevalence);
      case CooccurrenceFigure cooccurrence -> cooccurrence(cooccurrence);
    };
  }

  /** The conditions of the model that a figure's subject comprises; empty if none. */
  public Set<String> subject(String id) {
    if (knowledge.condition(id).isPresent()) {
      return Set.of(id);
    }
    // In the order of the data file, so that a fit does not depend on the order of a hash.
    return figures
        .population(id)
        .map(it -> Collections.unmodifiableSet(new LinkedHashSet<>(it.members())))
        .orElse(Set.of());
  }

  /** How the probability of what a figure measured follows from a group of people. */
  public Optional<ToDoubleFunction<Mixture>> measured(String findingId, String value) {
    Optional<Term> term = model.term(findingId, value);
    if (term.isPresent()) {
      return Optional.of(group -> model.probability(term.get(), group));
    }
    Optional<Composite> composite = populations.composite(findingId, value);
    return composite
        .flatMap(it -> model.terms(it.members()))
        .map(terms -> group -> model.atLeast(terms, composite.get().atLeast(), group));
  }

  private Reconciled accuracy(AccuracyFigure figure) {
    Optional<StudyPopulation> population = populations.of(figure.id());
    if (population.isEmpty()) {
      return leftOut(figure, "its people are not described in terms of the model");
    }
    Set<String> subject = subject(figure.conditionId());
    if (subject.isEmpty()) {
      return leftOut(figure, "its target is none of the 41 conditions");
    }
    if (!figure.valueDetail().isEmpty()) {
      return leftOut(figure, "a variant of the finding: " + figure.valueDetail());
    }
    Optional<ToDoubleFunction<Mixture>> measured = measured(figure.findingId(), figure.value());
    if (measured.isEmpty()) {
      return leftOut(figure, notModelled(figure.findingId(), figure.value()));
    }
    Mixture cases = model.cases(population.get(), subject);
    Mixture comparison = model.comparison(population.get(), subject);
    if (cases.isEmpty() || comparison.isEmpty()) {
      return leftOut(figure, "nobody of the model is in one of its groups");
    }
    double selected =
        selection.getOrDefault(
            figure.provenance().sourceId() + " " + figure.conditionId() + " " + figure.findingId(),
            0.0);
    if (isNegated(figure)) {
      selected = -selected;
    }
    double with = shift(measured.get().applyAsDouble(cases), selected);
    double without = shift(measured.get().applyAsDouble(comparison), selected);
    Comparisons comparisons = new Comparisons(figure);
    Optional<GroupSizes> sizes = groupSizes(figure);
    comparisons.add(
        Measure.SENSITIVITY, figure.sensitivity(), sizes.map(GroupSizes::with).orElse(null), with);
    comparisons.add(
        Measure.SPECIFICITY,
        figure.specificity(),
        sizes.map(GroupSizes::without).orElse(null),
        1 - without);
    if (comparisons.size() < 2) {
      comparisons.addRatio(
          Measure.LIKELIHOOD_RATIO_POSITIVE, figure.likelihoodRatioPositive(), with / without);
      comparisons.addRatio(
          Measure.LIKELIHOOD_RATIO_NEGATIVE,
          figure.likelihoodRatioNegative(),
          (1 - with) / (1 - without));
    }
    return comparisons.result();
  }

  /** From the figure's own counts, or from what its study tells of its groups. */
  private Optional<GroupSizes> groupSizes(AccuracyFigure figure) {
    AccuracyFigure.Counts counts = figure.counts();
    if (counts == null) {
      return populations.groupSizes(figure);
    }
    int with = counts.truePositives() + counts.falseNegatives();
    int without = counts.falsePositives() + counts.trueNegatives();
    return with < 1 || without < 1
        ? Optional.empty()
        : Optional.of(new GroupSizes(with + without, with, without));
  }

  /** Whether the published value says that the sign is absent. Selection is by its presence. */
  private boolean isNegated(AccuracyFigure figure) {
    return model.term(figure.findingId(), figure.value()).map(Term::negated).orElse(false);
  }

  private Reconciled frequency(FrequencyFigure figure) {
    if (!figure.valueDetail().isEmpty()) {
      return leftOut(figure, "a variant of the finding: " + figure.valueDetail());
    }
    return share(
        figure, figure.conditionId(), figure.findingId(), figure.value(), figure.proportion());
  }

  private Reconciled referral(ReferralFigure figure) {
    if (figure.proportion() == null) {
      return leftOut(figure, "a distribution without a figure");
    }
    return share(
        figure, figure.conditionId(), "pain-" + figure.regionId(), "yes", figure.proportion());
  }

  private Reconciled share(
      PublishedFigure figure,
      String conditionId,
      String findingId,
      String value,
      @Nullable Estimate proportion) {
    Optional<StudyPopulation> population = populations.of(figure.id());
    if (population.isEmpty()) {
      return leftOut(figure, "its people are not described in terms of the model");
    }
    Set<String> subject = subject(conditionId);
    boolean everyone = subject.isEmpty() && !population.get().given().isEmpty();
    if (subject.isEmpty() && !everyone) {
      return leftOut(figure, "its target is none of the 41 conditions");
    }
    Comparisons comparisons = new Comparisons(figure);
    if (findingId.equals("sex") || findingId.equals("sex-female")) {
      double women = model.women(population.get(), subject);
      double implied = value.equals("male") ? 1 - women : women;
      comparisons.add(Measure.FREQUENCY, proportion, implied);
    } else {
      Optional<ToDoubleFunction<Mixture>> measured = measured(findingId, value);
      if (measured.isEmpty()) {
        return leftOut(figure, notModelled(findingId, value));
      }
      Mixture people =
          everyone ? model.people(population.get()) : model.cases(population.get(), subject);
      double implied = measured.get().applyAsDouble(people);
      comparisons.add(Measure.FREQUENCY, proportion, implied);
    }
    return comparisons.result();
  }

  private Reconciled prevalence(PrevalenceFigure figure) {
    Optional<StudyPopulation> population = populations.of(figure.id());
    if (population.isEmpty()) {
      return leftOut(figure, "its people are not described in terms of the model");
    }
    Set<String> subject = subject(figure.conditionId());
    if (subject.isEmpty()) {
      return leftOut(figure, "its target is none of the 41 conditions");
    }
    Comparisons comparisons = new Comparisons(figure);
    double implied = model.share(population.get(), Set.of(), subject);
    comparisons.add(Measure.PREVALENCE, figure.proportion(), implied);
    return comparisons.result();
  }

  private Reconciled cooccurrence(CooccurrenceFigure figure) {
    Optional<StudyPopulation> population = populations.of(figure.id());
    if (population.isEmpty()) {
      return leftOut(figure, "its people are not described in terms of the model");
    }
    boolean ofB = figure.measure().equals("proportion-of-b-with-a");
    Set<String> among = subject(ofB ? figure.conditionB() : figure.conditionA());
    Set<String> with = subject(ofB ? figure.conditionA() : figure.conditionB());
    if (among.isEmpty() || with.isEmpty()) {
      return leftOut(figure, "one of the two is none of the 41 conditions");
    }
    Comparisons comparisons = new Comparisons(figure);
    double implied = model.share(population.get(), among, with);
    comparisons.add(Measure.PREVALENCE, figure.value(), implied);
    return comparisons.result();
  }

  private String notModelled(String findingId, String value) {
    if (figures.construct(findingId).isPresent()) {
      return "a score, rule or variant of its study that Plumbline never asks for";
    }
    return model.knows(findingId)
        ? "its value " + value + " is none of the model's"
        : "the finding serves rules or follows from others: it has no place in the network";
  }

  private static Reconciled leftOut(PublishedFigure figure, String reason) {
    return new Reconciled(figure, List.of(), reason);
  }

  private static double shift(double p, double logOdds) {
    double odds = p / (1 - p) * Math.exp(logOdds);
    return odds / (1 + odds);
  }

  /** The setting of a figure's people, for reports. */
  public Optional<Setting> setting(String figureId) {
    return populations.of(figureId).map(StudyPopulation::setting);
  }
}
