package health.plumbline.reasoning;

import health.plumbline.knowledge.ActionThreshold;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.Assessment.MustNotMiss;
import health.plumbline.reasoning.Assessment.Reason;
import health.plumbline.reasoning.Assessment.UrgencyVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Urgency: the rules set a floor; the probability of a serious condition above its action threshold
 * raises it and never lowers it.
 */
final class UrgencyJudge {

  private record LevelAdvice(String advice, String clinicianAdvice, String sourceId, Grade grade) {}

  private final KnowledgeBase knowledge;
  private final ConditionIndex conditions;
  private final Phrases phrases;
  private final Map<Urgency, LevelAdvice> levelAdvice = new EnumMap<>(Urgency.class);

  UrgencyJudge(KnowledgeBase knowledge, ConditionIndex conditions, Phrases phrases) {
    this.knowledge = knowledge;
    this.conditions = conditions;
    this.phrases = phrases;
    for (DataFile.Row row : DataFile.read("urgency-advice.csv").rows()) {
      levelAdvice.put(
          Urgency.parse(row.required("level")),
          new LevelAdvice(
              row.required("advice"),
              row.required("clinician_advice"),
              row.required("source_id"),
              Grade.valueOf(row.required("grade"))));
    }
    for (Urgency level : Urgency.values()) {
      if (!levelAdvice.containsKey(level)) {
        throw new IllegalStateException("urgency-advice.csv has no row for " + level.id());
      }
    }
  }

  /**
   * The serious conditions above their action threshold, and those that a rule for emergency or
   * same-day care guards against: the rule outranks a small probability. Most probable first.
   */
  List<MustNotMiss> mustNotMiss(
      Triage.Result rules, Presentation presentation, double[] marginals) {
    Set<String> guarded =
        rules.fired().stream()
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

  /** The verdict of rules and probabilities together. */
  UrgencyVerdict judge(Triage.Result rules, double[] marginals) {
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
      LevelAdvice general = advice(level);
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
        level, List.copyOf(reasons), raised ? List.of() : rules.confirmWith());
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
            advice(row.urgency()).advice()),
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

  private LevelAdvice advice(Urgency level) {
    LevelAdvice advice = levelAdvice.get(level);
    if (advice == null) {
      throw new IllegalStateException("urgency-advice.csv has no row for " + level.id());
    }
    return advice;
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
