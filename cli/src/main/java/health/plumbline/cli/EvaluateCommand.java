package health.plumbline.cli;

import health.plumbline.contract.CaseFile;
import health.plumbline.contract.CaseFileReader;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.reasoning.Assessor;
import health.plumbline.reasoning.QuickAssessment;
import health.plumbline.reasoning.RedFlagSimulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures the program on cases with known diagnosis and urgency. */
@Command(
    name = "evaluate",
    description = "Measures ranking, urgency and calibration on cases with known answers.",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Plumbline parent;

  @Option(names = "--cases", paramLabel = "F.jsonl", description = "cases, one a line")
  private @Nullable Path casesFile;

  @Option(
      names = "--input",
      description =
          "what the program is given: ${COMPLETION-CANDIDATES} (default: text, findings and"
              + " interview, each in turn)")
  private @Nullable Given input;

  @Mixin private SettingOption settingOption = new SettingOption();

  @Mixin private UnstatedOption unstatedOption = new UnstatedOption();

  @Option(
      names = "--reader",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "F.jsonl",
      description =
          "score the reader of free text on annotated texts: those of the program, or F.jsonl in"
              + " their format; with --cases, on the texts of the cases against their findings")
  private @Nullable String reader;

  @Option(
      names = "--split",
      description =
          "with --reader, the part of the program's texts: ${COMPLETION-CANDIDATES} (default: both)")
  private EvaluateReader.@Nullable Split split;

  @Option(
      names = "--format",
      description = "with --reader: ${COMPLETION-CANDIDATES} (default: text)")
  private EvaluateReader.Format format = EvaluateReader.Format.text;

  @Option(
      names = "--misses",
      description = "list the cases not ranked first; with --reader, every error")
  private boolean misses;

  @Option(
      names = "--simulate-ordinary",
      paramLabel = "N",
      description = "triage N simulated ordinary adults and list what each rule sends away")
  private @Nullable Integer simulate;

  @Option(
      names = "--ask-everything",
      description =
          "in the simulation ask every question that bears on a rule, not what the interview asks")
  private boolean everything;

  /** What the program is given of a case. */
  enum Given {
    text,
    findings,
    both,
    interview
  }

  @Override
  public Integer call() throws IOException {
    PrintStream out = System.out;
    if (casesFile == null && simulate == null && reader == null) {
      throw InvalidInputException.of("evaluate", "needs --cases, --reader or --simulate-ordinary");
    }
    Engine engine = Plumbline.engine(parent);
    if (reader != null) {
      if (casesFile != null && (!reader.isEmpty() || split != null)) {
        throw InvalidInputException.of(
            "--reader", "takes no file and no --split beside --cases, whose texts are scored");
      }
      if (!reader.isEmpty() && split != null) {
        throw InvalidInputException.of("--split", "divides the program's own texts, not a file");
      }
      EvaluateReader evaluation = new EvaluateReader(engine, format, misses, out);
      if (casesFile != null) {
        evaluation.cases(read(engine, casesFile));
      } else {
        evaluation.texts(reader, split);
      }
      return 0;
    }
    if (simulate != null) {
      OrdinaryPeople.print(
          engine,
          simulate,
          everything
              ? RedFlagSimulation.Questions.EVERY_RULE
              : RedFlagSimulation.Questions.INTERVIEW,
          out);
    }
    if (casesFile != null) {
      List<CaseFile> cases = read(engine, casesFile);
      for (Given given :
          input == null ? List.of(Given.text, Given.findings, Given.interview) : List.of(input)) {
        Evaluation evaluation = new Evaluation();
        List<Double> questions = new ArrayList<>();
        for (CaseFile it : cases) {
          evaluation.add(it, result(engine, it, given, questions));
        }
        evaluation.print(given.name(), settingOption.setting(), misses, out);
        if (given == Given.interview) {
          questions.sort(null);
          out.printf(
              "  questions asked: median %.0f, most %.0f%n%n",
              questions.get(questions.size() / 2), questions.getLast());
        }
      }
    }
    return 0;
  }

  /** What the program makes of a case, or null where it refuses it. */
  private @Nullable QuickAssessment result(
      Engine engine, CaseFile it, Given given, List<Double> questions) {
    try {
      return switch (given) {
        case text -> quick(engine, it, Engine.Input.text);
        case findings -> quick(engine, it, Engine.Input.findings);
        case both -> quick(engine, it, Engine.Input.both);
        case interview -> {
          CaseInterview.Course course =
              new CaseInterview(
                      engine.knowledge(),
                      engine.assessor(),
                      unstatedOption.isNo(),
                      Assessor.QUESTIONS_AND_EXAMINATION)
                  .run(it, settingOption.setting());
          questions.add((double) course.turns().size());
          yield engine.assessor().assessQuickly(course.known(), settingOption.setting());
        }
      };
    } catch (InvalidInputException e) {
      System.err.println(it.id() + ": " + e.getMessage());
      return null;
    }
  }

  private QuickAssessment quick(Engine engine, CaseFile it, Engine.Input part) {
    Engine.Known known = engine.known(it, part);
    return engine
        .assessor()
        .assessQuickly(known.presentation(), settingOption.setting(), Set.copyOf(known.doubtful()));
  }

  private static List<CaseFile> read(Engine engine, Path file) throws IOException {
    CaseFileReader reader = new CaseFileReader(engine.knowledge().vocabulary());
    List<CaseFile> cases = new ArrayList<>();
    try (BufferedReader lines = TextFiles.open("--cases", file)) {
      int number = 0;
      String line;
      while ((line = lines.readLine()) != null) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          cases.add(reader.read(line, "line-" + number));
        } catch (InvalidInputException e) {
          throw InvalidInputException.of("--cases", "line " + number + ": " + e.getMessage());
        }
      }
    }
    if (cases.isEmpty()) {
      throw InvalidInputException.of("--cases", file + " holds no case");
    }
    return cases;
  }
}
