package health.plumbline.care;

import health.plumbline.care.ExerciseDose.Form;
import health.plumbline.care.ExerciseDose.Range;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What turns exercises into a programme: doses, phases, impairments, equipment, answers to pain.
 */
final class ProgrammeContent {

  private static final String EXERCISES = "care/exercises.csv";
  private static final String DOSES = "care/exercise-doses.csv";

  private final CareContent content;
  private final Map<String, ExerciseDose> doses = new LinkedHashMap<>();
  private final List<Impairment> impairments = new ArrayList<>();
  private final List<PhaseRule> phases = new ArrayList<>();
  private final List<PainLight> lights = new ArrayList<>();
  private final Map<String, Equipment> equipment = new LinkedHashMap<>();

  /**
   * Something that was found and that exercise can change.
   *
   * @param when for whom
   * @param families families of exercises that come first
   * @param purposes purposes of exercises that come first
   * @param avoided families of exercises that are left out
   */
  record Impairment(
      String id,
      RedFlagExpression when,
      Set<String> families,
      Set<String> purposes,
      Set<String> avoided,
      String text,
      Grade grade,
      String sourceId) {

    boolean favours(Exercise exercise) {
      return families.contains(exercise.family()) || purposes.contains(exercise.purpose());
    }
  }

  /**
   * A phase of every programme.
   *
   * @param stages stages of exercises that it may hold
   * @param end whether it takes the upper end of each dose
   * @param minutesShare how far minutes have grown, 0 to 1
   * @param harder whether it offers the harder form
   */
  record PhaseRule(
      String id,
      int weekFrom,
      int weekTo,
      Set<String> stages,
      boolean end,
      double minutesShare,
      boolean harder,
      String text,
      Grade grade,
      String sourceId) {}

  private record Equipment(String layName, boolean atHome, Set<String> words) {}

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  ProgrammeContent(CareContent content) {
    this.content = content;
    loadEquipment();
    loadDoses();
    loadImpairments();
    loadPhases();
    loadLights();
  }

  private void loadEquipment() {
    for (DataFile.Row row : CareRows.of("equipment.csv")) {
      equipment.put(
          row.required("id"),
          new Equipment(
              row.required("lay_name"), row.flag("at_home"), Set.copyOf(row.list("cells"))));
    }
    for (Exercise exercise : content.exercises()) {
      for (String word : exercise.equipment()) {
        if (equipment.values().stream().noneMatch(one -> one.words().contains(word))) {
          throw new IllegalStateException(
              EXERCISES + ": " + exercise.id() + " needs \"" + word + "\", not in equipment");
        }
      }
    }
  }

  private void loadDoses() {
    for (DataFile.Row row : CareRows.of("exercise-doses.csv")) {
      String id = row.required("exercise_id");
      Form form = row.oneOf("form", Form.values());
      boolean counted = form == Form.TIMES || form == Form.HOLDS;
      doses.put(
          id,
          new ExerciseDose(
              id,
              form,
              counted ? range(row, "sets", 1) : new Range(1, 1),
              counted ? range(row, "times", 1) : new Range(1, 1),
              row.has("hold_least") ? range(row, "hold", 1) : new Range(0, 0),
              counted ? new Range(0, 0) : range(row, "minutes", 1),
              (int) row.number("sides"),
              range(row, "days", 1),
              (int) row.number("sessions_a_day")));
    }
    for (Exercise exercise : content.exercises()) {
      if (!doses.containsKey(exercise.id())) {
        throw new IllegalStateException(DOSES + ": no row for " + exercise.id());
      }
    }
  }

  private static Range range(DataFile.Row row, String column, int smallest) {
    Range range =
        new Range((int) row.number(column + "_least"), (int) row.number(column + "_most"));
    if (range.least() < smallest || range.most() < range.least()) {
      throw row.fault(column + "_least", "is not a range from at least " + smallest);
    }
    return range;
  }

  private void loadImpairments() {
    for (DataFile.Row row : CareRows.of("impairments.csv")) {
      RedFlagExpression when = content.rows().expression(row, "when");
      if (when == null) {
        throw row.fault("when", "a value is required");
      }
      Set<String> families = new LinkedHashSet<>(row.list("families"));
      families.addAll(row.list("avoid_families"));
      for (String family : families) {
        if (content.exercises().stream().noneMatch(e -> e.family().equals(family))) {
          throw row.fault("families", family + " is not a known family");
        }
      }
      impairments.add(
          new Impairment(
              row.required("id"),
              when,
              Set.copyOf(row.list("families")),
              Set.copyOf(row.list("purposes")),
              Set.copyOf(row.list("avoid_families")),
              row.required("patient_text"),
              row.grade("grade"),
              row.required("source_id")));
    }
  }

  private void loadPhases() {
    for (DataFile.Row row : CareRows.of("programme-phases.csv")) {
      phases.add(
          new PhaseRule(
              row.required("id"),
              (int) row.number("week_from"),
              (int) row.number("week_to"),
              Set.copyOf(row.list("stages")),
              row.either("dose", "high", "low"),
              row.proportion("minutes_share"),
              row.flag("harder"),
              row.required("patient_text"),
              row.grade("grade"),
              row.required("source_id")));
    }
  }

  private void loadLights() {
    for (DataFile.Row row : CareRows.of("pain-response.csv")) {
      lights.add(
          new PainLight(
              row.required("id"),
              (int) row.number("pain_least"),
              (int) row.number("pain_most"),
              row.required("patient_when"),
              row.required("patient_then"),
              row.grade("grade"),
              row.required("source_id")));
    }
  }

  ExerciseDose dose(String exerciseId) {
    ExerciseDose dose = doses.get(exerciseId);
    if (dose == null) {
      throw new IllegalStateException("no dose for " + exerciseId);
    }
    return dose;
  }

  List<PhaseRule> phases() {
    return phases;
  }

  List<PainLight> lights() {
    return lights;
  }

  /** The impairments that were found in a person. */
  List<Impairment> found(Facts facts) {
    return impairments.stream().filter(one -> facts.of(one.when()) == Truth.TRUE).toList();
  }

  /**
   * Refuses equipment that nobody knows.
   *
   * @throws InvalidInputException naming it and what is allowed
   */
  void check(Means means) {
    for (Set<String> ids : List.of(means.equipment(), means.without())) {
      for (String id : ids) {
        if (!equipment.containsKey(id)) {
          throw new InvalidInputException("equipment", id, String.join(", ", equipment.keySet()));
        }
      }
    }
  }

  /** Whether a person has all that an exercise needs. */
  boolean possible(Exercise exercise, Means means) {
    return exercise.equipment().stream().allMatch(word -> !have(word, means).isEmpty());
  }

  /** Plain names of what exercises need, each once; what needs nothing adds nothing. */
  Set<String> needs(List<Exercise> exercises, Means means) {
    Set<String> names = new LinkedHashSet<>();
    for (Exercise exercise : exercises) {
      for (String word : exercise.equipment()) {
        have(word, means).stream()
            .filter(id -> !id.equals("nothing"))
            .findFirst()
            .map(id -> layName(id))
            .ifPresent(names::add);
      }
    }
    return names;
  }

  private String layName(String id) {
    Equipment one = equipment.get(id);
    return one == null ? id : one.layName();
  }

  private List<String> have(String word, Means means) {
    return equipment.entrySet().stream()
        .filter(one -> one.getValue().words().contains(word))
        .filter(one -> one.getValue().atHome() || means.equipment().contains(one.getKey()))
        .map(Map.Entry::getKey)
        .filter(id -> !means.without().contains(id))
        .toList();
  }
}
