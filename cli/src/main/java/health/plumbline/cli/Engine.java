package health.plumbline.cli;

import health.plumbline.care.Category;
import health.plumbline.care.Plan;
import health.plumbline.care.PlanRequest;
import health.plumbline.care.Planner;
import health.plumbline.care.WeightedCondition;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the program.
 *
 * <p>They are begun at once, each on a thread of its own, since loading them is most of the time
 * that a single command takes.
 */
final class Engine {

  /** Longest text in characters; a long clinic letter has some ten thousand. */
  static final int LONGEST_TEXT = 1_000_000;

  private final Supplier<KnowledgeBase> knowledge = Ahead.of("knowledge", KnowledgeBase::load);
  private final Supplier<Reader> reader = Ahead.of("reader", () -> Reader.load(knowledge.get()));
  private final Supplier<Assessor> assessor =
      Ahead.of("assessor", () -> Assessor.of(knowledge.get()));
  private final Supplier<Planner> planner = Ahead.of("planner", this::makePlanner);

  /** Which parts of a case are used. */
  enum Input {
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
  record Known(Presentation presentation, List<Understood> understood, List<Doubt> doubts) {}

  KnowledgeBase knowledge() {
    return knowledge.get();
  }

  /** After the assessor, which is needed sooner. */
  private Planner makePlanner() {
    var _ = assessor.get();
    return Planner.load(knowledge.get());
  }

  Reader reader() {
    return reader.get();
  }

  Assessor assessor() {
    return assessor.get();
  }

  /**
   * Puts together what a case says.
   *
   * @throws InvalidInputException if the part asked for is missing, or text and findings contradict
   *     each other on age or sex
   */
  Known known(CaseFile it, Input input) {
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
        && !Assessor.outOfScope(presentation)) {
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
  Reading read(String text) {
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
  static InvalidInputException emptyText() {
    return InvalidInputException.of(
        "text", "is empty; say in your own words where it hurts and since when");
  }

  /** The full assessment. */
  Assessment assess(Presentation presentation, Setting setting) {
    return assessor().assess(presentation, setting);
  }

  /**
   * The plan that belongs to an assessment. A child or young person gets the safety net only: the
   * rest is written for adults, and what a child needs is said with the urgency.
   */
  Plan plan(Assessment assessment) {
    Plan plan = planFor(assessment);
    Integer age = assessment.presentation().age();
    return age != null && age < Presentation.YOUNGEST_IN_SCOPE
        ? new Plan(Map.of(Category.SAFETY_NET, plan.lines(Category.SAFETY_NET)), List.of())
        : plan;
  }

  private Plan planFor(Assessment assessment) {
    return planner
        .get()
        .plan(
            new PlanRequest(
                assessment.presentation(),
                assessment.urgency().level(),
                Assessor.leading(assessment.differential()).stream()
                    .map(c -> new WeightedCondition(c.conditionId(), c.probability()))
                    .toList(),
                assessment.mustNotMiss().stream()
                    .map(MustNotMiss::condition)
                    .collect(Collectors.toSet())));
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
