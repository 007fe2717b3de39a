package health.plumbline.cli;

import health.plumbline.care.Plan;
import health.plumbline.contract.AssessmentJson;
import health.plumbline.contract.CaseFile;
import health.plumbline.contract.CaseFileReader;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.reasoning.Assessment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** From words or a case to urgency, differential, link, next questions and plan. */
@Command(
    name = "assess",
    description = "Assesses a person from words or from a case file.",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Plumbline parent;

  @Mixin private PersonOption person = new PersonOption();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text)")
  private Format format = Format.text;

  @Mixin private SettingOption settingOption = new SettingOption();

  @Mixin private ColourOption colourOption = new ColourOption();

  @Option(
      names = "--explain-uncertainty",
      description = "name the three numbers whose uncertainty matters most for the first cause")
  private boolean explainUncertainty;

  /** Forms of output. */
  enum Format {
    text,
    json,
    fhir
  }

  @Override
  public Integer call() throws IOException {
    if (format == Format.fhir) {
      throw new InvalidInputException("--format", "fhir", "text or json in this version");
    }
    if (explainUncertainty && (format != Format.text || person.casesFile != null)) {
      throw InvalidInputException.of(
          "--explain-uncertainty", "needs --format text and a single person, not --cases");
    }
    person.requireOne("assess");
    Engine engine = Plumbline.engine(parent);
    PrintStream out = System.out;
    if (person.casesFile != null) {
      return batch(engine, person.casesFile, out);
    }
    CaseFile it = single(engine);
    Engine.Known known = engine.known(it, person.input);
    Assessment assessment = engine.assess(known, settingOption.setting());
    Plan plan = engine.plan(assessment);
    if (format == Format.json) {
      out.println(
          new AssessmentJson(engine.knowledge(), true).write(it.id(), known, assessment, plan));
    } else {
      new AssessmentText(engine.knowledge(), colourOption.terminal(), out)
          .print(known, assessment, plan);
      if (explainUncertainty) {
        new UncertaintyText(engine.knowledge(), colourOption.terminal(), out)
            .print(assessment, engine.influential(known.presentation(), settingOption.setting()));
      }
    }
    return 0;
  }

  private CaseFile single(Engine engine) {
    CaseFileReader reader = new CaseFileReader(engine.knowledge().vocabulary());
    if (person.caseFile != null) {
      return reader.read(TextFiles.read("--case", person.caseFile), "");
    }
    return person.ofWords(engine);
  }

  private int batch(Engine engine, Path file, PrintStream out) throws IOException {
    boolean failed = false;
    boolean any = false;
    try (BufferedReader lines = TextFiles.open("--cases", file)) {
      BatchAssessor batch =
          new BatchAssessor(engine, person.input, settingOption.setting(), format == Format.json);
      while (batch.readChunk(lines)) {
        any = true;
        for (BatchAssessor.Result result : batch.assess()) {
          if (result.problem() != null) {
            failed = true;
            System.err.println(result.caseId() + ": " + result.problem().message());
          }
          out.writeBytes(result.line());
        }
        out.flush();
      }
    }
    if (!any) {
      throw InvalidInputException.of("--cases", file + " holds no case");
    }
    return failed ? Plumbline.BAD_INPUT : 0;
  }
}
