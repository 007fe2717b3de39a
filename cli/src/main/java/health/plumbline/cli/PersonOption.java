package health.plumbline.cli;

import health.plumbline.contract.CaseFile;
import health.plumbline.contract.CaseFiles;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.InvalidInputException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who is meant: words, a file of words, a case file, or a file of many cases; one of them. */
final class PersonOption {

  @Parameters(arity = "0..1", paramLabel = "WORDS", description = "what hurts, in own words")
  private @Nullable String words;

  @Option(
      names = "--text-file",
      paramLabel = "F",
      description = "file with the words (- for input)")
  private @Nullable Path textFile;

  @Option(names = "--case", paramLabel = "F.json", description = "case file")
  @Nullable Path caseFile;

  @Option(names = "--cases", paramLabel = "F.jsonl", description = "many cases, one a line")
  @Nullable Path casesFile;

  @Option(
      names = "--input",
      description = "parts of a case to use: ${COMPLETION-CANDIDATES} (default: both)")
  Engine.Input input = Engine.Input.both;

  /**
   * Refuses none or several of them.
   *
   * @param command name of the command that needs one
   */
  void requireOne(String command) {
    int given = 0;
    for (Object source : new @Nullable Object[] {words, textFile, caseFile, casesFile}) {
      given += source == null ? 0 : 1;
    }
    if (given != 1) {
      throw InvalidInputException.of(
          command,
          given == 0
              ? "needs words, --text-file, --case or --cases"
              : "takes only one of words, --text-file, --case and --cases");
    }
  }

  /** The case of words, or of a file of words. */
  CaseFile ofWords(Engine engine) {
    String text = words != null ? words : TextFiles.read("--text-file", textFile);
    if (text.isBlank()) {
      throw Engine.emptyText();
    }
    return CaseFiles.ofText(engine.knowledge(), text);
  }
}
