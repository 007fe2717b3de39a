package health.plumbline.knowledge.published;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Source;
import health.plumbline.knowledge.Source.Reliability;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Loading is itself the check: it refuses an id that does not resolve, a proportion outside 0 to 1
 * or its limits, and counts that contradict the rates. What is tested here is what spans rows and
 * files.
 */
final class PublishedFiguresTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final PublishedFigures FIGURES = PublishedFigures.load(KNOWLEDGE);

  @Test
  void holdsEveryKindOfFigure() {
    assertThat(FIGURES.all())
        .hasSizeGreaterThan(1200)
        .hasAtLeastOneElementOfType(AccuracyFigure.class)
        .hasAtLeastOneElementOfType(FrequencyFigure.class)
        .hasAtLeastOneElementOfType(PrevalenceFigure.class)
        .hasAtLeastOneElementOfType(ReferralFigure.class)
        .hasAtLeastOneElementOfType(CooccurrenceFigure.class);
  }

  @Test
  void whatIsNeitherAReviewNorAStudyIsOfGradeC() {
    assertThat(FIGURES.all())
        .filteredOn(figure -> source(figure).reliability() != Reliability.SCHOLARLY)
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.provenance().grade()).isEqualTo(Grade.C));
  }

  @Test
  void whatWasSeenOnlyInAMachineWrittenSummaryIsOfGradeC() {
    assertThat(FIGURES.all())
        .filteredOn(
            figure ->
                (figure.provenance().locator() + figure.provenance().note()).contains("droracle"))
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.provenance().grade()).isEqualTo(Grade.C));
  }

  @Test
  void aRatePerPersonYearIsNeverUsedAsAShareOfPresenters() {
    assertThat(FIGURES.all())
        .filteredOn(PrevalenceFigure.class::isInstance)
        .map(PrevalenceFigure.class::cast)
        .filteredOn(
            figure ->
                List.of(
                        "incidence-per-person-year",
                        "primary-consulting-per-year",
                        "community-prevalence",
                        "community-asymptomatic-imaging")
                    .contains(figure.setting()))
        .isNotEmpty()
        .noneMatch(figure -> figure.provenance().usable());
  }

  @Test
  void caudaEquinaSignsAreNeverLikelihoodRatios() {
    assertThat(FIGURES.forCondition("cauda-equina-syndrome"))
        .filteredOn(
            figure ->
                figure instanceof AccuracyFigure accuracy
                    && accuracy.conditionId().equals("cauda-equina-syndrome"))
        .isNotEmpty()
        .noneMatch(figure -> figure.provenance().usable());
  }

  @Test
  void aPooledFigureReachesTheConditionsThatItComprises() {
    assertThat(FIGURES.forCondition("disc-herniation-l5"))
        .anyMatch(
            figure ->
                figure instanceof AccuracyFigure accuracy
                    && accuracy.conditionId().equals("lumbar-disc-herniation-any")
                    && accuracy.findingId().equals("slr-positive"));
    assertThat(FIGURES.forCondition("disc-herniation-upper"))
        .noneMatch(figure -> figure.subjectIds().contains("lumbar-disc-herniation-any"));
  }

  @Test
  void everyConditionHasAPublishedFigure() {
    assertThat(KNOWLEDGE.conditions())
        .map(Condition::id)
        .allSatisfy(id -> assertThat(FIGURES.forCondition(id)).as(id).isNotEmpty());
  }

  @Test
  void theSameFigureOfTheSamePaperStandsOnce() {
    assertThat(FIGURES.all())
        .filteredOn(AccuracyFigure.class::isInstance)
        .map(AccuracyFigure.class::cast)
        .filteredOn(figure -> figure.sensitivity() != null && figure.specificity() != null)
        .map(
            figure ->
                List.of(
                    source(figure).id(),
                    figure.conditionId(),
                    figure.findingId(),
                    figure.value(),
                    figure.valueDetail(),
                    figure.comparator(),
                    figure.valueText()))
        .doesNotHaveDuplicates();
  }

  @Test
  void showsTheEvidenceOfATest() {
    Map<Evidence.Kind, List<Evidence.Line>> lines =
        Evidence.about("slr-positive", FIGURES, KNOWLEDGE);
    assertThat(lines.get(Evidence.Kind.ACCURACY))
        .anySatisfy(
            line -> {
              assertThat(line.source().doi()).isEqualTo("10.1002/14651858.CD007431.pub2");
              assertThat(line.grade()).isEqualTo(Grade.A);
              assertThat(line.value())
                  .isEqualTo("sensitivity 0.92 (0.87 to 0.95), specificity 0.28 (0.18 to 0.4)");
              assertThat(line.population()).startsWith("surgical, against ");
            });
  }

  @Test
  void anAliasShowsTheEvidenceOfItsFinding() {
    assertThat(Evidence.about("history-diabetes", FIGURES, KNOWLEDGE))
        .isEqualTo(Evidence.about("diabetes", FIGURES, KNOWLEDGE))
        .isNotEmpty();
  }

  @Test
  void anIdWithoutFiguresHasNoLines() {
    assertThat(Evidence.about("no-such-thing", FIGURES, KNOWLEDGE)).isEmpty();
  }

  private static Source source(PublishedFigure figure) {
    return KNOWLEDGE.sources().require(figure.provenance().sourceId());
  }
}
