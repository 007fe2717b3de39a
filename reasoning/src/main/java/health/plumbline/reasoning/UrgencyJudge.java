package health.plumbline.reasoning;

import health.plumbline.knowledge.ActionThreshold;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Phrases;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.Urgency;
import health.plumbline.knowledge.UrgencyAdvice;
import health.plumbline.knowledge.Vocabulary;
import health.plumbline.reasoning.Assessment.MustNotMiss;
import health.plumbline.reasoning.Assessment.Reason;
import health.plumbline.reasoning.Assessment.UrgencyVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Urgency: the rules set a floor; the probability of a serious condition above its action threshold
 * raises it and never lowers it.
 *
 * <p>What a text leaves in doubt ("maybe numb down below") counts as present for the level until it
 * is answered: a rule that it would fire holds the level up, and says which question settles it. It
 * is no evidence for any probability.
 *
 * <p>What nobody asked is said with the level: below an emergency, the verdict names the questions
 * of the emergency screen that have no answer.
 */
final class UrgencyJudge {

  private final KnowledgeBase knowledge;
  private final Vocabulary vocabulary;
  private final ConditionIndex conditions;
  private final Triage triage;
  private final Phrases phrases;

  UrgencyJudge(KnowledgeBase knowledge, ConditionIndex conditions, Triage triage, Phrases phrases) {
    this.knowledge = knowledge;
    this.vocabulary = knowledge.vocabulary();
    this.conditions = conditions;
    this.triage = triage;
    this.phrases = phrases;
    for (Urgency level : Urgency.values()) {
      // A level without words must stop the start, not the first person who needs it.
      UrgencyAdvice.of(level);
    }
  }

  /**
   * What is judged of a person.
   *
   * @param mustNotMiss the serious conditions above their action threshold, and those that a rule
   *     for emergency or same-day care guards against: the rule outranks a small probability; most
   *     probable first
   */
  record Judgement(UrgencyVerdict verdict, List<MustNotMiss> mustNotMiss) {}

  /**
   * The verdict of rules, probabilities and doubts together.
   *
   * @param rules what the rules say of the person
   * @param doubtful findings that were said to be possible
   */
  Judgement judge(
      Triage.Result rules, Presentation presentation, double[] marginals, Set<String> doubtful) {
    List<Unsettled> unsettled = unsettled(rules, presentation, doubtful);
    return new Judgement(
        verdict(rules, unsettled, marginals, presentation),
        mustNotMiss(rules, unsettled, presentation, marginals));
  }

  private List<MustNotMiss> mustNotMiss(
      Triage.Result rules,
      List<Unsettled> unsettled,
      Presentation presentation,
      double[] marginals) {
    Set<String> guarded =
        Stream.concat(rules.fired().stream(), unsettled.stream().map(Unsettled::fired))
            .filter(fired -> fired.level().atLeast(Urgency.SAME_DAY))
            .map(fired -> fired.rule().conditionId())
            .collect(Collectors.toSet());
    return knowledge.actionThresholds().stream()
        .filter(
            row ->
                probability(row, marginals) >= row.threshold()
                    || guarded.contains(row.conditionId()))
        .sorted(
            Comparator.comparingDouble((ActionThreshold row) -> probability(row, marginals))
                .reversed())
        .map(
            row ->
                new MustNotMiss(
                    row.conditionId(),
                    probability(row, marginals),
                    row.threshold(),
                    row.settleBy().stream()
                        .filter(id -> !presentation.findings().containsKey(id))
                        .toList()))
        .toList();
  }

  private UrgencyVerdict verdict(
      Triage.Result rules, List<Unsettled> all, double[] marginals, Presentation presentation) {
    UrgencyVerdict settled = judge(rules, marginals, presentation);
    List<Unsettled> unsettled =
        all.stream()
            .filter(each -> !settled.level().atLeast(each.fired().level()))
            .sorted(Comparator.comparing(each -> each.fired().level()))
            .toList();
    if (unsettled.isEmpty()) {
      return settled;
    }
    List<Reason> reasons = new ArrayList<>();
    Set<String> settleFirst = new LinkedHashSet<>();
    for (Unsettled each : unsettled) {
      // The most urgent rule speaks for the question; the sort is stable.
      if (settleFirst.addAll(each.doubtful())) {
        reasons.add(whileUnsettled(each, settled.level()));
      }
    }
    reasons.addAll(settled.reasons());
    return new UrgencyVerdict(
        unsettled.getFirst().fired().level(),
        List.copyOf(reasons),
        List.of(),
        List.copyOf(settleFirst),
        settled.level(),
        // Once the doubt is answered no, the calmer level stands, and must not stand alone either.
        unanswered(settled.level(), presentation).stream()
            .filter(id -> !settleFirst.contains(id))
            .toList());
  }

  /**
   * A rule that would fire if something doubtful is so.
   *
   * @param doubtful what it rests on
   */
  private record Unsettled(Triage.Fired fired, List<String> doubtful) {}

