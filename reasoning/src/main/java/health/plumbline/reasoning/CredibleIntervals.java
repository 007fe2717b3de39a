package health.plumbline.reasoning;

import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Normal;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Prior;
import health.plumbline.knowledge.Setting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Credible intervals of the marginal posteriors.
 *
 * <p>Implementation note. Monte Carlo over the uncertainty of the parameters: in each of a fixed
 * set of draws every share and every probability of a known finding moves on the logit scale by its
 * own standard deviation (from its 90% interval) times a standard normal number that depends on
 * nothing but draw, finding and condition, so that the same answers always give the same interval.
 * The posterior is then recomputed over the most probable hypotheses and all single conditions; the
 * small rest is kept as it is. Within a latent group the changes multiply as if the findings were
 * independent, which makes intervals wider rather than narrower; vague places and unmarked regions
 * keep their point values.
 *
 * <p>The factors by which odds move depend on no person and are kept. All draws of a condition lie
 * side by side, so every step is the same arithmetic on a whole row of draws.
 */
final class CredibleIntervals {

  private static final int HYPOTHESES = 96;

  /** Probabilities stay within this of 0 and 1. */
  static final double SMALLEST = 1e-6;

  private static final int NORMALS = 1 << 14;
  private static final double[] NORMAL = normals();

  private final HypothesisSpace space;
  private final int draws;
  private final double level;

  /** Standard deviation on the logit scale where the data give no interval. */
  private final double unknownSd;

  private final Map<Setting, double[]> priorSd = new HashMap<>();
  private final Map<String, Double> leakSd = new HashMap<>();
  private final Map<String, double[]> givenSd = new HashMap<>();
  private final Map<Setting, double[][]> shareFactors = new ConcurrentHashMap<>();
  private final Map<String, float[][]> oddsFactors = new ConcurrentHashMap<>();

  CredibleIntervals(KnowledgeBase knowledge, HypothesisSpace space, ConditionIndex conditions) {
    this.space = space;
    this.draws = (int) knowledge.settings().get("differential-draws");
    this.level = knowledge.settings().get("credible-level");
    this.unknownSd = knowledge.settings().get("unknown-parameter-sd");
    for (Prior prior : knowledge.priors()) {
      priorSd
              .computeIfAbsent(prior.setting(), key -> new double[conditions.size()])[
              conditions.of(prior.conditionId())] =
          sd(prior.interval());
    }
    for (Baseline baseline : knowledge.baselines()) {
      String key = key(baseline.findingId(), baseline.value());
      leakSd.put(key, sd(baseline.interval()));
      double[] none = new double[conditions.size()];
      Arrays.fill(none, Double.NaN);
      givenSd.put(key, none);
    }
    for (Parameter parameter : knowledge.parameters()) {
      double[] row = givenSd.get(key(parameter.findingId(), parameter.value()));
      if (row != null) {
        row[conditions.of(parameter.conditionId())] = sd(parameter.interval());
      }
    }
  }

  /** Spelling of the values of a variable, as in the data files. */
  interface ValueNames {
    String name(int variable, int value);
  }

  /**
   * One interval a condition, which always holds the point value.
   *
   * @param values for each variable the ids of its values in order, {@code no}, {@code yes} for a
   *     binary one
   */
  Interval[] of(Belief belief, Setting setting, ValueNames values) {
    double[] marginals = belief.marginals();
    double[][] sampled = sampled(belief, setting, values);
    int tail = (int) Math.round((1 - level) / 2 * draws);
    Interval[] intervals = new Interval[marginals.length];
    for (int d = 0; d < intervals.length; d++) {
      double lo = Math.clamp(fromBelow(sampled[d], tail, 1), 0, 1);
      double hi = Math.clamp(-fromBelow(sampled[d], tail, -1), 0, 1);
      intervals[d] = new Interval(Math.min(lo, marginals[d]), Math.max(hi, marginals[d]));
    }
    return intervals;
  }

  /** The marginal posterior of every condition in every draw. */
  private double[][] sampled(Belief belief, Setting setting, ValueNames values) {
    double[] posterior = belief.posterior();
    int[] chosen = chosen(posterior);
    double[][] weights = weights(posterior, chosen, setting);
    MovedFinding moved = new MovedFinding(space, chosen, draws);
    for (Evidence piece : belief.evidence()) {
      if (piece instanceof Evidence.Known known) {
        Variable variable = belief.network().variable(known.variable());
        boolean absent = variable.kind() == Variable.Kind.BINARY && known.value() == 0;
        int value = absent ? 1 : known.value();
        String key = key(variable.id(), values.name(known.variable(), value));
        moved.move(
            variable.leak()[value],
            variable.given()[value],
            oddsFactors.computeIfAbsent(key, k -> factors(k, known.variable())));
        moved.multiply(absent, weights);
      }
    }
    return marginals(belief, chosen, weights);
  }

