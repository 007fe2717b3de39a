package health.plumbline.cli;

import health.plumbline.care.CarePlan;
import health.plumbline.care.MedicineLine;
import health.plumbline.contract.CaseFile;
import health.plumbline.contract.CaseFileReader;
import health.plumbline.contract.Engine;
import health.plumbline.contract.PlanExtras;
import health.plumbline.contract.Wording;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Urgency;
import health.plumbline.narrative.Doubt;
import health.plumbline.narrative.Reading;
import health.plumbline.narrative.Understood;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessor;
import health.plumbline.reasoning.Interview;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Asks in the terminal; with a case, answers itself from the case. */
@Command(
    name = "interview",
    description = "Asks in the terminal, or answers itself from a case and reports what it asked.",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true)
final class InterviewCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Plumbline parent;

  @Parameters(arity = "0..1", paramLabel = "WORDS", description = "what hurts, in own words")
  private @Nullable String words;

  @Option(names = "--case", paramLabel = "F.json", description = "case that answers")
  private @Nullable Path caseFile;

  @Option(names = "--cases", paramLabel = "F.jsonl", description = "many cases, one a line")
  private @Nullable Path casesFile;

  @Mixin private UnstatedOption unstatedOption = new UnstatedOption();

  @Option(names = "--examination", description = "also propose what a clinician can examine")
  private boolean examination;

  @Mixin private SettingOption settingOption = new SettingOption();

  @Mixin private ColourOption colourOption = new ColourOption();

  @Override
  public Integer call() throws IOException {
    Engine engine = Plumbline.engine(parent);
    if (Stream.of(words, caseFile, casesFile).filter(Objects::nonNull).count() > 1) {
      throw InvalidInputException.of("interview", "takes only one of words, --case and --cases");
    }
    CaseFileReader reader = new CaseFileReader(engine.knowledge().vocabulary());
    if (caseFile != null) {
      report(engine, reader.read(TextFiles.read("--case", caseFile), ""), System.out);
      return 0;
    }
    if (casesFile != null) {
      return reportAll(engine, reader, casesFile, System.out);
    }
    return ask(
        engine,
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        System.out);
  }

  private int reportAll(Engine engine, CaseFileReader reader, Path file, PrintStream out)
      throws IOException {
    int exit = 0;
    try (BufferedReader lines = TextFiles.open("--cases", file)) {
      int number = 0;
      String line;
      while ((line = lines.readLine()) != null) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          report(engine, reader.read(line, "line-" + number), out);
        } catch (InvalidInputException e) {
          System.err.println(reader.idOf(line, "line-" + number) + ": " + e.getMessage());
          exit = Plumbline.BAD_INPUT;
        }
      }
    }
    return exit;
  }

  private void report(Engine engine, CaseFile it, PrintStream out) {
    CaseInterview.Course course =
        new CaseInterview(
                engine.knowledge(),
                engine.assessor(),
                unstatedOption.isNo(),
                Assessor.QUESTIONS_AND_EXAMINATION)
            .run(it, settingOption.setting());
    out.printf("%s: %d questions%n", it.id().isEmpty() ? "case" : it.id(), course.turns().size());
    for (CaseInterview.Turn turn : course.turns()) {
      out.printf(
          Locale.ROOT,
          "  %-8s  %-40s  %-9s %s%n",
          turn.ask().stage().name().toLowerCase(Locale.ROOT),
          turn.ask().finding().id(),
          turn.answer(),
          turn.ask().bits() > 0 ? String.format(Locale.ROOT, "%.3f bits", turn.ask().bits()) : "");
    }
    Assessment assessment =
        engine.assess(
            new Engine.Known(course.known(), List.of(), List.of()), settingOption.setting());
    out.printf(
        "  stopped: %s%n", course.stopped().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    out.printf("  urgency: %s%n", assessment.urgency().level().id());
    for (Assessment.Ranked ranked : assessment.differential().stream().limit(5).toList()) {
      out.printf(Locale.ROOT, "  %5.1f%%  %s%n", 100 * ranked.probability(), ranked.condition());
    }
  }

  /** The interview with a person: every answer can be taken back. */
  private int ask(Engine engine, BufferedReader in, PrintStream out) throws IOException {
    Terminal terminal = colourOption.terminal();
    Paragraphs paragraphs = new Paragraphs(out, Terminal.width());
    paragraphs.print("", Wording.phrase("interview-opening"));
    Reading reading = words == null ? null : engine.read(words);
    Presentation known = basics(engine, reading, in, out);
    if (known == null) {
      return 0;
    }
    Engine.Known opening =
        reading == null
            ? inOwnWords(engine, known, in, out, paragraphs, terminal)
            : understood(engine, known, reading, paragraphs, terminal);
    known = opening.presentation();
    Interview interview = new Interview(engine.knowledge(), engine.assessor());
    Set<Finding.Role> roles = examination ? Assessor.QUESTIONS_AND_EXAMINATION : Assessor.QUESTIONS;
    Set<String> asked = new LinkedHashSet<>();
    Deque<Presentation> before = new ArrayDeque<>();
    boolean warned = false;
    List<String> doubtful = opening.doubtful();
    while (interview.next(known, asked, settingOption.setting(), roles, doubtful)
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
          return finish(engine, known, opening, terminal, in, out);
        }
        if (line.strip().equalsIgnoreCase("b")) {
          if (!before.isEmpty()) {
            known = before.pop();
            asked.remove(List.copyOf(asked).getLast());
          }
          break;
        }
        answered = answer(engine, known, finding, line.strip(), out);
      }
      if (answered != null) {
        before.push(known);
        asked.add(finding.id());
        known = answered;
      }
    }
    return finish(engine, known, opening, terminal, in, out);
  }

  /** The opening question, in free words; what was understood is said back. */
  private static Engine.Known inOwnWords(
      Engine engine,
      Presentation known,
      BufferedReader in,
      PrintStream out,
      Paragraphs paragraphs,
      Terminal terminal)
      throws IOException {
    out.println();
    paragraphs.print("", Wording.phrase("interview-own-words"));
    out.print("> ");
    out.flush();
    String line = in.readLine();
    if (line == null || line.isBlank()) {
      return new Engine.Known(known, List.of(), List.of());
    }
    try {
      return understood(engine, known, engine.read(line), paragraphs, terminal);
    } catch (InvalidInputException e) {
      out.println("   " + e.getMessage());
      return new Engine.Known(known, List.of(), List.of());
    }
  }

  /** What was read, added to what is known and said back. */
  private static Engine.Known understood(
      Engine engine,
      Presentation known,
      Reading reading,
      Paragraphs paragraphs,
      Terminal terminal) {
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
  private static @Nullable Presentation basics(
      Engine engine, @Nullable Reading reading, BufferedReader in, PrintStream out)
      throws IOException {
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
  private static @Nullable Presentation answer(
      Engine engine, Presentation known, Finding finding, String line, PrintStream out) {
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

  private int finish(
      Engine engine,
      Presentation known,
      Engine.Known opening,
      Terminal terminal,
      BufferedReader in,
      PrintStream out)
      throws IOException {
    Presentation presentation = known;
    PlanExtras extras = PlanExtras.UNKNOWN;
    Engine.Known now = stillKnown(presentation, opening);
    Assessment assessment = engine.assess(now, settingOption.setting());
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
      assessment = engine.assess(now, settingOption.setting());
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
      Paragraphs paragraphs = new Paragraphs(out, Terminal.width());
      for (MedicineLine line : plan.medicines()) {
        paragraphs.print(
            "  • ",
            line.text()
                + terminal.faint(
                    "  [grade " + line.grade() + "; " + String.join(", ", line.sourceIds()) + "]"));
      }
    }
    return 0;
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
