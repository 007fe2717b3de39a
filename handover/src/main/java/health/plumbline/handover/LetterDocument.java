package health.plumbline.handover;

import health.plumbline.care.CarePlan;
import health.plumbline.care.Category;
import health.plumbline.care.Consultation;
import health.plumbline.care.MedicineLine;
import health.plumbline.care.PlanLine;
import health.plumbline.handover.Block.Bullets;
import health.plumbline.handover.Block.Item;
import health.plumbline.handover.Block.Paragraph;
import health.plumbline.handover.Block.Subheading;
import health.plumbline.handover.Block.Table;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Phrases;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessment.Ranked;
import health.plumbline.reasoning.UnansweredScreen;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The letter to a GP or specialist: what was found and what it may mean, in clinical words.
 *
 * <p>It holds no name: whoever sends it fills the brackets.
 */
public final class LetterDocument {

  private static final int CAUSES = 6;
  private static final double LEAST_CAUSE = 0.03;
  private static final int WEIGHTS = 4;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final Phrases phrases = new Phrases();
  private final Handed handed;
  private final CarePlan plan;
  private final Assessment assessment;
  private final Sections sections = new Sections();

  private LetterDocument(Handed handed) {
    this.handed = handed;
    this.plan = handed.plan();
    this.assessment = handed.assessment();
  }

  /** The letter of a plan. */
  public static Document of(Handed handed) {
    return new LetterDocument(handed).build();
  }

  private Document build() {
    heading();
    findings();
    impression();
    mustNotMiss();
    management();
    medicines();
    request();
    List<String> warnings = new ArrayList<>();
    for (Assessment.Reason reason : assessment.urgency().reasons()) {
      if (reason.level() == assessment.urgency().level()) {
        warnings.add(
            (reason.clinicianText().isEmpty() ? reason.text() : reason.clinicianText())
                + " ["
                + reason.rule()
                + "; "
                + String.join("; ", reason.sources())
                + ", grade "
                + reason.grade()
                + "]");
      }
    }
    if (assessment.urgency().awaitsScreen()) {
      warnings.addFirst(
          UnansweredScreen.forClinician(handed.knowledge(), assessment.urgency().unanswered()));
    }
    return new Document(
        "Letter to GP or specialist",
        assessment.urgency().level().id(),
        "Urgency: " + assessment.urgency().level().id(),
        warnings,
        sections.list(),
        phrases.text(
            "disclaimer-letter",
            "setting",
            assessment.setting().displayName(),
            "version",
            assessment.knowledgeVersion()));
  }

