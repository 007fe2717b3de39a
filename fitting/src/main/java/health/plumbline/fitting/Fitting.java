package health.plumbline.fitting;

import health.plumbline.fitting.FindingFit.Value;
import health.plumbline.knowledge.FittedValues;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.reasoning.Reconciliation;
import health.plumbline.reasoning.StudyModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fits the model to the published figures, from the estimates, deterministically.
 *
 * <p>Implementation note. Mixtures of a study's people depend on where their conditions hurt, which
 * is fitted too: so mixtures and parameters are reckoned in turn, a fixed number of rounds.
 */
final class Fitting {

  private static final int ROUNDS = 2;

  /**
   * The result.
   *
   * @param values numbers of the model
   * @param selections selection factors of the studies
   */
  record Result(FittedValues values, List<Selection> selections) {

    /** The selection factors as a reconciliation takes them. */
    Map<String, Double> selectionByKey() {
      Map<String, Double> byKey = new HashMap<>();
      for (Selection each : selections) {
        byKey.put(
            Selection.key(each.sourceId(), each.conditionId(), each.findingId()), each.logOdds());
      }
      return byKey;
    }
  }

  private Fitting() {}

  static Result fit(KnowledgeBase estimates) {
    StudyModel estimateModel = new StudyModel(estimates);
    Estimates start = new Estimates(estimates, estimateModel);
    FittedValues fitted = FittedValues.NONE;
    List<Selection> selections = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      Reconciliation reconciliation = new Reconciliation(estimates.with(fitted));
      List<Observation> observations =
          new Observations(reconciliation, start.settings()).ofFindings();
      Map<String, Set<String>> subjects = new HashMap<>();
      observations.forEach(
          o ->
              subjects.computeIfAbsent(
                  o.figure().id(),
                  id -> reconciliation.subject(o.figure().subjectIds().getFirst())));
      Map<String, List<Integer>> numbers = new HashMap<>();
      subjects.forEach(
          (id, conditions) ->
              numbers.put(id, conditions.stream().map(estimateModel::conditionNumber).toList()));
      List<FindingFit.Result> results =
          Components.of(observations).parallelStream()
              .map(part -> new FindingFit(part, numbers, start, estimateModel.conditions()).fit())
              .toList();
      List<Value> values = results.stream().flatMap(r -> r.values().stream()).toList();
      selections = results.stream().flatMap(r -> r.selections().stream()).toList();
      FittedParameters rows =
          new FittedParameters(estimates, estimateModel, observations, subjects);
      FittedValues findings =
          new FittedValues(
              rows.parameters(values), rows.baselines(values), List.of(), List.of(), Map.of());
      FittedValues shares = ShareFit.fit(estimates, new Reconciliation(estimates.with(findings)));
      fitted =
          new FittedValues(
              findings.parameters(),
              findings.baselines(),
              shares.priors(),
              shares.pairs(),
              Map.of());
    }
    LoadingFit.Result loadings = LoadingFit.fit(estimates.with(fitted));
    List<Selection> all = new ArrayList<>(selections);
    all.addAll(loadings.selections());
    return Rounding.round(
        new Result(
            new FittedValues(
                fitted.parameters(),
                fitted.baselines(),
                fitted.priors(),
                fitted.pairs(),
                loadings.loadings()),
            all));
  }
}
