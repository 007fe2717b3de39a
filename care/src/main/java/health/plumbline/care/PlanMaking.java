package health.plumbline.care;

import health.plumbline.care.LineMerger.Candidate;
import health.plumbline.care.LineMerger.Ranked;
import health.plumbline.care.SafetyCheck.Verdict;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The making of one plan.
 *
 * <p>The order of the steps is the order of safety. Urgency decides first which rows may enter at
 * all: on a same-day or emergency level only what is right while waiting. Then every row is checked
 * against the person. Only what has passed is merged, ranked and cut to a length that is read, so
 * that no ranking can bring back what was unsafe.
 */
final class PlanMaking {

  private final CareContent content;
  private final ProgrammeContent programmes;

  private final Urgency urgency;

  /** Whether the person is to be seen today, so that nothing but waiting safely is planned. */
  private final boolean seenToday;

  /** The leading conditions that the plan is for, with probabilities, most probable first. */
  private final Map<String, Double> entered = new LinkedHashMap<>();

  /** Suspected but not leading, in a fixed order. */
  private final Set<String> onlySuspected = new TreeSet<>();

  private final Facts facts;
  private final SafetyCheck safety;
  private final LineMerger merger;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Set<String> leftOutSubjects = new HashSet<>();
  private final Set<String> usedSubjects = new HashSet<>();
  private final Set<String> mergeKeys = new HashSet<>();
  private final Set<String> wanted = new HashSet<>();
  private final @Nullable Trace trace;
  private final Means means;
  private List<ExerciseChooser.Chosen> chosenExercises = List.of();
  private boolean visitLine;

  /** Conditions for which advice to exercise has passed every check. */
  private final Set<String> exercised = new HashSet<>();

  /** Keys of the lines that send the person to somebody sooner than the urgency says. */
  private final Set<String> soonerKeys = new HashSet<>();

  PlanMaking(
      CareContent content, ProgrammeContent programmes, PlanRequest request, boolean traced) {
    this.content = content;
    this.programmes = programmes;
    programmes.check(request.means());
    means = request.means();
    urgency = request.urgency();
    seenToday = urgency.atLeast(Urgency.SAME_DAY);
    Set<String> contraindicating = new HashSet<>(request.suspected());
    request.suspected().forEach(id -> require("suspected", id));
    enter(request.leading(), contraindicating);
    onlySuspected.addAll(request.suspected());
    onlySuspected.removeAll(entered.keySet());
    boolean seriousSuspected =
        !request.suspected().isEmpty() || urgency.atLeast(Urgency.URGENT_2_WEEKS);
    facts =
        new Facts(
            request.presentation(), request.history(), content, contraindicating, seriousSuspected);
    safety = new SafetyCheck(content, facts, urgency);
    merger = new LineMerger(content, List.copyOf(entered.keySet()));
    trace = traced ? new Trace(content, facts) : null;
  }

  private void note(Advice advice, TraceEntry.Outcome outcome, List<Use> uses) {
    if (trace != null) {
      trace.advice(advice, outcome, uses);
    }
  }

  private void enter(List<WeightedCondition> leading, Set<String> contraindicating) {
    PlanSettings settings = content.settings();
    double covered = 0;
    double previous = 1;
    for (WeightedCondition weighted : leading) {
      String id = require("leading", weighted.conditionId()).id();
      double probability = weighted.probability();
      if (probability > previous) {
        throw InvalidInputException.of(
            "leading", id + " is more probable than the condition before it");
      }
      previous = probability;
      boolean enters =
          entered.isEmpty()
              || (covered < settings.number("leading-bulk")
                  && entered.size() < settings.count("leading-most")
                  && probability >= settings.number("leading-least-probability"));
      if (enters && entered.putIfAbsent(id, probability) != null) {
        throw InvalidInputException.of("leading", id + " occurs twice");
      }
      covered += probability;
      if (enters || probability >= settings.number("contraindication-least-probability")) {
        contraindicating.add(id);
      }
    }
  }

  /** Makes the plan and says what else was found out on the way. */
  Planner.Worked work() {
    Plan plan = plan();
    return new Planner.Worked(
        plan,
        facts,
        safety,
        chosenExercises,
        List.copyOf(exerciseWeights().keySet()),
        List.copyOf(entered.keySet()),
        Set.copyOf(wanted),
        trace == null ? List.of() : trace.finish(plan));
  }

