package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.anatomy.Anatomy;
import health.plumbline.reasoning.BackHipLink.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackHipLinkTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Anatomy ANATOMY = Anatomy.load(KNOWLEDGE);
  private static final BackHipLink LINKS = BackHipLink.of(KNOWLEDGE, ANATOMY);
  private static final int ENOUGH = 5;

  @ParameterizedTest
  @CsvSource({
    // the three ways of linking back and hip
    "disc-herniation-l5, lower-buttock lateral-thigh lateral-leg foot-dorsum, referred-pain,"
        + " l5-root-sciatica, sciatic-nerve",
    "disc-herniation-s1, lower-buttock posterior-thigh calf heel, referred-pain,"
        + " s1-root-sciatica, sciatic-nerve",
    "piriformis-syndrome, lower-buttock posterior-thigh, muscle-imbalance,"
        + " piriformis-to-posterior-thigh, piriformis",
    "sacroiliac-joint-dysfunction, sacroiliac upper-buttock, referred-pain,"
        + " sij-to-buttock, sacroiliac-joint",
    // the causes of both
    "lumbar-spinal-stenosis, lower-buttock posterior-thigh calf, referred-pain,"
        + " stenosis-claudication, cauda-equina",
    "hip-osteoarthritis, groin, referred-pain, hip-to-groin, hip-joint",
    "hip-osteoarthritis, lumbar lumbar-central, joint-dysfunction, hip-oa-back-pain-resolves,"
        + " lumbosacral-junction",
    "lumbar-facet-osteoarthritis, lumbar lower-buttock, referred-pain, facet-to-buttock,"
        + " lumbar-facet-joint",
    "spondylolisthesis, lumbar-central posterior-thigh, muscle-imbalance,"
        + " spondylolisthesis-hamstrings, lumbosacral-junction",
    "disc-herniation-upper, anterior-thigh anterior-knee, referred-pain, upper-root-to-thigh,"
        + " femoral-nerve",
  })
  void aTypicalPainMapGetsTheFittingPath(
      String conditionId, String regions, String mechanism, String mechanismId, String step) {
    List<Link> links = LINKS.explain(pain(regions), ranked(conditionId), ENOUGH);
    Link first = links.getFirst();
    assertThat(first.mechanismId()).isEqualTo(mechanismId);
    assertThat(first.mechanism()).isEqualTo(mechanism);
    assertThat(first.pathIds()).contains(step);
    assertThat(first.path()).hasSameSizeAs(first.pathIds()).doesNotContain("");
    assertThat(first.matchesPain()).isTrue();
    assertThat(first.conditionId()).isEqualTo(conditionId);
  }

  @Test
  void sacroiliacJointDysfunctionHasAJointMechanism() {
    assertThat(
            LINKS.explain(
                pain("sacroiliac lumbar"), ranked("sacroiliac-joint-dysfunction"), ENOUGH))
        .anyMatch(
            link ->
                link.mechanism().equals("joint-dysfunction")
                    && link.pathIds().contains("sacroiliac-joint"));
  }

  @Test
  void aPathFromHipToBackIsPreferredToOneWithinTheHip() {
    List<Link> links = LINKS.explain(pain("groin lumbar"), ranked("hip-osteoarthritis"), ENOUGH);
    assertThat(links.getFirst().pathIds()).contains("hip-joint", "lumbar");
    assertThat(links).anyMatch(link -> link.pathIds().getLast().equals("groin"));
  }

  @Test
  void coexistingHipAndSpineDiseaseAreBothMentioned() {
    List<Link> links =
        LINKS.explain(
            pain("groin lumbar-central posterior-thigh calf"),
            ranked("hip-osteoarthritis", "lumbar-spinal-stenosis"),
            ENOUGH);
    assertThat(links)
        .extracting(Link::conditionId)
        .contains("hip-osteoarthritis", "lumbar-spinal-stenosis");
    assertThat(links)
        .filteredOn(link -> !link.alsoConditionIds().isEmpty())
        .isNotEmpty()
        .allSatisfy(
            link -> {
              assertThat(link.clinicalText())
                  .contains("Hip osteoarthritis", "Degenerative lumbar spinal stenosis");
              assertThat(link.text()).contains("arthritis of the hip", "narrowed spinal canal");
            });
  }

  @Test
  void aVagueWordCountsLessThanANamedRegion() {
    Presentation presentation =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .finding("pain-hip-any", "yes")
            .painRegion(new PainRegion("lateral-thigh", Side.LEFT))
            .build();
    List<Link> links =
        LINKS.explain(presentation, ranked("greater-trochanteric-pain-syndrome"), ENOUGH);
    assertThat(links.getFirst().pathIds()).contains("lateral-thigh");
    assertThat(links.getFirst().matchesPain()).isTrue();
  }

  @Test
  void aVagueWordAloneStillMatches() {
    Presentation presentation =
        Presentation.builder(KNOWLEDGE.vocabulary()).finding("pain-hip-any", "yes").build();
    assertThat(LINKS.explain(presentation, ranked("hip-osteoarthritis"), ENOUGH))
        .first()
        .satisfies(link -> assertThat(link.matchesPain()).isTrue());
  }

  @Test
  void aRegionKnownToBePainFreeDoesNotMatch() {
    Presentation presentation =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .finding("pain-hip-any", "yes")
            .finding("pain-groin", "no")
            .build();
    assertThat(LINKS.explain(presentation, ranked("hip-osteoarthritis"), 1))
        .singleElement()
        .satisfies(link -> assertThat(link.mechanismId()).isEqualTo("hip-to-lateral-hip"));
  }

  @Test
  void withoutAPainMapTheTypicalLinkIsShownAndSaysSo() {
    Presentation nothing = Presentation.builder(KNOWLEDGE.vocabulary()).build();
    assertThat(LINKS.explain(nothing, ranked("disc-herniation-l5"), ENOUGH))
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.mechanismId()).isEqualTo("l5-root-sciatica");
              assertThat(link.matchesPain()).isFalse();
            });
  }

  @Test
  void aMechanismThatAnotherConditionSetsOffNeedsThatConditionAmongTheLeading() {
    String map = "lumbar-central lower-buttock posterior-thigh";
    assertThat(LINKS.explain(pain(map), ranked("lumbar-spinal-stenosis"), ENOUGH))
        .extracting(Link::mechanismId)
        .contains("stenosis-claudication")
        .doesNotContain("hip-contracture-to-stenosis");
    assertThat(
            LINKS.explain(
                pain(map), ranked("lumbar-spinal-stenosis", "hip-osteoarthritis"), ENOUGH))
        .extracting(Link::mechanismId)
        .contains("hip-contracture-to-stenosis");
  }

  @Test
  void withoutBackPainAHipConditionIsNotSaidToComeFromTheBack() {
    assertThat(LINKS.explain(pain("groin"), ranked("femoroacetabular-impingement"), 1))
        .extracting(Link::mechanismId)
        .containsExactly("hip-to-groin");
  }

  @Test
  void aConditionWithoutAMechanismHasNoLink() {
    assertThat(
            LINKS.explain(
                pain("calf"), ranked("fibromyalgia", "peripheral-arterial-disease"), ENOUGH))
        .isEmpty();
  }

  @Test
  void showsNoMoreThanAskedFor() {
    assertThat(LINKS.explain(pain("groin"), ranked("hip-osteoarthritis"), 0)).isEmpty();
    assertThatThrownBy(() -> LINKS.explain(pain("groin"), ranked("hip-osteoarthritis"), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("most is -1, but must be at least 0");
  }

  @Test
  void neverSaysTheSameThingTwiceAndNeverLeavesTheLeadingConditions() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    List<String> conditionIds = KNOWLEDGE.conditions().stream().map(Condition::id).toList();
    for (int run = 0; run < 500; run++) {
      Presentation.Builder builder = Presentation.builder(KNOWLEDGE.vocabulary());
      for (var region : ANATOMY.regions()) {
        if (random.nextInt(8) == 0) {
          builder.painRegion(new PainRegion(region.id(), Side.UNSTATED));
        }
      }
      List<String> leading = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        String id = conditionIds.get(random.nextInt(conditionIds.size()));
        if (!leading.contains(id)) {
          leading.add(id);
        }
      }
      Presentation presentation = builder.build();
      List<Link> links =
          LINKS.explain(presentation, ranked(leading.toArray(String[]::new)), ENOUGH);
      assertThat(links).hasSizeLessThanOrEqualTo(ENOUGH);
      assertThat(links).extracting(Link::mechanismId).doesNotHaveDuplicates();
      assertThat(links).extracting(Link::text).doesNotHaveDuplicates();
      assertThat(leading).containsAll(links.stream().map(Link::conditionId).toList());
      for (String id : leading) {
        assertThat(links)
            .as("%s of %s", id, leading)
            .satisfies(
                all ->
                    assertThat(
                            ANATOMY.mechanismsOf(id).isEmpty()
                                || all.stream()
                                    .anyMatch(
                                        link ->
                                            link.conditionId().equals(id)
                                                || link.alsoConditionIds().contains(id)))
                        .isTrue());
      }
      assertThat(links.stream().map(Link::matchesPain).toList())
          .isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
    }
  }

  private static Presentation pain(String regions) {
    Presentation.Builder builder = Presentation.builder(KNOWLEDGE.vocabulary());
    for (String region : regions.split(" ")) {
      builder.painRegion(new PainRegion(region, Side.RIGHT));
    }
    return builder.build();
  }

  private static List<RankedCondition> ranked(String... conditionIds) {
    return Arrays.stream(conditionIds).map(id -> new RankedCondition(id, 0.3)).toList();
  }
}
