package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Urgency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Programmes of weeks. */
final class ProgrammeTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final CarePlanner PLANNER = CarePlanner.load(KNOWLEDGE);

  private static Programme programme(String condition, Means means, String... findings) {
    Presentation.Builder person = Presentation.builder(KNOWLEDGE.vocabulary()).age(50);
    for (String finding : findings) {
      person.finding(finding, "yes");
    }
    return PLANNER
        .make(
            new PlanRequest(
                person.build(),
                Urgency.ROUTINE,
                List.of(new WeightedCondition(condition, 0.9)),
                Set.of(),
                History.UNKNOWN,
                means),
            Daily.UNKNOWN,
            false)
        .programme()
        .orElseThrow();
  }

  private static List<String> ids(Programme.Phase phase) {
    return phase.items().stream().map(item -> item.exercise().exerciseId()).toList();
  }

  @Test
  void fourPhasesWithoutGapsGoFromTheLowerToTheHigherDose() {
    Programme programme = programme("hip-osteoarthritis", Means.USUAL);
    int week = 1;
    for (Programme.Phase phase : programme.phases()) {
      assertThat(phase.weekFrom()).isEqualTo(week);
      week = phase.weekTo() + 1;
      assertThat(phase.items()).hasSizeBetween(3, 6);
    }
    assertThat(programme.weeks()).isEqualTo(12);
    Programme.Phase first = programme.phases().getFirst();
    Programme.Phase third = programme.phases().get(2);
    assertThat(first.items()).allSatisfy(item -> assertThat(item.change()).isEmpty());
    assertThat(third.items()).allSatisfy(item -> assertThat(item.change()).startsWith("Harder"));
  }

  @Test
  void weakAbductorsComeFirst() {
    Programme programme = programme("hip-osteoarthritis", Means.USUAL, "weakness-hip-abduction");
    assertThat(programme.reasons()).anyMatch(text -> text.contains("side of the hip are weak"));
    assertThat(ids(programme.phases().getFirst()).getFirst())
        .isIn(
            "static-abduction-supine",
            "clamshell",
            "side-lying-abduction",
            "sidestepping",
            "bridge-double");
  }

  @Test
  void directionalPreferenceDecidesWhichWayToBend() {
    Programme extension = programme("discogenic-pain", Means.USUAL, "centralisation");
    assertThat(ids(extension.phases().getFirst()))
        .containsAnyOf("press-up-prone", "prone-on-elbows", "standing-back-bend")
        .doesNotContain("single-knee-hug", "double-knee-hug", "seated-flexion");
    Programme flexion = programme("discogenic-pain", Means.USUAL, "pain-worse-extension");
    for (Programme.Phase phase : flexion.phases()) {
      assertThat(ids(phase))
          .doesNotContain("press-up-prone", "prone-on-elbows", "standing-back-bend");
    }
  }

  @Test
  void whoCannotGetDownToTheFloorGetsNoExerciseThere() {
    Map<String, String> equipment = new HashMap<>();
    for (DataFile.Row row : DataFile.read("care/exercises.csv").rows()) {
      equipment.put(row.required("id"), row.text("equipment"));
    }
    Programme programme =
        programme("hip-osteoarthritis", new Means(Set.of(), Set.of("floor"), null));
    for (Programme.Phase phase : programme.phases()) {
      assertThat(ids(phase))
          .isNotEmpty()
          .allMatch(id -> !equipment.getOrDefault(id, "mat").contains("mat"));
    }
    assertThat(programme.needs()).doesNotContain("floor");
  }

  @Test
  void littleTimeMeansFewerExercises() {
    Programme little = programme("hip-osteoarthritis", new Means(Set.of(), Set.of(), 5));
    Programme much = programme("hip-osteoarthritis", new Means(Set.of(), Set.of(), 60));
    assertThat(little.phases().getFirst().items().size())
        .isLessThanOrEqualTo(much.phases().getFirst().items().size())
        .isGreaterThanOrEqualTo(3);
    if (little.minutes() > 5) {
      assertThat(little.timeNote()).contains("With 5 minutes a day");
    }
    assertThat(much.timeNote()).isEmpty();
    assertThat(little.phases().getLast().items())
        .filteredOn(item -> item.purpose().equals("aerobic"))
        .allSatisfy(item -> assertThat(item.minutes()).isLessThanOrEqualTo(5));
  }

  @Test
  void equipmentThatIsThereIsUsedAndUnknownOneRefused() {
    assertThatThrownBy(
            () -> programme("hip-osteoarthritis", new Means(Set.of("trampoline"), Set.of(), null)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("\"trampoline\"")
        .hasMessageContaining("band");
    assertThatThrownBy(() -> new Means(Set.of(), Set.of(), 2)).hasMessageContaining("5 to 180");
  }

  /** The numbers of a dose are those of the cells that the source gave. */
  @Test
  void dosesRestateTheCellsOfTheExercises() {
    Pattern digits = Pattern.compile("\\D+");
    Map<String, DataFile.Row> exercises = new HashMap<>();
    for (DataFile.Row row : DataFile.read("care/exercises.csv").rows()) {
      exercises.put(row.required("id"), row);
    }
    int compared = 0;
    for (DataFile.Row row : DataFile.read("care/exercise-doses.csv").rows()) {
      DataFile.Row exercise = exercises.get(row.required("exercise_id"));
      assertThat(exercise).isNotNull();
      if (exercise == null || !row.has("times_least")) {
        continue;
      }
      List<String> given =
          List.of(digits.split((exercise.text("sets") + " " + exercise.text("reps")).strip()));
      assertThat(given).as(row.text("exercise_id")).contains(row.text("times_least"));
      assertThat(given).as(row.text("exercise_id")).contains(row.text("times_most"));
      if (row.has("hold_least")) {
        assertThat(exercise.text("hold_seconds")).contains(row.text("hold_least"));
      }
      compared++;
    }
    assertThat(compared).isGreaterThan(45);
  }
}
