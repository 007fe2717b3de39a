package health.plumbline.fitting;

import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.Pair;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Prior;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The fitted numbers as data files, five significant digits each, so that they are the same bit for
 * bit.
 */
final class FittedFiles {

  private FittedFiles() {}

  /** File name to its lines. */
  static Map<String, List<String>> of(Fitting.Result result) {
    Map<String, List<String>> files = new LinkedHashMap<>();
    files.put("parameters.csv", parameters(result));
    files.put("baselines.csv", baselines(result));
    files.put("priors.csv", priors(result));
    files.put("pairs.csv", pairs(result));
    files.put("loadings.csv", loadings(result));
    files.put("selection.csv", selection(result));
    return files;
  }

  /** Writes the files into a folder. */
  static void write(Map<String, List<String>> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, List<String>> file : files.entrySet()) {
      Files.writeString(
          folder.resolve(file.getKey()),
          String.join("\n", file.getValue()) + "\n",
          StandardCharsets.UTF_8);
    }
  }

  private static List<String> parameters(Fitting.Result result) {
    return table(
        "condition_id,finding_id,value,p,lo,hi,grade,source_id",
        result.values().parameters(),
        p -> number(p.p(), p.interval(), p.grade(), p.sourceId()),
        Parameter::conditionId,
        Parameter::findingId,
        Parameter::value);
  }

  private static List<String> baselines(Fitting.Result result) {
    return table(
        "finding_id,value,p,lo,hi,grade,source_id",
        result.values().baselines(),
        b -> number(b.p(), b.interval(), b.grade(), b.sourceId()),
        Baseline::findingId,
        Baseline::value);
  }

  private static List<String> priors(Fitting.Result result) {
    return table(
        "condition_id,setting,share,lo,hi,grade,source_id",
        result.values().priors(),
        p -> number(p.share(), p.interval(), p.grade(), p.sourceId()),
        Prior::conditionId,
        p -> p.setting().id());
  }

  private static List<String> pairs(Fitting.Result result) {
    return table(
        "condition_a,condition_b,ratio,lo,hi,grade,source_id",
        result.values().pairs(),
        p -> number(p.ratio(), p.interval(), p.grade(), p.sourceId()),
        Pair::conditionA,
        Pair::conditionB);
  }

  private static List<String> loadings(Fitting.Result result) {
    return table(
        "group_id,loading,lo,hi,grade,source_id",
        new TreeMap<>(result.values().loadings()).entrySet(),
        group ->
            number(
                group.getValue().value(),
                group.getValue().interval(),
                group.getValue().grade(),
                group.getValue().sourceId()),
        Map.Entry::getKey);
  }

  private static List<String> selection(Fitting.Result result) {
    return table(
        "source_id,condition_id,finding_id,log_odds,sd,grade",
        result.selections(),
        // Nobody measured it: it is what makes the study's two groups agree.
        s -> thousandths(s.logOdds()) + "," + thousandths(s.standardDeviation()) + "," + Grade.C,
        s -> s.sourceId(),
        s -> s.conditionId(),
        s -> s.findingId());
  }

  /**
   * A file.
   *
   * @param last the cells behind the keys
   */
  @SafeVarargs
  private static <T> List<String> table(
      String header, Collection<T> rows, Function<T, String> last, Function<T, String>... keys) {
    List<String> lines = new ArrayList<>();
    lines.add(header);
    for (T row : rows) {
      StringBuilder line = new StringBuilder();
      for (Function<T, String> key : keys) {
        line.append(key.apply(row)).append(',');
      }
      lines.add(line.append(last.apply(row)).toString());
    }
    return lines;
  }

  private static String number(double value, Interval interval, Grade grade, String sourceId) {
    return String.join(",", digits(value), limits(interval), grade.name(), sourceId);
  }

  private static String thousandths(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String limits(Interval interval) {
    return digits(interval.lo()) + "," + digits(interval.hi());
  }

  private static String digits(double value) {
    return Rounding.digits(value);
  }
}
