package health.plumbline.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of the model that were fitted to the published figures; each takes the place of the
 * estimate that it began from. What is not listed keeps its estimate.
 *
 * @param parameters findings under conditions; basis {@code fitted}
 * @param baselines findings without any condition; their age and sex factors are not fitted
 * @param priors shares of presenters; their age and sex curves are not fitted
 * @param pairs co-occurrence ratios
 * @param loadings group id to the loading of its latent factor
 */
public record FittedValues(
    List<Parameter> parameters,
    List<Baseline> baselines,
    List<Prior> priors,
    List<Pair> pairs,
    Map<String, Loading> loadings) {

  /** Nothing fitted: the estimates as they stand. */
  public static final FittedValues NONE =
      new FittedValues(List.of(), List.of(), List.of(), List.of(), Map.of());

  /**
   * A fitted loading.
   *
   * @param value loading on the logit, above 0
   * @param interval 90% interval
   * @param grade grade of the figures that it was fitted to
   * @param sourceId the first of their sources
   */
  public record Loading(double value, Interval interval, Grade grade, String sourceId) {}

  /** Reads the data files against the estimates, whose age and sex curves are kept. */
  static FittedValues load(KnowledgeBase estimates) {
    return new FittedValues(
        readParameters(estimates),
        readBaselines(estimates),
        readPriors(estimates),
        readPairs(estimates),
        readLoadings());
  }

  private static List<Parameter> readParameters(KnowledgeBase estimates) {
    return DataFile.read("fitted/parameters.csv").rows().stream()
        .map(row -> parameter(row, estimates))
        .toList();
  }

  static Parameter parameter(DataFile.Row row, KnowledgeBase estimates) {
    String finding = row.required("finding_id");
    if (estimates.vocabulary().find(finding).isEmpty()) {
      throw row.fault("finding_id", finding + " is not a finding");
    }
    return new Parameter(
        knownCondition(row, "condition_id", estimates),
        finding,
        row.required("value"),
        row.openProportion("p"),
        row.interval(),
        row.grade("grade"),
        "fitted",
        row.text("source_id"));
  }

  private static String knownCondition(DataFile.Row row, String column, KnowledgeBase estimates) {
    String id = row.required(column);
    if (estimates.condition(id).isEmpty()) {
      throw row.fault(column, id + " is not a condition");
    }
    return id;
  }

  private static List<Baseline> readBaselines(KnowledgeBase estimates) {
    Map<String, Baseline> byKey = new HashMap<>();
    estimates.baselines().forEach(b -> byKey.put(b.findingId() + " " + b.value(), b));
    List<Baseline> baselines = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("fitted/baselines.csv").rows()) {
      Baseline estimate = byKey.get(row.required("finding_id") + " " + row.required("value"));
      if (estimate == null) {
        throw row.fault("finding_id", row.text("finding_id") + " has no row in baseline.csv");
      }
      baselines.add(
          new Baseline(
              estimate.findingId(),
              estimate.value(),
              row.openProportion("p"),
              row.interval(),
              estimate.femaleFactor(),
              estimate.underFortyFive(),
              estimate.fortyFiveToSixtyFour(),
              estimate.sixtyFiveAndOver(),
              row.grade("grade"),
              "fitted",
              row.text("source_id")));
    }
    return List.copyOf(baselines);
  }

  private static List<Prior> readPriors(KnowledgeBase estimates) {
    Map<String, Prior> byKey = new HashMap<>();
    estimates.priors().forEach(p -> byKey.put(p.conditionId() + " " + p.setting().id(), p));
    List<Prior> priors = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("fitted/priors.csv").rows()) {
      Prior estimate = byKey.get(row.required("condition_id") + " " + row.required("setting"));
      if (estimate == null) {
        throw row.fault("condition_id", row.text("condition_id") + " has no row in prior.csv");
      }
      priors.add(
          new Prior(
              estimate.conditionId(),
              estimate.setting(),
              row.openProportion("share"),
              row.interval(),
              estimate.sexRatioFemaleToMale(),
              estimate.ageMultipliers(),
              row.grade("grade"),
              "fitted",
              row.text("source_id")));
    }
    return List.copyOf(priors);
  }

  private static List<Pair> readPairs(KnowledgeBase estimates) {
    return DataFile.read("fitted/pairs.csv").rows().stream()
        .map(row -> pair(row, estimates))
        .toList();
  }

  static Pair pair(DataFile.Row row, KnowledgeBase estimates) {
    return new Pair(
        knownCondition(row, "condition_a", estimates),
        knownCondition(row, "condition_b", estimates),
        row.number("ratio"),
        row.interval(),
        row.grade("grade"),
        row.text("source_id"));
  }

  private static Map<String, Loading> readLoadings() {
    Map<String, Loading> loadings = new HashMap<>();
    for (DataFile.Row row : DataFile.read("fitted/loadings.csv").rows()) {
      loadings.put(
          row.required("group_id"),
          new Loading(
              row.number("loading"), row.interval(), row.grade("grade"), row.text("source_id")));
    }
    return Map.copyOf(loadings);
  }
}
