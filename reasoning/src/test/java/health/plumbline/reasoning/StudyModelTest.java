package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.published.Composition;
import health.plumbline.knowledge.published.StudyPopulation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Source: DESIGN of the fit in ARCHITECTURE.md; counts are held against enumeration. */
final class StudyModelTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final StudyModel MODEL = new StudyModel(KNOWLEDGE);
  private static final Set<String> HIP = Set.of("hip-osteoarthritis");
  private static final List<String> PROVOCATION =
      List.of(
          "distraction-positive",
          "thigh-thrust-positive",
          "compression-positive",
          "sacral-thrust-positive",
          "gaenslen-positive");

  @Test
  void casesHaveTheConditionAndTheComparisonGroupDoesNot() {
    StudyPopulation hips =
        population(List.of("greater-trochanteric-pain-syndrome", "lumbar-spinal-stenosis"));
    int hip = MODEL.conditionNumber("hip-osteoarthritis");
    Mixture cases = MODEL.cases(hips, HIP);
    Mixture comparison = MODEL.comparison(hips, HIP);
    assertThat(Arrays.stream(cases.weights()).sum()).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(comparison.weights()).sum()).isCloseTo(1, within(1e-12));
    assertThat(List.of(cases.members())).allMatch(h -> holds(h, hip));
    assertThat(List.of(comparison.members())).noneMatch(h -> holds(h, hip));
    // Two conditions and both together.
    assertThat(List.of(comparison.members())).hasSize(3);
  }

  @Test
  void healthyPeopleHaveTheBaseline() {
    Term term = new Term("pain-groin", 1, false);
    Mixture healthy = MODEL.comparison(population(List.of()), HIP);
    assertThat(MODEL.probability(term, healthy))
        .isCloseTo(MODEL.alone(term)[MODEL.conditions()], within(1e-15));
  }

  @Test
  void whatAllHadMakesItsCausesMoreProbable() {
    StudyPopulation anyone = population(null);
    StudyPopulation groin = given("pain-groin");
    assertThat(MODEL.share(groin, Set.of(), HIP))
        .isGreaterThan(2 * MODEL.share(anyone, Set.of(), HIP));
  }

  @Test
  void aStudysOwnSharesReplaceThoseOfTheSetting() {
    StudyPopulation people =
        people(
            null,
            List.of(List.of("pain-groin", "duration-weeks>=over-12")),
            new Composition("prev-x", List.copyOf(HIP), 0.742));
    Term term = new Term("pain-below-knee", 1, false);
    assertThat(MODEL.share(people, Set.of(), HIP)).isCloseTo(0.742, within(1e-12));
    // The law of total probability, in the study's own shares.
    assertThat(MODEL.probability(term, MODEL.people(people)))
        .isCloseTo(
            0.742 * MODEL.probability(term, MODEL.cases(people, HIP))
                + 0.258 * MODEL.probability(term, MODEL.comparison(people, HIP)),
            within(1e-12));
  }

  @Test
  void peopleWithPainForLongAreNotThoseWithPainForDays() {
    assertThat(
            MODEL.share(
                given("duration-weeks>=over-12"), Set.of(), Set.of("axial-spondyloarthritis")))
        .isGreaterThan(
            2
                * MODEL.share(
                    given("duration-weeks<6-to-12"), Set.of(), Set.of("axial-spondyloarthritis")));
    assertThatThrownBy(() -> MODEL.people(given("duration-weeks")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "duration-weeks must be a finding of the network, with >= or < a bin");
  }

  @Test
  void aCountOfCorrelatedTestsAgreesWithEnumeration() {
    List<Term> terms = MODEL.terms(PROVOCATION).orElseThrow();
    byte[] joint = {(byte) MODEL.conditionNumber("sacroiliac-joint-dysfunction")};
    Mixture group = new Mixture(new byte[][] {joint}, new double[] {1});
    double loading =
        KNOWLEDGE.latentGroups().stream()
            .filter(it -> it.id().equals("sacroiliac-provocation"))
            .findFirst()
            .orElseThrow()
            .loading();
    LatentFactor factor = LatentFactor.of(loading);
    double expected = 0;
    for (int outcome = 0; outcome < 32; outcome++) {
      if (Integer.bitCount(outcome) < 3) {
        continue;
      }
      for (int node = 0; node < LatentFactor.nodes(); node++) {
        double product = LatentFactor.weight(node);
        for (int t = 0; t < 5; t++) {
          double odds =
              factor.centralOdds(MODEL.probability(terms.get(t), joint)) * factor.oddsRatio(node);
          product *= (outcome >> t & 1) == 1 ? odds / (1 + odds) : 1 / (1 + odds);
        }
        expected += product;
      }
    }
    assertThat(MODEL.atLeast(terms, 3, group)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void thresholdsOfPublishedValuesFindTheirBin() {
    assertThat(MODEL.term("hip-planes-restricted", ">=1"))
        .contains(new Term("hip-planes-restricted", 1, false));
    assertThat(MODEL.term("hip-planes-restricted", "3"))
        .contains(new Term("hip-planes-restricted", 3, false));
    assertThat(MODEL.term("hip-internal-rotation-degrees", "<15"))
        .contains(new Term("hip-internal-rotation-degrees", 1, true));
    assertThat(MODEL.term("hip-internal-rotation-degrees", "<=25"))
        .contains(new Term("hip-internal-rotation-degrees", 2, true));
    assertThat(MODEL.term("hip-internal-rotation-degrees", "<20")).isEmpty();
    assertThat(MODEL.term("pain-groin", "no")).contains(new Term("pain-groin", 1, true));
  }

  private static boolean holds(byte[] hypothesis, int condition) {
    for (byte d : hypothesis) {
      if (d == condition) {
        return true;
      }
    }
    return false;
  }

  private static StudyPopulation population(@Nullable List<String> among) {
    return people(among, List.of(), null);
  }

  private static StudyPopulation given(String statement) {
    return people(null, List.of(List.of(statement)), null);
  }

  private static StudyPopulation people(
      @Nullable List<String> among, List<List<String>> given, @Nullable Composition composition) {
    return new StudyPopulation(
        "x", List.of(), Setting.PRIMARY, null, null, among, given, composition, false, "");
  }
}
