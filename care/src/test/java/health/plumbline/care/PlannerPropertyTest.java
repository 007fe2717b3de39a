package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must hold of every plan, over seeded random people. */
final class PlannerPropertyTest {

  private static final int REQUESTS = 10_000;

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final CareContent CONTENT = CareContent.load(KNOWLEDGE);
  private static final Planner PLANNER = Planner.load(KNOWLEDGE);
  private static final List<Condition> CONDITIONS = List.copyOf(KNOWLEDGE.conditions());
  private static final List<String> ASKED = new ArrayList<>();
  private static final Map<String, Advice> ADVICE = new HashMap<>();
  private static final List<PlanRequest> SAMPLE = new ArrayList<>();
  private static final List<Plan> PLANS = new ArrayList<>();

  @BeforeAll
  static void makePlans() {
    Set<String> atoms = new LinkedHashSet<>();
    CONTENT.safety().contraindications().forEach(row -> atoms.addAll(row.when().findings()));
    atoms.stream()
        .filter(atom -> KNOWLEDGE.vocabulary().find(atom).isPresent())
        .forEach(ASKED::add);
    for (Condition condition : CONDITIONS) {
      CONTENT.advice(condition.id()).forEach(advice -> ADVICE.put(advice.id(), advice));
    }
    CONTENT.generalRules().forEach(rule -> ADVICE.put(rule.advice().id(), rule.advice()));
    CONTENT.safetyNet().forEach(rule -> ADVICE.put(rule.advice().id(), rule.advice()));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_101);
    for (int i = 0; i < REQUESTS; i++) {
      SAMPLE.add(request(random));
      PLANS.add(PLANNER.plan(SAMPLE.getLast()));
    }
  }

  private static PlanRequest request(RandomGenerator random) {
    Presentation.Builder person = Presentation.builder(KNOWLEDGE.vocabulary());
    if (random.nextInt(10) > 0) {
      person.age(random.nextInt(16, 96));
    }
    if (random.nextInt(10) > 0) {
      person.sex(random.nextBoolean() ? Sex.FEMALE : Sex.MALE);
    }
    double known = random.nextDouble();
    for (String finding : ASKED) {
      if (random.nextDouble() < known) {
        person.finding(finding, random.nextInt(4) == 0 ? FindingValue.YES : FindingValue.NO);
      }
    }
    if (random.nextBoolean()) {
      person.finding("duration-weeks", Integer.toString(random.nextInt(0, 100)));
    }
    Set<String> ids = new LinkedHashSet<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      ids.add(CONDITIONS.get(random.nextInt(CONDITIONS.size())).id());
    }
    List<WeightedCondition> leading = new ArrayList<>();
    ids.forEach(id -> leading.add(new WeightedCondition(id, random.nextDouble())));
    leading.sort(Comparator.comparingDouble(WeightedCondition::probability).reversed());
    Set<String> suspected = new HashSet<>();
    if (random.nextBoolean()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        suspected.add(CONDITIONS.get(random.nextInt(CONDITIONS.size())).id());
      }
    }
    Urgency urgency = Urgency.values()[random.nextInt(Urgency.values().length)];
    return new PlanRequest(person.build(), urgency, leading, suspected);
  }

  private static List<PlanLine> lines(Plan plan) {
    return plan.lines().values().stream().flatMap(List::stream).toList();
  }

  /** Truth of a contraindication, found without the planner's own bookkeeping. */
  private static boolean isTrue(Contraindication row, PlanRequest request) {
    Truth truth =
        row.when()
            .evaluate(
                atom -> {
                  if (atom.startsWith(Facts.CONDITION)) {
                    String id = atom.substring(Facts.CONDITION.length());
                    return request.suspected().contains(id) ? Truth.TRUE : Truth.FALSE;
                  }
                  FindingValue value = request.presentation().findings().get(atom);
                  if (value == null) {
                    return Truth.UNKNOWN;
                  }
                  return value.equals(FindingValue.YES) ? Truth.TRUE : Truth.FALSE;
                },
                UnansweredNot.WAITS);
    return truth == Truth.TRUE;
  }

  private static List<Use> uses(PlanLine line) {
    if (line.exercise() != null) {
      return List.of(new Use("exercise", line.id(), false));
    }
    Advice advice = ADVICE.get(line.id());
    return advice == null ? List.of() : advice.uses();
  }

  @Test
  void nothingForbiddenIsInThePlan() {
    int forbidden = 0;
    for (int i = 0; i < REQUESTS; i++) {
      for (PlanLine line : lines(PLANS.get(i))) {
        for (Use use : uses(line)) {
          for (Contraindication row : CONTENT.safety().contraindications(use)) {
            if (row.never() && isTrue(row, SAMPLE.get(i))) {
              forbidden++;
              assertThat(use.optional()).as(line.id() + " against " + row.id()).isTrue();
              assertThat(line.text()).contains(row.say());
            }
          }
        }
      }
    }
    assertThat(forbidden).as("optional parts that were taken out").isPositive();
  }

  @Test
  void aBloodThinnerOrPregnancyNeverMeetsAnAntiInflammatoryTablet() {
    int atRisk = 0;
    int others = 0;
    for (int i = 0; i < REQUESTS; i++) {
      Presentation person = SAMPLE.get(i).presentation();
      List<PlanLine> tablets =
          lines(PLANS.get(i)).stream()
              .filter(PlannerPropertyTest::callsForAnAntiInflammatoryTablet)
              .toList();
      if (person.isPresent("anticoagulant-use") || person.isPresent("pregnancy")) {
        atRisk++;
        assertThat(tablets).isEmpty();
      } else {
        others += tablets.isEmpty() ? 0 : 1;
      }
    }
    assertThat(atRisk).as("people at risk").isGreaterThan(REQUESTS / 10);
    assertThat(others).as("others with a tablet in their plan").isGreaterThan(REQUESTS / 100);
  }

  /** By what the row says that it uses, however it is worded. */
  private static boolean callsForAnAntiInflammatoryTablet(PlanLine line) {
    return uses(line).stream()
        .anyMatch(use -> use.key().equals("medicine:oral-nsaid") && !use.optional());
  }

  @Test
  void theUrgentHaveNoSelfCare() {
    for (int i = 0; i < REQUESTS; i++) {
      if (!SAMPLE.get(i).urgency().atLeast(Urgency.SAME_DAY)) {
        continue;
      }
      Plan plan = PLANS.get(i);
      List<PlanLine> active = new ArrayList<>(plan.lines(Category.EXERCISE));
      active.addAll(plan.lines(Category.MANUAL_THERAPY));
      assertThat(active)
          .isNotEmpty()
          .allSatisfy(
              line -> {
                assertThat(line.direction()).as(line.id()).isEqualTo(Direction.AGAINST);
                assertThat(line.exercise()).isNull();
              });
      PlanLine first = plan.lines(Category.PROFESSIONAL).getFirst();
      Advice advice = ADVICE.get(first.id());
      assertThat(advice).isNotNull();
      Urgency speed = advice == null ? null : advice.speed();
      assertThat(speed != null && speed.atLeast(SAMPLE.get(i).urgency())).as(first.id()).isTrue();
      assertThat(plan.lines(Category.PROFESSIONAL))
          .anyMatch(line -> line.id().startsWith("urgency-"));
    }
  }

  @Test
  void anEmergencyHasNoMedicineToTake() {
    for (int i = 0; i < REQUESTS; i++) {
      if (SAMPLE.get(i).urgency() == Urgency.EMERGENCY_NOW) {
        assertThat(lines(PLANS.get(i)))
            .allSatisfy(
                line -> assertThat(uses(line)).noneMatch(use -> use.kind().equals("medicine")));
      }
    }
  }

  @Test
  void noLineSpeaksOfLessUrgencyThanThePersonNeeds() {
    for (int i = 0; i < REQUESTS; i++) {
      Urgency urgency = SAMPLE.get(i).urgency();
      for (PlanLine line : PLANS.get(i).lines(Category.PROFESSIONAL)) {
        Advice advice = ADVICE.get(line.id());
        assertThat(advice).isNotNull();
        Urgency speed = advice == null ? null : advice.speed();
        if (speed != null && urgency != Urgency.SELF_CARE) {
          assertThat(speed.atLeast(urgency)).as(line.id() + " at " + urgency).isTrue();
        }
      }
    }
  }

  @Test
  void everyLineHasSourceGradeAndOneMeaning() {
    for (Plan plan : PLANS) {
      assertThat(lines(plan).stream().map(PlanLine::mergeKey)).doesNotHaveDuplicates();
      assertThat(lines(plan).stream().map(PlanLine::text)).doesNotHaveDuplicates();
      for (PlanLine line : lines(plan)) {
        assertThat(line.sourceIds()).as(line.id()).isNotEmpty();
        assertThat(line.grade()).isNotNull();
        assertThat(line.text().toLowerCase(Locale.ROOT)).doesNotContain("you have");
        assertThat(line.text()).doesNotContain("{").doesNotContain("  ").isNotBlank();
      }
    }
  }

  @Test
  void everyCategoryIsFilledAndShort() {
    for (Plan plan : PLANS) {
      assertThat(plan.lines().keySet()).containsExactly(Category.values());
      assertThat(plan.lines(Category.PROFESSIONAL)).hasSizeBetween(1, 6);
      assertThat(plan.lines(Category.EXERCISE)).hasSizeBetween(1, 10);
      assertThat(plan.lines(Category.POSTURE_ERGONOMICS)).hasSizeBetween(1, 5);
      assertThat(plan.lines(Category.SAFETY_NET)).hasSizeBetween(1, 10);
    }
  }

  @Test
  void theSamePersonGetsTheSamePlan() {
    Planner again = Planner.load(KNOWLEDGE);
    for (int i = 0; i < REQUESTS; i += 10) {
      assertThat(again.plan(SAMPLE.get(i))).isEqualTo(PLANS.get(i));
    }
  }
}
