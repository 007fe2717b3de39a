package health.plumbline.reasoning;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.published.Composition;
import health.plumbline.knowledge.published.StudyPopulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of the people of a study.
 *
 * <p>Implementation note. A study's people are a mixture over hypotheses: the prior of their
 * setting, age and sex, kept where every condition is one that they could have, and weighted by the
 * probability of what all of them had (pain in the groin, say). Those with the condition hold at
 * least one of the figure's conditions, the comparison group none of them. A published sensitivity
 * is then compared with the mean probability of the sign over the first group, a specificity with
 * that over the second: spectrum is part of the comparison and not averaged away. Probabilities are
 * those of the average person (ages and sexes as each condition brings them).
 */
public final class StudyModel {

  private final KnowledgeBase knowledge;
  private final HypothesisSpace space;
  private final ConditionIndex conditions;
  private final PriorModel priors;
  private final Networks networks;
  private final Network network;
  private final Map<Term, double[]> alone = new ConcurrentHashMap<>();

  /** What all of a study's people had: its probability under every hypothesis. */
  private final Map<List<List<String>>, double[]> had = new ConcurrentHashMap<>();

  /** The model of this knowledge. */
  public StudyModel(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.conditions = new ConditionIndex(knowledge);
    this.space = new HypothesisSpace(conditions.size());
    this.priors = new PriorModel(knowledge, space, conditions);
    this.networks = new Networks(knowledge, space, conditions);
    this.network = networks.network(null, null);
  }

  private StudyModel(StudyModel model, KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.conditions = model.conditions;
    this.space = model.space;
    this.priors = new PriorModel(knowledge, space, conditions);
    this.networks = model.networks;
    this.network = model.network;
    this.alone.putAll(model.alone);
    this.had.putAll(model.had);
  }

  /** The same findings with the shares of presenters and co-occurrence of other knowledge. */
  public StudyModel withShares(KnowledgeBase shares) {
    return new StudyModel(this, shares);
  }

  /** Number of conditions. */
  public int conditions() {
    return conditions.size();
  }

  /** Id of a condition by its number. */
  public String conditionId(int number) {
    return conditions.id(number);
  }

  /** Number of a condition. */
  public int conditionNumber(String id) {
    return conditions.of(id);
  }

  /** Whether the finding has a place in the network. */
  public boolean knows(String findingId) {
    return networks.variable(findingId).isPresent();
  }

  /**
   * The probability of a statement without its negation under each condition alone, and last
   * without any condition.
   */
  public double[] alone(Term term) {
    return alone.computeIfAbsent(term.positive(), this::reckonAlone);
  }

  private double[] reckonAlone(Term term) {
    Variable variable = variable(term.findingId());
    double[] p = new double[conditions.size() + 1];
    for (int value = term.atLeast(); value < variable.values(); value++) {
      for (int d = 0; d < conditions.size(); d++) {
        p[d] += variable.given()[value][d];
      }
      p[conditions.size()] += variable.leak()[value];
    }
    return p;
  }

  /** Whether the finding shares a latent factor with others. */
  public boolean isGrouped(Term term) {
    return variable(term.findingId()).group() >= 0;
  }

  private Variable variable(String findingId) {
    int number =
        networks
            .variable(findingId)
            .orElseThrow(() -> new IllegalArgumentException(findingId + " is not in the network"));
    return network.variable(number);
  }

  /** All of a study's people. */
  public Mixture people(StudyPopulation population) {
    return mixture(population, Set.of(), Kind.ALL);
  }

  /** Those of a study's people who have at least one of the conditions. */
  public Mixture cases(StudyPopulation population, Set<String> subject) {
    return mixture(population, subject, Kind.WITH);
  }

  /** Those who have none of the conditions. */
  public Mixture comparison(StudyPopulation population, Set<String> subject) {
    if (population.healthy()) {
      return new Mixture(new byte[][] {{}}, new double[] {1});
    }
    return mixture(population, subject, Kind.WITHOUT);
  }

  private enum Kind {
    ALL,
    WITH,
    WITHOUT
  }

