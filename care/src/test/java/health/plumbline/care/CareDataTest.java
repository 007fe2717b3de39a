package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must hold of the care data beyond what is checked at load. */
final class CareDataTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final CareContent CONTENT = CareContent.load(KNOWLEDGE);

  private static final List<String> GRADED =
      List.of(
          "recommendations",
          "exercises",
          "medicines",
          "medicine-doses",
          "ergonomics",
          "outcomes",
          "prognosis",
          "contraindications",
          "general",
          "safety-net");

  /** Words of the consulting room that a person should not need to know. */
  private static final Pattern JARGON =
      Pattern.compile(
          "\\b(nsaids?|analgesi\\w*|contraindicat\\w*|bilateral|aetiolog\\w*|neurolog\\w*"
              + "|radiculopath\\w*|mobilisation|paraesthesia|refractory|intra-articular|isometric"
              + "|concentric|peripheral\\w*|gastroprotect\\w*|palpat\\w*|ambulat\\w*|lumbar)\\b");

  private static List<DataFile.Row> rows(String file) {
    return DataFile.read("care/" + file + ".csv").rows();
  }

  private static List<String> textsForThePerson() {
    List<String> texts = new ArrayList<>();
    for (DataFile.Row row : rows("recommendations")) {
      if (row.has("patient_text")) {
        texts.add(row.text("patient_text"));
      }
    }
    rows("general").forEach(row -> texts.add(row.text("patient_text")));
    for (DataFile.Row row : rows("medicine-doses")) {
      texts.add(row.text("patient_dose"));
      texts.add(row.text("patient_length"));
      texts.add(row.text("patient_stop"));
    }
    rows("safety-net").forEach(row -> texts.add(row.text("patient_text")));
    rows("contraindications").forEach(row -> texts.add(row.text("say")));
    for (DataFile.Row row : rows("exercises")) {
      texts.add(row.text("patient_steps"));
      texts.add(row.text("patient_stop"));
    }
    return texts;
  }

  @Test
  void everyConditionHasAdviceForThePersonInEachCategoryOrSaysNothing() {
    for (Condition condition : KNOWLEDGE.conditions()) {
      Set<Category> categories = new HashSet<>();
      for (Advice advice : CONTENT.advice(condition.id())) {
        if (advice.forPerson()) {
          categories.add(advice.category());
        }
      }
      assertThat(categories)
          .as(condition.id())
          .contains(Category.PROFESSIONAL, Category.PAIN_RELIEF)
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void memoryAndCustomNeverGradeAboveC() {
    for (String file : GRADED) {
      for (DataFile.Row row : rows(file)) {
        boolean weak =
            row.text("verified").equals("recalled")
                || row.text("source_id").equals("unsourced-custom");
        assertThat(row.required("grade"))
            .as(() -> file + " " + row.text("source_id") + " " + row.text("verified"))
            .isIn(weak ? List.of("C") : List.of("A", "B", "C"));
      }
    }
  }

  @Test
  void neverTellsThePersonWhatTheyHave() {
    assertThat(textsForThePerson())
        .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("you have"));
  }

  @Test
  void textsForThePersonArePlainAndShort() {
    assertThat(textsForThePerson())
        .hasSizeGreaterThan(800)
        .allSatisfy(
            text -> {
              assertThat(text).matches("[A-Z].*\\.").hasSizeLessThan(330);
              assertThat(JARGON.matcher(text.toLowerCase(Locale.ROOT)).find()).as(text).isFalse();
            });
  }

  @Test
  void sentencesForThePersonAreShortOnAverage() {
    int words = 0;
    int sentences = 0;
    for (String text : textsForThePerson()) {
      words += text.split("\\s+").length;
      sentences += text.split("[.:;] ").length;
    }
    assertThat((double) words / sentences).isLessThan(14);
  }

  @Test
  void rowsThatGoAgainstSomethingSayWhatNotToDo() {
    for (DataFile.Row row : rows("recommendations")) {
      if (row.text("direction").equals("against") && row.has("patient_text")) {
        assertThat(row.text("patient_text"))
            .as(row.text("id"))
            .containsPattern("(?i)\\b(do not|avoid|stop|skip)\\b");
      }
    }
  }

  /**
   * The check of contraindications goes by {@code uses}, the person by the words: they must not
   * part. Whatever row names an anti-inflammatory medicine either uses it or is one of the few that
   * say not to take it, or that speak of it beside something else.
   */
  @Test
  void aRowThatNamesAnAntiInflammatoryMedicineUsesItOrSpeaksAgainstIt() {
    Set<String> saying = new HashSet<>();
    int using = 0;
    for (String file : List.of("recommendations", "general", "safety-net")) {
      for (DataFile.Row row : rows(file)) {
        boolean uses = row.list("uses").contains("medicine:oral-nsaid");
        boolean against = !file.equals("safety-net") && row.text("direction").equals("against");
        boolean named = namesAnAntiInflammatory(row.text("patient_text"));
        if (uses) {
          using++;
          assertThat(named).as(row.text("id") + " uses what it does not name").isTrue();
        } else if (named && !against) {
          saying.add(row.text("id"));
        }
      }
    }
    assertThat(using).isGreaterThan(20);
    assertThat(saying)
        .containsExactlyInAnyOrder(
            "pelvic-girdle-pain-pain-1",
            "axial-spondyloarthritis-inj-1",
            "pyelonephritis-pain-1",
            "peripheral-arterial-disease-pain-1",
            "polymyalgia-rheumatica-pain-1",
            "topical-nsaid",
            "paracetamol-instead");
  }

  private static boolean namesAnAntiInflammatory(String text) {
    NamedMedicines names = CONTENT.safety().namedMedicines();
    return text.toLowerCase(Locale.ROOT).contains("anti-inflammatory")
        || names.classesOf(List.of(text)).contains("nsaid");
  }

  @Test
  void aRowThatSaysToTakeParacetamolUsesIt() {
    int using = 0;
    for (DataFile.Row row : rows("recommendations")) {
      if (row.text("patient_text").toLowerCase(Locale.ROOT).contains("take paracetamol")) {
        using++;
        assertThat(row.list("uses")).as(row.text("id")).contains("medicine:paracetamol");
      }
    }
    assertThat(using).isGreaterThan(5);
  }

  @Test
  void contraindicatedConditionsOfEveryExerciseAreContraindications() {
    Set<String> bans = new HashSet<>();
    for (Contraindication row : CONTENT.safety().contraindications()) {
      if (row.kind().equals("exercise") && row.never()) {
        row.when().findings().forEach(atom -> bans.add(row.subjectId() + " " + atom));
      }
    }
    for (DataFile.Row row : rows("exercises")) {
      for (String condition : row.list("contraindicated_conditions")) {
        assertThat(
                bans.contains("all condition:" + condition)
                    || bans.contains(row.text("id") + " condition:" + condition))
            .as(row.text("id") + " in " + condition)
            .isTrue();
      }
    }
  }

  @Test
  void noExerciseIsBothIndicatedAndForbiddenInACondition() {
    for (DataFile.Row row : rows("exercises")) {
      Set<String> both = new HashSet<>(row.list("indicated_conditions"));
      both.retainAll(row.list("contraindicated_conditions"));
      assertThat(both).as(row.text("id")).isEmpty();
    }
  }

  @Test
  void prognosisNamesConditions() {
    assertThat(rows("prognosis"))
        .hasSize(128)
        .allSatisfy(
            row ->
                assertThat(KNOWLEDGE.condition(row.required("condition_id")))
                    .as(row.text("condition_id"))
                    .isPresent());
  }
}
