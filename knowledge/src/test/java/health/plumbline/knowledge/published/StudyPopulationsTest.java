package health.plumbline.knowledge.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.KnowledgeBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sources: the studies named in each test, as their rows in {@code published/} quote them. */
final class StudyPopulationsTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final PublishedFigures FIGURES = PublishedFigures.load(KNOWLEDGE);
  private static final StudyPopulations POPULATIONS = StudyPopulations.load(KNOWLEDGE, FIGURES);

  /** A number that stands under two ids would count twice in the fit and in the report. */
  @Test
  void noNumberOfAStudyCountsTwice() {
    Map<String, String> seen = new HashMap<>();
    for (PublishedFigure figure : FIGURES.all()) {
      String number =
          switch (figure) {
            case FrequencyFigure it -> it.findingId() + " " + it.value() + " " + it.proportion();
            case ReferralFigure it -> "pain-" + it.regionId() + " yes " + it.proportion();
            default -> "";
          };
      if (number.isEmpty() || POPULATIONS.of(figure.id()).isEmpty()) {
        continue;
      }
      String before = seen.put(figure.provenance().sourceId() + " " + number, figure.id());
      assertThat(before).as(figure.id() + ": " + number).isNull();
    }
    assertThat(seen).hasSizeGreaterThan(100);
  }

  /** Konstantinou et al. 2015 (ATLAS): three in four of the people with back and leg pain. */
  @Test
  void aStudysOwnSharesAreThoseOfThePublishedRow() {
    Composition composition =
        POPULATIONS.of("freq-spine-024").map(StudyPopulation::composition).orElseThrow();
    assertThat(composition.figureId()).isEqualTo("prev-base-054");
    assertThat(composition.share()).isEqualTo(0.742);
    assertThat(composition.members()).contains("disc-herniation-l5", "lumbar-spinal-stenosis");
    assertThatThrownBy(() -> new Composition("x", List.of(), 1))
        .hasMessage("share 1.0 must lie between 0 and 1");
  }

  /** Deyo and Diehl 1988: 13 cancers among 1,975 people. */
  @Test
  void groupsAreAsLargeAsTheStudySays() {
    AccuracyFigure cancer =
        FIGURES.all().stream()
            .filter(figure -> figure.id().equals("acc-serious-055"))
            .map(AccuracyFigure.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(POPULATIONS.groupSizes(cancer)).contains(new GroupSizes(1975, 13, 1962));
    assertThatThrownBy(() -> new GroupSizes(20, 13, 8))
        .hasMessage("13 with and 8 without must be at least 1 and add up to 20");
    assertThatThrownBy(() -> new GroupSizes(8, 0, 8)).hasMessageContaining("at least 1");
  }
}
