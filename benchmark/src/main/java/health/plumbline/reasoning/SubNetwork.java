package health.plumbline.reasoning;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the real network, small enough for engines that know nothing of how it is computed:
 * some of the conditions, some of the findings, one kind of person.
 *
 * <p>It opens the <em>parameters</em> of that part (the prior of every set of conditions, leaks,
 * probabilities under one condition, loadings), and Plumbline's own answer to a question, and no
 * step in between. The prior is that of the whole network given that the causes are among the
 * chosen conditions.
 *
 * <p>In the package of the core, since those parts are no public interface.
 */
public final class SubNetwork {

  private final List<String> conditions;
  private final List<Hypothesis> hypotheses;
  private final List<Parameters> findings;
  private final List<Observable> observables;
  private final double[] prior;
  private final Network network;

  /**
   * A set of causes.
   *
   * @param causes numbers of the conditions, 1 to 3 of them, ascending
   * @param prior its probability before anything is known
   */
  public record Hypothesis(List<Integer> causes, double prior) {}

  /** How the values of a finding combine under several conditions. */
  public enum Scale {
    /** Absent (0) or present (1). */
    BINARY,
    /** More values, ordered. */
    ORDERED,
    /** More values, without order. */
    NOMINAL
  }

  /**
   * The parameters of a finding.
   *
   * @param leak probability of each value without any of the conditions
   * @param given probability of each value (first index) under each condition alone (second index)
   * @param group number of its latent group, or -1
   * @param loading loading of the group's factor, 0 without a group
   */
  public record Parameters(
      String id, Scale scale, double[] leak, double[][] given, int group, double loading) {

    /** How many values there are. */
    public int values() {
      return leak.length;
    }
  }

  /** What can be learnt of a person. */
  public sealed interface Observable {

    /** The findings that it tells of; no finding is told of twice in one body of evidence. */
    List<Integer> findings();

    /** The value of a finding. */
    record Value(int finding) implements Observable {
      @Override
      public List<Integer> findings() {
        return List.of(finding);
      }
    }

    /**
     * That a painful place goes unmentioned: evidence is its value 0.
     *
     * @param completeness probability that a place that hurts is mentioned
     */
    record Mention(int finding, double completeness) implements Observable {
      @Override
      public List<Integer> findings() {
        return List.of(finding);
      }
    }

    /** That at least one of some places hurts: evidence is its value 1. */
    record AnyOf(List<Integer> findings) implements Observable {}
  }

  /**
   * One thing learnt.
   *
   * @param observable index into {@link #observables()}
   * @param value 0 or higher
   */
  public record Observation(int observable, int value) {}

  private SubNetwork(
      List<String> conditions,
      List<Variable> variables,
      int groups,
      List<Observable> observables,
      double[] prior) {
    HypothesisSpace space = new HypothesisSpace(conditions.size());
    this.conditions = conditions;
    this.observables = List.copyOf(observables);
    this.prior = prior;
    this.network = new Network(space, variables, groups);
    this.hypotheses =
        IntStream.range(0, space.size())
            .mapToObj(h -> new Hypothesis(causes(space.members(h)), prior[h]))
            .toList();
    this.findings = variables.stream().map(SubNetwork::parameters).toList();
  }

  private static List<Integer> causes(byte[] members) {
    return IntStream.range(0, members.length).mapToObj(i -> (int) members[i]).toList();
  }

  private static Parameters parameters(Variable it) {
    return new Parameters(
        it.id(), Scale.valueOf(it.kind().name()), it.leak(), it.given(), it.group(), it.loading());
  }

  /** Draws parts of the real network. */
  public static final class Source {

    private static final int REGIONS = 6;
    private static final double LEAST_OF_ANY = 0.01;

    private final KnowledgeBase knowledge = KnowledgeBase.load();
    private final ConditionIndex index = new ConditionIndex(knowledge);
    private final HypothesisSpace whole = new HypothesisSpace(index.size());
    private final Networks networks = new Networks(knowledge, whole, index);
    private final PriorModel priors = new PriorModel(knowledge, whole, index);
    private final double completeness = knowledge.settings().get("pain-map-completeness");

    /** A part for a person of any age and sex, or of unknown age or sex. */
    public SubNetwork draw(Random random, int conditions, int findings) {
      Integer age = random.nextInt(4) == 0 ? null : random.nextInt(18, 91);
      Sex sex = random.nextInt(4) == 0 ? null : Sex.values()[random.nextInt(2)];
      return draw(random, conditions, findings, age, sex);
    }

    /**
     * A part for one person, in which every kind of finding is met: findings of latent groups,
     * ordered ones, regions of pain, and any others.
     *
     * @param conditions how many conditions, 2 to 41
     * @param findings how many findings, 6 or more
     */
    public SubNetwork draw(
        Random random, int conditions, int findings, @Nullable Integer age, @Nullable Sex sex) {
      int[] chosen =
          shuffled(random, index.size()).stream()
              .limit(conditions)
              .mapToInt(Integer::intValue)
              .sorted()
              .toArray();
      Network full = networks.network(AgeBand.of(age), sex);
      List<Variable> variables =
          chooseFindings(random, full, findings).stream()
              .map(v -> restrict(full.variable(v), chosen))
              .toList();
      Setting setting = Setting.values()[random.nextInt(Setting.values().length)];
      return new SubNetwork(
          Arrays.stream(chosen).mapToObj(index::id).toList(),
          variables,
          full.groups(),
          observables(random, variables),
          restrict(priors.prior(setting, age, sex), chosen));
    }

