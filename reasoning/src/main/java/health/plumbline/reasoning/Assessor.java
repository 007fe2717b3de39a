package health.plumbline.reasoning;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.reasoning.Assessment.Combination;
import health.plumbline.reasoning.Assessment.Ranked;
import health.plumbline.reasoning.Assessment.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Assesses a person: the way from what is known to urgency, differential, explanation and the next
 * question. Immutable and safe for use by many threads.
 */
public final class Assessor {

  /** Questions that can be put to the person. */
  public static final Set<Finding.Role> QUESTIONS =
      Set.copyOf(EnumSet.of(Finding.Role.ASKED, Finding.Role.REGION));

  /** Questions and what a clinician can examine. */
  public static final Set<Finding.Role> QUESTIONS_AND_EXAMINATION =
      Set.copyOf(EnumSet.of(Finding.Role.ASKED, Finding.Role.REGION, Finding.Role.EXAMINED));

  private static final int COMBINATIONS = 10;

  /** A hypothesis this much less probable than the first is not among the ten worth listing. */
  private static final double LEAST_COMBINATION = 1e-4;

  private static final int LEADING = 3;
  private static final int LINKS = 4;
  private static final int NEXT = 8;

  /** A weight of evidence below this, in bits, is not worth a line. */
  private static final double LEAST_WEIGHT = 0.05;

  /** A condition below this probability is not leading. */
  private static final double LEAST_LEADING = 0.1;

  private final KnowledgeBase knowledge;
  private final HypothesisSpace space;
  private final ConditionIndex conditions;
  private final PriorModel priors;
  private final Networks networks;
  private final EvidenceCollector collector;
  private final QuestionChooser chooser;
  private final CredibleIntervals intervals;
  private final LastSafetyQuestions lastSafetyQuestions;
  private final Triage triage;
  private final UrgencyJudge judge;
  private final BackHipLink link;
  private final Explanations explanations;
  private final Map<String, @Nullable Grade[]> grades = new HashMap<>();

  private Assessor(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.conditions = new ConditionIndex(knowledge);
    this.space = new HypothesisSpace(conditions.size());
    this.priors = new PriorModel(knowledge, space, conditions);
    this.networks = new Networks(knowledge, space, conditions);
    this.collector = new EvidenceCollector(knowledge, networks);
    this.chooser = new QuestionChooser(knowledge, networks, conditions, space);
    this.intervals = new CredibleIntervals(knowledge, space, conditions);
    this.triage = Triage.of(knowledge);
    this.lastSafetyQuestions = new LastSafetyQuestions(knowledge, this, chooser.serious());
    Phrases phrases = new Phrases();
    this.judge = new UrgencyJudge(knowledge, conditions, triage, phrases);
    this.link = BackHipLink.of(knowledge);
    this.explanations = new Explanations(knowledge, conditions, phrases);
    for (Parameter parameter : knowledge.parameters()) {
      @Nullable Grade[] row =
          grades.computeIfAbsent(
              parameter.findingId(), id -> new @Nullable Grade[conditions.size()]);
      int d = conditions.of(parameter.conditionId());
      Grade before = row[d];
      row[d] = before == null ? parameter.grade() : before.weaker(parameter.grade());
    }
  }

  /** An assessor on a knowledge base. */
  public static Assessor of(KnowledgeBase knowledge) {
    return new Assessor(knowledge);
  }

  /** The red-flag rules at work here. */
  public Triage triage() {
    return triage;
  }

