package health.plumbline.fitting;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.reasoning.Reconciliation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Fits anew and writes data files and report ({@code CONTRIBUTING.md} says how to run it). The
 * version of the knowledge is written after it.
 */
public final class Refit {

  static final Path FOLDER =
      Path.of("knowledge/src/main/resources/health/plumbline/knowledge/data/fitted");

  private Refit() {}

  /**
   * Fits and writes; prints how long it took and how much is reproduced.
   *
   * @param arguments the root of the project, by default the folder where it runs
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Path root = Path.of(arguments.length == 0 ? "." : arguments[0]);
    long start = System.nanoTime();
    KnowledgeBase estimates = KnowledgeBase.loadEstimates();
    Fitting.Result result = Fitting.fit(estimates);
    Map<String, List<String>> files = FittedFiles.of(result);
    FittedFiles.write(files, root.resolve(FOLDER));
    out.printf("fitted in %.0f s%n", (System.nanoTime() - start) / 1e9);
    files.forEach((name, lines) -> out.printf("  %s: %d rows%n", name, lines.size() - 1));
    Report report =
        new Report(
            new Reconciliation(estimates.with(result.values()), result.selectionByKey()),
            estimates);
    report.write(root);
    out.println(report.headline());
  }
}
