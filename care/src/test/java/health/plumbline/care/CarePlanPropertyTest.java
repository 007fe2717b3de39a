package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.care.MedicineLine.Status;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * What must hold of everything that is handed over, over seeded random people. {@code
 * -Dplumbline.people=100000} simulates more of them.
 *
 * <p>What is true of a person is kept here beside the request, and every contraindication is
 * evaluated on that, not on what the planner made of it.
 */
final class CarePlanPropertyTest {

  private static final int PEOPLE = Integer.getInteger("plumbline.people", 3_000);

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final CareContent CONTENT = CareContent.load(KNOWLEDGE);
  private static final CarePlanner PLANNER = CarePlanner.load(KNOWLEDGE);
  private static final List<Condition> CONDITIONS = List.copyOf(KNOWLEDGE.conditions());
  private static final List<String> NAMES =
      List.of(
          "naproxen",
          "aspirin",
          "apixaban",
          "warfarin",
          "prednisolone",
          "sertraline",
          "lithium",
          "methotrexate",
          "ramipril",
          "indapamide",
          "amlodipine",
          "carbamazepine",
          "co-codamol",
          "pregabalin",
          "zopiclone",
          "metformin",
          "the little white ones");

  /** Largest amounts in 24 hours for an adult without a prescriber, from the sources' texts. */
  private static final Map<String, Double> DAILY =
      Map.of("paracetamol", 4000.0, "ibuprofen", 1200.0, "topical-diclofenac", 16.0);

  /** A simulated person with what is true of them. */
  private record Person(PlanRequest request, Set<String> isTrue, Set<String> isFalse) {

    Truth truth(String atom) {
      return isTrue.contains(atom)
          ? Truth.TRUE
          : isFalse.contains(atom) ? Truth.FALSE : Truth.UNKNOWN;
    }
  }