  private Mixture mixture(StudyPopulation population, Set<String> subject, Kind kind) {
    boolean[] target = flags(subject);
    boolean[] allowed = allowed(population);
    double[] weightOf = weights(population);
    List<byte[]> members = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    double sum = 0;
    for (int h = 0; h < weightOf.length; h++) {
      byte[] conditionsOfH = space.members(h);
      boolean with = false;
      boolean possible = true;
      for (byte d : conditionsOfH) {
        with |= target[d];
        possible &= allowed[d] || target[d];
      }
      if (!possible || (kind == Kind.WITH && !with) || (kind == Kind.WITHOUT && with)) {
        continue;
      }
      members.add(conditionsOfH);
      weights.add(weightOf[h]);
      sum += weightOf[h];
    }
    double[] shares = new double[weights.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weights.get(i) / sum;
    }
    return sum > 0
        ? new Mixture(members.toArray(new byte[0][]), shares)
        : new Mixture(new byte[0][], new double[0]);
  }

  /**
   * How frequent every hypothesis is among a study's people, up to a factor: the prior of their
   * setting times the probability of what all of them had, in the shares that the study itself
   * gives where it gives them.
   */
  private double[] weights(StudyPopulation population) {
    double[] prior = priors.prior(population.setting(), population.age(), population.sex());
    double[] given = had.computeIfAbsent(population.given(), this::reckonHad);
    double[] weights = new double[prior.length];
    for (int h = 0; h < weights.length; h++) {
      weights[h] = prior[h] * given[h];
    }
    Composition composition = population.composition();
    if (composition == null) {
      return weights;
    }
    boolean[] counted = flags(composition.members());
    boolean[] allowed = allowed(population);
    boolean[] has = new boolean[weights.length];
    double with = 0;
    double without = 0;
    for (int h = 0; h < weights.length; h++) {
      boolean possible = true;
      for (byte d : space.members(h)) {
        has[h] |= counted[d];
        possible &= allowed[d] || counted[d];
      }
      if (possible && has[h]) {
        with += weights[h];
      } else if (possible) {
        without += weights[h];
      }
    }
    for (int h = 0; h < weights.length; h++) {
      weights[h] *= has[h] ? composition.share() / with : (1 - composition.share()) / without;
    }
    return weights;
  }

  private boolean[] allowed(StudyPopulation population) {
    List<String> among = population.among();
    if (among != null) {
      return flags(among);
    }
    boolean[] all = new boolean[conditions.size()];
    Arrays.fill(all, true);
    return all;
  }

  private double[] reckonHad(List<List<String>> clauses) {
    double[] had = new double[space.size()];
    Arrays.fill(had, 1);
    for (List<String> clause : clauses) {
      List<Term> alternatives = clause.stream().map(this::statement).toList();
      for (int h = 0; h < had.length; h++) {
        double none = 1;
        for (Term alternative : alternatives) {
          none *= 1 - probability(alternative, space.members(h));
        }
        had[h] *= 1 - none;
      }
    }
    return had;
  }

  private Term statement(String given) {
    return Term.member(knowledge, given)
        .filter(term -> knows(term.findingId()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "study-populations.csv, given: "
                        + given
                        + " must be a finding of the network, with >= or < a bin if it has bins"));
  }

  private boolean[] flags(Iterable<String> ids) {
    boolean[] flags = new boolean[conditions.size()];
    for (String id : ids) {
      flags[conditions.of(id)] = true;
    }
    return flags;
  }

  /** The probability of a statement under one hypothesis, which may be empty. */
  public double probability(Term term, byte[] hypothesis) {
    double[] p = alone(term);
    double present = NoisyGate.probability(p[conditions.size()], p, hypothesis);
    return term.negated() ? 1 - present : present;
  }

  /** The mean probability of a statement over a group. */
  public double probability(Term term, Mixture group) {
    return group.mean(h -> probability(term, h));
  }

  /**
   * The mean probability over a group that at least so many of several statements hold. Statements
   * of one latent group share its factor; all others are independent given the hypothesis.
   */
  public double atLeast(List<Term> terms, int count, Mixture group) {
    Map<Integer, List<Term>> byGroup = new TreeMap<>();
    for (Term term : terms) {
      byGroup
          .computeIfAbsent(variable(term.findingId()).group(), key -> new ArrayList<>())
          .add(term);
    }
    return group.mean(h -> atLeast(byGroup, count, terms.size(), h));
  }

