package health.plumbline.cli;

import health.plumbline.care.CarePlan;
import health.plumbline.care.MedicineLine;
import health.plumbline.contract.Engine;
import health.plumbline.contract.PlanExtras;
import health.plumbline.contract.Wording;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Urgency;
import health.plumbline.narrative.Doubt;
import health.plumbline.narrative.Reading;
import health.plumbline.narrative.Understood;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Interview;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The interview with a person in a terminal, who may take back every answer, be unsure of any, and
 * stop at any time.
 */
final class TerminalInterview {

  private final Engine engine;
  private final BufferedReader in;
  private final PrintStream out;
  private final Terminal terminal;
  private final Paragraphs paragraphs;
  private final Setting setting;
  private final Set<Finding.Role> roles;

  /**
   * @param in what the person types
   * @param out what the person sees
   * @param roles kinds of findings to ask for
   */
  TerminalInterview(
      Engine engine,
      BufferedReader in,
      PrintStream out,
      Terminal terminal,
      Setting setting,
      Set<Finding.Role> roles) {
    this.engine = engine;
    this.in = in;
    this.out = out;
    this.terminal = terminal;
    this.paragraphs = new Paragraphs(out, Terminal.width());
    this.setting = setting;
    this.roles = roles;
  }

  /**
   * Asks until nothing more is worth asking, the person stops or the input ends, and prints what
   * follows.
   *
   * @param words what hurts, in own words, or null to ask for them
   * @throws InvalidInputException if the words cannot be used
   */
  void ask(@Nullable String words) throws IOException {
    paragraphs.print("", Wording.phrase("interview-opening"));
    Reading reading = words == null ? null : engine.read(words);
    Presentation known = basics(reading);
    if (known == null) {
      return;
    }
    Engine.Known opening = reading == null ? inOwnWords(known) : understood(known, reading);
    known = opening.presentation();
    Interview interview = new Interview(engine.knowledge(), engine.assessor());
    Set<String> asked = new LinkedHashSet<>();
    Deque<Presentation> before = new ArrayDeque<>();
    boolean warned = false;
    List<String> doubtful = opening.doubtful();
    while (interview.next(known, asked, setting, roles, doubtful)
        instanceof Interview.Step.Ask ask) {
      Finding finding = ask.finding();
      out.println();
      if (!warned
          && ask.stage() == Interview.Stage.CONFIRM
          && engine.assessor().triage().assess(known).level() == Urgency.EMERGENCY_NOW) {
        paragraphs.print("", terminal.bold(Wording.phrase("interview-confirming")));
        warned = true;
      }
      paragraphs.print(
          (asked.size() + 1) + ". ",
          finding.role() == Finding.Role.EXAMINED
              ? finding.name() + ": " + finding.procedure()
              : finding.question());
      if (!ask.why().isEmpty()) {
        paragraphs.print("   ", terminal.faint("Why: " + ask.why()));
      }
      Presentation answered = null;
      while (answered == null) {
        out.print("   " + prompt(finding) + " > ");
        out.flush();
        String line = in.readLine();
        if (line == null || line.strip().equalsIgnoreCase("q")) {
          finish(known, opening);
          return;
        }
        if (line.strip().equalsIgnoreCase("b")) {
          if (!before.isEmpty()) {
            known = before.pop();
            asked.remove(List.copyOf(asked).getLast());
          }
          break;
        }
        answered = answer(known, finding, line.strip());
      }
      if (answered != null) {
        before.push(known);
        asked.add(finding.id());
        known = answered;
      }
    }
    finish(known, opening);
  }

  /** The opening question, in free words; what was understood is said back. */
  private Engine.Known inOwnWords(Presentation known) throws IOException {
    out.println();
    paragraphs.print("", Wording.phrase("interview-own-words"));
    out.print("> ");
    out.flush();
    String line = in.readLine();
    if (line == null || line.isBlank()) {
      return new Engine.Known(known, List.of(), List.of());
    }
    try {
      return understood(known, engine.read(line));
    } catch (InvalidInputException e) {
      out.println("   " + e.getMessage());
      return new Engine.Known(known, List.of(), List.of());
    }
  }

  /** What was read, added to what is known and said back. */
  private Engine.Known understood(Presentation known, Reading reading) {
    Presentation.Builder builder = known.toBuilder(engine.knowledge().vocabulary());
    reading.applyTo(builder);
    if (known.age() != null) {
      builder.age(known.age());
    }
    if (known.sex() != null) {
      builder.sex(known.sex());
    }
    for (Understood item : reading.understood()) {
      paragraphs.print(
          "   • ",
          engine.knowledge().vocabulary().require(item.findingId()).name()
              + ": "
              + item.value()
              + terminal.faint("  (“" + item.quote() + "”)"));
    }
    return new Engine.Known(builder.build(), reading.understood(), reading.doubts());
  }

