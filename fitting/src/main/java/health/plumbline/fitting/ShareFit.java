package health.plumbline.fitting;

import health.plumbline.knowledge.FittedValues;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Normal;
import health.plumbline.knowledge.Pair;
import health.plumbline.knowledge.Prior;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.published.CooccurrenceFigure;
import health.plumbline.knowledge.published.PrevalenceFigure;
import health.plumbline.knowledge.published.PublishedFigure;
import health.plumbline.reasoning.Comparison;
import health.plumbline.reasoning.Reconciled;
import health.plumbline.reasoning.Reconciliation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/**
 * Fits shares of presenters and co-occurrence ratios to published prevalences.
 *
 * <p>Implementation note. As {@link FindingFit}: each estimate is a Gaussian prior, here on the log
 * scale, with the width of its interval; Levenberg and Marquardt, residuals weighted again by
 * Student's t. A share acts on every figure of its setting through iterative proportional fitting,
 * so derivatives are differences; there are few parameters.
 */
final class ShareFit {

  private static final double LEAST_SD = 0.1;
  private static final double MOST_SD = 1.2;
  private static final double MOST_SHARE = 0.9;
  private static final double STEP = 1e-4;
  private static final double SMALLEST = 1e-6;
  private static final int PASSES = 3;

  private record ShareSlot(Prior estimate, List<PublishedFigure> figures) {}

  private record PairSlot(Pair estimate, PublishedFigure figure) {}

  private final KnowledgeBase estimates;
  private final Reconciliation reconciliation;
  private final List<PublishedFigure> figures = new ArrayList<>();
  private final List<ShareSlot> shares = new ArrayList<>();
  private final List<PairSlot> pairs = new ArrayList<>();
  private final double[] target;
  private final double[] standardError;

  /** How far the same share may lie among other people: for the intervals of what is fitted. */
  private final double[] spread;

  private final double[] sd;

  private ShareFit(
      KnowledgeBase estimates, Reconciliation reconciliation, Predicate<PublishedFigure> which) {
    this.estimates = estimates;
    this.reconciliation = reconciliation;
    double between = FitSettings.of(estimates).betweenShares();
    List<Double> targets = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (Reconciled reconciled : reconciliation.all()) {
      PublishedFigure figure = reconciled.figure();
      boolean ofShares = figure instanceof PrevalenceFigure || figure instanceof CooccurrenceFigure;
      if (!ofShares || !reconciled.compared() || !which.test(figure)) {
        continue;
      }
      Comparison comparison = reconciled.comparisons().getFirst();
      // A lower limit of 0 says no more than "far below the upper one".
      double low = logit(Math.max(comparison.low(), comparison.high() / 20));
      double high = logit(comparison.high());
      double p = comparison.published();
      boolean middle = Double.isNaN(p) || p <= 0;
      figures.add(figure);
      targets.add(middle ? (low + high) / 2 : logit(p));
      errors.add((high - low) / (2 * Normal.Z95));
      if (figure instanceof CooccurrenceFigure cooccurrence) {
        addPairs(cooccurrence);
      } else {
        addShares(figure);
      }
    }
    target = targets.stream().mapToDouble(Double::doubleValue).toArray();
    standardError = errors.stream().mapToDouble(Double::doubleValue).toArray();
    spread = errors.stream().mapToDouble(error -> Math.hypot(error, between)).toArray();
    sd = new double[shares.size() + pairs.size()];
    for (int i = 0; i < shares.size(); i++) {
      sd[i] = deviation(shares.get(i).estimate().interval());
    }
    for (int i = 0; i < pairs.size(); i++) {
      sd[shares.size() + i] = deviation(pairs.get(i).estimate().interval());
    }
  }

  private static double deviation(Interval interval) {
    double width = Math.log(interval.hi()) - Math.log(Math.max(interval.lo(), SMALLEST));
    return Math.clamp(width / (2 * Normal.Z90), LEAST_SD, MOST_SD);
  }

  private void addShares(PublishedFigure figure) {
    Setting setting = reconciliation.setting(figure.id()).orElseThrow();
    for (String condition : reconciliation.subject(figure.subjectIds().getFirst())) {
      ShareSlot slot =
          shares.stream()
              .filter(it -> it.estimate().setting() == setting)
              .filter(it -> it.estimate().conditionId().equals(condition))
              .findFirst()
              .orElse(null);
      if (slot == null) {
        Prior estimate =
            estimates.priors().stream()
                .filter(it -> it.setting() == setting && it.conditionId().equals(condition))
                .findFirst()
                .orElseThrow();
        slot = new ShareSlot(estimate, new ArrayList<>());
        shares.add(slot);
      }
      slot.figures().add(figure);
    }
  }

  private void addPairs(CooccurrenceFigure figure) {
    Set<String> ofA = reconciliation.subject(figure.conditionA());
    Set<String> ofB = reconciliation.subject(figure.conditionB());
    for (String a : ofA) {
      for (String b : ofB) {
        boolean known = pairs.stream().anyMatch(it -> joins(it.estimate(), a, b));
        if (!known && !a.equals(b)) {
          Pair estimate =
              estimates.pairs().stream()
                  .filter(it -> joins(it, a, b))
                  .findFirst()
                  .orElse(new Pair(a, b, 1, new Interval(0.3, 3), Grade.C, ""));
          pairs.add(new PairSlot(estimate, figure));
        }
      }
    }
  }

  private static boolean joins(Pair pair, String a, String b) {
    return (pair.conditionA().equals(a) && pair.conditionB().equals(b))
        || (pair.conditionA().equals(b) && pair.conditionB().equals(a));
  }