  private double atLeast(Map<Integer, List<Term>> byGroup, int count, int most, byte[] hypothesis) {
    double[] number = new double[most + 1];
    number[0] = 1;
    for (Map.Entry<Integer, List<Term>> entry : byGroup.entrySet()) {
      number = convolve(number, numberPresent(entry.getKey(), entry.getValue(), hypothesis));
    }
    double sum = 0;
    for (int k = count; k < number.length; k++) {
      sum += number[k];
    }
    return sum;
  }

  /** The distribution of how many statements of one latent group hold. */
  private double[] numberPresent(int group, List<Term> terms, byte[] hypothesis) {
    if (group < 0) {
      double[] p = new double[terms.size()];
      for (int i = 0; i < p.length; i++) {
        p[i] = probability(terms.get(i), hypothesis);
      }
      return poissonBinomial(p);
    }
    LatentFactor factor = LatentFactor.of(variable(terms.getFirst().findingId()).loading());
    double[] mean = new double[terms.size() + 1];
    for (int node = 0; node < LatentFactor.nodes(); node++) {
      double[] p = new double[terms.size()];
      for (int i = 0; i < p.length; i++) {
        double present = probability(terms.get(i).positive(), hypothesis);
        double odds = factor.centralOdds(present) * factor.oddsRatio(node);
        p[i] = terms.get(i).negated() ? 1 / (1 + odds) : odds / (1 + odds);
      }
      double[] number = poissonBinomial(p);
      for (int k = 0; k < mean.length; k++) {
        mean[k] += LatentFactor.weight(node) * number[k];
      }
    }
    return mean;
  }

  private static double[] poissonBinomial(double[] p) {
    double[] number = {1};
    for (double each : p) {
      number = convolve(number, new double[] {1 - each, each});
    }
    return number;
  }

  private static double[] convolve(double[] a, double[] b) {
    double[] sum = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sum[i + j] += a[i] * b[j];
      }
    }
    return sum;
  }

  /**
   * The share with at least one of some conditions among a study's people, or among those of them
   * who have at least one of others.
   *
   * @param among only people with one of these conditions count; empty for all
   * @param subject the conditions asked for
   */
  public double share(StudyPopulation population, Set<String> among, Set<String> subject) {
    boolean[] counted = flags(among);
    boolean[] target = flags(subject);
    boolean[] allowed = allowed(population);
    double[] weightOf = weights(population);
    double all = 0;
    double with = 0;
    for (int h = 0; h < weightOf.length; h++) {
      boolean counts = among.isEmpty();
      boolean has = false;
      boolean possible = true;
      for (byte d : space.members(h)) {
        counts |= counted[d];
        has |= target[d];
        possible &= allowed[d] || counted[d];
      }
      if (counts && possible) {
        all += weightOf[h];
        if (has) {
          with += weightOf[h];
        }
      }
    }
    return with / all;
  }

  /** The share of women among those with one of the conditions. */
  double women(StudyPopulation population, Set<String> subject) {
    double women = share(population, subject, Sex.FEMALE);
    double men = share(population, subject, Sex.MALE);
    double female = knowledge.settings().get("female-fraction");
    return female * women / (female * women + (1 - female) * men);
  }

  private double share(StudyPopulation population, Set<String> subject, @Nullable Sex sex) {
    double[] shares = priors.shares(population.setting(), population.age(), sex);
    double sum = 0;
    for (String id : subject) {
      sum += shares[conditions.of(id)];
    }
    return sum;
  }

  /** The statement that a published value makes about a finding of the network. */
  public Optional<Term> term(String findingId, String value) {
    return knows(findingId) ? Term.of(knowledge, findingId, value) : Optional.empty();
  }

  /** The statements that a composite counts, empty if one of them is not in the network. */
  public Optional<List<Term>> terms(List<String> members) {
    List<Term> terms = new ArrayList<>();
    for (String member : members) {
      Optional<Term> term = Term.member(knowledge, member);
      if (term.isEmpty() || !knows(term.get().findingId())) {
        return Optional.empty();
      }
      terms.add(term.get());
    }
    return Optional.of(List.copyOf(terms));
  }
}
