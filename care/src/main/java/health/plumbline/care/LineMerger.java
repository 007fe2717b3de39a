package health.plumbline.care;

import health.plumbline.care.SafetyCheck.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns rows of advice into lines: rows with the same merge key become one line, worded as its best
 * supported row, for the conditions of all of them.
 */
final class LineMerger {

  private static final String SEPARATOR = "; ";

  private final CareContent content;
  private final List<String> conditionOrder;
  private final Comparator<Candidate> leadFirst;

  /**
   * @param conditionOrder ids of conditions, most probable first
   */
  LineMerger(CareContent content, List<String> conditionOrder) {
    this.content = content;
    this.conditionOrder = conditionOrder;
    this.leadFirst =
        Comparator.comparing((Candidate c) -> c.advice().stage())
            .thenComparing(c -> c.advice().direction())
            .thenComparing(c -> c.advice().strength())
            .thenComparing(c -> c.advice().grade())
            .thenComparingInt(c -> rank(c.advice().conditionId()))
            .thenComparing(c -> c.advice().id());
  }

  /** A row that has passed all checks. */
  record Candidate(Advice advice, Verdict verdict) {}

  /**
   * A line with what is needed to rank it.
   *
   * @param visit whether it sends the person to a professional
   * @param rank place of its most probable condition
   */
  record Ranked(
      PlanLine line, Category category, Stage stage, List<Use> uses, boolean visit, int rank) {

    private int visitRank() {
      return visit ? rank : Integer.MAX_VALUE;
    }
  }

  /**
   * First what is for now, then visits for the most probable condition first, then what helps
   * before what does not, best supported first.
   */
  static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing(Ranked::stage)
          .thenComparingInt(Ranked::visitRank)
          .thenComparing(ranked -> ranked.line().direction())
          .thenComparing(ranked -> ranked.line().strength())
          .thenComparing(ranked -> ranked.line().grade())
          .thenComparingInt(Ranked::rank);

  private int rank(String conditionId) {
    int index = conditionOrder.indexOf(conditionId);
    return index < 0 ? conditionOrder.size() : index;
  }

  /** Lines in order of first appearance of their key. */
  List<Ranked> merge(List<Candidate> candidates) {
    Map<String, List<Candidate>> byKey = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      byKey.computeIfAbsent(candidate.advice().mergeKey(), key -> new ArrayList<>()).add(candidate);
    }
    return byKey.values().stream().map(this::line).toList();
  }

  private Ranked line(List<Candidate> same) {
    List<Candidate> ordered = same.stream().sorted(leadFirst).toList();
    Candidate lead = ordered.getFirst();
    Set<String> conditions = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    Set<String> actions = new LinkedHashSet<>();
    Set<String> sentences = new LinkedHashSet<>();
    Map<String, Set<String>> unknown = new LinkedHashMap<>();
    boolean visit = false;
    for (Candidate candidate : ordered) {
      Advice advice = candidate.advice();
      if (!advice.conditionId().isEmpty()) {
        conditions.add(advice.conditionId());
      }
      sources.add(advice.sourceId());
      actions.add(advice.action());
      sentences.addAll(candidate.verdict().sentences());
      candidate
          .verdict()
          .unknown()
          .forEach(
              (phrase, items) ->
                  unknown.computeIfAbsent(phrase, p -> new LinkedHashSet<>()).addAll(items));
      visit |= advice.category() == Category.PROFESSIONAL && advice.speed() != null;
    }
    List<String> cautions = new ArrayList<>(sentences);
    unknown.forEach(
        (phrase, items) ->
            cautions.add(content.phrase(phrase, "items", String.join(SEPARATOR, items))));
    Advice advice = lead.advice();
    StringBuilder text = new StringBuilder(advice.text());
    cautions.forEach(caution -> text.append(' ').append(caution));
    PlanLine line =
        new PlanLine(
            advice.id(),
            advice.mergeKey(),
            text.toString(),
            String.join(SEPARATOR, actions),
            advice.direction(),
            advice.strength(),
            advice.grade(),
            conditions.stream().sorted(Comparator.comparingInt(this::rank)).toList(),
            List.copyOf(sources),
            cautions,
            null);
    int rank = conditions.stream().mapToInt(this::rank).min().orElse(conditionOrder.size());
    return new Ranked(line, advice.category(), advice.stage(), advice.uses(), visit, rank);
  }
}
