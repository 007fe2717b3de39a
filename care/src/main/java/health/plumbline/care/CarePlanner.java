package health.plumbline.care;

import health.plumbline.care.ergonomics.Lift;
import health.plumbline.care.ergonomics.LiftingEquation;
import health.plumbline.care.ergonomics.WorkplaceAdvisor;
import health.plumbline.care.outcome.Outcomes;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes all that is handed over: the lines of the {@link Planner}, and with them medicines with
 * their doses and a programme of weeks.
 *
 * <p>Everything here is checked by the same {@link SafetyCheck} and knows the same facts as the
 * lines. While an emergency stands there is no medicine to take, and a child gets the safety net
 * alone: doses and exercises are for adults. Immutable and safe for concurrent use.
 */
public final class CarePlanner {

  private final Planner planner;
  private final MedicineAdvisor medicines;
  private final ConsultationBuilder consultations;
  private final CourseContent courses;
  private final double youngest;
  private final WorkplaceAdvisor workplaces = WorkplaceAdvisor.load();
  private final LiftingEquation lifting = LiftingEquation.load();
  private final Outcomes outcomes = Outcomes.load();

  private CarePlanner(Planner planner) {
    this.planner = planner;
    this.medicines = new MedicineAdvisor(planner.content());
    this.consultations = new ConsultationBuilder(planner.content());
    this.courses = new CourseContent(planner.content());
    this.youngest = planner.content().knowledge().settings().get("youngest-age-in-scope");
  }

  /**
   * Reads and checks the content of plans.
   *
   * @throws IllegalStateException naming file, line and column if a data file is malformed
   */
  public static CarePlanner load(KnowledgeBase knowledge) {
    return of(Planner.load(knowledge));
  }

  /** The same with a planner that is already there. */
  public static CarePlanner of(Planner planner) {
    return new CarePlanner(planner);
  }

  /**
   * Makes a plan with all its parts.
   *
   * @param daily the person's own numbers
   * @param traced whether to write down what becomes of every row
   * @throws InvalidInputException if the request names an unknown condition, question, equipment or
   *     instrument
   */
  public CarePlan make(PlanRequest request, Daily daily, boolean traced) {
    CareContent content = planner.content();
    for (String id : request.history().answers().keySet()) {
      if (content.safety().question(id).isEmpty()) {
        throw new InvalidInputException(
            "history",
            id,
            String.join(
                ", ", content.safety().questions().stream().map(MedicineQuestion::id).toList()));
      }
    }
    Planner.Worked worked = planner.work(request, traced);
    Integer age = request.presentation().age();
    if (age != null && age < youngest) {
      return new CarePlan(
          new Plan(
              Map.of(Category.SAFETY_NET, worked.plan().lines(Category.SAFETY_NET)), List.of()),
          List.of(),
          Optional.empty(),
          consultations.build(List.of(), request.urgency(), worked.facts()),
          List.of(),
          List.of(),
          List.of(),
          null,
          List.of(),
          List.of(),
          worked.trace());
    }
    boolean seenToday = request.urgency().atLeast(Urgency.SAME_DAY);
    List<MedicineLine> lines =
        request.urgency() == Urgency.EMERGENCY_NOW
            ? List.of()
            : medicines.advise(worked.facts(), worked.wanted());
    Optional<Programme> programme =
        new ProgrammeBuilder(
                content,
                planner.programmes(),
                worked.safety(),
                request.means(),
                worked.exerciseOrder())
            .build(worked.exercises(), worked.facts());
    List<TraceEntry> trace = new ArrayList<>(worked.trace());
    if (traced) {
      lines.forEach(line -> trace.add(entry(line)));
    }
    Lift lift = daily.lift();
    List<Condition> conditions =
        worked.entered().stream()
            .map(id -> content.knowledge().condition(id).orElseThrow())
            .toList();
    return new CarePlan(
        worked.plan(),
        lines,
        programme,
        consultations.build(worked.entered(), request.urgency(), worked.facts()),
        request.urgency().atLeast(Urgency.URGENT_2_WEEKS)
            ? List.of()
            : courses.courses(worked.entered(), worked.facts()),
        courses.reviews(request.urgency(), worked.facts()),
        seenToday ? List.of() : workplaces.advise(daily.workplace()),
        lift == null || seenToday ? null : lifting.assess(lift),
        daily.scores().stream().map(outcomes::judge).toList(),
        seenToday ? List.of() : outcomes.suggested(conditions),
        trace);
  }

  /** The instruments, to score answers. */
  public Outcomes outcomes() {
    return outcomes;
  }

  /** The names of medicines, to find them in words. */
  public NamedMedicines namedMedicines() {
    return planner.content().safety().namedMedicines();
  }

  /** All questions on history that a plan may ask. */
  public List<MedicineQuestion> questions() {
    return List.copyOf(planner.content().safety().questions());
  }

  private TraceEntry entry(MedicineLine line) {
    String reasons =
        switch (line.status()) {
          case SUITABLE -> "";
          case QUESTIONS_FIRST ->
              line.questions().stream().map(MedicineQuestion::id).collect(Collectors.joining(", "));
          case ASK_FIRST, NOT_SAFE ->
              line.checks().stream()
                  .filter(check -> check.truth() == Truth.TRUE)
                  .filter(check -> check.never() || line.status() == MedicineLine.Status.ASK_FIRST)
                  .map(check -> check.rowId() + " (" + check.known() + ")")
                  .collect(Collectors.joining("; "));
        };
    return new TraceEntry(
        "medicine",
        line.medicineId(),
        "",
        Category.PAIN_RELIEF,
        line.clinicalText().isEmpty() ? line.name() : line.clinicalText(),
        line.status() == MedicineLine.Status.NOT_SAFE
            ? TraceEntry.Outcome.NOT_SAFE
            : TraceEntry.Outcome.IN_PLAN,
        planner.content().phrase("trace-medicine-" + line.status().id(), "reasons", reasons),
        null,
        line.grade(),
        line.sourceIds().getFirst(),
        line.checks());
  }
}