  private static Person person(RandomGenerator random) {
    Set<String> isTrue = new HashSet<>();
    Set<String> isFalse = new HashSet<>();
    Presentation.Builder builder = Presentation.builder(KNOWLEDGE.vocabulary());
    int age = random.nextInt(10, 96);
    boolean ageKnown = random.nextInt(12) > 0;
    if (ageKnown) {
      builder.age(age);
      (age >= 65 ? isTrue : isFalse).add("age-65-or-over");
    }
    if (random.nextInt(12) > 0) {
      builder.sex(random.nextBoolean() ? Sex.FEMALE : Sex.MALE);
    }
    double known = random.nextDouble() < 0.3 ? 1 : random.nextDouble();
    int rarity = random.nextInt(2, 30);
    Map<String, Boolean> answers = new HashMap<>();
    for (String atom : atoms()) {
      if (random.nextDouble() >= known || atom.startsWith("age-")) {
        continue;
      }
      boolean holds = random.nextInt(rarity) == 0;
      if (atom.startsWith(Facts.QUESTION)) {
        if (!atom.equals(Facts.MEDICINES)) {
          answers.put(atom.substring(Facts.QUESTION.length()), holds);
          (holds ? isTrue : isFalse).add(atom);
        }
      } else if (!atom.contains(":")) {
        builder.finding(atom, holds ? FindingValue.YES : FindingValue.NO);
        (holds ? isTrue : isFalse).add(atom);
      }
    }
    List<String> medicines = random.nextInt(3) == 0 ? null : new ArrayList<>();
    if (medicines != null) {
      for (int i = random.nextInt(4); i > 0; i--) {
        medicines.add(NAMES.get(random.nextInt(NAMES.size())));
      }
      Set<String> classes = CONTENT.safety().namedMedicines().classesOf(medicines);
      for (MedicineClass one : CONTENT.safety().medicineClasses()) {
        (classes.contains(one.id()) ? isTrue : isFalse).add(Facts.TAKES + one.id());
        if (classes.contains(one.id())) {
          isTrue.addAll(one.implies());
          isFalse.removeAll(one.implies());
        }
      }
    }
    List<WeightedCondition> leading = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      ids.add(CONDITIONS.get(random.nextInt(CONDITIONS.size())).id());
    }
    ids.forEach(id -> leading.add(new WeightedCondition(id, random.nextDouble())));
    leading.sort(Comparator.comparingDouble(WeightedCondition::probability).reversed());
    Set<String> suspected = new HashSet<>();
    if (random.nextInt(3) == 0) {
      suspected.add(CONDITIONS.get(random.nextInt(CONDITIONS.size())).id());
    }
    for (Condition condition : CONDITIONS) {
      boolean holds =
          suspected.contains(condition.id())
              || leading.stream()
                  .anyMatch(
                      one ->
                          one.conditionId().equals(condition.id())
                              && (one.probability() >= 0.05 || one.equals(leading.getFirst())));
      (holds ? isTrue : isFalse).add(Facts.CONDITION + condition.id());
    }
    Set<String> equipment = new LinkedHashSet<>();
    for (String id : List.of("band", "cycle", "pool", "weights", "bench")) {
      if (random.nextInt(4) == 0) {
        equipment.add(id);
      }
    }
    Means means =
        new Means(
            equipment,
            random.nextInt(5) == 0 ? Set.of("floor") : Set.of(),
            random.nextBoolean() ? null : Integer.valueOf(random.nextInt(5, 61)));
    Urgency urgency = Urgency.values()[random.nextInt(Urgency.values().length)];
    return new Person(
        new PlanRequest(
            builder.build(), urgency, leading, suspected, new History(answers, medicines), means),
        isTrue,
        isFalse);
  }

  private static Set<String> atoms() {
    Set<String> atoms = new LinkedHashSet<>();
    CONTENT.safety().contraindications().forEach(row -> atoms.addAll(row.when().findings()));
    CONTENT.safety().questions().forEach(question -> atoms.add(Facts.QUESTION + question.id()));
    return atoms;
  }

  @Test
  void nothingHandedOverIsForbiddenOverdosedOrSelfCareInAnEmergency() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_302);
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < PEOPLE; i++) {
      Person person = person(random);
      CarePlan plan = PLANNER.make(person.request(), Daily.UNKNOWN, false);
      assertThat(plan.plan().hasExercises()).isEqualTo(plan.programme().isPresent());
      plan.programme()
          .ifPresent(
              programme -> {
                seen.merge("programmes", 1, Integer::sum);
                checkProgramme(person, programme);
              });
      for (MedicineLine line : plan.medicines()) {
        seen.merge(line.status().id(), 1, Integer::sum);
        checkMedicine(person, line);
      }
      checkUrgency(person, plan);
    }
    // Every kind of answer has been tried, or the test would say nothing.
    assertThat(seen.keySet())
        .contains("programmes", "suitable", "ask-first", "questions-first", "not-safe");
    System.out.println("simulated " + PEOPLE + " people: " + seen);
  }

  private static void checkProgramme(Person person, Programme programme) {
    assertThat(programme.weeks()).isEqualTo(12);
    assertThat(programme.lights()).hasSize(3);
    for (Programme.Phase phase : programme.phases()) {
      assertThat(phase.items()).hasSizeBetween(1, 6);
      assertThat(phase.items().stream().map(item -> item.exercise().exerciseId()))
          .doesNotHaveDuplicates();
      for (Programme.Item item : phase.items()) {
        String id = item.exercise().exerciseId();
        for (Contraindication row :
            CONTENT.safety().contraindications(new Use("exercise", id, false))) {
          boolean applies = row.when().evaluate(person::truth, UnansweredNot.WAITS) == Truth.TRUE;
          assertThat(applies && row.never())
              .as(() -> id + " against " + row.id() + " in " + person.request())
              .isFalse();
        }
        assertThat(item.dose()).doesNotContain("{").isNotBlank();
        assertThat(item.minutes()).isPositive();
      }
    }
  }

  private static void checkMedicine(Person person, MedicineLine line) {
    Medicine medicine =
        CONTENT.safety().medicines().stream()
            .filter(one -> one.id().equals(line.medicineId()))
            .findFirst()
            .orElseThrow();
    assertThat(medicine.overTheCounter()).isTrue();
    boolean forbidden = false;
    boolean open = false;
    for (Use use : medicine.uses()) {
      for (Contraindication row : CONTENT.safety().contraindications(use)) {
        Truth truth = row.when().evaluate(person::truth, UnansweredNot.WAITS);
        forbidden |= row.never() && truth == Truth.TRUE;
        open |=
            truth == Truth.UNKNOWN
                && row.when().findings().stream()
                    .anyMatch(
                        atom ->
                            atom.startsWith(Facts.QUESTION) && person.truth(atom) == Truth.UNKNOWN);
      }
    }
    if (forbidden) {
      assertThat(line.status())
          .as(() -> line.medicineId() + " in " + person.request())
          .isEqualTo(Status.NOT_SAFE);
    }
    if (open) {
      assertThat(line.status()).isIn(Status.NOT_SAFE, Status.QUESTIONS_FIRST);
    }
    MedicineLine.Dose dose = line.dose();
    if (dose == null) {
      assertThat(line.status()).isNotEqualTo(Status.SUITABLE);
      return;
    }
    assertThat(line.status()).isIn(Status.SUITABLE, Status.ASK_FIRST);
    Integer age = person.request().presentation().age();
    if (dose.daysMost() != null) {
      assertThat(age).isNotNull().isGreaterThanOrEqualTo(18);
    }
    Double most = DAILY.get(line.medicineId());
    if (most != null) {
      assertThat(dose.dailyMost()).isLessThanOrEqualTo(most);
      Double single = dose.singleMost();
      Double times = dose.timesMost();
      assertThat(single).isNotNull();
      assertThat(times).isNotNull();
      assertThat(single == null || times == null ? -1 : single * times).isBetween(0.0, most);
    }
  }

  private static void checkUrgency(Person person, CarePlan plan) {
    Urgency urgency = person.request().urgency();
    if (!urgency.atLeast(Urgency.SAME_DAY)) {
      return;
    }
    assertThat(plan.programme()).isEmpty();
    assertThat(plan.workplace()).isEmpty();
    assertThat(plan.lift()).isNull();
    assertThat(plan.courses()).isEmpty();
    assertThat(plan.plan().lines(Category.EXERCISE))
        .allSatisfy(line -> assertThat(line.direction()).isEqualTo(Direction.AGAINST));
    if (urgency == Urgency.EMERGENCY_NOW) {
      assertThat(plan.medicines()).isEmpty();
    }
  }

  @Test
  void aTraceChangesNothing() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int i = 0; i < 200; i++) {
      Person person = person(random);
      CarePlan plain = PLANNER.make(person.request(), Daily.UNKNOWN, false);
      CarePlan traced = PLANNER.make(person.request(), Daily.UNKNOWN, true);
      assertThat(traced.plan()).isEqualTo(plain.plan());
      assertThat(traced.medicines()).isEqualTo(plain.medicines());
      assertThat(traced.programme()).isEqualTo(plain.programme());
      assertThat(plain.trace()).isEmpty();
      assertThat(traced.trace()).isNotEmpty();
      Set<String> inPlan = new HashSet<>();
      for (TraceEntry entry : traced.trace()) {
        assertThat(entry.why()).doesNotContain("{").isNotBlank();
        if (entry.outcome() == TraceEntry.Outcome.IN_PLAN) {
          inPlan.add(entry.rowId());
        }
        if (entry.outcome() == TraceEntry.Outcome.NOT_SAFE) {
          assertThat(entry.applying()).as(entry.rowId()).isNotEmpty();
        }
      }
      Integer age = person.request().presentation().age();
      if (age == null || age >= KNOWLEDGE.settings().get("youngest-age-in-scope")) {
        for (List<PlanLine> lines : plain.plan().lines().values()) {
          for (PlanLine line : lines) {
            if (!line.id().equals("exercise-before-you-start")) {
              assertThat(inPlan).as(line.id()).contains(line.id());
            }
          }
        }
      }
    }
  }

  @Test
  void everyQuestionOfAFindingIsOneThatCanBeAsked() {
    Facts nobody =
        new Facts(
            Presentation.builder(KNOWLEDGE.vocabulary()).build(),
            History.UNKNOWN,
            CONTENT,
            Set.of(),
            false);
    MedicineAdvisor advisor = new MedicineAdvisor(CONTENT);
    for (Medicine medicine : CONTENT.safety().medicines()) {
      for (MedicineQuestion question : advisor.judge(medicine, nobody).questions()) {
        KNOWLEDGE
            .vocabulary()
            .find(question.id())
            .filter(finding -> !finding.id().equals("age"))
            .ifPresent(
                finding -> {
                  assertThat(finding.role()).isEqualTo(Finding.Role.ASKED);
                  assertThat(finding.question()).isEqualTo(question.question());
                });
      }
    }
  }
}
