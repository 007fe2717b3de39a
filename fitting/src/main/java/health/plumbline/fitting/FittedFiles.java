package health.plumbline.fitting;

import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Interval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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
    List<String> lines = header("condition_id,finding_id,value,p,lo,hi,grade,source_id");
    result
        .values()
        .parameters()
        .forEach(
            p ->
                lines.add(
                    String.join(
                        ",",
                        p.conditionId(),
                        p.findingId(),
                        p.value(),
                        digits(p.p()),
                        limits(p.interval()),
                        p.grade().name(),
                        p.sourceId())));
    return lines;
  }

  private static List<String> baselines(Fitting.Result result) {
    List<String> lines = header("finding_id,value,p,lo,hi,grade,source_id");
    result
        .values()
        .baselines()
        .forEach(
            b ->
                lines.add(
                    String.join(
                        ",",
                        b.findingId(),
                        b.value(),
                        digits(b.p()),
                        limits(b.interval()),
                        b.grade().name(),
                        b.sourceId())));
    return lines;
  }

  private static List<String> priors(Fitting.Result result) {
    List<String> lines = header("condition_id,setting,share,lo,hi,grade,source_id");
    result
        .values()
        .priors()
        .forEach(
            p ->
                lines.add(
                    String.join(
                        ",",
                        p.conditionId(),
                        p.setting().id(),
                        digits(p.share()),
                        limits(p.interval()),
                        p.grade().name(),
                        p.sourceId())));
    return lines;
  }

  private static List<String> pairs(Fitting.Result result) {
    List<String> lines = header("condition_a,condition_b,ratio,lo,hi,grade,source_id");
    result
        .values()
        .pairs()
        .forEach(
            p ->
                lines.add(
                    String.join(
                        ",",
                        p.conditionA(),
                        p.conditionB(),
                        digits(p.ratio()),
                        limits(p.interval()),
                        p.grade().name(),
                        p.sourceId())));
    return lines;
  }

  private static List<String> loadings(Fitting.Result result) {
    List<String> lines = header("group_id,loading,lo,hi,grade,source_id");
    new TreeMap<>(result.values().loadings())
        .forEach(
            (group, loading) ->
                lines.add(
                    String.join(
                        ",",
                        group,
                        digits(loading.value()),
                        limits(loading.interval()),
                        loading.grade().name(),
                        loading.sourceId())));
    return lines;
  }

  private static List<String> selection(Fitting.Result result) {
    List<String> lines = header("source_id,condition_id,finding_id,log_odds,sd,grade");
    result
        .selections()
        .forEach(
            s ->
                lines.add(
                    String.join(
                        ",",
                        s.sourceId(),
                        s.conditionId(),
                        s.findingId(),
                        String.format(Locale.ROOT, "%.3f", s.logOdds()),
                        String.format(Locale.ROOT, "%.3f", s.standardDeviation()),
                        // Nobody measured it: it is what makes the study's two groups agree.
                        Grade.C.name())));
    return lines;
  }

  private static List<String> header(String header) {
    List<String> lines = new ArrayList<>();
    lines.add(header);
    return lines;
  }

  private static String limits(Interval interval) {
    return digits(interval.lo()) + "," + digits(interval.hi());
  }

  private static String digits(double value) {
    return Rounding.digits(value);
  }
}