    private List<Integer> chooseFindings(Random random, Network full, int wanted) {
      List<Integer> order = shuffled(random, full.variables().size());
      TreeSet<Integer> chosen = new TreeSet<>();
      List<Integer> groups = shuffled(random, full.groups()).subList(0, 2);
      for (int group : groups) {
        take(order, chosen, wanted / 5, v -> full.variable(v).group() == group);
      }
      take(order, chosen, wanted / 10 + 1, v -> full.variable(v).kind() == Variable.Kind.ORDERED);
      take(order, chosen, 1, v -> full.variable(v).kind() == Variable.Kind.NOMINAL);
      take(order, chosen, Math.min(REGIONS, wanted / 5), v -> isRegion(full.variable(v)));
      take(order, chosen, wanted - chosen.size(), v -> true);
      return List.copyOf(chosen);
    }

    private static void take(
        List<Integer> order, Set<Integer> chosen, int most, IntPredicate wanted) {
      order.stream()
          .filter(v -> !chosen.contains(v) && wanted.test(v))
          .limit(most)
          .toList()
          .forEach(chosen::add);
    }

    private boolean isRegion(Variable variable) {
      return variable.group() < 0
          && knowledge.vocabulary().require(variable.id()).role() == Finding.Role.REGION;
    }

    private List<Observable> observables(Random random, List<Variable> variables) {
      List<Observable> made = new ArrayList<>();
      List<Integer> regions = new ArrayList<>();
      for (int v = 0; v < variables.size(); v++) {
        made.add(new Observable.Value(v));
        if (isRegion(variables.get(v))) {
          made.add(new Observable.Mention(v, completeness));
          regions.add(v);
        }
      }
      Collections.shuffle(regions, random);
      // A union that some hypothesis all but excludes meets the floor of the model; not looked at.
      List<Integer> any =
          regions.stream()
              .filter(v -> leastOf(variables.get(v)) > LEAST_OF_ANY)
              .limit(3)
              .sorted()
              .toList();
      if (any.size() > 1) {
        made.add(new Observable.AnyOf(any));
      }
      return made;
    }

    private static double leastOf(Variable variable) {
      double inhibited = variable.leak()[1];
      for (double p : variable.given()[1]) {
        inhibited *= Math.min(1, p / variable.leak()[1]);
      }
      return inhibited;
    }

    private static Variable restrict(Variable it, int[] chosen) {
      double[][] given =
          Arrays.stream(it.given())
              .map(row -> Arrays.stream(chosen).mapToDouble(d -> row[d]).toArray())
              .toArray(double[][]::new);
      return new Variable(it.id(), it.kind(), it.leak(), given, it.group(), it.loading());
    }

    private double[] restrict(double[] prior, int[] chosen) {
      HypothesisSpace space = new HypothesisSpace(chosen.length);
      double[] restricted = new double[space.size()];
      // Both are numbered in the same order, so the restricted set follows as the whole is walked.
      int next = 0;
      for (int h = 0; h < prior.length; h++) {
        boolean within = true;
        for (byte d : whole.members(h)) {
          within &= Arrays.binarySearch(chosen, d) >= 0;
        }
        if (within) {
          restricted[next++] = prior[h];
        }
      }
      double sum = Arrays.stream(restricted).sum();
      return Arrays.stream(restricted).map(p -> p / sum).toArray();
    }

    private static List<Integer> shuffled(Random random, int n) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
      Collections.shuffle(order, random);
      return order;
    }
  }

  /** Ids of the conditions. */
  public List<String> conditions() {
    return conditions;
  }

  /** All sets of one to three conditions. */
  public List<Hypothesis> hypotheses() {
    return hypotheses;
  }

  /** The findings. */
  public List<Parameters> findings() {
    return findings;
  }

  /** What can be learnt. */
  public List<Observable> observables() {
    return observables;
  }

  /** Random evidence, in random order, in which no finding is told of twice. */
  public List<Observation> evidence(Random random, int pieces) {
    List<Observation> evidence = new ArrayList<>();
    TreeSet<Integer> told = new TreeSet<>();
    for (int i : Source.shuffled(random, observables.size())) {
      Observable it = observables.get(i);
      if (evidence.size() == pieces || it.findings().stream().anyMatch(told::contains)) {
        continue;
      }
      told.addAll(it.findings());
      evidence.add(
          new Observation(
              i,
              switch (it) {
                case Observable.Value(int finding) ->
                    random.nextInt(findings.get(finding).values());
                case Observable.Mention mention -> 0;
                case Observable.AnyOf any -> 1;
              }));
    }
    return evidence;
  }

  /** The same part with nothing computed yet. */
  public SubNetwork fresh() {
    return new SubNetwork(conditions, network.variables(), network.groups(), observables, prior);
  }

  /** Plumbline's answer: the probability of each condition given the evidence. */
  public double[] marginals(List<Observation> evidence) {
    Belief belief = new Belief(network, prior);
    belief.observeAll(evidence.stream().map(this::evidence).toList());
    return belief.marginals();
  }

  private Evidence evidence(Observation it) {
    return switch (observables.get(it.observable())) {
      case Observable.Value(int finding) ->
          new Evidence.Known(findings.get(finding).id(), finding, it.value());
      case Observable.Mention(int finding, double completeness) ->
          new Evidence.Unmarked(findings.get(finding).id(), finding, completeness);
      case Observable.AnyOf(List<Integer> any) -> new Evidence.AnyOf("any", any);
    };
  }
}
