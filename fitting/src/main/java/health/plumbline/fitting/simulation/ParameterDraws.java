package health.plumbline.fitting.simulation;

import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.FittedValues;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.LatentGroup;
import health.plumbline.knowledge.Normal;
import health.plumbline.knowledge.Pair;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Prior;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Draws all numbers of the model from their uncertainty.
 *
 * <p>Probabilities are normal on the logit scale, shares and ratios on the log scale, each about
 * its point value with the standard deviation that its 90% interval implies; the bins of one
 * finding are brought back to their sum. A loading without an interval is log-normal with {@value
 * #LOADING_SD}. All draws are independent of each other: the elicited intervals say nothing of how
 * errors go together.
 */
final class ParameterDraws {

  /** Standard deviation of the logarithm of a loading that has no interval. */
  static final double LOADING_SD = 0.3;

  private static final double SMALLEST = 1e-5;

  /** Drawn loadings are rounded on this grid, since each costs a table of its own. */
  private static final double LOADING_GRID = 0.05;

  private final KnowledgeBase knowledge;
  private final Map<String, Double> loadingSd = new HashMap<>();

  ParameterDraws(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    for (DataFile.Row row : DataFile.read("fitted/loadings.csv").rows()) {
      loadingSd.put(
          row.required("group_id"), logSd(new Interval(row.number("lo"), row.number("hi"))));
    }
  }

  /** The knowledge with every number drawn anew; the same generator gives the same numbers. */
  KnowledgeBase draw(SplittableRandom random) {
    List<Baseline> baselines =
        normalised(
            knowledge.baselines(),
            Baseline::findingId,
            Baseline::p,
            b -> moved(b.p(), b.interval(), random),
            ParameterDraws::withP);
    List<Parameter> parameters =
        normalised(
            knowledge.parameters(),
            p -> p.conditionId() + " " + p.findingId(),
            Parameter::p,
            p -> moved(p.p(), p.interval(), random),
            ParameterDraws::withP);
    List<Prior> priors = new ArrayList<>();
    for (Prior prior : knowledge.priors()) {
      double share = prior.share() * Math.exp(logSd(prior.interval()) * random.nextGaussian());
      priors.add(
          new Prior(
              prior.conditionId(),
              prior.setting(),
              Math.clamp(share, SMALLEST, 0.95),
              prior.interval(),
              prior.sexRatioFemaleToMale(),
              prior.ageMultipliers(),
              prior.grade(),
              prior.basis(),
              prior.sourceId()));
    }
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : knowledge.pairs()) {
      pairs.add(
          new Pair(
              pair.conditionA(),
              pair.conditionB(),
              pair.ratio() * Math.exp(logSd(pair.interval()) * random.nextGaussian()),
              pair.interval(),
              pair.grade(),
              pair.sourceId()));
    }
    Map<String, FittedValues.Loading> loadings = new HashMap<>();
    for (LatentGroup group : knowledge.latentGroups()) {
      double sd = loadingSd.getOrDefault(group.id(), LOADING_SD);
      double loading = group.loading() * Math.exp(sd * random.nextGaussian());
      double rounded = Math.max(1, Math.rint(loading / LOADING_GRID)) * LOADING_GRID;
      loadings.put(
          group.id(),
          new FittedValues.Loading(rounded, new Interval(rounded, rounded), group.grade(), ""));
    }
    return knowledge.with(new FittedValues(parameters, baselines, priors, pairs, loadings));
  }

  private interface WithP<T> {
    T with(T row, double p);
  }

  /** Moves each row; rows of one key that summed to one before are brought back to one. */
  private static <T> List<T> normalised(
      List<T> rows,
      Function<T, String> key,
      Function<T, Double> point,
      Function<T, Double> move,
      WithP<T> with) {
    Map<String, List<T>> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
    List<T> result = new ArrayList<>();
    for (List<T> group : byKey.values()) {
      double[] moved = new double[group.size()];
      double before = 0;
      double after = 0;
      for (int i = 0; i < moved.length; i++) {
        moved[i] = move.apply(group.get(i));
        before += point.apply(group.get(i));
        after += moved[i];
      }
      double scale = moved.length == 1 ? 1 : before / after;
      for (int i = 0; i < moved.length; i++) {
        result.add(with.with(group.get(i), Math.clamp(moved[i] * scale, SMALLEST, 1 - SMALLEST)));
      }
    }
    return result;
  }

  private static Baseline withP(Baseline b, double p) {
    return new Baseline(
        b.findingId(),
        b.value(),
        p,
        b.interval(),
        b.femaleFactor(),
        b.underFortyFive(),
        b.fortyFiveToSixtyFour(),
        b.sixtyFiveAndOver(),
        b.grade(),
        b.basis(),
        b.sourceId());
  }

  private static Parameter withP(Parameter p, double value) {
    return new Parameter(
        p.conditionId(),
        p.findingId(),
        p.value(),
        value,
        p.interval(),
        p.grade(),
        p.basis(),
        p.sourceId());
  }

  private static double moved(double p, Interval interval, SplittableRandom random) {
    double sd = (logit(interval.hi()) - logit(interval.lo())) / (2 * Normal.Z90);
    double x = logit(p) + sd * random.nextGaussian();
    return 1 / (1 + Math.exp(-x));
  }

  private static double logit(double p) {
    double clipped = Math.clamp(p, SMALLEST, 1 - SMALLEST);
    return Math.log(clipped / (1 - clipped));
  }

  private static double logSd(Interval interval) {
    return Math.log(interval.hi() / Math.max(interval.lo(), SMALLEST)) / (2 * Normal.Z90);
  }
}
