package health.plumbline.reasoning;

import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Prior;
import health.plumbline.knowledge.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the numbers whose uncertainty matters most for a verdict.
 *
 * <p>Implementation note. One-at-a-time sensitivity analysis (Pannell 1997; for Bayesian networks
 * Coupé and van der Gaag 2002): each number is moved to either limit of its 90% interval, all
 * others kept, and the posterior of the leading condition recomputed over all hypotheses by the
 * ratio of the new likelihood to the old one. Tried are the shares of the conditions that have a
 * part in the verdict, and for every known finding its probability under each of them and its
 * baseline. Within a latent group a finding is moved as if it stood alone.
 */
final class InfluentialNumbers {

  /** Conditions below this probability have no part in the verdict. */
  private static final double LEAST_PART = 0.02;

  private static final double EDGE = 1e-6;

  private final HypothesisSpace space;
  private final ConditionIndex conditions;
  private final Map<String, Parameter> parameters = new HashMap<>();
  private final Map<String, Baseline> baselines = new HashMap<>();
  private final List<Prior> priors;

  InfluentialNumbers(KnowledgeBase knowledge, HypothesisSpace space, ConditionIndex conditions) {
    this.space = space;
    this.conditions = conditions;
    this.priors = knowledge.priors();
    knowledge
        .parameters()
        .forEach(p -> parameters.put(key(p.conditionId(), p.findingId(), p.value()), p));
    knowledge.baselines().forEach(b -> baselines.put(key("", b.findingId(), b.value()), b));
  }

  /**
   * The numbers with the largest swing, largest first.
   *
   * @param leading number of the condition whose probability is looked at
   * @param values spelling of the values of a variable
   * @param most how many at most
   */
  List<InfluentialNumber> of(
      Belief belief, Setting setting, int leading, CredibleIntervals.ValueNames values, int most) {
    double[] marginals = belief.marginals();
    int[] part =
        IntStream.range(0, marginals.length)
            .filter(d -> d == leading || marginals[d] >= LEAST_PART)
            .toArray();
    List<InfluentialNumber> numbers = new ArrayList<>();
    for (int d : part) {
      share(belief, setting, leading, d).ifPresent(numbers::add);
    }
    for (Evidence piece : belief.evidence()) {
      if (piece instanceof Evidence.Known known) {
        Known finding = known(belief, known, values);
        for (int d : part) {
          Parameter parameter =
              parameters.get(key(conditions.id(d), finding.variable().id(), finding.name()));
          if (parameter != null) {
            numbers.add(ofParameter(belief, leading, d, finding, parameter));
          }
        }
        Baseline baseline = baselines.get(key("", finding.variable().id(), finding.name()));
        if (baseline != null) {
          numbers.add(ofBaseline(belief, leading, finding, baseline));
        }
      }
    }
    return numbers.stream()
        .sorted(Comparator.comparingDouble(InfluentialNumber::swing).reversed())
        .limit(most)
        .toList();
  }

  private record Known(Variable variable, int value, boolean present, String name) {}

  private static Known known(
      Belief belief, Evidence.Known known, CredibleIntervals.ValueNames values) {
    Variable variable = belief.network().variable(known.variable());
    boolean absent = variable.kind() == Variable.Kind.BINARY && known.value() == 0;
    int value = absent ? 1 : known.value();
    return new Known(variable, value, !absent, values.name(known.variable(), value));
  }

  private Optional<InfluentialNumber> share(
      Belief belief, Setting setting, int leading, int condition) {
    Setting of = setting == Setting.TEACHING ? Setting.PRIMARY : setting;
    return priors.stream()
        .filter(it -> it.setting() == of && it.conditionId().equals(conditions.id(condition)))
        .findFirst()
        .map(
            prior -> {
              double share = prior.share();
              double low = logit(prior.interval().lo()) - logit(share);
              double high = logit(prior.interval().hi()) - logit(share);
              return new InfluentialNumber(
                  prior.conditionId(),
                  "",
                  "",
                  share,
                  prior.interval(),
                  prior.grade(),
                  prior.sourceId(),
                  belief.marginals()[leading],
                  scaled(belief, leading, condition, Math.exp(low)),
                  scaled(belief, leading, condition, Math.exp(high)));
            });
  }

