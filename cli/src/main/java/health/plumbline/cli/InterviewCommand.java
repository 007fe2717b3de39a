package health.plumbline.cli;

import health.plumbline.contract.CaseFile;
import health.plumbline.contract.CaseFileReader;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    new TerminalInterview(
            engine,
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
            System.out,
            colourOption.terminal(),
            settingOption.setting(),
            examination ? Assessor.QUESTIONS_AND_EXAMINATION : Assessor.QUESTIONS)
        .ask(words);
    return 0;
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
}
