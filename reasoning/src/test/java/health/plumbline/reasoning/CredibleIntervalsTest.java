package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Prior;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Credible intervals on the real knowledge base, against plain sampling of every parameter. */
final class CredibleIntervalsTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final HypothesisSpace SPACE = new HypothesisSpace(41);
  private static final ConditionIndex CONDITIONS = new ConditionIndex(KNOWLEDGE);
  private static final double Z90 = 1.6448536269514722;
  private static final int DRAWS = 1500;

  /** Findings that share no latent factor, in which plain sampling is the model. */
  private static final List<Map<String, String>> PEOPLE =
      List.of(
          Map.of(),
          Map.of("pain-groin", "yes", "night-pain", "no"),
          Map.of("duration-weeks", "26", "fever", "no", "pain-stairs", "yes"));

  /**
   * A hundred draws estimate the ends of a 90% interval with an error of about a fifth of a
   * standard deviation, and the intervals move the most probable hypotheses only: on the logit
   * scale each end must lie within half the width of the sampled interval, and on average within a
   * sixth.
   */
  @Test
  void agreeWithPlainSamplingOfEveryParameter() {
    Assessor assessor = Assessor.of(KNOWLEDGE);
    double error = 0;
    int ends = 0;
    for (Map<String, String> findings : PEOPLE) {
      Presentation.Builder builder =
          Presentation.builder(KNOWLEDGE.vocabulary()).age(58).sex(Sex.FEMALE);
      findings.forEach(builder::finding);
      Presentation person = builder.build();
      Belief belief = assessor.belief(person, Setting.PRIMARY);
      Interval[] sampled = sampled(belief, person);
      for (Assessment.Ranked ranked : assessor.assess(person, Setting.PRIMARY).differential()) {
        if (ranked.probability() < 0.01) {
          continue;
        }
        Interval expected = sampled[CONDITIONS.of(ranked.condition())];
        double width = logit(expected.hi()) - logit(expected.lo());
        for (double miss :
            new double[] {
              logit(ranked.interval().lo()) - logit(expected.lo()),
              logit(ranked.interval().hi()) - logit(expected.hi())
            }) {
          assertThat(miss / width)
              .as(
                  "%s given %s: %s, sampled %s",
                  ranked.condition(), findings, ranked.interval(), expected)
              .isCloseTo(0, within(0.5));
          error += Math.abs(miss / width);
          ends++;
        }
      }
    }
    assertThat(ends).isGreaterThan(40);
    assertThat(error / ends).isLessThan(1.0 / 6);
  }

  /** The intervals are wide where nothing is known and do not depend on who was assessed before. */
  @Test
  void dependOnNothingButThePerson() {
    Assessor fresh = Assessor.of(KNOWLEDGE);
    Assessor used = Assessor.of(KNOWLEDGE);
    Presentation other =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .age(30)
            .sex(Sex.MALE)
            .finding("pain-groin", "yes")
            .finding("duration-weeks", "2")
            .build();
    Presentation person =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .age(58)
            .sex(Sex.FEMALE)
            .finding("pain-groin", "yes")
            .build();
    used.assess(other, Setting.EMERGENCY);
    assertThat(used.assess(person, Setting.PRIMARY).differential())
        .isEqualTo(fresh.assess(person, Setting.PRIMARY).differential());
  }

  /** Draws every share and every probability anew and goes through all hypotheses. */
  private static Interval[] sampled(Belief belief, Presentation person) {
    Random random = new Random(7);
    int n = SPACE.conditions();
    double[] shareSd = new double[n];
    for (Prior prior : KNOWLEDGE.priors()) {
      if (prior.setting() == Setting.PRIMARY) {
        shareSd[CONDITIONS.of(prior.conditionId())] = sd(prior.interval());
      }
    }
    double[][] marginals = new double[n][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] weight = belief.posterior().clone();
      double[] share = new double[n];
      Arrays.setAll(share, d -> Math.exp(shareSd[d] * random.nextGaussian()));
      SPACE.multiplyProducts(share, weight);
      for (Evidence piece : belief.evidence()) {
        if (piece instanceof Evidence.Known known) {
          reweigh(belief.network().variable(known.variable()), known, person, random, weight);
        }
      }
      double total = Arrays.stream(weight).sum();
      double[] sums = SPACE.marginals(weight);
      for (int d = 0; d < n; d++) {
        marginals[d][draw] = sums[d] / total;
      }
    }
    Interval[] intervals = new Interval[n];
    for (int d = 0; d < n; d++) {
      Arrays.sort(marginals[d]);
      intervals[d] = new Interval(marginals[d][DRAWS / 20], marginals[d][DRAWS - 1 - DRAWS / 20]);
    }
    return intervals;
  }

  private static void reweigh(
      Variable variable,
      Evidence.Known known,
      Presentation person,
      Random random,
      double[] weight) {
    boolean absent = variable.kind() == Variable.Kind.BINARY && known.value() == 0;
    int value = absent ? 1 : known.value();
    String id =
        variable.kind() == Variable.Kind.BINARY
            ? "yes"
            : Objects.requireNonNull(KNOWLEDGE.bins().get(variable.id()))
                .values()
                .get(known.value());
    Map<Integer, Double> sd = new HashMap<>();
    for (Parameter parameter : KNOWLEDGE.parameters()) {
      if (parameter.findingId().equals(variable.id()) && parameter.value().equals(id)) {
        sd.put(CONDITIONS.of(parameter.conditionId()), sd(parameter.interval()));
      }
    }
    double leakShift = random.nextGaussian();
    for (Baseline baseline : KNOWLEDGE.baselines()) {
      if (baseline.findingId().equals(variable.id()) && baseline.value().equals(id)) {
        leakShift *= sd(baseline.interval());
      }
    }
    double leak = logistic(logit(variable.leak()[value]) + leakShift);
    double[] given = variable.given()[value].clone();
    for (int d = 0; d < given.length; d++) {
      Double own = sd.get(d);
      given[d] =
          logistic(logit(given[d]) + (own == null ? leakShift : own * random.nextGaussian()));
    }
    for (int h = 0; h < weight.length; h++) {
      double before =
          NoisyGate.probability(variable.leak()[value], variable.given()[value], SPACE.members(h));
      double after = NoisyGate.probability(leak, given, SPACE.members(h));
      weight[h] *= absent ? (1 - after) / (1 - before) : after / before;
    }
    assertThat(person.findings()).containsKey(variable.id());
  }

  private static double sd(Interval interval) {
    double lo = Math.clamp(interval.lo(), 1e-6, 1 - 1e-6);
    double hi = Math.clamp(interval.hi(), 1e-6, 1 - 1e-6);
    return (logit(hi) - logit(lo)) / (2 * Z90);
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  private static double logistic(double x) {
    return Math.clamp(1 / (1 + Math.exp(-x)), 1e-6, 1 - 1e-6);
  }
}
