package health.plumbline.fitting;

import health.plumbline.knowledge.KnowledgeBase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Fits anew and writes the data files. Run from the root of the project, then write the version and
 * the report anew (CONTRIBUTING.md says how).
 */
public final class Refit {

  static final Path FOLDER =
      Path.of("knowledge/src/main/resources/health/plumbline/knowledge/data/fitted");

  private Refit() {}

  /** Fits and writes; prints how long it took. */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    long start = System.nanoTime();
    Map<String, List<String>> files = FittedFiles.of(Fitting.fit(KnowledgeBase.loadEstimates()));
    FittedFiles.write(files, FOLDER);
    out.printf("fitted in %.0f s%n", (System.nanoTime() - start) / 1e9);
    files.forEach((name, lines) -> out.printf("  %s: %d rows%n", name, lines.size() - 1));
  }
}