  /**
   * Assesses a person. A person below the age that the model covers gets urgency by the rules and
   * no differential.
   */
  public Assessment assess(Presentation presentation, Setting setting) {
    if (outOfScope(presentation)) {
      return new Assessment(
          knowledge.version(),
          setting,
          presentation,
          judge.judge(presentation, new double[conditions.size()]),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    Belief belief = belief(presentation, setting);
    double[] marginals = belief.marginals();
    List<Ranked> differential = differential(belief, marginals, presentation, setting);
    return new Assessment(
        knowledge.version(),
        setting,
        presentation,
        judge.judge(presentation, marginals),
        judge.mustNotMiss(presentation, marginals),
        differential,
        combinations(belief),
        link.explain(presentation, leading(differential), LINKS),
        next(belief, presentation, QUESTIONS_AND_EXAMINATION, Set.of(), NEXT));
  }

  /**
   * The quick part of an assessment, for large batches and for evaluation: no weights of evidence,
   * intervals, links or questions.
   */
  public QuickAssessment assessQuickly(Presentation presentation, Setting setting) {
    if (outOfScope(presentation)) {
      double[] none = new double[conditions.size()];
      return new QuickAssessment(judge.judge(presentation, none).level(), List.of());
    }
    double[] marginals = belief(presentation, setting).marginals();
    List<RankedCondition> ranked = new ArrayList<>();
    for (int d = 0; d < marginals.length; d++) {
      ranked.add(new RankedCondition(conditions.id(d), marginals[d]));
    }
    ranked.sort(Comparator.comparingDouble(RankedCondition::probability).reversed());
    return new QuickAssessment(judge.judge(presentation, marginals).level(), List.copyOf(ranked));
  }

  /** The conditions that lead a differential: at most three, the first one always. */
  public static List<RankedCondition> leading(List<Ranked> differential) {
    List<RankedCondition> leading = new ArrayList<>();
    for (Ranked ranked : differential) {
      if (leading.size() < LEADING
          && (leading.isEmpty() || ranked.probability() >= LEAST_LEADING)) {
        leading.add(new RankedCondition(ranked.condition(), ranked.probability()));
      }
    }
    return leading;
  }

  /**
   * The most informative unknown findings, best first.
   *
   * @param roles the roles that can be obtained here
   * @param most how many at most
   */
  public List<NextQuestion> next(
      Presentation presentation, Setting setting, Set<Finding.Role> roles, int most) {
    return next(presentation, setting, roles, Set.of(), most);
  }

  /**
   * The most informative unknown findings, best first.
   *
   * @param roles the roles that can be obtained here
   * @param asked findings not to be asked again
   * @param most how many at most
   */
  public List<NextQuestion> next(
      Presentation presentation,
      Setting setting,
      Set<Finding.Role> roles,
      Set<String> asked,
      int most) {
    return outOfScope(presentation)
        ? List.of()
        : next(belief(presentation, setting), presentation, roles, asked, most);
  }

  /** A question whose yes could still find an emergency, though it tells little. */
  Optional<String> lastSafetyQuestion(
      Presentation presentation, Setting setting, Set<Finding.Role> roles, Set<String> asked) {
    return lastSafetyQuestions.next(presentation, asked, roles, belief(presentation, setting));
  }

  /** Whether a question makes sense for a person of this age and sex. */
  public boolean applies(String findingId, Presentation presentation) {
    return chooser.applies(knowledge.vocabulary().require(findingId), presentation);
  }

  /** Whether the model does not cover this person. */
  public static boolean outOfScope(Presentation presentation) {
    Integer age = presentation.age();
    return age != null && age < Presentation.YOUNGEST_IN_SCOPE;
  }

  /** The belief after everything that is known. */
  Belief belief(Presentation presentation, Setting setting) {
    Network network = networks.network(AgeBand.of(presentation.age()), presentation.sex());
    Belief belief =
        new Belief(network, priors.prior(setting, presentation.age(), presentation.sex()));
    belief.observeAll(collector.collect(presentation));
    return belief;
  }

  private List<NextQuestion> next(
      Belief belief,
      Presentation presentation,
      Set<Finding.Role> roles,
      Set<String> asked,
      int most) {
    return chooser.rank(belief, presentation, roles, asked, most).stream()
        .map(question -> explanations.explain(question, belief))
        .toList();
  }

  private List<Combination> combinations(Belief belief) {
    double[] posterior = belief.posterior();
    double[] marginals = belief.marginals();
    double least = Arrays.stream(posterior).max().orElse(0) * LEAST_COMBINATION;
    return IntStream.range(0, posterior.length)
        .filter(h -> posterior[h] >= least)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer h) -> posterior[h]).reversed())
        .limit(COMBINATIONS)
        .map(
            h -> {
              List<String> ids = new ArrayList<>();
              for (byte d : space.members(h)) {
                ids.add(conditions.id(d));
              }
              ids.sort(
                  Comparator.comparingDouble((String id) -> marginals[conditions.of(id)])
                      .reversed());
              return new Combination(ids, posterior[h]);
            })
        .toList();
  }

  private List<Ranked> differential(
      Belief belief, double[] marginals, Presentation presentation, Setting setting) {
    Interval[] ranges =
        intervals.of(belief, setting, (variable, value) -> valueName(belief, variable, value));
    List<List<Weight>> weights = weights(belief, marginals, presentation);
    List<Ranked> differential = new ArrayList<>();
    for (int d = 0; d < marginals.length; d++) {
      Condition condition = knowledge.condition(conditions.id(d)).orElseThrow();
      double[] byGrade = weightByGrade(d, weights.get(d));
      differential.add(
          new Ranked(
              condition.id(),
              condition.name(),
              marginals[d],
              ranges[d],
              grade(byGrade),
              estimateShare(byGrade),
              weights.get(d).stream()
                  .filter(weight -> weight.bits() >= LEAST_WEIGHT)
                  .sorted(Comparator.comparingDouble(Weight::bits).reversed())
                  .toList(),
              weights.get(d).stream()
                  .filter(weight -> weight.bits() <= -LEAST_WEIGHT)
                  .sorted(Comparator.comparingDouble(Weight::bits))
                  .toList()));
    }
    differential.sort(Comparator.comparingDouble(Ranked::probability).reversed());
    return List.copyOf(differential);
  }

  /** For each condition the weight of every piece of evidence. */
  private List<List<Weight>> weights(Belief belief, double[] marginals, Presentation presentation) {
    List<List<Weight>> weights = new ArrayList<>();
    for (int d = 0; d < marginals.length; d++) {
      weights.add(new ArrayList<>());
    }
    for (Evidence piece : belief.evidence()) {
      double[] without = belief.marginalsWithout(piece);
      String value =
          switch (piece) {
            case Evidence.Unmarked unmarked -> "not marked";
            case Evidence.Known known ->
                presentation.value(known.findingId()).map(FindingValue::toString).orElse("no");
            case Evidence.AnyOf any -> "yes";
          };
      for (int d = 0; d < marginals.length; d++) {
        double bits = (logit(marginals[d]) - logit(without[d])) / Math.log(2);
        weights.get(d).add(new Weight(piece.findingId(), value, bits));
      }
    }
    return weights;
  }

  /** The weight of evidence of one condition by grade, in the order of the grades. */
  private double[] weightByGrade(int condition, List<Weight> weights) {
    double[] byGrade = new double[Grade.values().length];
    for (Weight weight : weights) {
      @Nullable Grade[] row = grades.get(weight.finding());
      Grade grade = row == null ? null : row[condition];
      // A condition without a parameter of its own stands at the baseline, an estimate.
      byGrade[(grade == null ? Grade.C : grade).ordinal()] += Math.abs(weight.bits());
    }
    return byGrade;
  }

  /** The grade on which at least half of the weight of evidence rests. */
  private static Grade grade(double[] byGrade) {
    double total = Arrays.stream(byGrade).sum();
    double sum = 0;
    for (Grade grade : Grade.values()) {
      sum += byGrade[grade.ordinal()];
      if (total > 0 && sum >= total / 2) {
        return grade;
      }
    }
    return Grade.C;
  }

  private static double estimateShare(double[] byGrade) {
    double total = Arrays.stream(byGrade).sum();
    return total == 0 ? 1 : byGrade[Grade.C.ordinal()] / total;
  }

  private String valueName(Belief belief, int variable, int value) {
    Variable described = belief.network().variable(variable);
    if (described.kind() == Variable.Kind.BINARY) {
      return value == 1 ? "yes" : "no";
    }
    return networks.bins(described.id()).orElseThrow().values().get(value);
  }

  private static double logit(double p) {
    double clipped = Math.clamp(p, 1e-12, 1 - 1e-12);
    return Math.log(clipped / (1 - clipped));
  }
}
