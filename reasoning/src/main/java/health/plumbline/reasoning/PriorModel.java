package health.plumbline.reasoning;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Pair;
import health.plumbline.knowledge.Prior;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The prior over hypotheses, P(h | age, sex, setting).
 *
 * <p>Implementation note. A log-linear model: the weight of a set of conditions is the product of
 * one weight a condition and of the published co-occurrence ratio of every pair in it. The weights
 * are found by iterative proportional fitting (Deming and Stephan 1940), so that the probability
 * that a condition is among the causes equals its share of presenters for this age, sex and
 * setting. Because shares sum to more than one (some people have two causes), this also fixes the
 * mass of combinations; no separate factor on the pairs is needed. Ages between the middles of the
 * bands are interpolated on the log scale, so that a birthday moves nothing by a jump.
 */
final class PriorModel {

  private static final int AGE_BANDS = 5;
  private static final double LARGEST_SHARE = 0.95;
  private static final int MOST_ITERATIONS = 500;
  private static final double TOLERANCE = 1e-9;

  /**
   * Priors kept, of some 90 KB each: few, so that with people of all ages they are gone before the
   * collector takes them for long-lived.
   */
  private static final int KEPT = 8;

  private record Key(Setting setting, @Nullable Integer age, @Nullable Sex sex) {}

  private final HypothesisSpace space;
  private final Map<Setting, Prior[]> priors;
  private final double femaleFraction;
  private final double teachingExponent;

  /** Age in years at the middle of each band of the multipliers. */
  private final double[] bandMiddles;

  private final double[] pairProducts;

  /** The fitted weights of everybody so far: small, and dear to find. */
  private final Map<Key, double[]> weights = new ConcurrentHashMap<>();

  /** The priors used last: large, and cheap to make from the weights. */
  private final Map<Key, double[]> rows =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, double[]> eldest) {
          return size() > KEPT;
        }
      };

  PriorModel(KnowledgeBase knowledge, HypothesisSpace space, ConditionIndex index) {
    this.space = space;
    this.priors = bySetting(knowledge.priors(), index);
    this.femaleFraction = knowledge.settings().get("female-fraction");
    this.teachingExponent = knowledge.settings().get("teaching-exponent");
    this.bandMiddles =
        IntStream.rangeClosed(1, AGE_BANDS)
            .mapToDouble(band -> knowledge.settings().get("age-band-middle-" + band))
            .toArray();
    this.pairProducts = pairProducts(space, ratios(knowledge.pairs(), index));
  }

  /** One probability a hypothesis, summing to 1; not to be written to. */
  double[] prior(Setting setting, @Nullable Integer age, @Nullable Sex sex) {
    Key key = new Key(setting, age, sex);
    synchronized (rows) {
      double[] found = rows.get(key);
      if (found != null) {
        return found;
      }
    }
    double[] made = row(weights.computeIfAbsent(key, it -> fit(shares(setting, age, sex))));
    synchronized (rows) {
      rows.put(key, made);
    }
    return made;
  }

  /** The share of presenters of each condition. */
  double[] shares(Setting setting, @Nullable Integer age, @Nullable Sex sex) {
    Prior[] rows = rows(setting);
    int n = rows.length;
    double[] shares = new double[n];
    double total = 0;
    double sum = 0;
    for (int d = 0; d < n; d++) {
      Prior row = rows[d];
      double share = row.share() * ageMultiplier(row.ageMultipliers(), age) * sexFactor(row, sex);
      total += row.share();
      shares[d] = setting == Setting.TEACHING ? Math.pow(share, teachingExponent) : share;
      sum += shares[d];
    }
    for (int d = 0; d < n; d++) {
      shares[d] = Math.min(shares[d] * total / sum, LARGEST_SHARE);
    }
    return shares;
  }

  private Prior[] rows(Setting setting) {
    Prior[] rows = priors.get(setting == Setting.TEACHING ? Setting.PRIMARY : setting);
    if (rows == null) {
      throw new IllegalStateException("prior.csv has no rows for setting " + setting.id());
    }
    return rows;
  }

  /** The weights of the conditions under which their marginals are these shares. */
  private double[] fit(double[] shares) {
    double[] weights = shares.clone();
    for (int iteration = 1; ; iteration++) {
      double[] marginals = space.marginals(row(weights));
      double[] next = weights.clone();
      double worst = 0;
      for (int d = 0; d < next.length; d++) {
        double ratio = shares[d] / marginals[d];
        worst = Math.max(worst, Math.abs(ratio - 1));
        next[d] *= ratio;
      }
      if (worst < TOLERANCE || iteration == MOST_ITERATIONS) {
        return weights;
      }
      weights = next;
    }
  }

  private double[] row(double[] weights) {
    double[] p = pairProducts.clone();
    space.multiplyProducts(weights, p);
    RowMath.normalise(p);
    return p;
  }

  private double sexFactor(Prior row, @Nullable Sex sex) {
    if (sex == null) {
      return 1;
    }
    double ratio = row.sexRatioFemaleToMale();
    double male = 1 / (femaleFraction * ratio + 1 - femaleFraction);
    return sex == Sex.MALE ? male : male * ratio;
  }

  private double ageMultiplier(List<Double> multipliers, @Nullable Integer age) {
    if (age == null) {
      return 1;
    }
    int last = bandMiddles.length - 1;
    if (age <= bandMiddles[0]) {
      return multipliers.getFirst();
    }
    if (age >= bandMiddles[last]) {
      return multipliers.getLast();
    }
    int i = 0;
    while (age > bandMiddles[i + 1]) {
      i++;
    }
    double t = (age - bandMiddles[i]) / (bandMiddles[i + 1] - bandMiddles[i]);
    double smallest = 1e-4;
    double from = Math.log(Math.max(multipliers.get(i), smallest));
    double to = Math.log(Math.max(multipliers.get(i + 1), smallest));
    return Math.exp(from + t * (to - from));
  }

  private static Map<Setting, Prior[]> bySetting(List<Prior> priors, ConditionIndex index) {
    Map<Setting, Prior[]> bySetting = new ConcurrentHashMap<>();
    for (Prior prior : priors) {
      bySetting
              .computeIfAbsent(prior.setting(), key -> new Prior[index.size()])[
              index.of(prior.conditionId())] =
          prior;
    }
    bySetting.forEach(
        (setting, rows) -> {
          for (int d = 0; d < rows.length; d++) {
            if (rows[d] == null) {
              throw new IllegalStateException(
                  "prior.csv has no row for " + index.id(d) + " in setting " + setting.id());
            }
          }
        });
    return bySetting;
  }

  private static double[][] ratios(List<Pair> pairs, ConditionIndex index) {
    double[][] ratios = new double[index.size()][index.size()];
    for (double[] row : ratios) {
      Arrays.fill(row, 1);
    }
    for (Pair pair : pairs) {
      int a = index.of(pair.conditionA());
      int b = index.of(pair.conditionB());
      ratios[a][b] = pair.ratio();
      ratios[b][a] = pair.ratio();
    }
    return ratios;
  }

  private static double[] pairProducts(HypothesisSpace space, double[][] ratios) {
    double[] products = new double[space.size()];
    for (int h = 0; h < products.length; h++) {
      byte[] members = space.members(h);
      double product = 1;
      for (int a = 0; a < members.length; a++) {
        for (int b = a + 1; b < members.length; b++) {
          product *= ratios[members[a]][members[b]];
        }
      }
      products[h] = product;
    }
    return products;
  }
}
