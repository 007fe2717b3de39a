package health.plumbline.fitting;

import health.plumbline.reasoning.Mixture;
import health.plumbline.reasoning.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/**
 * Fits the probabilities of a few findings under the conditions to the figures about them.
 *
 * <p>Implementation note. Regularised weighted least squares on the log-odds scale by the method of
 * Levenberg and Marquardt. Each estimate is a Gaussian prior with the standard deviation that its
 * interval implies, so a figure moves a parameter as far as its own precision outweighs that of the
 * estimate. The point reproduces each study's own people; its interval says how far other people
 * may differ, and for it every figure counts with the spread between studies. Figures that
 * contradict each other are not averaged: residuals are weighted again by Student's t with 4
 * degrees of freedom (Lange, Little and Taylor 1989), so that what agrees prevails and the rest is
 * reported. In a study whose people were selected by signs one selection factor per sign acts on
 * those with and those without the condition (selection by a sign leaves its odds ratio as it is:
 * Begg and Greenes 1983); it has a prior of its own. Given the mixtures, findings that share no
 * figure are independent problems, so each is small and dense. Every parameter is measured in
 * standard deviations of its estimate.
 */
final class FindingFit {

  /** A condition moves a parameter of its own if this share of some group has it. */
  private static final double LEAST_SHARE = 0.02;

  /** One at the baseline gets a value of its own only if it is most of a group. */
  private static final double OWN_SHARE = 0.3;

  private static final int PASSES = 4;

  /** Slot of a probability that keeps its estimate. */
  private static final int FIXED = -1;

  /** Slot of one that stands at the baseline and moves with it. */
  private static final int TIED = -2;

  /**
   * A fitted probability.
   *
   * @param term statement
   * @param condition number of the condition, or their number for the baseline
   * @param logit its log-odds
   * @param standardDeviation its standard deviation as log-odds
   */
  record Value(Term term, int condition, double logit, double standardDeviation) {}

  /**
   * The result of one fit.
   *
   * @param values every probability that was free
   * @param selections the selection factors
   */
  record Result(List<Value> values, List<Selection> selections) {}

  private record Slot(int term, int condition) {}

  private final List<Observation> observations;
  private final List<Term> terms = new ArrayList<>();
  private final List<double[]> start = new ArrayList<>();
  private final List<int[]> slotOf = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<String> selections = new ArrayList<>();
  private final double[] sd;
  private final int conditions;

  /**
   * @param observations constraints that share findings
   * @param subjects numbers of the conditions that each figure is about, by its id
   * @param estimates where the fit begins
   * @param conditions number of conditions
   */
  FindingFit(
      List<Observation> observations,
      Map<String, List<Integer>> subjects,
      Estimates estimates,
      int conditions) {
    this.observations = observations;
    this.conditions = conditions;
    Map<Term, double[]> shares = new LinkedHashMap<>();
    for (Observation observation : observations) {
      share(observation.arm(), shares);
      observation.comparison().ifPresent(arm -> share(arm, shares));
      observation.selection().filter(key -> !selections.contains(key)).ifPresent(selections::add);
    }
    shares.forEach((term, most) -> addTerm(term, most, estimates));
    Map<Term, Set<Integer>> subjectsOf = new HashMap<>();
    for (Observation observation : observations) {
      for (Term term : observation.arm().terms()) {
        subjectsOf
            .computeIfAbsent(term, key -> new HashSet<>())
            .addAll(subjects.getOrDefault(observation.figure().id(), List.of()));
      }
    }
    sd = new double[slots.size() + selections.size()];
    for (int i = 0; i < slots.size(); i++) {
      Term term = terms.get(slots.get(i).term());
      int condition = slots.get(i).condition();
      double own = estimates.standardDeviation(term, condition);
      boolean subject =
          condition == conditions || subjectsOf.getOrDefault(term, Set.of()).contains(condition);
      // A study says little of a condition that was only among its comparison people.
      sd[i] = subject ? own : Math.min(own, estimates.settings().bystander());
    }
    Arrays.fill(sd, slots.size(), sd.length, estimates.settings().selection());
  }

  private void addTerm(Term term, double[] most, Estimates estimates) {
    int[] slot = new int[conditions + 1];
    for (int d = 0; d <= conditions; d++) {
      boolean baseline = d == conditions;
      boolean own = baseline || estimates.isOwn(term, d);
      boolean free = baseline || most[d] >= (own ? LEAST_SHARE : OWN_SHARE);
      slot[d] = own ? FIXED : TIED;
      if (free) {
        slot[d] = slots.size();
        slots.add(new Slot(terms.size(), d));
      }
    }
    terms.add(term);
    start.add(estimates.logits(term));
    slotOf.add(slot);
  }

  private void share(Arm arm, Map<Term, double[]> shares) {
    double[] share = new double[conditions + 1];
    Mixture group = arm.group();
    for (int h = 0; h < group.members().length; h++) {
      for (byte d : group.members()[h]) {
        share[d] += group.weights()[h];
      }
    }
    for (Term term : arm.terms()) {
      double[] most = shares.computeIfAbsent(term, key -> new double[conditions + 1]);
      for (int d = 0; d < conditions; d++) {
        most[d] = Math.max(most[d], share[d]);
      }
    }
  }

  Result fit() {
    double[] weights = new double[observations.size()];
    Arrays.fill(weights, 1);
    double[] point = new double[sd.length];
    for (int pass = 0; pass < PASSES; pass++) {
      point =
          PriorLeastSquares.minimise(
                  new LevenbergMarquardtOptimizer(), this::evaluate, weights, point)
              .getPoint()
              .toArray();
      weights = PriorLeastSquares.robustWeights(residuals(point));
    }
    return result(point, covariance(point, weights));
  }

