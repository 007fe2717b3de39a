package health.plumbline.contract;

import health.plumbline.care.CarePlan;
import health.plumbline.care.CarePlanner;
import health.plumbline.care.Category;
import health.plumbline.care.Plan;
import health.plumbline.care.PlanRequest;
import health.plumbline.care.Planner;
import health.plumbline.care.WeightedCondition;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import health.plumbline.narrative.Doubt;
import health.plumbline.narrative.Reader;
import health.plumbline.narrative.Reading;
import health.plumbline.narrative.Understood;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessment.MustNotMiss;
import health.plumbline.reasoning.Assessor;
import health.plumbline.reasoning.InfluentialNumber;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the program.
 *
 * <p>They are begun at once, each on a thread of its own, since loading them is most of the time
 * that a single command takes.
 */
public final class Engine {

  /** Longest text in characters; a long clinic letter has some ten thousand. */
  public static final int LONGEST_TEXT = 1_000_000;

  private final Supplier<KnowledgeBase> knowledge = Ahead.of("knowledge", KnowledgeBase::load);
  private final Supplier<Reader> reader = Ahead.of("reader", () -> Reader.load(knowledge.get()));
  private final Supplier<Assessor> assessor =
      Ahead.of("assessor", () -> Assessor.of(knowledge.get()));
  private final Supplier<Planner> planner = Ahead.of("planner", this::makePlanner);

  private @Nullable CarePlanner carePlanner;

  /** Which parts of a case are used. */
  public enum Input {
    text,
    findings,
    both
  }

  /**
   * What is known of a case.
   *
   * @param presentation all of it together
   * @param understood what was read from its text
   * @param doubts what its text leaves in doubt
   */
  public record Known(Presentation presentation, List<Understood> understood, List<Doubt> doubts) {

    /** What the text leaves in doubt and does not state elsewhere, also where it denies it. */
    public List<String> doubtful() {
      return doubts.stream()
          .map(Doubt::findingId)
          .distinct()
          .filter(id -> presentation.value(id).filter(FindingValue.YES::equals).isEmpty())
          .toList();
    }
  }

  /** What Plumbline knows. */
  public KnowledgeBase knowledge() {
    return knowledge.get();
  }

  /** After the assessor, which is needed sooner. */
  private Planner makePlanner() {
    var _ = assessor.get();
    return Planner.load(knowledge.get());
  }

  /** What reads words. */
  public Reader reader() {
    return reader.get();
  }

  /** The assessor on it. */
  public Assessor assessor() {
    return assessor.get();
  }

  /**
   * Puts together what a case says.
   *
   * @throws InvalidInputException if the part asked for is missing, or text and findings contradict
   *     each other on age or sex
   */
  public Known known(CaseFile it, Input input) {
    boolean useText = input != Input.findings && !it.text().isBlank();
    boolean useFindings = input != Input.text;
    if (!useText && input == Input.text) {
      throw InvalidInputException.of("text", "the case has no text to read");
    }
    if (!useText && !it.hasCoded()) {
      throw InvalidInputException.of("case", "has neither text nor findings to assess");
    }
    if (!useText) {
      return new Known(it.coded(), List.of(), List.of());
    }
    Reading reading = read(it.text());
    Presentation.Builder builder = reading.applyTo(Presentation.builder(knowledge().vocabulary()));
    if (useFindings) {
      Integer read = reading.age();
      Integer coded = it.coded().age();
      // A birthday between the two is no contradiction.
      if (read == null || coded == null || Math.abs(read - coded) > 1) {
        refuseContradiction("age", read, coded);
      }
      refuseContradiction("sex", reading.sex(), it.coded().sex());
      addCoded(it.coded(), builder);
    }
    Presentation presentation = builder.build();
    if (presentation.findings().isEmpty()
        && reading.doubts().isEmpty()
        && !assessor().outOfScope(presentation)) {
      throw InvalidInputException.of(
          "text",
          "nothing about pain was recognised in it; say where it hurts, since when, and what makes"
              + " it better or worse, or use: plumbline interview");
    }
    return new Known(presentation, reading.understood(), reading.doubts());
  }

