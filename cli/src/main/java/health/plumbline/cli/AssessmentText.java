package health.plumbline.cli;

import health.plumbline.care.Category;
import health.plumbline.care.LeftOut;
import health.plumbline.care.Plan;
import health.plumbline.care.PlanLine;
import health.plumbline.contract.Engine;
import health.plumbline.contract.Wording;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Urgency;
import health.plumbline.knowledge.UrgencyAdvice;
import health.plumbline.narrative.Doubt;
import health.plumbline.narrative.Understood;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessment.Ranked;
import health.plumbline.reasoning.Assessment.Reason;
import health.plumbline.reasoning.Assessment.Weight;
import health.plumbline.reasoning.BackHipLink;
import health.plumbline.reasoning.NextQuestion;
import health.plumbline.reasoning.UnansweredScreen;
import health.plumbline.reasoning.WorthShowing;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints an assessment for a person to read: urgency first, then why, then what to do. */
final class AssessmentText {

  private static final int REASONS = 3;
  private static final int WEIGHTS = 4;
  private static final int EXPLAINED = 3;
  private static final int NEXT = 6;
  private static final int BAR = 24;

  private final KnowledgeBase knowledge;
  private final Terminal terminal;
  private final PrintStream out;
  private final Paragraphs paragraphs;
  private final Set<String> cited = new LinkedHashSet<>();

  AssessmentText(KnowledgeBase knowledge, Terminal terminal, PrintStream out) {
    this.knowledge = knowledge;
    this.terminal = terminal;
    this.out = out;
    this.paragraphs = new Paragraphs(out, Terminal.width());
  }

  void print(Engine.Known known, Assessment assessment, Plan plan) {
    printUrgency(assessment);
    printDoubts(known.doubts());
    printUnderstood(known);
    printCauses(assessment);
    printMustNotMiss(assessment);
    printAlsoFound(assessment);
    printLinks(assessment);
    printNext(assessment);
    printPlan(plan);
    printSources();
    printFootnote(assessment);
  }

  private void printUrgency(Assessment assessment) {
    Urgency level = assessment.urgency().level();
    out.println();
    String until =
        assessment.urgency().settleFirst().isEmpty()
            ? ""
            : ", " + Wording.phrase("unsettled-headline").toUpperCase(Locale.UK);
    if (assessment.urgency().awaitsScreen()) {
      printScreen(UnansweredScreen.of(knowledge, assessment.urgency()));
    } else {
      out.println(terminal.banner(level.ordinal(), "  " + headline(level) + until + "  "));
      out.println();
    }
    List<String> said = new ArrayList<>();
    for (Reason reason : assessment.urgency().reasons()) {
      if (said.size() < REASONS && reason.level() == level && !said.contains(reason.text())) {
        said.add(reason.text());
        paragraphs.print(said.size() == 1 ? "" : "• ", reason.text());
        reason.sources().forEach(this::cite);
      }
    }
    if (stands(assessment)) {
      // Whoever is sent to hospital now must not read of calmer ways as if there were a choice.
      return;
    }
    for (Reason reason : assessment.urgency().reasons()) {
      if (reason.level() != level
          && reason.level().atLeast(Urgency.URGENT_2_WEEKS)
          && said.size() < REASONS + 2
          && !said.contains(reason.text())) {
        said.add(reason.text());
        paragraphs.print("Also: ", reason.text());
        reason.sources().forEach(this::cite);
      }
    }
    if (level.atLeast(Urgency.SAME_DAY) && !assessment.urgency().unanswered().isEmpty()) {
      UnansweredScreen screen = UnansweredScreen.of(knowledge, assessment.urgency());
      paragraphs.print("", screen.sooner());
      screen.questions().forEach(question -> paragraphs.print("  ? ", question));
    }
  }

