package health.plumbline.knowledge.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Source.Reliability;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnatomyTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Anatomy ANATOMY = Anatomy.load(KNOWLEDGE);

  @Test
  void everySourceResolves() {
    List<String> missing = new ArrayList<>();
    for (String file :
        List.of(
            "nerves",
            "muscles",
            "joints",
            "ligaments",
            "organs",
            "dermatomes",
            "myotomes",
            "links",
            "mechanisms")) {
      for (DataFile.Row row : DataFile.read("anatomy/" + file + ".csv").rows()) {
        if (KNOWLEDGE.sources().find(row.required("source_id")).isEmpty()) {
          missing.add(row.place("source_id") + ": " + row.text("source_id"));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyConditionButTheCentralAndTheVascularOneHasAMechanism() {
    assertThat(KNOWLEDGE.conditions())
        .map(Condition::id)
        .filteredOn(id -> ANATOMY.mechanismsOf(id).isEmpty())
        .containsExactlyInAnyOrder("fibromyalgia", "peripheral-arterial-disease");
  }

  @Test
  void everyConditionWithAMechanismHasATypicalOne() {
    assertThat(KNOWLEDGE.conditions())
        .map(Condition::id)
        .filteredOn(id -> !ANATOMY.mechanismsOf(id).isEmpty())
        .allSatisfy(
            id ->
                assertThat(ANATOMY.mechanismsOf(id))
                    .as(id)
                    .anyMatch(mechanism -> mechanism.typicalOf().contains(id)));
  }

  @Test
  void allThreeWaysOfLinkingBackAndHipOccur() {
    for (Mechanism.Kind kind : Mechanism.Kind.values()) {
      assertThat(ANATOMY.mechanisms())
          .filteredOn(mechanism -> mechanism.kind() == kind)
          .hasSizeGreaterThan(5);
    }
  }

  @Test
  void aMechanismFromATextbookOrWebPageIsOfGradeC() {
    assertThat(ANATOMY.mechanisms())
        .filteredOn(
            mechanism ->
                KNOWLEDGE.sources().require(mechanism.sourceId()).reliability()
                    != Reliability.SCHOLARLY)
        .isNotEmpty()
        .allMatch(mechanism -> mechanism.grade() == Grade.C);
  }

  @Test
  void saysHowTwoStructuresHangTogether() {
    assertThat(ANATOMY.relation("piriformis", "sciatic-nerve"))
        .isEqualTo(ANATOMY.relation("sciatic-nerve", "piriformis"))
        .hasValueSatisfying(
            relation -> {
              assertThat(relation.how()).isEqualTo("can be caught at");
              assertThat(relation.stated()).startsWith("anatomy/nerves.csv line ");
            });
    assertThat(ANATOMY.relation("coccyx", "big-toe")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unconnected-step  | 3 | path: the step from femoral-nerve to big-toe is stated nowhere. Maybe add it to anatomy/links.csv with its source
          unknown-structure | 2 | path: third-leg is not a structure
          felt-elsewhere    | 2 | felt_in: no step of the path is felt in heel
          unknown-condition | 2 | condition_ids: hip-gout is not a condition
          source-elsewhere  | 2 | source_condition_ids: shingles is not among condition_ids
          """)
  void refusesAFaultyMechanism(String file, int line, String fault) {
    AnatomyLoader loader = new AnatomyLoader(KNOWLEDGE, "faulty/" + file);
    assertThatThrownBy(loader::load)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("anatomy/faulty/" + file + ".csv line " + line + ", " + fault);
  }

  @Test
  void namesOfStructuresInPlainWordsAreDistinct() {
    assertThat(ANATOMY.structures()).map(Structure::layName).doesNotHaveDuplicates();
  }
}
