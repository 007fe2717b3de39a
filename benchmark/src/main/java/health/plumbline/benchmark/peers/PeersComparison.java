package health.plumbline.benchmark.peers;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link PeersBenchmark} and prints how many times Plumbline's time the others take, by the
 * best iteration of each: whatever else runs on the machine can only add.
 */
public final class PeersComparison {

  private static final String OURS = "plumbline";

  private PeersComparison() {}

  /**
   * Measures and prints.
   *
   * @param args options of JMH, such as {@code -f 1 -wi 1 -i 3}
   */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(args))
                    .include(PeersBenchmark.class.getSimpleName())
                    .build())
            .run();
    System.out.println();
    System.out.print(table(microseconds(results)));
  }

  /** Part, then method of the benchmark, to microseconds. */
  private static Map<String, Map<String, Double>> microseconds(Collection<RunResult> results) {
    Map<String, Map<String, Double>> byPart = new TreeMap<>();
    for (RunResult result : results) {
      byPart
          .computeIfAbsent(result.getParams().getParam("part"), part -> new TreeMap<>())
          .put(
              result.getPrimaryResult().getLabel(),
              result.getPrimaryResult().getStatistics().getMin());
    }
    return byPart;
  }

  /** The figures with their ratios, as a table in Markdown. */
  static String table(Map<String, Map<String, Double>> microseconds) {
    StringBuilder table =
        new StringBuilder(
            "| part | engine | µs a question, best iteration | times Plumbline's |\n|---|---|---:|---:|\n");
    microseconds.forEach(
        (part, methods) ->
            methods.forEach(
                (method, time) -> {
                  Double ours = methods.get(method.replaceFirst("^(weka|tetrad)", OURS));
                  table.append(
                      String.format(
                          Locale.ROOT,
                          "| %s | %s | %.1f | %s |%n",
                          part,
                          method,
                          time,
                          ours == null ? "" : String.format(Locale.ROOT, "%.1f", time / ours)));
                }));
    return table.toString();
  }
}
