package health.plumbline.reasoning;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Phrases;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.reasoning.Assessment.Combination;
import health.plumbline.reasoning.Assessment.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  private static final int LINKS = 4;
  private static final int NEXT = 8;

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
  private final EvidenceWeights evidenceWeights;
  private final int mostLeading;
  private final double leastLeading;
  private final double youngest;

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
    this.evidenceWeights = new EvidenceWeights(knowledge, conditions);
    this.explanations = new Explanations(knowledge, conditions, phrases);
    this.mostLeading = (int) knowledge.settings().get("most-leading-conditions");
    this.leastLeading = knowledge.settings().get("least-leading-probability");
    this.youngest = knowledge.settings().get("youngest-age-in-scope");
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
    return assess(presentation, setting, Set.of());
  }

  /**
   * Assesses a person whose words leave something in doubt.
   *
   * @param doubtful ids of findings that were said to be possible: no evidence for any probability,
   *     but the level of urgency is not below what they would call for until they are answered
   */
  public Assessment assess(Presentation presentation, Setting setting, Set<String> doubtful) {
    Triage.Result rules = triage.assess(presentation);
    if (outOfScope(presentation)) {
      return new Assessment(
          knowledge.version(),
          setting,
          presentation,
          judge.judge(rules, presentation, new double[conditions.size()], doubtful).verdict(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    Belief belief = belief(presentation, setting, true);
    double[] marginals = belief.marginals();
    List<Ranked> differential = differential(belief, marginals, presentation, setting);
    UrgencyJudge.Judgement judgement = judge.judge(rules, presentation, marginals, doubtful);
    return new Assessment(
        knowledge.version(),
        setting,
        presentation,
        judgement.verdict(),
        judgement.mustNotMiss(),
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
    return assessQuickly(presentation, setting, Set.of());
  }

  /**
   * The quick part of an assessment of a person whose words leave something in doubt.
   *
   * @param doubtful ids of findings that were said to be possible
   */
  public QuickAssessment assessQuickly(
      Presentation presentation, Setting setting, Set<String> doubtful) {
    Triage.Result rules = triage.assess(presentation);
    if (outOfScope(presentation)) {
      double[] none = new double[conditions.size()];
      return new QuickAssessment(
          judge.judge(rules, presentation, none, doubtful).verdict().level(), List.of());
    }
    double[] marginals = belief(presentation, setting).marginals();
    List<RankedCondition> ranked = new ArrayList<>();
    for (int d = 0; d < marginals.length; d++) {
      ranked.add(new RankedCondition(conditions.id(d), marginals[d]));
    }
    ranked.sort(Comparator.comparingDouble(RankedCondition::probability).reversed());
    return new QuickAssessment(
        judge.judge(rules, presentation, marginals, doubtful).verdict().level(),
        List.copyOf(ranked));
  }

  /**
   * The numbers of the model whose uncertainty matters most for the probability of the leading
   * condition, the most influential first; empty for a person whom the model does not cover.
   *
   * @param most how many at most
   */
  public List<InfluentialNumber> influential(Presentation presentation, Setting setting, int most) {
    if (outOfScope(presentation)) {
      return List.of();
    }
    Belief belief = belief(presentation, setting);
    double[] marginals = belief.marginals();
    int leading = 0;
    for (int d = 1; d < marginals.length; d++) {
      leading = marginals[d] > marginals[leading] ? d : leading;
    }
    return new InfluentialNumbers(knowledge, space, conditions)
        .of(
            belief,
            setting,
            leading,
            (variable, value) -> valueName(belief, variable, value),
            most);
  }

  /**
   * The conditions that lead a differential: the first one always, and few others, if probable.
   * What "few" and "probable" are is in {@code model-settings.csv}.
   */
  public List<RankedCondition> leading(List<Ranked> differential) {
    List<RankedCondition> leading = new ArrayList<>();
    for (Ranked ranked : differential) {
      if (leading.size() < mostLeading
          && (leading.isEmpty() || ranked.probability() >= leastLeading)) {
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
        : next(belief(presentation, setting, true), presentation, roles, asked, most);
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
  public boolean outOfScope(Presentation presentation) {
    Integer age = presentation.age();
    return age != null && age < youngest;
  }

  /** The belief after everything that is known. */
  Belief belief(Presentation presentation, Setting setting) {
    return belief(presentation, setting, false);
  }

  /** The same, prepared for weighing the evidence and choosing questions. */
  private Belief belief(Presentation presentation, Setting setting, boolean thorough) {
    Network network = networks.network(AgeBand.of(presentation.age()), presentation.sex());
    Belief belief =
        new Belief(
            network, priors.prior(setting, presentation.age(), presentation.sex()), thorough);
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
    double least = posterior[Tail.best(posterior, 1, 0)[0]] * LEAST_COMBINATION;
    List<Combination> combinations = new ArrayList<>();
    for (int h : Tail.best(posterior, COMBINATIONS, least)) {
      List<String> ids = new ArrayList<>();
      for (byte d : space.members(h)) {
        ids.add(conditions.id(d));
      }
      ids.sort(Comparator.comparingDouble((String id) -> marginals[conditions.of(id)]).reversed());
      combinations.add(new Combination(ids, posterior[h]));
    }
    return List.copyOf(combinations);
  }

  private List<Ranked> differential(
      Belief belief, double[] marginals, Presentation presentation, Setting setting) {
    Interval[] ranges =
        intervals.of(belief, setting, (variable, value) -> valueName(belief, variable, value));
    EvidenceWeights.Weighed weighed = evidenceWeights.weigh(belief, marginals, presentation);
    List<Ranked> differential = new ArrayList<>();
    for (int d = 0; d < marginals.length; d++) {
      Condition condition = knowledge.condition(conditions.id(d)).orElseThrow();
      differential.add(
          new Ranked(
              condition.id(),
              condition.name(),
              marginals[d],
              ranges[d],
              weighed.grade(d),
              weighed.estimateShare(d),
              weighed.weights(d, 1),
              weighed.weights(d, -1)));
    }
    differential.sort(Comparator.comparingDouble(Ranked::probability).reversed());
    return List.copyOf(differential);
  }

  private String valueName(Belief belief, int variable, int value) {
    Variable described = belief.network().variable(variable);
    if (described.kind() == Variable.Kind.BINARY) {
      return value == 1 ? "yes" : "no";
    }
    return networks.bins(described.id()).orElseThrow().values().get(value);
  }
}
