package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Worked people. */
final class PlannerTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Planner PLANNER = Planner.load(KNOWLEDGE);

  private static final String NSAID_ADVICE = "anti-inflammatory tablet such as ibuprofen";

  private static Presentation person(int age, Sex sex, String... findingsAndValues) {
    Presentation.Builder builder = Presentation.builder(KNOWLEDGE.vocabulary()).age(age).sex(sex);
    for (int i = 0; i < findingsAndValues.length; i += 2) {
      builder.finding(findingsAndValues[i], findingsAndValues[i + 1]);
    }
    return builder.build();
  }

  private static List<WeightedCondition> leading(Object... idsAndProbabilities) {
    List<WeightedCondition> leading = new ArrayList<>();
    for (int i = 0; i < idsAndProbabilities.length; i += 2) {
      leading.add(
          new WeightedCondition(
              (String) idsAndProbabilities[i], (Double) idsAndProbabilities[i + 1]));
    }
    return leading;
  }

  private static Plan plan(
      Presentation person,
      Urgency urgency,
      Set<String> suspected,
      List<WeightedCondition> leading) {
    return PLANNER.plan(new PlanRequest(person, urgency, leading, suspected));
  }

  private static String text(Plan plan, Category category) {
    return plan.lines(category).stream().map(PlanLine::text).collect(Collectors.joining("\n"));
  }

  private static String leftOut(Plan plan) {
    return plan.leftOut().stream()
        .map(one -> one.what() + ": " + one.why())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> exerciseIds(Plan plan) {
    return plan.lines(Category.EXERCISE).stream()
        .filter(line -> line.exercise() != null)
        .map(PlanLine::id)
        .toList();
  }

  @Test
  void hipOsteoarthritisAt58() {
    Plan plan =
        plan(
            person(58, Sex.FEMALE),
            Urgency.ROUTINE,
            Set.of(),
            leading("hip-osteoarthritis", 0.8, "greater-trochanteric-pain-syndrome", 0.1));
    assertThat(plan.lines().keySet()).containsExactly(Category.values());
    assertThat(text(plan, Category.PROFESSIONAL))
        .contains("See a GP or physiotherapist")
        .contains("Do not wait for an X-ray");
    assertThat(text(plan, Category.EXERCISE)).contains("strengthen the hip muscles");
    assertThat(exerciseIds(plan)).hasSizeBetween(3, 6).doesNotContain("press-up-prone");
    assertThat(text(plan, Category.PAIN_RELIEF))
        .contains(NSAID_ADVICE)
        .contains("Take it only if none of these applies: a blood thinner")
        .contains("a stomach ulcer")
        .doesNotContain("pregnancy");
    assertThat(text(plan, Category.POSTURE_ERGONOMICS)).contains("stick in the hand");
    PlanLine core = plan.lines(Category.EXERCISE).get(1);
    assertThat(core.strength()).isEqualTo(Strength.STRONG);
    assertThat(core.sourceIds()).contains("nice2022-ng226");
  }

  @Test
  void exerciseLinesHoldStepsDoseProgressionAndStopRule() {
    Plan plan =
        plan(person(58, Sex.FEMALE), Urgency.ROUTINE, Set.of(), leading("hip-osteoarthritis", 0.9));
    int exercises = 0;
    for (PlanLine line : plan.lines(Category.EXERCISE)) {
      ExerciseDetail exercise = line.exercise();
      if (exercise != null) {
        exercises++;
        assertThat(line.text())
            .contains(exercise.steps(), exercise.dose(), exercise.harder(), exercise.stop());
      }
    }
    assertThat(exercises).isGreaterThanOrEqualTo(3);
  }

  @Test
  void hipOsteoarthritisWithStenosisOnABloodThinner() {
    Plan plan =
        plan(
            person(74, Sex.MALE, "anticoagulant-use", "yes"),
            Urgency.ROUTINE,
            Set.of(),
            leading("hip-osteoarthritis", 0.6, "lumbar-spinal-stenosis", 0.5));
    assertThat(text(plan, Category.PAIN_RELIEF))
        .doesNotContain(NSAID_ADVICE)
        .contains("paracetamol instead")
        .contains("if you take warfarin");
    assertThat(leftOut(plan)).contains("ibuprofen").contains("you take a blood thinner");
    assertThat(text(plan, Category.MANUAL_THERAPY))
        .contains("thrusts) are left out because you take a blood thinner");
    assertThat(exerciseIds(plan)).doesNotContain("press-up-prone", "standing-back-bend");
    assertThat(plan.lines(Category.EXERCISE))
        .anySatisfy(
            line ->
                assertThat(line.conditionIds())
                    .containsExactly("hip-osteoarthritis", "lumbar-spinal-stenosis"));
  }

  @Test
  void pregnancyWithPelvicGirdlePain() {
    Plan plan =
        plan(
            person(31, Sex.FEMALE, "pregnancy", "yes"),
            Urgency.ROUTINE,
            Set.of(),
            leading("pelvic-girdle-pain", 0.6, "non-specific-low-back-pain", 0.3));
    assertThat(text(plan, Category.PROFESSIONAL)).startsWith("See your midwife");
    assertThat(text(plan, Category.PAIN_RELIEF))
        .contains("Take paracetamol first")
        .contains("Do not put it on the tummy")
        .doesNotContain(NSAID_ADVICE)
        .doesNotContain("Do not rely on paracetamol");
    assertThat(leftOut(plan)).contains("left out in pregnancy");
    assertThat(exerciseIds(plan))
        .isNotEmpty()
        .doesNotContain("front-plank", "back-extensor-prone", "adductor-butterfly");
    assertThat(text(plan, Category.SAFETY_NET)).contains("maternity unit");
  }

  @Test
  void suspectedOsteoporoticVertebralFracture() {
    Plan plan =
        plan(
            person(76, Sex.FEMALE, "osteoporosis", "yes"),
            Urgency.URGENT_2_WEEKS,
            Set.of("vertebral-fracture"),
            leading("vertebral-fracture", 0.6, "non-specific-low-back-pain", 0.3));
    assertThat(plan.lines(Category.PROFESSIONAL).getFirst().id())
        .isEqualTo("urgency-urgent-2-weeks");
    assertThat(text(plan, Category.PROFESSIONAL)).doesNotContain("Do not ask for a scan");
    assertThat(exerciseIds(plan)).containsExactly("walking-programme");
    assertThat(plan.lines(Category.MANUAL_THERAPY))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.direction()).isEqualTo(Direction.AGAINST));
    assertThat(text(plan, Category.MANUAL_THERAPY)).contains("Do not have any thrust");
    assertThat(leftOut(plan)).contains("a back exercise programme").contains("thrusts");
  }

  @Test
  void aVertebralFractureForbidsBendingForwardsUnderLoadWhateverTheUrgency() {
    Plan plan =
        plan(
            person(76, Sex.FEMALE, "osteoporosis", "yes"),
            Urgency.ROUTINE,
            Set.of(),
            leading("non-specific-low-back-pain", 0.5, "vertebral-fracture", 0.3));
    assertThat(exerciseIds(plan))
        .isNotEmpty()
        .doesNotContain(
            "heel-sit-rock", "cat-camel", "single-knee-hug", "mcgill-curl-up", "seated-flexion");
    assertThat(text(plan, Category.MANUAL_THERAPY)).contains("Do not have any thrust");
    assertThat(leftOut(plan)).contains("thrusts");
  }

  @Test
  void runnerWithASuspectedStressFractureOfTheFemoralNeck() {
    Plan plan =
        plan(
            person(25, Sex.FEMALE, "running-or-military-training", "yes"),
            Urgency.SAME_DAY,
            Set.of("femoral-neck-stress-fracture"),
            leading("femoral-neck-stress-fracture", 0.45, "adductor-groin-pain", 0.3));
    assertThat(plan.lines(Category.PROFESSIONAL).getFirst().id()).isEqualTo("urgency-same-day");
    assertThat(text(plan, Category.PROFESSIONAL))
        .contains("Stop running, use crutches")
        .doesNotContain("sports physiotherapist");
    assertThat(exerciseIds(plan)).isEmpty();
    assertThat(plan.lines(Category.EXERCISE))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.direction()).isEqualTo(Direction.AGAINST));
    assertThat(text(plan, Category.MANUAL_THERAPY)).contains("Do not hop");
    assertThat(text(plan, Category.PAIN_RELIEF)).doesNotContain(NSAID_ADVICE);
    assertThat(text(plan, Category.SAFETY_NET)).contains("the break may have moved");
  }

  @Test
  void caudaEquinaSyndromeIsAnEmergency() {
    Plan plan =
        plan(
            person(45, Sex.MALE, "saddle-numbness", "yes"),
            Urgency.EMERGENCY_NOW,
            Set.of("cauda-equina-syndrome"),
            leading("disc-herniation-s1", 0.6, "cauda-equina-syndrome", 0.3));
    assertThat(plan.lines(Category.PROFESSIONAL).getFirst().text())
        .startsWith("Go to A&E (the nearest emergency department) now, or call 999");
    assertThat(text(plan, Category.PROFESSIONAL))
        .doesNotContain("physiotherapist")
        .doesNotContain("6 to 8 weeks");
    assertThat(exerciseIds(plan)).isEmpty();
    assertThat(text(plan, Category.MANUAL_THERAPY)).contains("Do not let anyone manipulate");
    assertThat(text(plan, Category.PAIN_RELIEF))
        .contains("Do not let taking painkillers delay")
        .doesNotContain("Take paracetamol");
    assertThat(text(plan, Category.SAFETY_NET)).contains("Call 999");
  }

  @Test
  void suspectedAneurysmTakesNothingByMouth() {
    Plan plan =
        plan(
            person(72, Sex.MALE),
            Urgency.EMERGENCY_NOW,
            Set.of("abdominal-aortic-aneurysm"),
            leading("renal-colic", 0.5));
    assertThat(text(plan, Category.PAIN_RELIEF)).contains("Do not eat or drink");
  }

  @Test
  void aSeriousSuspicionStopsExerciseAndManualTherapyAtAnyUrgency() {
    Plan plan =
        plan(
            person(62, Sex.MALE, "history-cancer", "yes"),
            Urgency.ROUTINE,
            Set.of("spinal-malignancy"),
            leading("non-specific-low-back-pain", 0.8));
    assertThat(exerciseIds(plan)).isEmpty();
    assertThat(plan.lines(Category.MANUAL_THERAPY))
        .allSatisfy(line -> assertThat(line.direction()).isEqualTo(Direction.AGAINST));
    assertThat(text(plan, Category.PROFESSIONAL)).doesNotContain("Do not ask for a scan");
    assertThat(leftOut(plan)).contains("until a growth in the spine has been ruled out");
  }

  @Test
  void coexistingBackConditionsGiveEachLineOnce() {
    Plan plan =
        plan(
            person(40, Sex.MALE, "duration-weeks", "20"),
            Urgency.ROUTINE,
            Set.of(),
            leading(
                "non-specific-low-back-pain",
                0.3,
                "lumbar-facet-osteoarthritis",
                0.2,
                "discogenic-pain",
                0.15));
    PlanLine programme =
        plan.lines(Category.EXERCISE).stream()
            .filter(line -> line.mergeKey().equals("back-exercise-programme"))
            .findFirst()
            .orElseThrow();
    assertThat(programme.conditionIds())
        .containsExactly(
            "non-specific-low-back-pain", "lumbar-facet-osteoarthritis", "discogenic-pain");
  }

  @Test
  void adviceOfItsOwnIsNotCrowdedOutByAdviceForBackPainAtLarge() {
    Plan plan =
        plan(
            person(40, Sex.MALE),
            Urgency.ROUTINE,
            Set.of(),
            leading("spondylolisthesis", 0.6, "non-specific-low-back-pain", 0.3));
    assertThat(text(plan, Category.EXERCISE)).contains("Avoid repeated arching");
    assertThat(text(plan, Category.MANUAL_THERAPY))
        .contains("Do not let anyone thrust (push hard and fast) at or next to the slipped bone");
  }

  @Test
  void aLineForNewPainIsNotGivenForOldPain() {
    List<WeightedCondition> leading = leading("non-specific-low-back-pain", 0.9);
    Plan acute =
        plan(person(40, Sex.MALE, "duration-weeks", "2"), Urgency.SELF_CARE, Set.of(), leading);
    Plan chronic =
        plan(person(40, Sex.MALE, "duration-weeks", "40"), Urgency.SELF_CARE, Set.of(), leading);
    assertThat(text(acute, Category.PAIN_RELIEF)).contains("heat pack");
    assertThat(text(chronic, Category.PAIN_RELIEF)).doesNotContain("heat pack");
  }

  @Test
  void withoutALeadingConditionOnlyGeneralAdviceRemains() {
    Plan plan = plan(person(40, Sex.MALE), Urgency.SAME_DAY, Set.of(), List.of());
    assertThat(plan.lines().values()).allSatisfy(lines -> assertThat(lines).isNotEmpty());
    assertThat(text(plan, Category.PROFESSIONAL)).startsWith("Speak to a GP or NHS 111 today");
  }

  @Test
  void refusesAnUnknownConditionAndAWrongOrder() {
    Presentation person = person(40, Sex.MALE);
    assertThatThrownBy(
            () -> plan(person, Urgency.ROUTINE, Set.of(), leading("no-such-condition", 0.5)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "leading: \"no-such-condition\" is not allowed; allowed: the id of a condition");
    assertThatThrownBy(() -> plan(person, Urgency.ROUTINE, Set.of("nothing"), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("suspected: \"nothing\"");
    assertThatThrownBy(
            () ->
                plan(
                    person,
                    Urgency.ROUTINE,
                    Set.of(),
                    leading("coccydynia", 0.2, "fibromyalgia", 0.3)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("more probable than the condition before it");
    assertThatThrownBy(() -> new WeightedCondition("coccydynia", Double.NaN))
        .isInstanceOf(InvalidInputException.class);
  }
}
