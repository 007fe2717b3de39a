package health.plumbline.handover;

import health.plumbline.care.CarePlan;
import health.plumbline.care.Category;
import health.plumbline.care.Consultation;
import health.plumbline.care.Course;
import health.plumbline.care.outcome.Instrument;
import health.plumbline.handover.Block.Bullets;
import health.plumbline.handover.Block.Item;
import health.plumbline.handover.Block.Paragraph;
import health.plumbline.handover.Block.Picture;
import health.plumbline.handover.Block.Subheading;
import health.plumbline.handover.Block.Table;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Phrases;
import health.plumbline.knowledge.Urgency;
import health.plumbline.knowledge.UrgencyAdvice;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.UnansweredScreen;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The plan as the person reads it: first how soon and to whom, then what to do, then what next. */
public final class PlanDocument {

  private static final int WARNINGS = 3;
  private static final int TESTS = 4;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final Handed handed;
  private final CarePlan plan;
  private final Cited cited = new Cited();
  private final Sections sections = new Sections();

  private PlanDocument(Handed handed) {
    this.handed = handed;
    this.plan = handed.plan();
  }

  /** The document of a plan. */
  public static Document of(Handed handed) {
    return new PlanDocument(handed).build();
  }

  private Document build() {
    Assessment assessment = handed.assessment();
    Urgency level = assessment.urgency().level();
    List<String> warnings = new ArrayList<>();
    for (Assessment.Reason reason : assessment.urgency().reasons()) {
      if (warnings.size() < WARNINGS
          && reason.level() == level
          && !warnings.contains(reason.text())) {
        warnings.add(reason.text());
        cited.add(reason.sources());
      }
    }
    boolean seenToday = level.atLeast(Urgency.SAME_DAY);
    String headline = UrgencyAdvice.of(level).headline();
    Urgency shown = level;
    if (assessment.urgency().awaitsScreen()) {
      UnansweredScreen screen = UnansweredScreen.of(handed.knowledge(), assessment.urgency());
      headline = screen.headline();
      shown = Urgency.SAME_DAY;
      warnings.addFirst(screen.otherwise());
      warnings.addFirst(screen.then());
      emergencyScreen(screen);
    }
    professional();
    if (seenToday) {
      safetyNet();
    }
    exercise();
    manualTherapy();
    ergonomics();
    sections.add("pain-relief", "Pain relief", new MedicineSection(plan, cited).blocks());
    course();
    measures();
    if (!seenToday) {
      safetyNet();
    }
    leftOut();
    sections.add("sources", "Sources", List.of(cited.list(handed.knowledge())));
    return new Document(
        seenToday ? "What to do now" : "Your plan",
        shown.id(),
        headline,
        warnings,
        sections.list(),
        new Phrases()
            .text(
                "disclaimer-plan",
                "setting",
                assessment.setting().displayName(),
                "version",
                assessment.knowledgeVersion()));
  }

  /** First of all sections: the plan holds only if these questions are answered no. */
  private void emergencyScreen(UnansweredScreen screen) {
    cited.add(screen.sourceIds());
    sections.add(
        "first",
        screen.headline(),
        List.of(
            new Paragraph(screen.lead()),
            new Bullets(
                screen.questions().stream().map(question -> new Item("", question, "")).toList()),
            new Paragraph(screen.signsLead()),
            new Bullets(screen.signs().stream().map(sign -> new Item("", sign, "")).toList())));
  }

  private List<Item> items(Category category) {
    return plan.plan().lines(category).stream()
        .filter(line -> line.exercise() == null)
        .map(cited::item)
        .toList();
  }

