package health.plumbline.fitting;

import health.plumbline.fitting.FindingFit.Value;
import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.Bins;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Normal;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.published.PublishedFigure;
import health.plumbline.reasoning.StudyModel;
import health.plumbline.reasoning.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns fitted log-odds into rows of the knowledge base.
 *
 * <p>A parameter has the grade of the best figure about its own condition and finding; one that
 * moved only because its people were in a comparison group stays an estimate, grade C. What moved
 * by less than a thirtieth of its own interval keeps its estimate and is not listed.
 */
final class FittedParameters {

  private static final double SMALLEST = 1e-5;
  private static final double LEAST_STEP = 1e-4;

  private final KnowledgeBase knowledge;
  private final StudyModel estimates;
  private final Map<String, List<PublishedFigure>> support = new HashMap<>();

  /**
   * @param knowledge the estimates
   * @param estimates their model
   * @param observations the constraints; they support the parameters of their own condition
   * @param subjects figure id to the conditions that it is about
   */
  FittedParameters(
      KnowledgeBase knowledge,
      StudyModel estimates,
      List<Observation> observations,
      Map<String, Set<String>> subjects) {
    this.knowledge = knowledge;
    this.estimates = estimates;
    for (Observation observation : observations) {
      for (String condition : subjects.getOrDefault(observation.figure().id(), Set.of())) {
        for (Term term : observation.arm().terms()) {
          List<PublishedFigure> of =
              support.computeIfAbsent(condition + " " + term.findingId(), key -> new ArrayList<>());
          if (!of.contains(observation.figure())) {
            of.add(observation.figure());
          }
        }
      }
    }
  }

  /** The parameters, in the order of the findings and then of the conditions. */
  List<Parameter> parameters(List<Value> values) {
    Map<String, Map<Integer, Value>> byCell = new LinkedHashMap<>();
    for (Value value : values) {
      if (value.condition() < estimates.conditions()) {
        byCell
            .computeIfAbsent(
                estimates.conditionId(value.condition()) + " " + value.term().findingId(),
                key -> new TreeMap<>())
            .put(value.term().atLeast(), value);
      }
    }
    List<Parameter> parameters = new ArrayList<>();
    byCell.forEach((cell, byThreshold) -> parameters.addAll(cell(cell, byThreshold)));
    return parameters;
  }

  private List<Parameter> cell(String cell, Map<Integer, Value> byThreshold) {
    Value any = byThreshold.values().iterator().next();
    String findingId = any.term().findingId();
    Bins bins = knowledge.bins().get(findingId);
    int last = bins == null ? 1 : bins.values().size() - 1;
    double[] atLeast = new double[last + 2];
    double[] sd = new double[last + 2];
    atLeast[0] = 1;
    boolean moved = false;
    for (int t = 1; t <= last; t++) {
      double estimate = estimates.alone(new Term(findingId, t, false))[any.condition()];
      Value value = byThreshold.get(t);
      double p = value == null ? estimate : probability(value.logit());
      sd[t] = value == null ? 0 : value.standardDeviation();
      moved |=
          value != null && Math.abs(value.logit() - logit(estimate)) > 0.1 * Math.max(sd[t], 0.05);
      atLeast[t] = Math.min(p, atLeast[t - 1] - LEAST_STEP);
    }
    boolean supported = support.containsKey(cell);
    if (!moved && !supported) {
      return List.of();
    }
    List<Parameter> rows = new ArrayList<>();
    for (int v = bins == null ? 1 : 0; v <= last; v++) {
      double p = Math.clamp(atLeast[v] - atLeast[v + 1], SMALLEST, 1 - SMALLEST);
      double width = Normal.Z90 * Math.max(sd[v], v + 1 <= last ? sd[v + 1] : 0);
      rows.add(
          new Parameter(
              estimates.conditionId(any.condition()),
              findingId,
              bins == null ? "yes" : bins.values().get(v),
              p,
              interval(p, width),
              grade(support.get(cell)),
              "fitted",
              source(support.get(cell))));
    }
    return rows;
  }

  /** The baselines of binary findings; those of ordered ones keep their estimate. */
  List<Baseline> baselines(List<Value> values) {
    Map<String, Baseline> estimate = new HashMap<>();
    knowledge.baselines().forEach(b -> estimate.put(b.findingId(), b));
    List<Baseline> baselines = new ArrayList<>();
    for (Value value : values) {
      String findingId = value.term().findingId();
      if (value.condition() < estimates.conditions() || knowledge.bins().containsKey(findingId)) {
        continue;
      }
      Baseline from = Objects.requireNonNull(estimate.get(findingId));
      double p = probability(value.logit());
      if (Math.abs(value.logit() - logit(from.p()))
          <= 0.1 * Math.max(value.standardDeviation(), 0.05)) {
        continue;
      }
      baselines.add(
          new Baseline(
              findingId,
              from.value(),
              p,
              interval(p, Normal.Z90 * value.standardDeviation()),
              from.femaleFactor(),
              from.underFortyFive(),
              from.fortyFiveToSixtyFour(),
              from.sixtyFiveAndOver(),
              Grade.C,
              "fitted",
              ""));
    }
    return baselines;
  }

  private static Grade grade(@Nullable List<PublishedFigure> figures) {
    if (figures == null) {
      return Grade.C;
    }
    return figures.stream().anyMatch(figure -> figure.provenance().grade() == Grade.A)
        ? Grade.A
        : Grade.B;
  }

  private static String source(@Nullable List<PublishedFigure> figures) {
    if (figures == null) {
      return "";
    }
    Grade best = grade(figures);
    return figures.stream()
        .filter(figure -> figure.provenance().grade() == best)
        .findFirst()
        .map(figure -> figure.provenance().sourceId())
        .orElse("");
  }

  private static Interval interval(double p, double width) {
    double x = logit(p);
    return new Interval(
        Math.max(SMALLEST, probability(x - width)), Math.min(1 - SMALLEST, probability(x + width)));
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
