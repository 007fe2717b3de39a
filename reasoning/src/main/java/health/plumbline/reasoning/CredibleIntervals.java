package health.plumbline.reasoning;

import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Prior;
import health.plumbline.knowledge.Setting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
 */
final class CredibleIntervals {

  private static final int HYPOTHESES = 96;

  private static final double Z90 = 1.6448536269514722;

  /** Standard deviation where the data give no interval: wide. */
  private static final double UNKNOWN_SD = 0.7;

  private static final int NORMALS = 1 << 14;
  private static final double[] NORMAL = normals();

  private final HypothesisSpace space;
  private final int draws;
  private final double level;
  private final Map<Setting, double[]> priorSd = new HashMap<>();
  private final Map<String, Double> leakSd = new HashMap<>();
  private final Map<String, double[]> givenSd = new HashMap<>();

  CredibleIntervals(KnowledgeBase knowledge, HypothesisSpace space, ConditionIndex conditions) {
    this.space = space;
    this.draws = (int) knowledge.settings().get("differential-draws");
    this.level = knowledge.settings().get("credible-level");
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

  /**
   * One interval a condition, which always holds the point value.
   *
   * @param values for each variable the ids of its values in order, {@code no}, {@code yes} for a
   *     binary one
   */
  Interval[] of(Belief belief, Setting setting, ValueNames values) {
    double[] posterior = belief.posterior();
    int[] chosen = chosen(posterior);
    int n = space.conditions();
    double[] marginals = belief.marginals();
    double[] restMarginals = marginals.clone();
    double rest = 1;
    for (int h : chosen) {
      rest -= posterior[h];
      for (byte d : space.members(h)) {
        restMarginals[d] -= posterior[h];
      }
    }
    rest = Math.max(rest, 0);
    List<Event> events = events(belief, chosen, values);
    // Members padded with a neutral condition: no branches in the innermost loop.
    int[][] member = new int[HypothesisSpace.MOST_CONDITIONS][chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      byte[] members = space.members(chosen[i]);
      for (int m = 0; m < member.length; m++) {
        member[m][i] = m < members.length ? members[m] : n;
      }
    }
    double[] sdPrior =
        priorSd.getOrDefault(
            setting == Setting.TEACHING ? Setting.PRIMARY : setting, new double[n]);
    double[][] sampled = new double[n][draws];
    double[] weights = new double[chosen.length];
    double[] share = new double[n];
    double[] given = new double[n];
    double[] pass = new double[n + 1];
    double[] keep = new double[n + 1];
    pass[n] = 1;
    keep[n] = 1;
    for (int draw = 0; draw < draws; draw++) {
      for (int d = 0; d < n; d++) {
        share[d] = Math.exp(sdPrior[d] * normal(draw, -1, d));
      }
      for (int i = 0; i < chosen.length; i++) {
        double w = posterior[chosen[i]];
        for (byte d : space.members(chosen[i])) {
          w *= share[d];
        }
        weights[i] = w;
      }
      for (Event event : events) {
        double leak = moved(event.leak(), event.leakSd() * normal(draw, event.variable(), n));
        for (int d = 0; d < n; d++) {
          given[d] =
              Double.isNaN(event.sd()[d])
                  ? moved(event.given()[d], event.leakSd() * normal(draw, event.variable(), n))
                  : moved(event.given()[d], event.sd()[d] * normal(draw, event.variable(), d));
        }
        NoisyGate.strengths(leak, given, pass, keep);
        double[] scale = event.scale();
        for (int i = 0; i < weights.length; i++) {
          int a = member[0][i];
          int b = member[1][i];
          int c = member[2][i];
          double absent = (1 - leak * keep[a] * keep[b] * keep[c]) * (pass[a] * pass[b] * pass[c]);
          weights[i] *= scale[i] * (event.present() ? 1 - absent : absent);
        }
      }
      double total = rest;
      double[] sums = restMarginals.clone();
      for (int i = 0; i < chosen.length; i++) {
        total += weights[i];
        for (byte d : space.members(chosen[i])) {
          sums[d] += weights[i];
        }
      }
      for (int d = 0; d < n; d++) {
        sampled[d][draw] = sums[d] / total;
      }
    }
    Interval[] intervals = new Interval[n];
    for (int d = 0; d < n; d++) {
      int tail = (int) Math.round((1 - level) / 2 * draws);
      double lo = Math.clamp(fromBelow(sampled[d], tail, 1), 0, 1);
      double hi = Math.clamp(-fromBelow(sampled[d], tail, -1), 0, 1);
      intervals[d] = new Interval(Math.min(lo, marginals[d]), Math.max(hi, marginals[d]));
    }
    return intervals;
  }

  /** Spelling of the values of a variable, as in the data files. */
  interface ValueNames {
    String name(int variable, int value);
  }

  private record Event(
      int variable,
      boolean present,
      double leak,
      double leakSd,
      double[] given,
      double[] sd,
      double[] scale) {}

  private List<Event> events(Belief belief, int[] chosen, ValueNames values) {
    return belief.evidence().stream()
        .filter(Evidence.Known.class::isInstance)
        .map(Evidence.Known.class::cast)
        .map(
            known -> {
              Variable variable = belief.network().variable(known.variable());
              boolean absent = variable.kind() == Variable.Kind.BINARY && known.value() == 0;
              int value = absent ? 1 : known.value();
              double leak = variable.leak()[value];
              double[] given = variable.given()[value];
              double[] scale = new double[chosen.length];
              for (int i = 0; i < chosen.length; i++) {
                double p = NoisyGate.probability(leak, given, space.members(chosen[i]));
                scale[i] = 1 / (absent ? 1 - p : p);
              }
              String key = key(variable.id(), values.name(known.variable(), value));
              return new Event(
                  known.variable(),
                  !absent,
                  leak,
                  leakSd.getOrDefault(key, UNKNOWN_SD),
                  given,
                  givenSd.getOrDefault(key, new double[space.conditions()]),
                  scale);
            })
        .toList();
  }

  /** All single conditions and the most probable of the other hypotheses. */
  private int[] chosen(double[] posterior) {
    boolean[] top = new boolean[posterior.length];
    for (int h : Tail.top(posterior, HYPOTHESES)) {
      top[h] = true;
    }
    return IntStream.range(0, posterior.length)
        .filter(h -> top[h] || space.members(h).length == 1)
        .toArray();
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

  private static double moved(double p, double shift) {
    double odds = p / (1 - p) * Math.exp(shift);
    return Math.clamp(odds / (1 + odds), 1e-6, 1 - 1e-6);
  }

  private static double sd(Interval interval) {
    double lo = Math.clamp(interval.lo(), 1e-6, 1 - 1e-6);
    double hi = Math.clamp(interval.hi(), 1e-6, 1 - 1e-6);
    return (Math.log(hi / (1 - hi)) - Math.log(lo / (1 - lo))) / (2 * Z90);
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