  private void professional() {
    Consultation visit = plan.consultation();
    Set<String> imaging =
        visit.imaging().stream().map(Consultation.Line::id).collect(Collectors.toSet());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Bullets(
            plan.plan().lines(Category.PROFESSIONAL).stream()
                .filter(line -> !imaging.contains(line.id()))
                .map(cited::item)
                .toList()));
    sub(blocks, "What to bring", visit.bring());
    sub(blocks, "What to say", visit.say());
    sub(blocks, "What they will do", visit.expect());
    String tests =
        visit.expect().isEmpty()
            ? ""
            : handed.assessment().next().stream()
                .map(next -> handed.knowledge().vocabulary().require(next.findingId()))
                .filter(finding -> finding.role() == Finding.Role.EXAMINED)
                .limit(TESTS)
                .map(Finding::name)
                .collect(Collectors.joining("; "));
    if (!tests.isEmpty()) {
      blocks.add(new Paragraph("The tests that would tell most here: " + tests + "."));
    }
    sub(blocks, "Scans and X-rays", visit.imaging());
    sections.add("help", "Professional help", blocks);
  }

  private void sub(List<Block> blocks, String title, List<Consultation.Line> lines) {
    if (!lines.isEmpty()) {
      blocks.add(new Subheading(title));
      blocks.add(new Bullets(lines.stream().map(cited::item).toList()));
    }
  }

  private void exercise() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Bullets(items(Category.EXERCISE)));
    plan.programme()
        .ifPresent(programme -> blocks.addAll(new ProgrammeSection(handed, cited).of(programme)));
    sections.add("exercise", "Exercise and stretching", blocks);
  }

  private void manualTherapy() {
    sections.add(
        "hands-on", "Hands-on treatment", List.of(new Bullets(items(Category.MANUAL_THERAPY))));
  }

  private void ergonomics() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Bullets(items(Category.POSTURE_ERGONOMICS)));
    if (!plan.workplace().isEmpty()) {
      blocks.add(new Subheading("Your own numbers: seat, desk, car and bed"));
      blocks.add(
          new Bullets(
              plan.workplace().stream()
                  .map(
                      line ->
                          new Item("", line.text(), cited.support(line.grade(), line.sourceId())))
                  .toList()));
    }
    var lift = plan.lift();
    if (lift != null) {
      cited.add(lift.sourceIds());
      blocks.add(new Subheading("Your lift"));
      lift.sentences().forEach(text -> blocks.add(new Paragraph(text)));
      List<List<String>> rows = new ArrayList<>();
      lift.multipliers()
          .forEach(
              (name, value) -> rows.add(List.of(name, String.format(Locale.ROOT, "%.2f", value))));
      blocks.add(new Table(List.of("Multiplier (1 is best)", "Value"), rows));
    }
    sections.add("daily-life", "Posture and daily life", blocks);
  }

  private void course() {
    List<Block> blocks = new ArrayList<>();
    for (Course course : plan.courses()) {
      String lay =
          course.conditionIds().stream()
              .map(id -> handed.knowledge().condition(id).orElseThrow().layName())
              .collect(Collectors.joining("; "));
      blocks.add(
          new Bullets(
              List.of(
                  new Item(
                      "If it is " + lay + ":",
                      course.text() + (course.slower().isEmpty() ? "" : " " + course.slower()),
                      cited.support(course.grade(), course.sourceId())))));
      var curve = course.curve();
      if (curve != null) {
        blocks.add(new Picture(CoursePlot.svg(curve), CoursePlot.describe(curve)));
      }
    }
    if (!plan.reviews().isEmpty()) {
      blocks.add(new Subheading("When to look back"));
      blocks.add(
          new Bullets(
              plan.reviews().stream()
                  .map(
                      review ->
                          new Item(
                              day(handed.start().plusWeeks(review.weeks())) + ":",
                              review.text(),
                              cited.support(review.grade(), review.sourceId())))
                  .toList()));
    }
    sections.add("course", "What to expect", blocks);
  }

  private static String day(LocalDate date) {
    return DAY.format(date);
  }

  private void measures() {
    List<Block> blocks = new ArrayList<>();
    plan.changes().forEach(change -> blocks.add(new Paragraph(change.text())));
    items(blocks, "Measure now, and again at each review", false);
    items(blocks, "At each review only", true);
    String others =
        plan.instruments().stream()
            .filter(instrument -> instrument.items().isEmpty())
            .map(Instrument::name)
            .collect(Collectors.joining("; "));
    if (!others.isEmpty()) {
      blocks.add(
          new Paragraph("A clinician may also use, under its owner's terms: " + others + "."));
    }
    sections.add("measures", "How to tell whether it helps", blocks);
  }

  private void items(List<Block> blocks, String title, boolean reviewOnly) {
    List<Item> items = new ArrayList<>();
    for (Instrument instrument : plan.instruments()) {
      if (!instrument.items().isEmpty() && instrument.reviewOnly() == reviewOnly) {
        items.add(
            new Item(
                instrument.name() + ".",
                instrument.items().stream()
                    .map(
                        one ->
                            one.text()
                                + " ("
                                + one.least()
                                + ": "
                                + one.leastLabel()
                                + "; "
                                + one.most()
                                + ": "
                                + one.mostLabel()
                                + ") ____")
                    .collect(Collectors.joining(" ")),
                ""));
      }
    }
    if (!items.isEmpty()) {
      blocks.add(new Subheading(title));
      blocks.add(new Bullets(items));
    }
  }

  private void safetyNet() {
    sections.add(
        "safety-net", "When to get help sooner", List.of(new Bullets(items(Category.SAFETY_NET))));
  }

  private void leftOut() {
    sections.add(
        "left-out",
        "Left out because it may not be safe for you",
        List.of(
            new Bullets(
                plan.plan().leftOut().stream()
                    .map(
                        one -> {
                          cited.add(List.of(one.sourceId()));
                          return new Item(one.what() + ":", one.why(), "[" + one.sourceId() + "]");
                        })
                    .toList())));
  }
}