  /**
   * How uncertain the point is, in the units of the estimates: other people differ from those of a
   * study by more than its own error, so that every figure counts with its spread here.
   */
  private RealMatrix covariance(double[] point, double[] weights) {
    double[][] jacobian = new double[observations.size()][sd.length];
    evaluate(point, jacobian);
    RealMatrix information = MatrixUtils.createRealIdentityMatrix(sd.length);
    for (int i = 0; i < jacobian.length; i++) {
      Observation observation = observations.get(i);
      double ratio = observation.standardError() / observation.spread();
      RealVector row = new ArrayRealVector(jacobian[i], false);
      information =
          information.add(row.outerProduct(row).scalarMultiply(weights[i] * ratio * ratio));
    }
    return new CholeskyDecomposition(information).getSolver().getInverse();
  }

  private Result result(double[] point, RealMatrix covariance) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      values.add(
          new Value(
              terms.get(slot.term()),
              slot.condition(),
              logit(slot.term(), slot.condition(), point),
              sd[i] * Math.sqrt(covariance.getEntry(i, i))));
    }
    List<Selection> fitted = new ArrayList<>();
    for (int k = 0; k < selections.size(); k++) {
      int i = slots.size() + k;
      fitted.add(
          Selection.of(
              selections.get(k), sd[i] * point[i], sd[i] * Math.sqrt(covariance.getEntry(i, i))));
    }
    return new Result(values, fitted);
  }

  private double logit(int term, int condition, double[] point) {
    double from = start.get(term)[condition];
    int own = slot(term, condition);
    return own < 0 ? from : from + sd[own] * point[own];
  }

  private int slot(int term, int condition) {
    int[] slot = slotOf.get(term);
    return slot[condition] == TIED ? slot[conditions] : slot[condition];
  }

  private double[] residuals(double[] point) {
    return evaluate(point, new double[observations.size()][sd.length]);
  }

  /**
   * Residuals in standard errors.
   *
   * @param jacobian receives their derivatives in its first rows
   */
  private double[] evaluate(double[] point, double[][] jacobian) {
    double[][] probabilities = new double[terms.size()][conditions + 1];
    for (int t = 0; t < probabilities.length; t++) {
      for (int d = 0; d <= conditions; d++) {
        probabilities[t][d] = 1 / (1 + Math.exp(-logit(t, d, point)));
      }
    }
    double[] residuals = new double[observations.size()];
    for (int i = 0; i < residuals.length; i++) {
      Observation observation = observations.get(i);
      Row row = new Row(observation, point, probabilities, jacobian[i]);
      double value = row.add(observation.arm(), 1);
      if (observation.comparison().isPresent()) {
        value += row.add(observation.comparison().get(), -1);
      }
      residuals[i] = (value - observation.target()) / observation.standardError();
      for (int k = 0; k < jacobian[i].length; k++) {
        jacobian[i][k] /= observation.standardError();
      }
    }
    return residuals;
  }

  /** One observation at one point: its value and derivatives, arm by arm. */
  private final class Row {

    private final Observation.Scale scale;
    private final double[][] probabilities;
    private final double[] derivatives;
    private final int selection;
    private final double shift;

    Row(Observation observation, double[] point, double[][] probabilities, double[] derivatives) {
      this.scale = observation.scale();
      this.probabilities = probabilities;
      this.derivatives = derivatives;
      this.selection =
          observation.selection().map(key -> slots.size() + selections.indexOf(key)).orElse(-1);
      this.shift = selection < 0 ? 0 : sd[selection] * point[selection];
    }

    /** The value of an arm on the observation's scale, times a sign. */
    double add(Arm arm, int sign) {
      int[] of = arm.terms().stream().mapToInt(terms::indexOf).toArray();
      double[][] gradients = new double[of.length][conditions + 1];
      double p = probability(arm.group(), of, gradients);
      double shifted = Math.log(p / (1 - p)) + shift;
      double present = 1 / (1 + Math.exp(-shifted));
      double slope =
          switch (scale) {
            case LOGIT -> 1;
            case LOG_RATIO_PRESENT -> 1 - present;
            case LOG_RATIO_ABSENT -> -present;
          };
      if (selection >= 0) {
        derivatives[selection] += sign * slope * sd[selection];
      }
      double factor = sign * slope / (p * (1 - p));
      for (int t = 0; t < of.length; t++) {
        for (int d = 0; d <= conditions; d++) {
          int own = slot(of[t], d);
          if (own >= 0) {
            derivatives[own] += factor * gradients[t][d] * sd[own];
          }
        }
      }
      return sign
          * switch (scale) {
            case LOGIT -> shifted;
            case LOG_RATIO_PRESENT -> Math.log(present);
            case LOG_RATIO_ABSENT -> Math.log(1 - present);
          };
    }

    /** The mean probability over a group that at least one of the statements holds. */
    private double probability(Mixture group, int[] of, double[][] gradients) {
      double mean = 0;
      double[] each = new double[of.length];
      for (int h = 0; h < group.weights().length; h++) {
        byte[] members = group.members()[h];
        double weight = group.weights()[h];
        double none = 1;
        for (int t = 0; t < of.length; t++) {
          each[t] = Gate.probability(probabilities[of[t]], members);
          none *= 1 - each[t];
        }
        mean += weight * (1 - none);
        for (int t = 0; t < of.length; t++) {
          Gate.gradient(probabilities[of[t]], members, gradients[t], weight * none / (1 - each[t]));
        }
      }
      return mean;
    }
  }
}
