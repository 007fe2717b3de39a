package health.plumbline.fitting.simulation;

import health.plumbline.fitting.simulation.CalibrationReport.Part;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Setting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Simulates patients and writes {@code docs/CALIBRATION.md} with its plots. Run from the root of
 * the project; CONTRIBUTING.md says how.
 */
public final class Simulate {

  private static final List<Setting> SETTINGS = List.of(Setting.PRIMARY, Setting.TEACHING);

  private Simulate() {}

  /**
   * @param args any of {@code --patients N}, {@code --degraded N} (of whom answers are missing or
   *     wrong or the examination is known), {@code --interviews N}, {@code --per-draw N} and {@code
   *     --seed N}
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    Map<String, Integer> options;
    try {
      options = options(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    int patients = options.getOrDefault("--patients", 0);
    int degraded = options.getOrDefault("--degraded", 0);
    int interviews = options.getOrDefault("--interviews", 0);
    int perDraw = options.getOrDefault("--per-draw", 0);
    int seed = options.getOrDefault("--seed", 0);
    KnowledgeBase knowledge = KnowledgeBase.load();
    List<Part> parts = new ArrayList<>();
    long start = System.nanoTime();
    for (Setting setting : SETTINGS) {
      Simulation simulation = Simulation.uncertain(knowledge, setting, patients, perDraw, seed);
      say(out, start, setting, "patients drawn");
      Map<Telling, Figures> byTelling = new LinkedHashMap<>();
      for (Telling telling : Telling.ALL) {
        int most = telling.equals(Telling.ANSWERS) ? patients : degraded;
        byTelling.put(telling, Figures.of(knowledge, simulation.verdicts(telling, most)));
        say(out, start, setting, telling.name());
      }
      List<Course> courses = simulation.interviews(interviews);
      say(out, start, setting, "interviews");
      List<Course> serious = simulation.interviewsOfSerious(interviews);
      say(out, start, setting, "interviews of people with a serious condition");
      parts.add(
          new Part(
              setting,
              byTelling,
              figures(knowledge, courses),
              new Stopping(courses),
              figures(knowledge, serious),
              new Stopping(serious)));
    }
    Path docs = Path.of("docs");
    for (Map.Entry<String, String> file :
        new CalibrationReport(knowledge, parts, perDraw, seed).files().entrySet()) {
      Path path = docs.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
      out.println("wrote " + path);
    }
  }

  private static Figures figures(KnowledgeBase knowledge, List<Course> courses) {
    return Figures.of(knowledge, courses.stream().map(Course::last).toList());
  }

  private static void say(PrintStream out, long start, Setting setting, String what) {
    out.printf("%6.0f s  %s: %s%n", (System.nanoTime() - start) / 1e9, setting.id(), what);
  }

  /** Every option with its value; those that are not given keep their usual one. */
  static Map<String, Integer> options(String... args) {
    Map<String, Integer> options = new LinkedHashMap<>();
    options.put("--patients", 100_000);
    options.put("--degraded", 20_000);
    options.put("--interviews", 5_000);
    options.put("--per-draw", 500);
    options.put("--seed", 20_261_126);
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "nothing";
      if (!options.containsKey(args[i])) {
        throw new IllegalArgumentException(
            args[i] + " is no option; allowed are " + String.join(", ", options.keySet()));
      }
      if (!value.matches("[1-9][0-9]{0,8}")) {
        throw new IllegalArgumentException(
            args[i] + ": " + value + " is not a whole number from 1 to 999999999");
      }
      options.put(args[i], Integer.parseInt(value));
    }
    return options;
  }
}