  /**
   * The rules that fire only if doubtful findings are present: each alone, and all together. Each
   * alone as well, since one doubt must not talk another one away.
   */
  private List<Unsettled> unsettled(
      Triage.Result rules, Presentation presentation, Set<String> doubtful) {
    if (doubtful.isEmpty()) {
      return List.of();
    }
    List<Set<String>> worlds = new ArrayList<>();
    for (String id : doubtful) {
      if (vocabulary.require(id).values() instanceof Finding.Values.YesNo) {
        worlds.add(Set.of(vocabulary.require(id).id()));
      }
    }
    if (worlds.size() > 1) {
      worlds.add(worlds.stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }
    Set<String> seen = new HashSet<>();
    rules.fired().forEach(fired -> seen.add(fired.rule().id()));
    List<Unsettled> unsettled = new ArrayList<>();
    for (Set<String> world : worlds) {
      Presentation.Builder supposed = presentation.toBuilder(vocabulary);
      world.forEach(id -> supposed.finding(id, FindingValue.YES));
      for (Triage.Fired fired : triage.fired(supposed.build())) {
        if (seen.add(fired.rule().id())) {
          unsettled.add(new Unsettled(fired, restsOn(fired.rule(), world)));
        }
      }
    }
    return unsettled;
  }

  private List<String> restsOn(RedFlagRule rule, Set<String> world) {
    Set<String> basis = new HashSet<>();
    for (String id : rule.when().findings()) {
      basis.add(id);
      basis.addAll(triage.derived().basis(id));
    }
    List<String> named = world.stream().filter(basis::contains).sorted().toList();
    return named.isEmpty() ? world.stream().sorted().toList() : named;
  }

  private Reason whileUnsettled(Unsettled each, Urgency otherwise) {
    RedFlagRule rule = each.fired().rule();
    String questions =
        each.doubtful().stream()
            .map(vocabulary::require)
            .map(f -> f.question().isEmpty() ? f.name() + "?" : f.question())
            .collect(Collectors.joining(" "));
    String names =
        each.doubtful().stream()
            .map(id -> vocabulary.require(id).name())
            .collect(Collectors.joining(", "));
    return new Reason(
        "unsettled:" + rule.id(),
        each.fired().level(),
        phrases.text(
            "unsettled",
            "question",
            questions,
            "advice",
            rule.advice(),
            "otherwise",
            UrgencyAdvice.of(otherwise).headline()),
        phrases.text("unsettled-clinician", "finding", names, "advice", rule.clinicianAdvice()),
        String.join(";", rule.sourceIds()),
        rule.grade());
  }

  /** The verdict of rules and probabilities together. */
  private UrgencyVerdict judge(Triage.Result rules, double[] marginals, Presentation presentation) {
    List<Reason> reasons = new ArrayList<>();
    for (Triage.Fired fired : rules.fired()) {
      RedFlagRule rule = fired.rule();
      reasons.add(
          new Reason(
              rule.id(),
              fired.level(),
              rule.advice(),
              rule.clinicianAdvice(),
              String.join(";", rule.sourceIds()),
              rule.grade()));
    }
    Urgency level = rules.level();
    boolean raised = false;
    for (ActionThreshold row : knowledge.actionThresholds()) {
      double probability = probability(row, marginals);
      if (probability >= row.threshold()) {
        reasons.add(byProbability(row, probability));
        raised |= !level.atLeast(row.urgency());
        level = level.moreUrgent(row.urgency());
      }
    }
    // The sort is stable: at one level the rules stand before the probabilities.
    reasons.sort(Comparator.comparing(Reason::level));
    if (reasons.isEmpty() || reasons.getFirst().level() != level) {
      UrgencyAdvice general = UrgencyAdvice.of(level);
      reasons.addFirst(
          new Reason(
              "level:" + level.id(),
              level,
              general.advice(),
              general.clinicianAdvice(),
              general.sourceId(),
              general.grade()));
    }
    return new UrgencyVerdict(
        level,
        List.copyOf(reasons),
        raised ? List.of() : rules.confirmWith(),
        List.of(),
        level,
        unanswered(level, presentation));
  }

  private List<String> unanswered(Urgency level, Presentation presentation) {
    return level == Urgency.EMERGENCY_NOW ? List.of() : triage.unanswered(presentation);
  }

  private Reason byProbability(ActionThreshold row, double probability) {
    Condition condition = knowledge.condition(row.conditionId()).orElseThrow();
    String percent = percent(probability);
    return new Reason(
        "probability:" + row.conditionId(),
        row.urgency(),
        phrases.text(
            "probability-raises",
            "condition",
            condition.layName(),
            "percent",
            percent,
            "advice",
            UrgencyAdvice.of(row.urgency()).advice()),
        phrases.text(
            "probability-raises-clinician",
            "condition",
            condition.name(),
            "percent",
            percent,
            "threshold",
            percent(row.threshold())),
        row.sourceId(),
        row.grade());
  }

  private double probability(ActionThreshold row, double[] marginals) {
    return marginals[conditions.of(row.conditionId())];
  }

  private static String percent(double probability) {
    double percent = 100 * probability;
    return percent < 1
        ? String.format(Locale.ROOT, "%.1f", percent)
        : Long.toString(Math.round(percent));
  }
}