  /**
   * Stands where the banner of a calm level would: nobody was asked for the signs of an emergency,
   * and what a person does not write is not denied.
   */
  private void printScreen(UnansweredScreen screen) {
    out.println(
        terminal.banner(
            Urgency.SAME_DAY.ordinal(), "  " + screen.headline().toUpperCase(Locale.UK) + "  "));
    out.println();
    paragraphs.print("", screen.lead());
    screen.questions().forEach(question -> paragraphs.print("  ? ", question));
    paragraphs.print("", screen.then());
    paragraphs.print("", screen.signsLead());
    screen.signs().forEach(sign -> paragraphs.print("  ! ", sign));
    screen.sourceIds().forEach(this::cite);
    paragraphs.print("", terminal.faint(Wording.phrase("unanswered-command")));
    out.println();
    out.println(terminal.bold(screen.otherwise()));
  }

  /** Whether there is an emergency, whatever an open question may say. */
  private static boolean stands(Assessment assessment) {
    return assessment.urgency().level() == Urgency.EMERGENCY_NOW
        && assessment.urgency().settleFirst().isEmpty();
  }

  private void printUnderstood(Engine.Known known) {
    if (known.understood().isEmpty()) {
      return;
    }
    heading("What was understood (say it differently if this is not what you meant)");
    Map<String, List<String>> byQuote = new LinkedHashMap<>();
    for (Understood item : known.understood()) {
      byQuote.computeIfAbsent(item.quote(), key -> new ArrayList<>()).add(inWords(item));
    }
    byQuote.forEach(
        (quote, items) ->
            paragraphs.print(
                "  • ",
                String.join("; ", items)
                    + terminal.faint("  (“" + quote.replaceAll("\\s+", " ") + "”)")));
  }

  private String inWords(Understood item) {
    Finding finding = knowledge.vocabulary().require(item.findingId());
    String side = item.side() == Side.UNSTATED ? "" : ", " + item.side().id();
    return switch (item.value()) {
      case FindingValue.Answer(boolean present) ->
          (present ? "" : "not: ") + lowerFirst(finding.name()) + side;
      case FindingValue.Quantity quantity -> finding.name() + ": " + quantity + unit(finding);
      case FindingValue.Category category -> finding.name() + ": " + category;
    };
  }

  private static String unit(Finding finding) {
    if (!(finding.values() instanceof Finding.Values.Numeric numeric)) {
      return "";
    }
    return switch (numeric.unit()) {
      case "a" -> " years";
      case "wk" -> " weeks";
      case "min" -> " minutes";
      case "deg" -> "°";
      case "mm" -> " mm";
      case "{0-10}" -> " of 10";
      default -> "";
    };
  }

  private void printCauses(Assessment assessment) {
    if (assessment.differential().isEmpty()) {
      return;
    }
    heading("What it may be");
    paragraphs.print(
        "",
        terminal.faint(
            "Of 100 people with answers like these, seen in "
                + assessment.setting().displayName()
                + ", so many have this among the causes of their pain (90% credible interval):"));
    int explained = 0;
    for (Ranked ranked : WorthShowing.causes(assessment)) {
      Condition condition = condition(ranked.condition());
      int filled = (int) Math.round(ranked.probability() * BAR);
      out.printf(
          Locale.ROOT,
          "  %s%s %3.0f  (%s)  %s%n",
          terminal.cyan("█".repeat(filled)),
          terminal.faint("·".repeat(BAR - filled)),
          100 * ranked.probability(),
          interval(ranked),
          terminal.bold(condition.layName()));
      if (!condition.layName().equalsIgnoreCase(condition.name())) {
        paragraphs.print(" ".repeat(BAR + 18), terminal.faint(condition.name()));
      }
      if (explained++ < EXPLAINED) {
        weights("for", ranked.supports());
        weights("against", ranked.opposes());
      }
    }
    List<String> combined =
        WorthShowing.combinations(assessment).stream()
            .map(
                c ->
                    c.conditions().stream()
                            .map(id -> condition(id).layName())
                            .collect(Collectors.joining(" and "))
                        + String.format(Locale.ROOT, " (%.0f in 100)", 100 * c.probability()))
            .toList();
    if (!combined.isEmpty()) {
      paragraphs.print("  Together: ", String.join("; ", combined));
    }
    Ranked first = assessment.differential().getFirst();
    paragraphs.print(
        "",
        terminal.faint(
            String.format(
                Locale.ROOT,
                "Grade %s: %.0f%% of the weight of evidence for the first of these rests on"
                    + " estimates, not on published figures.",
                first.grade(),
                100 * first.estimateShare())));
  }