  /**
   * The fitted shares, setting by setting, and then the ratios, which leave the shares as they are;
   * findings are not touched.
   *
   * @param estimates the estimates of shares and ratios
   * @param reconciliation the findings under which people present
   */
  static FittedValues fit(KnowledgeBase estimates, Reconciliation reconciliation) {
    List<Prior> priors = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      Predicate<PublishedFigure> which =
          figure ->
              figure instanceof PrevalenceFigure
                  && reconciliation.setting(figure.id()).equals(Optional.of(setting));
      priors.addAll(new ShareFit(estimates, reconciliation, which).fit().priors());
    }
    FittedValues shares = new FittedValues(List.of(), List.of(), priors, List.of(), Map.of());
    KnowledgeBase fitted = estimates.with(shares);
    ShareFit ofPairs =
        new ShareFit(
            fitted, reconciliation.withShares(fitted), CooccurrenceFigure.class::isInstance);
    return new FittedValues(List.of(), List.of(), priors, ofPairs.fit().pairs(), Map.of());
  }

  private FittedValues fit() {
    if (figures.isEmpty()) {
      return FittedValues.NONE;
    }
    double[] weights = new double[target.length];
    Arrays.fill(weights, 1);
    double[] point = new double[sd.length];
    RealMatrix covariance = new Array2DRowRealMatrix(sd.length, sd.length);
    for (int pass = 0; pass < PASSES; pass++) {
      Optimum optimum =
          PriorLeastSquares.minimise(
              new LevenbergMarquardtOptimizer()
                  .withCostRelativeTolerance(1e-6)
                  .withParameterRelativeTolerance(1e-5),
              PriorLeastSquares.byDifferences(this::residuals, STEP),
              weights,
              point);
      point = optimum.getPoint().toArray();
      covariance = covariance(optimum.getJacobian());
      weights = PriorLeastSquares.robustWeights(residuals(point));
    }
    double[] deviations = new double[sd.length];
    for (int i = 0; i < sd.length; i++) {
      deviations[i] = sd[i] * Math.sqrt(covariance.getEntry(i, i));
    }
    return values(point, deviations);
  }

  /** As in {@link FindingFit}: every figure counts with its spread. */
  private RealMatrix covariance(RealMatrix jacobian) {
    RealMatrix scaled = jacobian.copy();
    for (int i = 0; i < target.length; i++) {
      scaled.setRowVector(i, jacobian.getRowVector(i).mapMultiply(standardError[i] / spread[i]));
    }
    return new CholeskyDecomposition(scaled.transposeMultiply(scaled)).getSolver().getInverse();
  }

  private double[] residuals(double[] point) {
    KnowledgeBase moved = estimates.with(values(point, new double[point.length]));
    Reconciliation here = reconciliation.withShares(moved);
    double[] residuals = new double[target.length];
    for (int i = 0; i < residuals.length; i++) {
      double implied = here.reconcile(figures.get(i)).comparisons().getFirst().implied();
      residuals[i] = (logit(implied) - target[i]) / standardError[i];
    }
    return residuals;
  }

  private FittedValues values(double[] point, double[] deviations) {
    List<Prior> priors = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      Prior estimate = shares.get(i).estimate();
      double share = within(estimate.interval(), estimate.share(), sd[i] * point[i]);
      PublishedFigure best = best(shares.get(i).figures());
      priors.add(
          new Prior(
              estimate.conditionId(),
              estimate.setting(),
              share,
              interval(share, deviations[i], MOST_SHARE),
              estimate.sexRatioFemaleToMale(),
              estimate.ageMultipliers(),
              best.provenance().grade(),
              "fitted",
              best.provenance().sourceId()));
    }
    List<Pair> ratios = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      int k = shares.size() + i;
      Pair estimate = pairs.get(i).estimate();
      double ratio = within(estimate.interval(), estimate.ratio(), sd[k] * point[k]);
      ratios.add(
          new Pair(
              estimate.conditionA(),
              estimate.conditionB(),
              ratio,
              interval(ratio, deviations[k], Double.MAX_VALUE),
              pairs.get(i).figure().provenance().grade(),
              pairs.get(i).figure().provenance().sourceId()));
    }
    return new FittedValues(List.of(), List.of(), priors, ratios, Map.of());
  }

  /**
   * The estimates were made with many of these studies in mind: a figure may move a share or ratio
   * within its interval, not beyond it. Smooth, so that the fit converges: near the estimate a step
   * is one of the logarithm, and the limits are never reached.
   */
  private static double within(Interval interval, double estimate, double step) {
    double low = Math.log(Math.max(interval.lo(), SMALLEST));
    double range = Math.log(interval.hi()) - low;
    double at = Math.clamp((Math.log(estimate) - low) / range, 0.02, 0.98);
    double logit = Math.log(at / (1 - at)) + step / (range * at * (1 - at));
    return Math.exp(low + range / (1 + Math.exp(-logit)));
  }

  private static PublishedFigure best(List<PublishedFigure> figures) {
    return figures.stream()
        .filter(figure -> figure.provenance().grade() == Grade.A)
        .findFirst()
        .orElse(figures.getFirst());
  }

  private static Interval interval(double value, double deviation, double most) {
    double factor = Math.exp(Normal.Z90 * deviation);
    return new Interval(value / factor, Math.min(value * factor, most));
  }

  private static double logit(double p) {
    double clipped = Math.clamp(p, 1e-6, 1 - 1e-6);
    return Math.log(clipped / (1 - clipped));
  }
}
