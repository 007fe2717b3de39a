package health.plumbline.care;

import health.plumbline.care.SafetyCheck.Verdict;
import health.plumbline.knowledge.Grade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a few exercises that together serve all leading conditions.
 *
 * <p>Greedy choice by marginal gain: an exercise is worth the sum of the probabilities of the
 * conditions that it is for, each discounted for every exercise already chosen for that condition.
 * That is the usual greedy approximation of covering with diminishing returns (Nemhauser, Wolsey
 * and Fisher 1978): exercises good for two coexisting conditions come first and none takes all
 * places. Early exercises come before middle ones, late ones never open a programme; one exercise a
 * family, few of the same purpose.
 */
final class ExerciseChooser {

  private static final String EARLY = "early";
  private static final String LATE = "late";

  private final CareContent content;
  private final SafetyCheck safety;

  ExerciseChooser(CareContent content, SafetyCheck safety) {
    this.content = content;
    this.safety = safety;
  }

  private record Option(Exercise exercise, Verdict verdict) {}

  /**
   * Lines for the chosen exercises.
   *
   * @param weights probability of each entered condition, most probable first
   * @param leftOut receives what was not safe
   * @param trace is told what becomes of each, or null
   */
  List<PlanLine> choose(Map<String, Double> weights, List<LeftOut> leftOut, @Nullable Trace trace) {
    List<Option> options = new ArrayList<>();
    for (Exercise exercise : content.exercises()) {
      if (exercise.stage().equals(LATE)
          || exercise.indicated().stream().noneMatch(weights::containsKey)) {
        continue;
      }
      Verdict verdict = safety.check(List.of(new Use("exercise", exercise.id(), false)));
      if (trace != null) {
        trace.exercise(
            exercise,
            weights.keySet().stream().filter(exercise.indicated()::contains).findFirst().orElse(""),
            verdict.allowed() ? TraceEntry.Outcome.SHORTENED : TraceEntry.Outcome.NOT_SAFE);
      }
      if (verdict.allowed()) {
        options.add(new Option(exercise, verdict));
      } else {
        leftOut.addAll(verdict.leftOut());
      }
    }
    return pick(options, weights).stream().map(option -> line(option, weights)).toList();
  }

  private List<Option> pick(List<Option> options, Map<String, Double> weights) {
    PlanSettings settings = content.settings();
    double discount = settings.number("exercise-repeat-discount");
    Map<String, Double> worth = new LinkedHashMap<>(weights);
    Set<String> families = new HashSet<>();
    Map<String, Integer> purposes = new HashMap<>();
    List<Option> chosen = new ArrayList<>();
    while (chosen.size() < settings.count("exercises-most")) {
      boolean few = chosen.size() < settings.count("exercises-least");
      List<Option> possible =
          options.stream()
              .filter(option -> !families.contains(option.exercise().family()))
              .filter(option -> few || option.exercise().stage().equals(EARLY))
              .toList();
      List<Option> varied =
          possible.stream()
              .filter(
                  option ->
                      purposes.getOrDefault(option.exercise().purpose(), 0)
                          < settings.count("exercises-of-one-purpose-most"))
              .toList();
      Option best = null;
      for (Option option : varied.isEmpty() && few ? possible : varied) {
        if (best == null || better(option, best, worth, purposes)) {
          best = option;
        }
      }
      if (best == null) {
        break;
      }
      chosen.add(best);
      families.add(best.exercise().family());
      purposes.merge(best.exercise().purpose(), 1, Integer::sum);
      for (String condition : best.exercise().indicated()) {
        worth.computeIfPresent(condition, (id, value) -> value * discount);
      }
    }
    return chosen;
  }

  private static boolean better(
      Option a, Option b, Map<String, Double> worth, Map<String, Integer> purposes) {
    boolean earlyA = a.exercise().stage().equals(EARLY);
    boolean earlyB = b.exercise().stage().equals(EARLY);
    if (earlyA != earlyB) {
      return earlyA;
    }
    int gain = Double.compare(gain(a, worth), gain(b, worth));
    if (gain != 0) {
      return gain > 0;
    }
    int fresh =
        Integer.compare(
            purposes.getOrDefault(a.exercise().purpose(), 0),
            purposes.getOrDefault(b.exercise().purpose(), 0));
    if (fresh != 0) {
      return fresh < 0;
    }
    return a.exercise().grade().ordinal() < b.exercise().grade().ordinal();
  }

  private static double gain(Option option, Map<String, Double> worth) {
    double gain = 0;
    for (Map.Entry<String, Double> condition : worth.entrySet()) {
      if (option.exercise().indicated().contains(condition.getKey())) {
        gain += condition.getValue();
      }
    }
    return gain;
  }

  private PlanLine line(Option option, Map<String, Double> weights) {
    Exercise exercise = option.exercise();
    ExerciseDetail detail = exercise.detail();
    List<String> cautions = new ArrayList<>(option.verdict().sentences());
    option
        .verdict()
        .unknown()
        .forEach(
            (phrase, items) ->
                cautions.add(content.phrase(phrase, "items", String.join("; ", items))));
    String text =
        content.phrase(
            "exercise-line",
            "name",
            detail.name(),
            "steps",
            detail.steps(),
            "dose",
            detail.dose(),
            "harder",
            detail.harder(),
            "easier",
            detail.easier(),
            "stop",
            detail.stop());
    for (String caution : cautions) {
      text += " " + caution;
    }
    return new PlanLine(
        exercise.id(),
        "exercise:" + exercise.id(),
        text,
        exercise.clinicalText(),
        exercise.direction(),
        exercise.strength(),
        exercise.grade(),
        weights.keySet().stream().filter(exercise.indicated()::contains).toList(),
        List.of(exercise.sourceId()),
        cautions,
        detail);
  }

  /** The line that says once what every exercise asks, empty if nothing is unknown. */
  List<PlanLine> beforeYouStart() {
    List<Contraindication> unknown = safety.unknownForAllExercises();
    if (unknown.isEmpty()) {
      return List.of();
    }
    Set<String> items = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    for (Contraindication row : unknown) {
      items.add(row.ifUnknown());
      sources.add(row.sourceId());
    }
    String text = content.phrase("before-you-start", "items", String.join("; ", items));
    return List.of(
        new PlanLine(
            "exercise-before-you-start",
            "exercise-before-you-start",
            text,
            text,
            Direction.FOR,
            Strength.CONSENSUS,
            Grade.C,
            List.of(),
            List.copyOf(sources),
            List.of(text),
            null));
  }
}