  private void heading() {
    Presentation person = assessment.presentation();
    String age = person.age() == null ? "age not stated" : person.age() + " years";
    String sex = person.sex() == null ? "sex not stated" : sex(person.sex());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Paragraph(DAY.format(handed.start())));
    blocks.add(new Paragraph("To: [GP or specialist]"));
    blocks.add(
        new Paragraph("Re: [name], [date of birth], [NHS number]; " + age + ", " + sex + "."));
    blocks.add(new Paragraph("Dear colleague,"));
    blocks.add(new Paragraph(phrases.text("letter-opening")));
    if (!handed.words().isBlank()) {
      blocks.add(new Paragraph("In the patient's words: “" + handed.words().strip() + "”"));
    }
    sections.add("letter", "Referral", blocks);
  }

  private static String sex(Sex sex) {
    return sex.id();
  }

  private void findings() {
    List<String> present = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    List<String> examined = new ArrayList<>();
    for (Map.Entry<String, FindingValue> entry : assessment.presentation().findings().entrySet()) {
      Finding finding = handed.knowledge().vocabulary().require(entry.getKey());
      String text =
          entry.getValue() instanceof FindingValue.Answer(boolean yes)
              ? finding.name() + (tested(finding) ? (yes ? ": positive" : ": negative") : "")
              : finding.name() + ": " + entry.getValue() + unit(finding);
      boolean no = entry.getValue().equals(FindingValue.NO);
      if (tested(finding)) {
        examined.add(text);
      } else if (finding.role() != Finding.Role.DERIVED) {
        (no ? absent : present).add(text);
      }
    }
    List<Item> items = new ArrayList<>();
    item(items, "Present:", present);
    item(items, "Denied or absent:", absent);
    item(items, "Examination and tests:", examined);
    String sides =
        assessment.presentation().painRegions().stream()
            .filter(region -> region.side() != Side.UNSTATED)
            .map(
                region ->
                    handed.knowledge().vocabulary().require(region.findingId()).name()
                        + " "
                        + region.side().id())
            .collect(Collectors.joining("; "));
    if (!sides.isEmpty()) {
      items.add(new Item("Side:", sides + ".", ""));
    }
    sections.add("findings", "History and findings", List.of(new Bullets(items)));
  }

  private static boolean tested(Finding finding) {
    return finding.role() == Finding.Role.EXAMINED || finding.role() == Finding.Role.INVESTIGATED;
  }

  private static String unit(Finding finding) {
    return finding.values() instanceof Finding.Values.Numeric numeric
        ? switch (numeric.unit()) {
          case "wk" -> " weeks";
          case "min" -> " min";
          case "deg" -> " degrees";
          case "a" -> " years";
          default -> "";
        }
        : "";
  }

  private static void item(List<Item> items, String lead, List<String> texts) {
    if (!texts.isEmpty()) {
      items.add(new Item(lead, String.join("; ", texts) + ".", ""));
    }
  }

  private void impression() {
    List<List<String>> rows = new ArrayList<>();
    for (Ranked ranked : assessment.differential().stream().limit(CAUSES).toList()) {
      if (ranked.probability() < LEAST_CAUSE && !rows.isEmpty()) {
        break;
      }
      rows.add(
          List.of(
              ranked.name(),
              String.format(
                  Locale.ROOT,
                  "%.0f%% (%.0f to %.0f)",
                  100 * ranked.probability(),
                  100 * ranked.interval().lo(),
                  100 * ranked.interval().hi()),
              weights(ranked.supports()),
              weights(ranked.opposes()),
              ranked.grade().name()));
    }
    if (!rows.isEmpty()) {
      sections.add(
          "impression",
          "Differential diagnosis (probability among the causes, 90% credible interval)",
          List.of(new Table(List.of("Condition", "Probability", "For", "Against", "Grade"), rows)));
    }
  }

  private String weights(List<Assessment.Weight> weights) {
    return weights.stream()
        .limit(WEIGHTS)
        .map(
            weight ->
                (weight.value().equals("no") ? "no " : "")
                    + handed.knowledge().vocabulary().require(weight.finding()).name()
                    + (weight.value().equals("not marked") ? " (not marked)" : ""))
        .collect(Collectors.joining("; "));
  }

  private void mustNotMiss() {
    sections.add(
        "must-not-miss",
        "Not to be missed",
        List.of(
            new Bullets(
                assessment.mustNotMiss().stream()
                    .map(
                        one ->
                            new Item(
                                handed.knowledge().condition(one.condition()).orElseThrow().name()
                                    + ":",
                                String.format(
                                    Locale.ROOT,
                                    "%.1f%% (action threshold %.0f%%); settled by: %s.",
                                    100 * one.probability(),
                                    100 * one.threshold(),
                                    one.settleBy().stream()
                                        .limit(4)
                                        .map(
                                            id ->
                                                handed.knowledge().vocabulary().require(id).name())
                                        .collect(Collectors.joining("; "))),
                                ""))
                    .toList())));
  }

  private void management() {
    List<Block> blocks = new ArrayList<>();
    for (Category category : Category.values()) {
      if (category == Category.SAFETY_NET) {
        continue;
      }
      List<Item> items =
          plan.plan().lines(category).stream()
              .filter(line -> line.exercise() == null)
              // A line without a clinical wording of its own is for the person.
              .filter(line -> !line.clinicalText().equals(line.text()))
              .map(LetterDocument::item)
              .toList();
      if (!items.isEmpty()) {
        blocks.add(new Subheading(title(category)));
        blocks.add(new Bullets(items));
      }
    }
    plan.programme()
        .ifPresent(
            programme -> {
              blocks.add(new Subheading("Exercise programme, " + programme.weeks() + " weeks"));
              blocks.add(
                  new Bullets(
                      programme.phases().getFirst().items().stream()
                          .map(
                              item ->
                                  new Item(
                                      item.exercise().name() + ":",
                                      item.purpose() + "; " + item.dose(),
                                      "[grade " + item.grade() + "; " + item.sourceId() + "]"))
                          .toList()));
            });
    List<Item> leftOut =
        plan.plan().leftOut().stream()
            .map(one -> new Item(one.what() + ":", one.why(), "[" + one.sourceId() + "]"))
            .toList();
    if (!leftOut.isEmpty()) {
      blocks.add(new Subheading("Left out as contraindicated"));
      blocks.add(new Bullets(leftOut));
    }
    sections.add("management", "Advice given", blocks);
  }

  private static String title(Category category) {
    return switch (category) {
      case PROFESSIONAL -> "Professional care";
      case EXERCISE -> "Exercise";
      case MANUAL_THERAPY -> "Manual therapy";
      case POSTURE_ERGONOMICS -> "Posture and ergonomics";
      case PAIN_RELIEF -> "Analgesia";
      case SAFETY_NET -> "Safety net";
    };
  }

  private static Item item(PlanLine line) {
    return new Item(
        "",
        (line.direction().id().equals("against") ? "Against: " : "") + line.clinicalText(),
        "["
            + line.strength().id()
            + ", grade "
            + line.grade()
            + "; "
            + String.join(", ", line.sourceIds().stream().limit(2).toList())
            + "]");
  }

  private void medicines() {
    sections.add(
        "medicines",
        "Over-the-counter analgesia",
        List.of(
            new Bullets(
                plan.medicines().stream()
                    .map(
                        (MedicineLine line) ->
                            new Item(
                                line.name() + ", " + line.status().id() + ":",
                                text(line),
                                "[grade "
                                    + line.grade()
                                    + "; "
                                    + String.join(", ", line.sourceIds())
                                    + "]"))
                    .toList())));
  }

  private static String text(MedicineLine line) {
    return switch (line.status()) {
      case SUITABLE -> line.clinicalText();
      case ASK_FIRST, NOT_SAFE ->
          String.join(" ", line.reasons())
              + (line.dose() == null ? "" : " Dose: " + line.clinicalText());
      case QUESTIONS_FIRST ->
          "not known: "
              + line.questions().stream()
                  .map(question -> question.id().replace('-', ' '))
                  .collect(Collectors.joining(", "));
    };
  }

  private void request() {
    List<Block> blocks = new ArrayList<>();
    List<Item> examine =
        assessment.next().stream()
            .map(next -> handed.knowledge().vocabulary().require(next.findingId()))
            .filter(finding -> finding.role() == Finding.Role.EXAMINED)
            .map(finding -> new Item(finding.name() + ":", finding.procedure(), ""))
            .toList();
    if (!examine.isEmpty()) {
      blocks.add(new Subheading("Examination that would tell most"));
      blocks.add(new Bullets(examine));
    }
    List<Item> imaging =
        plan.consultation().imaging().stream()
            .map(
                (Consultation.Line line) ->
                    new Item(
                        "",
                        (line.direction().id().equals("against") ? "Against: " : "")
                            + (line.clinicalText().isEmpty() ? line.text() : line.clinicalText()),
                        "[grade " + line.grade() + "; " + line.sourceId() + "]"))
            .toList();
    if (!imaging.isEmpty()) {
      blocks.add(new Subheading("Imaging"));
      blocks.add(new Bullets(imaging));
    }
    blocks.add(
        new Paragraph(
            phrases.text(
                "letter-safety-net",
                "count",
                Integer.toString(plan.plan().lines(Category.SAFETY_NET).size()))));
    blocks.add(new Paragraph("Yours sincerely, [name, role]"));
    sections.add("request", "Request", blocks);
  }
}