  private static String interval(Ranked ranked) {
    return String.format(
        Locale.ROOT, "%2.0f–%2.0f", 100 * ranked.interval().lo(), 100 * ranked.interval().hi());
  }

  private void weights(String label, List<Weight> weights) {
    List<Weight> shown = WorthShowing.weights(weights, WEIGHTS);
    if (shown.isEmpty()) {
      return;
    }
    String listed =
        shown.stream()
            .map(weight -> describe(weight) + String.format(Locale.ROOT, " %+.1f", weight.bits()))
            .collect(Collectors.joining(", "));
    paragraphs.print("      " + label + ": ", terminal.faint(listed));
  }

  private String describe(Weight weight) {
    String name = lowerFirst(knowledge.vocabulary().require(weight.finding()).name());
    return switch (weight.value()) {
      case "yes" -> name;
      case "no" -> "not " + name;
      case "not marked" -> name + " (not mentioned)";
      default -> name + " " + weight.value();
    };
  }

  private void printMustNotMiss(Assessment assessment) {
    if (assessment.mustNotMiss().isEmpty()) {
      return;
    }
    heading("Must not be missed");
    for (Assessment.MustNotMiss item : assessment.mustNotMiss()) {
      String settle =
          item.settleBy().stream()
              .limit(3)
              .map(id -> lowerFirst(knowledge.vocabulary().require(id).name()))
              .collect(Collectors.joining(", "));
      String said =
          Wording.phrase(
                  item.probability() >= item.threshold()
                      ? "must-not-miss-probable"
                      : "must-not-miss-by-rule")
              .replace("{condition}", condition(item.condition()).layName())
              .replace("{percent}", number(100 * item.probability()))
              .replace("{threshold}", number(100 * item.threshold()));
      paragraphs.print(
          "  • ",
          settle.isEmpty() ? said : said + "; " + Wording.phrase("settled-by", "findings", settle));
    }
  }

  /** In an emergency, what calmer rules found stands here, in the words of a clinician. */
  private void printAlsoFound(Assessment assessment) {
    if (!stands(assessment)) {
      return;
    }
    List<Reason> calmer =
        assessment.urgency().reasons().stream()
            .filter(reason -> reason.level() != Urgency.EMERGENCY_NOW)
            .filter(reason -> reason.level().atLeast(Urgency.URGENT_2_WEEKS))
            .filter(reason -> !reason.clinicianText().isEmpty())
            .toList();
    if (calmer.isEmpty()) {
      return;
    }
    heading(Wording.phrase("also-for-clinician"));
    for (Reason reason : calmer) {
      paragraphs.print("  • ", reason.clinicianText());
      reason.sources().forEach(this::cite);
    }
  }

  private void printLinks(Assessment assessment) {
    if (assessment.links().isEmpty()) {
      return;
    }
    heading("How back and hip are linked here");
    for (BackHipLink.Link link : assessment.links()) {
      paragraphs.print("  • ", link.text());
      paragraphs.print("    ", terminal.faint(String.join(" → ", link.path())));
      cite(link.sourceId());
    }
  }

  /** What the words leave open stands right after the urgency, since its answer may change it. */
  private void printDoubts(List<Doubt> doubts) {
    if (doubts.isEmpty()) {
      return;
    }
    heading("Please answer first: these words could be read in more than one way");
    for (Doubt doubt : doubts) {
      Finding finding = knowledge.vocabulary().require(doubt.findingId());
      paragraphs.print(
          "  ? ",
          (finding.question().isEmpty() ? finding.name() + "?" : finding.question())
              + terminal.faint("  (“" + doubt.quote() + "”: " + doubt.reason() + ")"));
    }
  }