  /**
   * Reads a text.
   *
   * @throws InvalidInputException if it is empty, too long or not text
   */
  public Reading read(String text) {
    if (text.isBlank()) {
      throw emptyText();
    }
    if (text.length() > LONGEST_TEXT) {
      throw InvalidInputException.of(
          "text", "has " + text.length() + " characters; allowed: up to " + LONGEST_TEXT);
    }
    if (text.indexOf('\0') >= 0) {
      throw InvalidInputException.of("text", "is binary data, not text");
    }
    StatedAge.check(text);
    Reading reading = reader.get().read(text);
    for (Doubt doubt : reading.doubts()) {
      if (doubt.findingId().equals("sex")) {
        throw InvalidInputException.of(
            doubt.findingId(),
            "the text states it more than once and differently (\"" + doubt.quote() + "\")");
      }
    }
    return reading;
  }

  /** For a text that says nothing at all. */
  public static InvalidInputException emptyText() {
    return InvalidInputException.of(
        "text", "is empty; say in your own words where it hurts and since when");
  }

  /** The full assessment. */
  public Assessment assess(Known known, Setting setting) {
    return assessor().assess(known.presentation(), setting, Set.copyOf(known.doubtful()));
  }

  /** The three numbers whose uncertainty matters most for the first cause. */
  public List<InfluentialNumber> influential(Presentation presentation, Setting setting) {
    return assessor().influential(presentation, setting, 3);
  }

  /**
   * The plan that belongs to an assessment. A child or young person gets the safety net only: the
   * rest is written for adults, and what a child needs is said with the urgency.
   */
  public Plan plan(Assessment assessment) {
    Plan plan = planFor(assessment);
    return assessor().outOfScope(assessment.presentation())
        ? new Plan(Map.of(Category.SAFETY_NET, plan.lines(Category.SAFETY_NET)), List.of())
        : plan;
  }

  private Plan planFor(Assessment assessment) {
    return planner.get().plan(request(assessment, PlanExtras.UNKNOWN));
  }

  private PlanRequest request(Assessment assessment, PlanExtras extras) {
    return new PlanRequest(
        assessment.presentation(),
        assessment.urgency().level(),
        assessor().leading(assessment.differential()).stream()
            .map(c -> new WeightedCondition(c.conditionId(), c.probability()))
            .toList(),
        assessment.mustNotMiss().stream().map(MustNotMiss::condition).collect(Collectors.toSet()),
        extras.history(),
        extras.means());
  }

  /** What makes whole plans, loaded when it is first asked for. */
  public synchronized CarePlanner carePlanner() {
    if (carePlanner == null) {
      carePlanner = CarePlanner.of(planner.get());
    }
    return carePlanner;
  }

  /** The whole plan that belongs to an assessment. */
  public CarePlan carePlan(Assessment assessment, PlanExtras extras, boolean traced) {
    return carePlanner().make(request(assessment, extras), extras.daily(), traced);
  }

  private static void refuseContradiction(
      String field, @Nullable Object fromText, @Nullable Object coded) {
    if (fromText != null && coded != null && !Objects.equals(fromText, coded)) {
      throw InvalidInputException.of(
          field, "the text says " + spelled(fromText) + ", the case says " + spelled(coded));
    }
  }

  private static String spelled(Object value) {
    return value instanceof Sex sex ? sex.id() : value.toString();
  }

  /** Coded findings win over what was read, since somebody checked them. */
  private static void addCoded(Presentation coded, Presentation.Builder builder) {
    if (coded.age() != null) {
      builder.age(coded.age());
    }
    if (coded.sex() != null) {
      builder.sex(coded.sex());
    }
    coded.findings().forEach(builder::finding);
    coded.painRegions().forEach(builder::painRegion);
  }
}
