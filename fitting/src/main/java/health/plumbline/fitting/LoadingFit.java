package health.plumbline.fitting;

import health.plumbline.knowledge.FittedValues;
import health.plumbline.knowledge.FittedValues.Loading;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.LatentGroup;
import health.plumbline.knowledge.Normal;
import health.plumbline.knowledge.published.AccuracyFigure;
import health.plumbline.knowledge.published.Composite;
import health.plumbline.reasoning.Comparison;
import health.plumbline.reasoning.Reconciled;
import health.plumbline.reasoning.Reconciliation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/**
 * Fits the loading of a latent factor to the published counts of its group, such as three of five
 * provocation tests.
 *
 * <p>Implementation note. A factor leaves every single test as it is ({@code LatentFactor}), so the
 * loading can be fitted after the single tests and moves nothing but their joint behaviour. Its
 * logarithm has a Gaussian prior around the estimate; each study's selection factor for the count
 * is fitted with it.
 */
final class LoadingFit {

  private static final double STEP = 1e-3;
  private static final double LEAST = 0.05;

  /**
   * The result.
   *
   * @param loadings group id to its loading
   * @param selections selection factors of the counts
   */
  record Result(Map<String, Loading> loadings, List<Selection> selections) {}

  private final KnowledgeBase knowledge;
  private final Reconciliation reconciliation;
  private final LatentGroup group;
  private final List<AccuracyFigure> figures;
  private final List<String> keys;
  private final double[] sd;

  private LoadingFit(
      KnowledgeBase knowledge,
      Reconciliation reconciliation,
      LatentGroup group,
      List<AccuracyFigure> figures) {
    this.knowledge = knowledge;
    this.reconciliation = reconciliation;
    this.group = group;
    this.figures = figures;
    this.keys = figures.stream().map(LoadingFit::key).distinct().toList();
    this.sd = new double[1 + keys.size()];
    FitSettings settings = FitSettings.of(knowledge);
    Arrays.fill(sd, settings.selection());
    sd[0] = settings.loading();
  }

  /** Fits every group of which a count was published. */
  static Result fit(KnowledgeBase knowledge) {
    Reconciliation reconciliation = new Reconciliation(knowledge, Map.of());
    Map<LatentGroup, List<AccuracyFigure>> byGroup = new LinkedHashMap<>();
    for (Reconciled reconciled : reconciliation.all()) {
      if (reconciled.compared() && reconciled.figure() instanceof AccuracyFigure figure) {
        group(knowledge, reconciliation, figure)
            .ifPresent(
                group -> byGroup.computeIfAbsent(group, key -> new ArrayList<>()).add(figure));
      }
    }
    Map<String, Loading> loadings = new HashMap<>();
    List<Selection> selections = new ArrayList<>();
    byGroup.forEach(
        (group, figures) ->
            new LoadingFit(knowledge, reconciliation, group, figures).fit(loadings, selections));
    return new Result(loadings, selections);
  }

  private static Optional<LatentGroup> group(
      KnowledgeBase knowledge, Reconciliation reconciliation, AccuracyFigure figure) {
    Optional<Composite> composite =
        reconciliation.populations().composite(figure.findingId(), figure.value());
    return composite.flatMap(
        it ->
            knowledge.latentGroups().stream()
                .filter(group -> group.members().containsAll(it.members()))
                .findFirst());
  }

  private void fit(Map<String, Loading> loadings, List<Selection> selections) {
    double[] start = new double[sd.length];
    double[] weights = new double[residuals(start).length];
    Arrays.fill(weights, 1);
    Optimum optimum =
        PriorLeastSquares.minimise(
            new LevenbergMarquardtOptimizer(),
            PriorLeastSquares.byDifferences(this::residuals, STEP),
            weights,
            start);
    double[] point = optimum.getPoint().toArray();
    RealMatrix covariance = optimum.getCovariances(1e-14);
    double loading = loading(point[0]);
    double width = Normal.Z90 * sd[0] * Math.sqrt(covariance.getEntry(0, 0));
    boolean reviewed = figures.stream().anyMatch(figure -> figure.provenance().grade() == Grade.A);
    loadings.put(
        group.id(),
        new Loading(
            loading,
            new Interval(loading * Math.exp(-width), loading * Math.exp(width)),
            reviewed ? Grade.A : Grade.B,
            figures.stream()
                .filter(figure -> !reviewed || figure.provenance().grade() == Grade.A)
                .findFirst()
                .orElseThrow()
                .provenance()
                .sourceId()));
    for (int k = 0; k < keys.size(); k++) {
      selections.add(
          Selection.of(
              keys.get(k),
              sd[k + 1] * point[k + 1],
              sd[k + 1] * Math.sqrt(covariance.getEntry(k + 1, k + 1))));
    }
  }

  private double loading(double z) {
    return Math.max(group.loading() * Math.exp(sd[0] * z), LEAST);
  }

  private static String key(AccuracyFigure figure) {
    return Selection.key(figure.provenance().sourceId(), figure.conditionId(), figure.findingId());
  }

  private double[] residuals(double[] point) {
    double value = loading(point[0]);
    Loading loading = new Loading(value, new Interval(value, value), Grade.C, "");
    Map<String, Double> selection = new HashMap<>();
    for (int k = 0; k < keys.size(); k++) {
      selection.put(keys.get(k), sd[k + 1] * point[k + 1]);
    }
    FittedValues moved =
        new FittedValues(List.of(), List.of(), List.of(), List.of(), Map.of(group.id(), loading));
    Reconciliation here = reconciliation.with(knowledge.with(moved), selection);
    List<Double> residuals = new ArrayList<>();
    for (AccuracyFigure figure : figures) {
      for (Comparison comparison : here.reconcile(figure).comparisons()) {
        residuals.add(residual(comparison));
      }
    }
    return residuals.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double residual(Comparison comparison) {
    boolean ratio = comparison.measure().isRatio();
    double low = ratio ? Math.log(comparison.low()) : Observations.logit(comparison.low());
    double high = ratio ? Math.log(comparison.high()) : Observations.logit(comparison.high());
    double implied =
        ratio ? Math.log(comparison.implied()) : Observations.logit(comparison.implied());
    double published =
        ratio ? Math.log(comparison.published()) : Observations.logit(comparison.published());
    return (implied - published) / ((high - low) / (2 * Normal.Z95));
  }
}