  private void printNext(Assessment assessment) {
    if (assessment.next().isEmpty() && assessment.urgency().confirmWith().isEmpty()) {
      return;
    }
    heading("What to ask or examine next");
    for (String id : assessment.urgency().confirmWith()) {
      paragraphs.print(
          "  ! ",
          knowledge.vocabulary().require(id).question()
              + terminal.faint("  " + Wording.confirms()));
    }
    for (NextQuestion question : assessment.next().stream().limit(NEXT).toList()) {
      Finding finding = knowledge.vocabulary().require(question.findingId());
      String text =
          finding.role() == Finding.Role.EXAMINED
              ? "Examine: " + finding.name()
              : question.question();
      paragraphs.print(
          "  • ",
          text
              + terminal.faint(
                  String.format(Locale.ROOT, "  %s (%.2f bits)", question.why(), question.bits())));
    }
  }

  private void printPlan(Plan plan) {
    heading("The plan");
    for (Category category : Category.values()) {
      List<PlanLine> lines = plan.lines(category);
      if (lines.isEmpty()) {
        continue;
      }
      out.println("  " + terminal.bold(title(category)));
      for (PlanLine line : lines) {
        paragraphs.print(
            "    • ",
            line.text()
                + terminal.faint(
                    "  ["
                        + line.strength().id()
                        + ", grade "
                        + line.grade()
                        + "; "
                        + String.join(", ", line.sourceIds().stream().limit(2).toList())
                        + "]"));
        line.sourceIds().stream().limit(2).forEach(this::cite);
      }
    }
    if (!plan.leftOut().isEmpty()) {
      out.println("  " + terminal.bold("Left out because it may not be safe for you"));
      for (LeftOut leftOut : plan.leftOut()) {
        paragraphs.print("    • ", leftOut.what() + ": " + leftOut.why());
        cite(leftOut.sourceId());
      }
    }
  }

  private static String title(Category category) {
    return switch (category) {
      case PROFESSIONAL -> "Professional help";
      case EXERCISE -> "Exercise and stretching";
      case MANUAL_THERAPY -> "Manual therapy";
      case POSTURE_ERGONOMICS -> "Posture and ergonomics";
      case PAIN_RELIEF -> "Pain relief";
      case SAFETY_NET -> "Safety net: when to get help sooner";
    };
  }

  private void printSources() {
    heading("Sources");
    for (String id : cited) {
      knowledge
          .sources()
          .find(id)
          .ifPresent(
              source ->
                  paragraphs.print(
                      "  " + id + ": ",
                      terminal.faint(
                          source.citation()
                              + (source.link().isEmpty() ? "" : " " + source.link()))));
    }
  }

  private void printFootnote(Assessment assessment) {
    out.println();
    paragraphs.print(
        "",
        terminal.faint(
            Wording.phrase(
                "disclaimer",
                "setting",
                assessment.setting().displayName(),
                "version",
                assessment.knowledgeVersion())));
  }

  private void cite(String sourceId) {
    if (!sourceId.isBlank()) {
      cited.add(sourceId);
    }
  }

  private void heading(String text) {
    out.println();
    out.println(terminal.bold(text));
  }

  private Condition condition(String id) {
    return knowledge.condition(id).orElseThrow();
  }

  private static String headline(Urgency level) {
    return UrgencyAdvice.of(level).headline().toUpperCase(Locale.UK);
  }

  private static String number(double value) {
    return value < 1 ? String.format(Locale.ROOT, "%.1f", value) : Long.toString(Math.round(value));
  }

  private static String lowerFirst(String text) {
    return text.length() > 1 && Character.isLowerCase(text.charAt(1))
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }
}
