package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.Assessment.Ranked;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The whole assessment on the real knowledge base. */
final class AssessorTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Assessor ASSESSOR = Assessor.of(KNOWLEDGE);

  @Test
  void thePriorIsTheShareOfPresenters() {
    HypothesisSpace space = new HypothesisSpace(41);
    ConditionIndex conditions = new ConditionIndex(KNOWLEDGE);
    PriorModel priors = new PriorModel(KNOWLEDGE, space, conditions);
    for (Setting setting : Setting.values()) {
      for (Integer age : new Integer[] {20, 44, 45, 71, 90}) {
        double[] prior = priors.prior(setting, age, Sex.FEMALE);
        assertThat(space.marginals(prior))
            .as("%s %d", setting, age)
            .containsExactly(priors.shares(setting, age, Sex.FEMALE), within(1e-7));
      }
    }
  }

  @Test
  void ranksAllConditionsWithIntervalsThatHoldThePoint() {
    for (int seed = 0; seed < 25; seed++) {
      Assessment assessment = ASSESSOR.assess(person(new SplittableRandom(seed)), Setting.PRIMARY);
      List<Ranked> differential = assessment.differential();
      assertThat(differential).hasSize(41);
      for (int i = 0; i < differential.size(); i++) {
        Ranked ranked = differential.get(i);
        assertThat(ranked.probability()).isBetween(ranked.interval().lo(), ranked.interval().hi());
        if (i > 0) {
          assertThat(ranked.probability())
              .isLessThanOrEqualTo(differential.get(i - 1).probability());
        }
      }
      assertThat(assessment.combinations()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
    }
  }

  /** Whatever is left out on screens and paper is less likely, or says less, than what is shown. */
  @Test
  void showsWhatIsLikeliestAndTellsMost() {
    for (int seed = 0; seed < 25; seed++) {
      Assessment assessment = ASSESSOR.assess(person(new SplittableRandom(seed)), Setting.PRIMARY);
      List<Ranked> shown = WorthShowing.causes(assessment);
      assertThat(shown)
          .hasSizeBetween(1, 6)
          .isEqualTo(assessment.differential().subList(0, shown.size()));
      assertThat(shown.subList(1, shown.size())).allMatch(one -> one.probability() >= 0.03);
      if (shown.size() < 6) {
        assertThat(assessment.differential().get(shown.size()).probability()).isLessThan(0.03);
      }
      assertThat(WorthShowing.combinations(assessment))
          .hasSizeLessThanOrEqualTo(2)
          .allMatch(one -> one.conditions().size() > 1 && one.probability() >= 0.05);
      assertThat(WorthShowing.weights(shown.getFirst().supports(), 4))
          .hasSizeLessThanOrEqualTo(4)
          .allMatch(weight -> Math.abs(weight.bits()) >= 0.3);
    }
  }

  @Test
  void anAssessmentIsAFunctionOfWhatIsKnown() {
    for (int seed = 0; seed < 10; seed++) {
      Presentation person = person(new SplittableRandom(seed));
      assertThat(ASSESSOR.assess(person, Setting.PRIMARY))
          .usingRecursiveComparison()
          .isEqualTo(Assessor.of(KNOWLEDGE).assess(person, Setting.PRIMARY));
    }
  }

  @Test
  void urgencyIsNeverBelowTheRules() {
    for (int seed = 0; seed < 300; seed++) {
      Presentation person = person(new SplittableRandom(seed));
      Urgency rules = ASSESSOR.triage().assess(person).level();
      for (Setting setting : Setting.values()) {
        assertThat(ASSESSOR.assessQuickly(person, setting).urgency().atLeast(rules))
            .as("seed %d, %s", seed, setting)
            .isTrue();
      }
    }
  }

  /** Source: NICE NG226, clinical diagnosis of osteoarthritis at 45 and over. */
  @Test
  void anOldHipWithGroinPainAndStiffnessIsArthritisFirst() {
    Assessment assessment =
        ASSESSOR.assess(
            builder(68, Sex.FEMALE)
                .painRegion(new PainRegion("groin", Side.LEFT))
                .finding("pain-putting-on-shoes", FindingValue.YES)
                .finding("hip-internal-rotation-reduced", FindingValue.YES)
                .finding("duration-weeks", "52")
                .build(),
            Setting.PRIMARY);
    assertThat(assessment.differential().getFirst().condition()).isEqualTo("hip-osteoarthritis");
    assertThat(assessment.urgency().level()).isEqualTo(Urgency.ROUTINE);
  }

  /** Source: Sembrano and Polly 2009, spine together with hip in a spine clinic. */
  @Test
  void coexistingHipAndSpineDiseaseIsAnAnswerOfItsOwn() {
    Assessment assessment =
        ASSESSOR.assess(
            builder(74, Sex.FEMALE)
                .painRegion(new PainRegion("groin", Side.RIGHT))
                .painRegion(new PainRegion("calf", Side.BOTH))
                .finding("pain-putting-on-shoes", FindingValue.YES)
                .finding("hip-internal-rotation-reduced", FindingValue.YES)
                .finding("hip-internal-rotation-pain", FindingValue.YES)
                .finding("neurogenic-claudication", FindingValue.YES)
                .finding("pain-relieved-leaning-forward", FindingValue.YES)
                .finding("bilateral-buttock-leg-pain", FindingValue.YES)
                .build(),
            Setting.SPINE_ORTHOPAEDIC_CLINIC);
    assertThat(assessment.combinations().getFirst().conditions())
        .containsExactlyInAnyOrder("hip-osteoarthritis", "lumbar-spinal-stenosis");
  }

  /** Source: vocabulary of coarse regions: evidence that at least one of the regions is present. */
  @Test
  void aVaguePlaceAddsNothingToAKnownRegionOfIt() {
    Presentation.Builder groin =
        builder(50, Sex.MALE).painRegion(new PainRegion("groin", Side.LEFT));
    Presentation without = groin.build();
    Presentation with =
        without.toBuilder(KNOWLEDGE.vocabulary()).finding("pain-hip-any", FindingValue.YES).build();
    assertThat(probability(with, "hip-osteoarthritis"))
        .isEqualTo(probability(without, "hip-osteoarthritis"));
  }

  @Test
  void aFactSaidTwiceInOtherWordsCountsOnce() {
    Presentation once =
        builder(60, Sex.MALE)
            .finding("pain-groin", FindingValue.YES)
            .finding("morning-stiffness-minutes", "20")
            .build();
    Presentation twice =
        once.toBuilder(KNOWLEDGE.vocabulary())
            .finding("morning-stiffness-present", FindingValue.YES)
            .build();
    assertThat(probability(twice, "hip-osteoarthritis"))
        .isEqualTo(probability(once, "hip-osteoarthritis"));
  }

  /** Source: latent-groups.csv, sacroiliac provocation; Laslett 2005 for the tests. */
  @Test
  void fourPositiveSacroiliacTestsWeighLessThanFourSeparateOnes() {
    String[] tests = {
      "distraction-positive", "thigh-thrust-positive", "compression-positive", "gaenslen-positive"
    };
    double prior = odds(probability(builder(40, Sex.FEMALE).build(), SIJ));
    double product = 1;
    Presentation.Builder all = builder(40, Sex.FEMALE);
    for (String test : tests) {
      product *=
          odds(probability(builder(40, Sex.FEMALE).finding(test, FindingValue.YES).build(), SIJ))
              / prior;
      all.finding(test, FindingValue.YES);
    }
    double together = odds(probability(all.build(), SIJ)) / prior;
    assertThat(together).isGreaterThan(Math.pow(product, 0.25)).isLessThan(0.5 * product);
  }

  @Test
  void aChildGetsNoDifferential() {
    Assessment assessment =
        ASSESSOR.assess(
            builder(12, Sex.MALE).finding("pain-groin", FindingValue.YES).build(), Setting.PRIMARY);
    assertThat(assessment.differential()).isEmpty();
    assertThat(assessment.next()).isEmpty();
    assertThat(assessment.urgency().reasons()).isNotEmpty();
  }

  private static final String SIJ = "sacroiliac-joint-dysfunction";

  private static double probability(Presentation presentation, String conditionId) {
    return ASSESSOR.assessQuickly(presentation, Setting.PRIMARY).differential().stream()
        .filter(ranked -> ranked.conditionId().equals(conditionId))
        .findFirst()
        .orElseThrow()
        .probability();
  }

  private static double odds(double p) {
    return p / (1 - p);
  }

  private static Presentation.Builder builder(int age, Sex sex) {
    return Presentation.builder(KNOWLEDGE.vocabulary()).age(age).sex(sex);
  }

  private static Presentation person(SplittableRandom random) {
    List<Finding> findings =
        KNOWLEDGE.vocabulary().findings().stream()
            .filter(f -> f.values() instanceof Finding.Values.YesNo)
            .filter(
                f ->
                    f.role() == Finding.Role.ASKED
                        || f.role() == Finding.Role.REGION
                        || f.role() == Finding.Role.EXAMINED)
            .toList();
    Presentation.Builder builder =
        builder(16 + random.nextInt(75), random.nextBoolean() ? Sex.FEMALE : Sex.MALE);
    int known = random.nextInt(25);
    for (int i = 0; i < known; i++) {
      builder.finding(
          findings.get(random.nextInt(findings.size())).id(),
          random.nextInt(3) == 0 ? FindingValue.YES : FindingValue.NO);
    }
    return builder.build();
  }
}
