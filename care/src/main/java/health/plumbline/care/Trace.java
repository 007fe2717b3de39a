package health.plumbline.care;

import health.plumbline.care.TraceEntry.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes down what becomes of every row while a plan is made.
 *
 * <p>It only listens: the planner decides without it, so that a plan with a trace is the same plan.
 */
final class Trace {

  private final CareContent content;
  private final Facts facts;
  private final Map<String, TraceEntry> entries = new LinkedHashMap<>();
  private final Map<String, String> keys = new LinkedHashMap<>();

  Trace(CareContent content, Facts facts) {
    this.content = content;
    this.facts = facts;
  }

  /** A row of advice with what has become of it so far. */
  void advice(Advice advice, Outcome outcome, List<Use> uses) {
    String kind =
        advice.category() == Category.SAFETY_NET
            ? "safety-net"
            : advice.conditionId().isEmpty() ? "general" : "recommendation";
    keys.put(advice.id(), advice.mergeKey());
    put(
        new TraceEntry(
            kind,
            advice.id(),
            advice.conditionId(),
            advice.category(),
            advice.action(),
            outcome,
            "",
            advice.strength(),
            advice.grade(),
            advice.sourceId(),
            checks(uses)));
  }

  void exercise(Exercise exercise, String conditionId, Outcome outcome) {
    keys.put(exercise.id(), "exercise:" + exercise.id());
    put(
        new TraceEntry(
            "exercise",
            exercise.id(),
            conditionId,
            Category.EXERCISE,
            exercise.clinicalText(),
            outcome,
            "",
            exercise.strength(),
            exercise.grade(),
            exercise.sourceId(),
            checks(List.of(new Use("exercise", exercise.id(), false)))));
  }

  private void put(TraceEntry entry) {
    entries.put(entry.kind() + " " + entry.rowId(), entry);
  }

  private List<Check> checks(List<Use> uses) {
    List<Check> checks = new ArrayList<>();
    for (Use use : uses) {
      for (Contraindication row : content.safety().contraindications(use)) {
        checks.add(Check.of(row, facts));
      }
    }
    return checks;
  }

  /** All entries, now that it is known which lines the plan holds. */
  List<TraceEntry> finish(Plan plan) {
    Map<String, String> lineByKey =
        plan.lines().values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(PlanLine::mergeKey, PlanLine::id, (a, b) -> a));
    List<TraceEntry> all = new ArrayList<>();
    for (TraceEntry entry : entries.values()) {
      Outcome outcome = entry.outcome();
      String line = lineByKey.get(keys.getOrDefault(entry.rowId(), ""));
      if (outcome == Outcome.SHORTENED && line != null) {
        outcome = line.equals(entry.rowId()) ? Outcome.IN_PLAN : Outcome.MERGED;
      }
      all.add(
          new TraceEntry(
              entry.kind(),
              entry.rowId(),
              entry.conditionId(),
              entry.category(),
              entry.what(),
              outcome,
              why(outcome, entry, line == null ? "" : line),
              entry.strength(),
              entry.grade(),
              entry.sourceId(),
              entry.checks()));
    }
    return all;
  }

  private String why(Outcome outcome, TraceEntry entry, String line) {
    boolean forbidden = entry.applying().stream().anyMatch(Check::never);
    String reasons =
        entry.applying().stream()
            .filter(check -> check.never() || !forbidden)
            .map(check -> check.rowId() + " (" + check.known() + ")")
            .collect(Collectors.joining("; "));
    return content.phrase("trace-" + outcome.id(), "line", line, "reasons", reasons);
  }
}
