package health.plumbline.care.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.care.outcome.Change.Light;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scores and the smallest change that matters (Ostelo 2008: 30% of baseline, or the points). */
final class OutcomesTest {

  private static final Outcomes OUTCOMES = Outcomes.load();

  private static Change judge(String id, @Nullable Double before, double now) {
    return OUTCOMES.judge(new Score(id, before, now));
  }

  @Test
  void rolandMorrisFromFourteenToEightIsClear() {
    Change change = judge("rmdq-24", 14.0, 8);
    assertThat(change.light()).isEqualTo(Light.GREEN);
    assertThat(change.text()).contains("from 14 to 8").contains("by 6");
  }

  @Test
  void aThirdOfALowFirstScoreCounts() {
    assertThat(judge("rmdq-24", 6.0, 4).light()).isEqualTo(Light.GREEN);
    assertThat(judge("rmdq-24", 14.0, 11).light()).isEqualTo(Light.AMBER);
    assertThat(judge("nprs", 3.0, 2).light()).isEqualTo(Light.GREEN);
    assertThat(judge("nprs", 1.0, 1).light()).isEqualTo(Light.AMBER);
  }

  @Test
  void worseIsRedInBothDirectionsOfAScale() {
    assertThat(judge("nprs", 4.0, 7).light()).isEqualTo(Light.RED);
    assertThat(judge("hoos", 60.0, 45).light()).isEqualTo(Light.RED);
    assertThat(judge("hoos", 45.0, 60).light()).isEqualTo(Light.GREEN);
  }

  @Test
  void nothingIsJudgedWithoutAnEstablishedChange() {
    assertThat(judge("visa-g", 40.0, 70).light()).isEqualTo(Light.UNKNOWN);
    assertThat(judge("visa-g", null, 70).light()).isEqualTo(Light.FIRST);
  }

  @Test
  void twoOrLessOfRolandMorrisIsCalledRecovered() {
    assertThat(judge("rmdq-24", 10.0, 2).text()).contains("recovered");
    assertThat(judge("rmdq-24", 10.0, 3).text()).doesNotContain("recovered");
  }

  @Test
  void itemsAreScoredWhereTheTermsAllowThem() {
    assertThat(OUTCOMES.score("phq-2", List.of(2, 3))).isEqualTo(5);
    assertThat(OUTCOMES.score("psfs", List.of(3, 6))).isEqualTo(4.5);
    assertThatThrownBy(() -> OUTCOMES.score("odi", List.of(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a score");
    assertThatThrownBy(() -> OUTCOMES.score("phq-2", List.of(2))).hasMessageContaining("2 answers");
    assertThatThrownBy(() -> OUTCOMES.score("phq-2", List.of(2, 4)))
        .hasMessageContaining("from 0 to 3");
  }

  @Test
  void aPositiveScreenOfMoodSendsToTheDoctor() {
    assertThat(judge("phq-2", null, 3).text()).contains("Talk to a GP about your mood");
    assertThat(judge("phq-2", null, 2).text()).doesNotContain("GP");
  }

  @Test
  void licensedInstrumentsCarryNoItems() {
    assertThat(OUTCOMES.all())
        .filteredOn(one -> !one.licence().startsWith("free"))
        .hasSizeGreaterThan(3)
        .allSatisfy(one -> assertThat(one.items()).isEmpty());
  }

  @Test
  void aHipGetsHipScoresAndABackGetsBackScores() {
    KnowledgeBase knowledge = KnowledgeBase.load();
    assertThat(OUTCOMES.suggested(List.of(knowledge.condition("hip-osteoarthritis").orElseThrow())))
        .extracting(Instrument::id)
        .contains("nprs", "psfs", "hoos")
        .doesNotContain("rmdq-24");
    assertThat(
            OUTCOMES.suggested(
                List.of(knowledge.condition("non-specific-low-back-pain").orElseThrow())))
        .extracting(Instrument::id)
        .contains("rmdq-24", "odi")
        .doesNotContain("hoos");
  }

  @Test
  void refusesAScoreOutsideItsRange() {
    assertThatThrownBy(() -> judge("rmdq-24", null, 25))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("scores.rmdq-24: \"25\" is not allowed; allowed: a number from 0 to 24");
    assertThatThrownBy(() -> judge("happiness", null, 5)).hasMessageContaining("nprs");
  }
}