  /** The leading condition's probability if every hypothesis with a condition weighed so much. */
  private double scaled(Belief belief, int leading, int condition, double factor) {
    double[] posterior = belief.posterior();
    double all = 0;
    double with = 0;
    for (int h = 0; h < posterior.length; h++) {
      byte[] members = space.members(h);
      double weight = posterior[h] * (holds(members, condition) ? factor : 1);
      all += weight;
      if (holds(members, leading)) {
        with += weight;
      }
    }
    return with / all;
  }

  private InfluentialNumber ofParameter(
      Belief belief, int leading, int condition, Known finding, Parameter parameter) {
    Interval interval = parameter.interval();
    return new InfluentialNumber(
        parameter.conditionId(),
        parameter.findingId(),
        parameter.value(),
        parameter.p(),
        interval,
        parameter.grade(),
        parameter.sourceId(),
        belief.marginals()[leading],
        moved(belief, leading, condition, finding, logit(interval.lo()) - logit(parameter.p())),
        moved(belief, leading, condition, finding, logit(interval.hi()) - logit(parameter.p())));
  }

  private InfluentialNumber ofBaseline(
      Belief belief, int leading, Known finding, Baseline baseline) {
    Interval interval = baseline.interval();
    return new InfluentialNumber(
        "",
        baseline.findingId(),
        baseline.value(),
        baseline.p(),
        interval,
        baseline.grade(),
        baseline.sourceId(),
        belief.marginals()[leading],
        moved(belief, leading, -1, finding, logit(interval.lo()) - logit(baseline.p())),
        moved(belief, leading, -1, finding, logit(interval.hi()) - logit(baseline.p())));
  }

  /**
   * The leading condition's probability if one number were moved.
   *
   * @param condition whose number, or -1 for the baseline and every condition that stands at it
   * @param shift by how much, as log-odds
   */
  private double moved(Belief belief, int leading, int condition, Known finding, double shift) {
    double[] posterior = belief.posterior();
    double leak = finding.variable().leak()[finding.value()];
    double[] given = finding.variable().given()[finding.value()];
    double movedLeak = condition < 0 ? shifted(leak, shift) : leak;
    double[] movedGiven = given.clone();
    for (int d = 0; d < given.length; d++) {
      boolean atBaseline =
          !parameters.containsKey(key(conditions.id(d), finding.variable().id(), finding.name()));
      if (d == condition || (condition < 0 && atBaseline)) {
        movedGiven[d] = shifted(given[d], shift);
      }
    }
    double all = 0;
    double with = 0;
    for (int h = 0; h < posterior.length; h++) {
      byte[] members = space.members(h);
      double weight = posterior[h];
      if (condition < 0 || holds(members, condition)) {
        double before = NoisyGate.probability(leak, given, members);
        double after = NoisyGate.probability(movedLeak, movedGiven, members);
        weight *= finding.present() ? after / before : (1 - after) / (1 - before);
      }
      all += weight;
      if (holds(members, leading)) {
        with += weight;
      }
    }
    return with / all;
  }

  private static boolean holds(byte[] members, int condition) {
    for (byte d : members) {
      if (d == condition) {
        return true;
      }
    }
    return false;
  }

  private static double shifted(double p, double shift) {
    double odds = p / (1 - p) * Math.exp(shift);
    return Math.clamp(odds / (1 + odds), EDGE, 1 - EDGE);
  }

  private static double logit(double p) {
    double clipped = Math.clamp(p, EDGE, 1 - EDGE);
    return Math.log(clipped / (1 - clipped));
  }

  private static String key(String conditionId, String findingId, String value) {
    return conditionId + " " + findingId + " " + value;
  }
}
