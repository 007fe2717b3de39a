package health.plumbline.care;

import health.plumbline.care.ExerciseChooser.Chosen;
import health.plumbline.care.Programme.Item;
import health.plumbline.care.Programme.Phase;
import health.plumbline.care.ProgrammeContent.PhaseRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stretches the chosen exercises over the phases of a programme.
 *
 * <p>The exercises stay; what changes is the dose, then the form. Where a phase allows a later
 * stage and the family of an exercise has one that serves the same conditions, it takes over, after
 * the same check as the first: what was unsafe at the start is not let in by the back door. A late
 * exercise follows a middle one only, so that nobody skips a step.
 */
final class ProgrammeBuilder {

  private static final String AEROBIC = "aerobic";
  private static final String EARLY = "early";

  private final CareContent content;
  private final ProgrammeContent programmes;
  private final SafetyCheck safety;
  private final Means means;
  private final List<String> conditionOrder;

  /**
   * @param conditionOrder ids of conditions, most probable first
   */
  ProgrammeBuilder(
      CareContent content,
      ProgrammeContent programmes,
      SafetyCheck safety,
      Means means,
      List<String> conditionOrder) {
    this.content = content;
    this.programmes = programmes;
    this.safety = safety;
    this.means = means;
    this.conditionOrder = conditionOrder;
  }

  /** The programme; empty if nothing was chosen. */
  Optional<Programme> build(List<Chosen> chosen, Facts facts) {
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    List<Phase> phases = new ArrayList<>();
    List<Chosen> current = new ArrayList<>(chosen);
    Set<Exercise> all = new LinkedHashSet<>();
    for (PhaseRule rule : programmes.phases()) {
      List<Item> items = new ArrayList<>();
      for (int i = 0; i < current.size(); i++) {
        Chosen before = current.get(i);
        Chosen now = successor(before, rule, current);
        current.set(i, now);
        all.add(now.exercise());
        items.add(item(before, now, rule));
      }
      phases.add(
          new Phase(
              rule.id(),
              rule.weekFrom(),
              rule.weekTo(),
              rule.text(),
              items,
              rule.grade(),
              rule.sourceId()));
    }
    Set<String> needs = programmes.needs(List.copyOf(all), means);
    int minutes = minutes(phases.getFirst());
    Integer given = means.minutes();
    return Optional.of(
        new Programme(
            phases,
            programmes.lights(),
            reasons(all, facts),
            needs.isEmpty()
                ? ""
                : content.phrase("programme-needs", "items", String.join("; ", needs)),
            given == null || minutes <= given
                ? ""
                : content.phrase(
                    "programme-time-short",
                    "minutes",
                    Integer.toString(minutes),
                    "given",
                    given.toString()),
            minutes));
  }

  private static int minutes(Phase phase) {
    return (int)
        Math.ceil(
            phase.items().stream()
                .filter(item -> !item.purpose().equals(AEROBIC))
                .mapToDouble(Item::minutes)
                .sum());
  }

  private List<String> reasons(Set<Exercise> exercises, Facts facts) {
    return programmes.found(facts).stream()
        .filter(
            one ->
                exercises.stream().anyMatch(one::favours)
                    || (one.families().isEmpty() && one.purposes().isEmpty()))
        .map(ProgrammeContent.Impairment::text)
        .toList();
  }

  /** What takes over from an exercise in a phase: a later one of its family, or itself. */
  private Chosen successor(Chosen before, PhaseRule rule, List<Chosen> current) {
    String next = before.exercise().stage().equals(EARLY) ? "middle" : "late";
    if (!rule.stages().contains(next) || before.exercise().stage().equals("late")) {
      return before;
    }
    for (Exercise exercise : content.exercises()) {
      if (exercise.stage().equals(next)
          && exercise.family().equals(before.exercise().family())
          && exercise.indicated().stream()
              .anyMatch(
                  id -> before.exercise().indicated().contains(id) && conditionOrder.contains(id))
          && current.stream().noneMatch(one -> one.exercise().equals(exercise))
          && programmes.possible(exercise, means)) {
        SafetyCheck.Verdict verdict =
            safety.check(List.of(new Use("exercise", exercise.id(), false)));
        if (verdict.allowed()) {
          return new Chosen(exercise, verdict);
        }
      }
    }
    return before;
  }

  private Item item(Chosen before, Chosen now, PhaseRule rule) {
    Exercise exercise = now.exercise();
    ExerciseDose dose = programmes.dose(exercise.id());
    boolean replaced = !before.equals(now);
    boolean end = rule.end() && !replaced;
    double share = replaced ? 0 : rule.minutesShare();
    String change =
        replaced
            ? content.phrase("programme-replaces", "name", before.exercise().detail().name())
            : rule.harder()
                ? content.phrase("programme-harder", "harder", exercise.detail().harder())
                : "";
    Integer given = means.minutes();
    int most = given == null ? Integer.MAX_VALUE : given;
    return new Item(
        exercise.detail(),
        exercise.clinicalText(),
        exercise.purpose(),
        dose.sentence(end, share, most, content, exercise.detail().dose()),
        change,
        dose.days().at(end),
        dose.sessionsADay(),
        Math.min(dose.minutes(end, share, content.settings()), most),
        conditionOrder.stream().filter(exercise.indicated()::contains).toList(),
        now.cautions(content),
        exercise.grade(),
        exercise.sourceId());
  }
}