  private double[][] marginals(Belief belief, int[] chosen, double[][] weights) {
    double[][] sampled = new double[space.conditions()][draws];
    for (int d = 0; d < sampled.length; d++) {
      Arrays.fill(sampled[d], belief.marginals()[d]);
    }
    double[] total = new double[draws];
    Arrays.fill(total, 1);
    for (int i = 0; i < chosen.length; i++) {
      double p = belief.posterior()[chosen[i]];
      addChange(weights[i], p, total);
      for (byte d : space.members(chosen[i])) {
        addChange(weights[i], p, sampled[d]);
      }
    }
    for (double[] row : sampled) {
      RowMath.divide(row, total);
    }
    return sampled;
  }

  /** The posterior of the chosen hypotheses in every draw, as far as the shares move it. */
  private double[][] weights(double[] posterior, int[] chosen, Setting setting) {
    double[][] shares =
        shareFactors.computeIfAbsent(
            setting == Setting.TEACHING ? Setting.PRIMARY : setting, this::shareFactors);
    double[][] weights = new double[chosen.length][draws];
    for (int i = 0; i < chosen.length; i++) {
      Arrays.fill(weights[i], posterior[chosen[i]]);
      for (byte d : space.members(chosen[i])) {
        RowMath.multiply(weights[i], shares[d]);
      }
    }
    return weights;
  }

  private static void addChange(double[] row, double from, double[] out) {
    for (int draw = 0; draw < out.length; draw++) {
      out[draw] += row[draw] - from;
    }
  }

  private double[][] shareFactors(Setting setting) {
    double[] sd = priorSd.getOrDefault(setting, new double[space.conditions()]);
    double[][] factors = new double[sd.length][draws];
    for (int d = 0; d < sd.length; d++) {
      for (int draw = 0; draw < draws; draw++) {
        factors[d][draw] = Math.exp(sd[d] * normal(draw, -1, d));
      }
    }
    return factors;
  }

  /**
   * The factors by which the odds of a value move: for each condition in every draw, and for the
   * leak, with which those conditions move that have no parameter of their own.
   */
  private float[][] factors(String key, int variable) {
    int n = space.conditions();
    double leak = leakSd.getOrDefault(key, unknownSd);
    double[] sd = givenSd.getOrDefault(key, new double[n]);
    float[][] factors = new float[n + 1][draws];
    for (int d = 0; d <= n; d++) {
      boolean own = d < n && !Double.isNaN(sd[d]);
      fill(factors[d], own ? sd[d] : leak, variable, own ? d : n);
    }
    return factors;
  }

  private static void fill(float[] factors, double sd, int variable, int condition) {
    for (int draw = 0; draw < factors.length; draw++) {
      factors[draw] = (float) Math.exp(sd * normal(draw, variable, condition));
    }
  }

  /** All single conditions and the most probable of the other hypotheses. */
  private int[] chosen(double[] posterior) {
    int[] top = Tail.top(posterior, HYPOTHESES);
    int[] chosen = new int[top.length + space.conditions()];
    int n = 0;
    for (int h : top) {
      if (space.members(h).length > 1) {
        chosen[n++] = h;
      }
    }
    for (int d = 0; d < space.conditions(); d++) {
      chosen[n++] = space.single(d);
    }
    return Arrays.copyOf(chosen, n);
  }

  /** The value of {@code sign * values} that {@code rank} others lie below; the rank is small. */
  private static double fromBelow(double[] values, int rank, int sign) {
    double[] lowest = new double[rank + 1];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    for (double value : values) {
      double candidate = sign * value;
      int i = rank;
      if (candidate < lowest[i]) {
        while (i > 0 && lowest[i - 1] > candidate) {
          lowest[i] = lowest[i - 1];
          i--;
        }
        lowest[i] = candidate;
      }
    }
    return lowest[rank];
  }

  private static double sd(Interval interval) {
    double lo = Math.clamp(interval.lo(), SMALLEST, 1 - SMALLEST);
    double hi = Math.clamp(interval.hi(), SMALLEST, 1 - SMALLEST);
    return (Math.log(hi / (1 - hi)) - Math.log(lo / (1 - lo))) / (2 * Normal.Z90);
  }

  private static String key(String findingId, String value) {
    return findingId + " " + value;
  }

  /** A standard normal number that depends on nothing but its three indices. */
  private static double normal(int draw, int variable, int condition) {
    long x = draw * 0x9E3779B97F4A7C15L + variable * 0xBF58476D1CE4E5B9L + condition;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return NORMAL[(int) ((x ^ (x >>> 31)) & (NORMALS - 1))];
  }

  private static double[] normals() {
    SplittableRandom random = new SplittableRandom(20_260_101);
    return IntStream.range(0, NORMALS).mapToDouble(i -> random.nextGaussian()).toArray();
  }
}
