package health.plumbline.care;

import health.plumbline.care.ProgrammeContent.Impairment;
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
 * places. What an impairment that was found asks for counts more; what it forbids, or what needs
 * equipment that is not there, is no candidate. Early exercises come before middle ones, late ones
 * never open a programme; one exercise a family, few of the same purpose, and as many as fit into
 * the time.
 */
final class ExerciseChooser {

  private static final String EARLY = "early";
  private static final String LATE = "late";
  private static final String AEROBIC = "aerobic";

  private final CareContent content;
  private final ProgrammeContent programmes;
  private final SafetyCheck safety;
  private final Facts facts;
  private final Means means;

  ExerciseChooser(
      CareContent content,
      ProgrammeContent programmes,
      SafetyCheck safety,
      Facts facts,
      Means means) {
    this.content = content;
    this.programmes = programmes;
    this.safety = safety;
    this.facts = facts;
    this.means = means;
  }

  /** An exercise that is safe for this person, with what its check found. */
  record Chosen(Exercise exercise, Verdict verdict) {

    /** What must be true or asked before, in words for the person. */
    List<String> cautions(CareContent content) {
      List<String> cautions = new ArrayList<>(verdict.sentences());
      verdict
          .unknown()
          .forEach(
              (phrase, items) ->
                  cautions.add(content.phrase(phrase, "items", String.join("; ", items))));
      return cautions;
    }
  }

  /**
   * Chooses.
   *
   * @param weights probability of each entered condition, most probable first
   * @param leftOut receives what was not safe
   * @param trace is told what becomes of each, or null
   */
  List<Chosen> choose(Map<String, Double> weights, List<LeftOut> leftOut, @Nullable Trace trace) {
    List<Impairment> found = programmes.found(facts);
    List<Chosen> options = new ArrayList<>();
    for (Exercise exercise : content.exercises()) {
      if (exercise.stage().equals(LATE)
          || exercise.indicated().stream().noneMatch(weights::containsKey)) {
        continue;
      }
      Verdict verdict = safety.check(List.of(new Use("exercise", exercise.id(), false)));
      boolean fits =
          programmes.possible(exercise, means)
              && found.stream().noneMatch(one -> one.avoided().contains(exercise.family()));
      if (trace != null) {
        trace.exercise(
            exercise,
            weights.keySet().stream().filter(exercise.indicated()::contains).findFirst().orElse(""),
            !verdict.allowed()
                ? TraceEntry.Outcome.NOT_SAFE
                : fits ? TraceEntry.Outcome.SHORTENED : TraceEntry.Outcome.NOT_FOR_THIS_PERSON);
      }
      if (!verdict.allowed()) {
        leftOut.addAll(verdict.leftOut());
      } else if (fits) {
        options.add(new Chosen(exercise, verdict));
      }
    }
    return pick(options, weights, found);
  }

  /** Lines for chosen exercises. */
  List<PlanLine> lines(List<Chosen> chosen, Map<String, Double> weights) {
    return chosen.stream().map(one -> line(one, weights)).toList();
  }

  private List<Chosen> pick(
      List<Chosen> options, Map<String, Double> weights, List<Impairment> found) {
    PlanSettings settings = content.settings();
    double discount = settings.number("exercise-repeat-discount");
    Map<String, Double> worth = new LinkedHashMap<>(weights);
    Set<String> families = new HashSet<>();
    Map<String, Integer> purposes = new HashMap<>();
    List<Chosen> chosen = new ArrayList<>();
    Integer given = means.minutes();
    double left = given == null ? settings.number("programme-minutes") : given;
    while (chosen.size() < settings.count("exercises-most")) {
      boolean few = chosen.size() < settings.count("exercises-least");
      double time = left;
      List<Chosen> possible =
          options.stream()
              .filter(option -> !families.contains(option.exercise().family()))
              .filter(option -> few || minutes(option.exercise()) <= time)
              .filter(option -> few || option.exercise().stage().equals(EARLY))
              .toList();
      List<Chosen> varied =
          possible.stream()
              .filter(
                  option ->
                      purposes.getOrDefault(option.exercise().purpose(), 0)
                          < settings.count("exercises-of-one-purpose-most"))
              .toList();
      Chosen best = null;
      for (Chosen option : varied.isEmpty() && few ? possible : varied) {
        if (best == null || better(option, best, worth, purposes, found)) {
          best = option;
        }
      }
      if (best == null) {
        break;
      }
      chosen.add(best);
      left -= minutes(best.exercise());
      families.add(best.exercise().family());
      purposes.merge(best.exercise().purpose(), 1, Integer::sum);
      for (String condition : best.exercise().indicated()) {
        worth.computeIfPresent(condition, (id, value) -> value * discount);
      }
    }
    return chosen;
  }

  /** Minutes of a session at the start; endurance has its own time. */
  private double minutes(Exercise exercise) {
    return exercise.purpose().equals(AEROBIC)
        ? 0
        : programmes.dose(exercise.id()).minutes(false, 0, content.settings());
  }

  private boolean better(
      Chosen a,
      Chosen b,
      Map<String, Double> worth,
      Map<String, Integer> purposes,
      List<Impairment> found) {
    boolean earlyA = a.exercise().stage().equals(EARLY);
    boolean earlyB = b.exercise().stage().equals(EARLY);
    if (earlyA != earlyB) {
      return earlyA;
    }
    int gain = Double.compare(gain(a, worth, found), gain(b, worth, found));
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

  private double gain(Chosen option, Map<String, Double> worth, List<Impairment> found) {
    double gain = 0;
    for (Map.Entry<String, Double> condition : worth.entrySet()) {
      if (option.exercise().indicated().contains(condition.getKey())) {
        gain += condition.getValue();
      }
    }
    boolean favoured = found.stream().anyMatch(one -> one.favours(option.exercise()));
    return favoured ? gain * content.settings().number("impairment-boost") : gain;
  }

  private PlanLine line(Chosen option, Map<String, Double> weights) {
    Exercise exercise = option.exercise();
    ExerciseDetail detail = exercise.detail();
    List<String> cautions = option.cautions(content);
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
