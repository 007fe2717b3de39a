package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.care.ergonomics.Lift;
import health.plumbline.care.ergonomics.Workplace;
import health.plumbline.care.outcome.Score;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Twelve worked people, whole plans read line by line and kept. A change of a plan shows as a
 * change of a file in {@code src/test/resources/people}; {@code -Dplumbline.regenerate=true} writes
 * them anew, to be read again.
 */
final class WorkedPeopleTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "people");
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final CarePlanner PLANNER = CarePlanner.load(KNOWLEDGE);
  private static final Map<String, Boolean> HEALTHY = new LinkedHashMap<>();

  static {
    PLANNER.questions().forEach(question -> HEALTHY.put(question.id(), false));
    HEALTHY.remove("interacting-medicines");
  }

  /** Findings of which a healthy adult denies all. */
  private static final List<String> WELL =
      List.of(
          "anticoagulant-use",
          "single-kidney-or-transplant",
          "chronic-liver-or-kidney-disease",
          "known-vascular-disease",
          "corticosteroid-use",
          "hypertension",
          "inflammatory-bowel-disease",
          "fever",
          "rigors",
          "systemically-unwell",
          "progressive-neurological-deficit",
          "foot-drop-new",
          "unable-weight-bear",
          "osteoporosis",
          "history-cancer",
          "diabetes",
          "alcohol-heavy",
          "unilateral-dermatomal-vesicular-rash");

  /** A person and the request that their assessment leads to. */
  private record Person(String name, String about, PlanRequest request, Daily daily) {}

  private static Presentation presentation(int age, Sex sex, boolean well, String... findings) {
    Presentation.Builder builder = Presentation.builder(KNOWLEDGE.vocabulary()).age(age).sex(sex);
    Map<String, String> all = new LinkedHashMap<>();
    if (well) {
      WELL.forEach(id -> all.put(id, "no"));
    }
    for (int i = 0; i < findings.length; i += 2) {
      all.put(findings[i], findings[i + 1]);
    }
    all.forEach(builder::finding);
    return builder.build();
  }

  private static PlanRequest request(
      Presentation person,
      Urgency urgency,
      Set<String> suspected,
      History history,
      Means means,
      Object... leading) {
    List<WeightedCondition> conditions = new ArrayList<>();
    for (int i = 0; i < leading.length; i += 2) {
      conditions.add(new WeightedCondition((String) leading[i], (Double) leading[i + 1]));
    }
    return new PlanRequest(person, urgency, conditions, suspected, history, means);
  }

  private static History takes(String... medicines) {
    return new History(HEALTHY, List.of(medicines));
  }

  private static List<Person> people() {
    return List.of(
        new Person(
            "01-hip-osteoarthritis-at-58",
            "Woman of 58, office work, hip osteoarthritis, weak abductors, nothing else",
            request(
                presentation(
                    58,
                    Sex.FEMALE,
                    true,
                    "duration-weeks",
                    "30",
                    "weakness-hip-abduction",
                    "yes",
                    "prolonged-sitting-work",
                    "yes"),
                Urgency.ROUTINE,
                Set.of(),
                takes(),
                new Means(Set.of("band"), Set.of(), 30),
                "hip-osteoarthritis",
                0.8,
                "greater-trochanteric-pain-syndrome",
                0.04),
            new Daily(
                new Workplace(
                    Map.of(
                        Workplace.STATURE,
                        164.0,
                        "desk_cm",
                        74.0,
                        "seat_cm",
                        47.0,
                        "sitting_hours",
                        8.0)),
                null,
                List.of(new Score("nprs", 7.0, 4)))),
        new Person(
            "02-stenosis-and-hip-osteoarthritis-on-apixaban",
            "Man of 74 with stenosis and hip osteoarthritis, apixaban, ramipril, cannot get to the"
                + " floor",
            request(
                presentation(
                    74,
                    Sex.MALE,
                    true,
                    "duration-weeks",
                    "60",
                    "anticoagulant-use",
                    "yes",
                    "hypertension",
                    "yes",
                    "pain-worse-extension",
                    "yes"),
                Urgency.ROUTINE,
                Set.of(),
                takes("apixaban", "ramipril"),
                new Means(Set.of(), Set.of("floor"), 20),
                "hip-osteoarthritis",
                0.6,
                "lumbar-spinal-stenosis",
                0.5),
            Daily.UNKNOWN),
        new Person(
            "03-pregnant-with-pelvic-girdle-pain",
            "Woman of 31, 26 weeks pregnant, pelvic girdle pain",
            request(
                presentation(31, Sex.FEMALE, true, "duration-weeks", "5", "pregnancy", "yes"),
                Urgency.ROUTINE,
                Set.of(),
                takes(),
                Means.USUAL,
                "pelvic-girdle-pain",
                0.7,
                "non-specific-low-back-pain",
                0.2),
            Daily.UNKNOWN),
        new Person(
            "04-osteoporotic-vertebral-fracture",
            "Woman of 79 with osteoporosis, sudden back pain after a cough, alendronic acid",
            request(
                presentation(79, Sex.FEMALE, true, "duration-weeks", "1", "osteoporosis", "yes"),
                Urgency.URGENT_2_WEEKS,
                Set.of("vertebral-fracture"),
                takes("alendronic acid"),
                Means.USUAL,
                "vertebral-fracture",
                0.7,
                "non-specific-low-back-pain",
                0.2),
            Daily.UNKNOWN),
        new Person(
            "05-runner-with-suspected-stress-fracture",
            "Woman of 25, marathon training, groin pain on every step",
            request(
                presentation(
                    25,
                    Sex.FEMALE,
                    true,
                    "duration-weeks",
                    "4",
                    "running-or-military-training",
                    "yes"),
                Urgency.SAME_DAY,
                Set.of("femoral-neck-stress-fracture"),
                takes(),
                Means.USUAL,
                "femoral-neck-stress-fracture",
                0.5,
                "adductor-groin-pain",
                0.3),
            Daily.UNKNOWN),
        new Person(
            "06-cauda-equina-suspected",
            "Man of 45, numb between the legs since this morning",
            request(
                presentation(45, Sex.MALE, false, "saddle-numbness", "yes"),
                Urgency.EMERGENCY_NOW,
                Set.of("cauda-equina-syndrome"),
                History.UNKNOWN,
                Means.USUAL,
                "disc-herniation-s1",
                0.6,
                "cauda-equina-syndrome",
                0.3),
            Daily.UNKNOWN),
        new Person(
            "07-new-back-pain-at-34-nothing-asked",
            "Man of 34, new back pain for a week, warehouse work, nothing asked about medicines",
            request(
                presentation(34, Sex.MALE, false, "duration-weeks", "1"),
                Urgency.SELF_CARE,
                Set.of(),
                History.UNKNOWN,
                Means.USUAL,
                "non-specific-low-back-pain",
                0.8),
            new Daily(
                new Workplace(Map.of(Workplace.STATURE, 181.0)),
                new Lift(18, 50, 30, 90, 45, 2, Lift.Duration.UP_TO_8_HOURS, Lift.Coupling.POOR),
                List.of())),
        new Person(
            "08-sciatica-with-asthma-and-ulcer",
            "Woman of 46, sciatica for six weeks, asthma, an ulcer years ago, sertraline",
            request(
                presentation(
                    46,
                    Sex.FEMALE,
                    true,
                    "duration-weeks",
                    "6",
                    "slr-positive",
                    "yes",
                    "pain-worse-flexion",
                    "yes",
                    "pain-worse-extension",
                    "no"),
                Urgency.ROUTINE,
                Set.of(),
                new History(with("asthma", "stomach-ulcer"), List.of("sertraline")),
                Means.USUAL,
                "disc-herniation-s1",
                0.7,
                "disc-herniation-l5",
                0.2),
            Daily.UNKNOWN),
        new Person(
            "09-gluteal-tendons-at-52",
            "Woman of 52, pain over the outer hip, an exercise band, ten minutes a day",
            request(
                presentation(52, Sex.FEMALE, true, "duration-weeks", "20", "trendelenburg", "yes"),
                Urgency.ROUTINE,
                Set.of(),
                takes("levothyroxine"),
                new Means(Set.of("band"), Set.of(), 10),
                "greater-trochanteric-pain-syndrome",
                0.85),
            new Daily(Workplace.UNKNOWN, null, List.of(new Score("visa-g", 45.0, 60)))),
        new Person(
            "10-kidney-disease-and-heart-failure-at-82",
            "Man of 82, long back pain, kidney disease, heart failure, furosemide and bisoprolol",
            request(
                presentation(
                    82,
                    Sex.MALE,
                    true,
                    "duration-weeks",
                    "100",
                    "chronic-liver-or-kidney-disease",
                    "yes"),
                Urgency.ROUTINE,
                Set.of(),
                new History(with("heart-failure"), List.of("furosemide", "bisoprolol")),
                Means.USUAL,
                "lumbar-facet-osteoarthritis",
                0.5,
                "non-specific-low-back-pain",
                0.4),
            Daily.UNKNOWN),
        new Person(
            "11-footballer-with-adductor-pain",
            "Man of 22, groin pain from football for three months, healthy",
            request(
                presentation(
                    22,
                    Sex.MALE,
                    true,
                    "duration-weeks",
                    "12",
                    "adductor-squeeze-positive",
                    "yes",
                    "sport-kicking-pivoting",
                    "yes"),
                Urgency.ROUTINE,
                Set.of(),
                takes(),
                new Means(Set.of("bench", "weights"), Set.of(), 40),
                "adductor-groin-pain",
                0.8,
                "femoroacetabular-impingement",
                0.2),
            Daily.UNKNOWN),
        new Person(
            "12-cancer-history-and-new-night-pain",
            "Woman of 63, breast cancer five years ago, new back pain worse at night",
            request(
                presentation(63, Sex.FEMALE, true, "duration-weeks", "5", "history-cancer", "yes"),
                Urgency.URGENT_2_WEEKS,
                Set.of("spinal-malignancy"),
                takes("letrozole"),
                Means.USUAL,
                "non-specific-low-back-pain",
                0.6,
                "spinal-malignancy",
                0.06),
            Daily.UNKNOWN));
  }

  private static Map<String, Boolean> with(String... yes) {
    Map<String, Boolean> answers = new LinkedHashMap<>(HEALTHY);
    for (String id : yes) {
      answers.put(id, true);
    }
    return answers;
  }

  @TestFactory
  List<DynamicTest> everyPlanIsAsItWasRead() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Person person : people()) {
      tests.add(
          DynamicTest.dynamicTest(
              person.name(),
              () -> {
                String is = print(person, PLANNER.make(person.request(), person.daily(), true));
                Path file = FOLDER.resolve(person.name() + ".txt");
                if (Boolean.getBoolean("plumbline.regenerate")) {
                  Files.createDirectories(FOLDER);
                  Files.writeString(file, is);
                }
                assertThat(is).isEqualTo(read(file));
              }));
    }
    assertThat(tests).hasSize(12);
    return tests;
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static String print(Person person, CarePlan plan) {
    StringBuilder out = new StringBuilder();
    PlanRequest request = person.request();
    out.append(person.about()).append('\n');
    out.append("urgency: ").append(request.urgency().id());
    out.append("; leading: ");
    request
        .leading()
        .forEach(
            one ->
                out.append(one.conditionId()).append(' ').append(one.probability()).append("; "));
    out.append("suspected: ").append(request.suspected()).append('\n');
    for (Category category : Category.values()) {
      heading(out, category.id());
      for (PlanLine line : plan.plan().lines(category)) {
        if (line.exercise() == null) {
          item(out, line.id(), line.text(), line.grade().name());
        }
      }
    }
    heading(out, "medicines");
    for (MedicineLine line : plan.medicines()) {
      item(out, line.medicineId() + ", " + line.status().id(), line.text(), line.grade().name());
    }
    plan.programme()
        .ifPresent(
            programme -> {
              heading(out, "programme, " + programme.minutes() + " minutes");
              programme.reasons().forEach(reason -> out.append("  ").append(reason).append('\n'));
              out.append("  ").append(programme.needs()).append('\n');
              for (Programme.Phase phase : programme.phases()) {
                out.append("  weeks ").append(phase.weekFrom()).append(" to ");
                out.append(phase.weekTo()).append('\n');
                for (Programme.Item item : phase.items()) {
                  item(
                      out,
                      item.exercise().exerciseId(),
                      item.dose()
                          + " "
                          + item.change()
                          + (phase.weekFrom() == 1 ? String.join(" ", item.cautions()) : ""),
                      item.grade().name());
                }
              }
            });
    Consultation visit = plan.consultation();
    visit("bring", visit.bring(), out);
    visit("say", visit.say(), out);
    visit("expect", visit.expect(), out);
    visit("imaging", visit.imaging(), out);
    heading(out, "course");
    plan.courses().forEach(c -> item(out, c.id(), c.text() + " " + c.slower(), c.grade().name()));
    plan.reviews().forEach(r -> item(out, "week " + r.weeks(), r.text(), r.grade().name()));
    heading(out, "workplace");
    plan.workplace().forEach(w -> item(out, w.id(), w.text(), w.grade().name()));
    if (plan.lift() != null) {
      plan.lift().sentences().forEach(text -> item(out, "lift", text, null));
    }
    heading(out, "measures");
    plan.changes().forEach(c -> item(out, c.instrumentId(), c.text(), null));
    plan.instruments().forEach(i -> item(out, i.id(), i.name(), null));
    heading(out, "left out");
    plan.plan()
        .leftOut()
        .forEach(one -> item(out, one.sourceId(), one.what() + ": " + one.why(), null));
    heading(out, "not safe, by rule");
    plan.trace().stream()
        .filter(entry -> entry.outcome() == TraceEntry.Outcome.NOT_SAFE)
        .forEach(entry -> item(out, entry.kind() + " " + entry.rowId(), entry.why(), null));
    return out.toString();
  }

  private static void visit(String kind, List<Consultation.Line> lines, StringBuilder out) {
    heading(out, kind);
    lines.forEach(line -> item(out, line.id(), line.text(), line.grade().name()));
  }

  private static void heading(StringBuilder out, String text) {
    out.append('\n').append(text).append('\n');
  }

  private static void item(StringBuilder out, String id, String text, @Nullable String grade) {
    out.append("    [").append(id).append(grade == null ? "" : ", " + grade).append("] ");
    out.append(text.strip()).append('\n');
  }
}