  /** Age and sex, asked for unless the words tell; null at the end of input. */
  private @Nullable Presentation basics(@Nullable Reading reading) throws IOException {
    Presentation.Builder builder = Presentation.builder(engine.knowledge().vocabulary());
    if (reading != null) {
      reading.applyTo(builder);
    }
    Presentation told = builder.build();
    while (told.age() == null) {
      out.println();
      out.print("How old are you? > ");
      out.flush();
      String line = in.readLine();
      if (line == null) {
        return null;
      }
      if (line.isBlank()) {
        break;
      }
      try {
        builder.age(Integer.parseInt(line.strip()));
        break;
      } catch (NumberFormatException e) {
        out.println("   Please give your age in whole years, or Enter to leave it out.");
      } catch (InvalidInputException e) {
        out.println("   " + e.getMessage());
      }
    }
    while (told.sex() == null) {
      out.print("What sex were you registered with at birth? (female, male) > ");
      out.flush();
      String line = in.readLine();
      if (line == null) {
        return null;
      }
      String answer = line.strip().toLowerCase(Locale.ROOT);
      if (answer.isEmpty()) {
        break;
      }
      if (answer.equals("f") || answer.equals("female")) {
        builder.sex(Sex.FEMALE);
        break;
      }
      if (answer.equals("m") || answer.equals("male")) {
        builder.sex(Sex.MALE);
        break;
      }
      out.println("   Please answer female or male, or Enter to leave it out.");
    }
    return builder.build();
  }

  private static String prompt(Finding finding) {
    return switch (finding.values()) {
      case Finding.Values.YesNo() -> "y / n / Enter = not sure";
      case Finding.Values.Categories(List<String> ids) ->
          String.join(" / ", ids) + " / Enter = not sure";
      case Finding.Values.Numeric numeric -> finding.allowedValues() + " / Enter = not sure";
    };
  }

  /** What is known after the answer, or null if it could not be understood. */
  private @Nullable Presentation answer(Presentation known, Finding finding, String line) {
    if (line.isEmpty() || line.equals("?")) {
      return known;
    }
    String value = line;
    if (finding.values() instanceof Finding.Values.YesNo) {
      value =
          switch (line.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> "yes";
            case "n", "no" -> "no";
            default -> line;
          };
    }
    try {
      return known.toBuilder(engine.knowledge().vocabulary()).finding(finding.id(), value).build();
    } catch (InvalidInputException e) {
      out.println("   " + e.getMessage());
      return null;
    }
  }

  /** What must be known before a medicine is advised, and then the assessment with its plan. */
  private void finish(Presentation known, Engine.Known opening) throws IOException {
    Presentation presentation = known;
    PlanExtras extras = PlanExtras.UNKNOWN;
    Engine.Known now = stillKnown(presentation, opening);
    Assessment assessment = engine.assess(now, setting);
    CarePlan plan = engine.carePlan(assessment, extras, false);
    boolean more =
        !assessment.urgency().level().atLeast(Urgency.SAME_DAY) && !plan.openQuestions().isEmpty();
    if (more) {
      out.println();
      out.println(terminal.bold("Before pain relief is advised"));
    }
    HistoryQuestions questions = new HistoryQuestions(engine.knowledge().vocabulary(), in, out);
    while (more) {
      HistoryQuestions.Answered answered =
          questions.ask(plan.openQuestions(), presentation, extras.history());
      presentation = answered.presentation();
      extras = new PlanExtras(answered.history(), extras.means(), extras.daily());
      now = stillKnown(presentation, opening);
      assessment = engine.assess(now, setting);
      plan = engine.carePlan(assessment, extras, false);
      more =
          answered.more()
              && !assessment.urgency().level().atLeast(Urgency.SAME_DAY)
              && !plan.openQuestions().isEmpty();
    }
    new AssessmentText(engine.knowledge(), terminal, out).print(now, assessment, plan.plan());
    if (!plan.medicines().isEmpty()) {
      out.println();
      out.println(terminal.bold("Medicines one by one"));
      for (MedicineLine line : plan.medicines()) {
        paragraphs.print(
            "  • ",
            line.text()
                + terminal.faint(
                    "  [grade " + line.grade() + "; " + String.join(", ", line.sourceIds()) + "]"));
      }
    }
  }

  /** What was answered since is no longer in doubt. */
  private static Engine.Known stillKnown(Presentation known, Engine.Known opening) {
    List<Doubt> doubts =
        opening.doubts().stream()
            .filter(doubt -> known.value(doubt.findingId()).isEmpty())
            .toList();
    return new Engine.Known(known, opening.understood(), doubts);
  }
}