  private Plan plan() {
    List<Ranked> ranked = new ArrayList<>(merger.merge(candidates()));
    Map<Category, List<PlanLine>> lines = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      if (category != Category.SAFETY_NET) {
        lines.put(category, chosen(category, ranked));
      }
    }
    if (!seenToday) {
      addExercises(lines);
    }
    addGeneral(lines);
    lines.put(Category.SAFETY_NET, safetyNet());
    return new Plan(lines, LeftOutSummary.of(leftOut, content));
  }

  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (String condition : entered.keySet()) {
      for (Advice advice : content.advice(condition)) {
        if (fitsUrgency(advice) && (advice.stage() == Stage.NOW || !seenToday)) {
          add(candidates, advice);
        } else {
          note(advice, TraceEntry.Outcome.NOT_AT_THIS_URGENCY, List.of());
        }
      }
    }
    for (String condition : onlySuspected) {
      if (awaitsCareFor(condition)) {
        for (Advice advice : content.advice(condition)) {
          if (fitsUrgency(advice) && advice.stage() == Stage.NOW) {
            add(candidates, advice);
          }
        }
      }
    }
    return candidates;
  }

  /**
   * Whether the urgency is as high as a condition that is only suspected needs, so that its rows
   * ("expect a scan") are true. Otherwise only the safety net speaks of it.
   */
  private boolean awaitsCareFor(String condition) {
    if (!urgency.atLeast(Urgency.URGENT_2_WEEKS)) {
      return false;
    }
    for (Advice advice : content.advice(condition)) {
      Urgency speed = advice.speed();
      if (advice.stage() == Stage.NOW && speed != null && urgency.atLeast(speed)) {
        return true;
      }
    }
    return false;
  }

  private boolean fitsUrgency(Advice advice) {
    Urgency speed = advice.speed();
    if (speed != null && !speed.atLeast(urgency)) {
      return false;
    }
    boolean selfCare =
        advice.category() == Category.EXERCISE || advice.category() == Category.MANUAL_THERAPY;
    if (seenToday && selfCare && advice.direction() != Direction.AGAINST) {
      return false;
    }
    return !(urgency == Urgency.EMERGENCY_NOW && advice.usesMedicine());
  }

  private void add(List<Candidate> candidates, Advice advice) {
    if (!advice.forPerson() || facts.of(advice.when()) == Truth.FALSE) {
      note(
          advice,
          advice.forPerson()
              ? TraceEntry.Outcome.NOT_FOR_THIS_PERSON
              : TraceEntry.Outcome.FOR_THE_CLINICIAN,
          List.of());
      return;
    }
    List<Use> uses = new ArrayList<>(advice.uses());
    if (!advice.conditionId().isEmpty()) {
      uses.add(new Use("recommendation", advice.id(), false));
    }
    Verdict verdict = safety.check(uses);
    leftOut.addAll(verdict.leftOut());
    note(
        advice,
        verdict.allowed() ? TraceEntry.Outcome.SHORTENED : TraceEntry.Outcome.NOT_SAFE,
        uses);
    if (advice.direction() != Direction.AGAINST) {
      uses.forEach(use -> wanted.add(use.key()));
    }
    if (verdict.allowed()) {
      candidates.add(new Candidate(advice, verdict));
      if (advice.category() == Category.EXERCISE && advice.direction() != Direction.AGAINST) {
        exercised.add(advice.conditionId());
      }
      if (advice.speed() != null && advice.speed() != urgency && advice.stage() == Stage.NOW) {
        soonerKeys.add(advice.mergeKey());
      }
    } else {
      uses.forEach(use -> leftOutSubjects.add(use.key()));
    }
  }

  /**
   * The lines of a category: every entered condition gets its best one and its best specific one,
   * so that advice for back pain at large does not crowd out "avoid arching"; then the best of all.
   */
  private List<PlanLine> chosen(Category category, List<Ranked> all) {
    List<Ranked> ordered =
        all.stream()
            .filter(ranked -> ranked.category() == category)
            .sorted(LineMerger.BEST_FIRST)
            .toList();
    CategorySelection selection = new CategorySelection(content.settings(), category);
    for (String condition : entered.keySet()) {
      List<Ranked> own =
          ordered.stream()
              .filter(ranked -> ranked.line().conditionIds().contains(condition))
              .toList();
      own.stream().findFirst().ifPresent(selection::offer);
      own.stream()
          .filter(ranked -> ranked.stage() != Stage.LATER)
          .filter(ranked -> content.specific(ranked.line().mergeKey()))
          .findFirst()
          .ifPresent(selection::offer);
    }
    ordered.forEach(selection::offer);
    List<PlanLine> lines = new ArrayList<>();
    for (Ranked ranked : selection.chosen().stream().sorted(LineMerger.BEST_FIRST).toList()) {
      lines.add(ranked.line());
      mergeKeys.add(ranked.line().mergeKey());
      ranked.uses().forEach(use -> usedSubjects.add(use.key()));
      visitLine |= ranked.visit();
    }
    return lines;
  }

  private void addExercises(Map<Category, List<PlanLine>> lines) {
    ExerciseChooser chooser = new ExerciseChooser(content, programmes, safety, facts, means);
    List<PlanLine> category = new ArrayList<>(lines.getOrDefault(Category.EXERCISE, List.of()));
    chosenExercises = chooser.choose(exerciseWeights(), leftOut, trace);
    category.addAll(chooser.lines(chosenExercises, exerciseWeights()));
    if (category.stream().anyMatch(line -> line.direction() != Direction.AGAINST)) {
      category.addAll(0, chooser.beforeYouStart());
    }
    lines.put(Category.EXERCISE, category);
  }

  /** Conditions for which exercise is in place, most probable first. */
  private Map<String, Double> exerciseWeights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    if (!seenToday) {
      weights.putAll(entered);
      weights.keySet().retainAll(exercised);
    }
    return weights;
  }

  private void addGeneral(Map<Category, List<PlanLine>> lines) {
    for (GeneralRule rule : content.generalRules()) {
      Advice advice = rule.advice();
      List<PlanLine> category = lines.getOrDefault(advice.category(), new ArrayList<>());
      if (!rule.urgencies().contains(urgency)
          || mergeKeys.contains(advice.mergeKey())
          || !shown(rule, category)) {
        continue;
      }
      List<Candidate> candidates = new ArrayList<>();
      add(candidates, advice);
      for (Ranked ranked : merger.merge(candidates)) {
        if (rule.shown() == GeneralRule.Shown.FIRST) {
          int sooner = 0;
          while (sooner < category.size() && soonerKeys.contains(category.get(sooner).mergeKey())) {
            sooner++;
          }
          category.add(sooner, ranked.line());
        } else {
          category.add(ranked.line());
        }
        mergeKeys.add(ranked.line().mergeKey());
        ranked.uses().forEach(use -> usedSubjects.add(use.key()));
      }
      lines.put(advice.category(), category);
    }
    lines.values().forEach(PlanMaking::warningsLast);
  }

  private static void warningsLast(List<PlanLine> lines) {
    lines.sort(Comparator.comparing(line -> line.direction() == Direction.AGAINST));
  }

  private boolean shown(GeneralRule rule, List<PlanLine> category) {
    return switch (rule.shown()) {
      case FIRST, ALWAYS -> true;
      case IF_NO_VISIT_LINE -> !visitLine;
      case IF_EMPTY -> category.isEmpty();
      case IF_NO_PARACETAMOL -> !usedSubjects.contains("medicine:paracetamol");
      case IF_LEFT_OUT ->
          leftOutSubjects.contains(rule.leftOutSubject())
              && !usedSubjects.contains("medicine:paracetamol");
    };
  }

  private List<PlanLine> safetyNet() {
    List<Condition> conditions = new ArrayList<>();
    entered.keySet().forEach(id -> conditions.add(require("leading", id)));
    onlySuspected.forEach(id -> conditions.add(require("suspected", id)));
    SafetyNetChooser chooser = new SafetyNetChooser(content, facts, urgency, conditions);
    Verdict clear = new Verdict(true, List.of(), List.of(), Map.of());
    List<Candidate> chosen = new ArrayList<>();
    for (SafetyNetRule rule : chooser.choose(usedSubjects, mergeKeys, trace)) {
      chosen.add(new Candidate(rule.advice(), clear));
    }
    return merger.merge(chosen).stream().map(Ranked::line).toList();
  }

  private Condition require(String field, String id) {
    return content
        .knowledge()
        .condition(id)
        .orElseThrow(() -> new InvalidInputException(field, id, "the id of a condition"));
  }
}
