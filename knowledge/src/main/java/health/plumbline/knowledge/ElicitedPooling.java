package health.plumbline.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pools the two elicitors into the parameters of the model.
 *
 * <p>Implementation note. Linear pooling of log-odds (Genest and Zidek 1986, logarithmic opinion
 * pool with equal weights): the pooled estimate is the mean of the two log-odds, and its variance
 * the mean of the two variances plus the variance between the two, so that disagreement widens the
 * interval. Each elicitor left out cells that they judged to be "about the baseline" of their own,
 * so a cell that only one gives is shrunk halfway to the common baseline. A figure published for
 * the right spectrum replaces the estimate. A sign that is part of the definition of its condition
 * is shrunk towards the baseline. The bins of one finding are made to sum to one.
 *
 * <p>This runs once, offline; its result is the data file {@code parameters.csv}, which a test
 * holds equal to a fresh run.
 */
final class ElicitedPooling {

  static final String FILE = "parameters.csv";
  static final String HEADER = "condition_id,finding_id,value,p,lo,hi,grade,basis,source_id";

  /** Half-width of a 90% interval in standard deviations of the normal distribution. */
  private static final double SMALLEST = 1e-5;

  private static final String NO_EFFECT = "no effect of its own";

  private record Cell(String conditionId, String findingId, String value) {}

  private record Estimate(
      double logit, double variance, String basis, String sourceId, boolean alone) {}

  private final Map<Cell, List<Estimate>> elicited = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> baselineLogits = new LinkedHashMap<>();

  private ElicitedPooling() {}

  /** All parameters that differ from the baseline, in the order of conditions and findings. */
  static List<Parameter> pool() {
    return new ElicitedPooling().run();
  }

  /** The parameters as lines of the data file, header first. */
  static Stream<String> lines(List<Parameter> parameters) {
    return Stream.concat(
        Stream.of(HEADER),
        parameters.stream()
            .map(
                p ->
                    String.join(
                        ",",
                        p.conditionId(),
                        p.findingId(),
                        p.value(),
                        digits(p.p()),
                        digits(p.interval().lo()),
                        digits(p.interval().hi()),
                        p.grade().name(),
                        p.basis(),
                        p.sourceId())));
  }

  private List<Parameter> run() {
    List<Baseline> baselines = KnowledgeLoader.readBaselines();
    for (Baseline baseline : baselines) {
      baselineLogits
          .computeIfAbsent(baseline.findingId(), key -> new LinkedHashMap<>())
          .put(baseline.value(), logit(baseline.p()));
    }
    for (String group : List.of("spine", "pelvis-hip", "serious")) {
      read("elicited/" + group + "-a.csv", true);
      read("elicited/" + group + "-b.csv", true);
    }
    read("elicited/growth.csv", false);
    Map<Cell, Parameter> overrides = overrides();
    Map<Cell, Double> shrink = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("circular-findings.csv").rows()) {
      shrink.put(
          new Cell(row.required("condition_id"), row.required("finding_id"), "yes"),
          row.proportion("shrink"));
    }

    List<Parameter> parameters = new ArrayList<>();
    for (DataFile.Row condition : DataFile.read("conditions.csv").rows()) {
      String conditionId = condition.required("id");
      baselineLogits.forEach(
          (findingId, bins) ->
              parameters.addAll(
                  finding(conditionId, findingId, List.copyOf(bins.keySet()), overrides, shrink)));
    }
    return parameters;
  }

  private List<Parameter> finding(
      String conditionId,
      String findingId,
      List<String> values,
      Map<Cell, Parameter> overrides,
      Map<Cell, Double> shrink) {
    List<Parameter> bins = new ArrayList<>();
    boolean differs = false;
    for (String value : values) {
      Cell cell = new Cell(conditionId, findingId, value);
      Parameter override = overrides.get(cell);
      List<Estimate> estimates = elicited.getOrDefault(cell, List.of());
      differs |= override != null || !estimates.isEmpty();
      bins.add(
          override != null ? override : pooled(cell, estimates, shrink.getOrDefault(cell, 1.0)));
    }
    if (!differs) {
      return List.of();
    }
    if (bins.size() == 1) {
      return bins;
    }
    double sum = bins.stream().mapToDouble(Parameter::p).sum();
    return bins.stream()
        .map(
            bin ->
                new Parameter(
                    bin.conditionId(),
                    bin.findingId(),
                    bin.value(),
                    bin.p() / sum,
                    new Interval(
                        Math.min(bin.interval().lo(), bin.p() / sum),
                        Math.max(bin.interval().hi(), bin.p() / sum)),
                    bin.grade(),
                    bin.basis(),
                    bin.sourceId()))
        .toList();
  }

  private Parameter pooled(Cell cell, List<Estimate> estimates, double shrink) {
    double baseline = baselineLogit(cell);
    double mean;
    double variance;
    String basis = "elicited";
    String sourceId = "";
    if (estimates.isEmpty()) {
      mean = baseline;
      variance = 1;
    } else if (estimates.size() == 1 && estimates.getFirst().alone()) {
      Estimate only = estimates.getFirst();
      mean = only.logit();
      variance = only.variance();
    } else if (estimates.size() == 1) {
      Estimate only = estimates.getFirst();
      double half = (only.logit() - baseline) / 2;
      mean = baseline + half;
      variance = only.variance() + half * half;
    } else {
      Estimate a = estimates.get(0);
      Estimate b = estimates.get(1);
      double half = (a.logit() - b.logit()) / 2;
      mean = (a.logit() + b.logit()) / 2;
      variance = (a.variance() + b.variance()) / 2 + half * half;
    }
    for (Estimate estimate : estimates) {
      if (!estimate.sourceId().isEmpty()) {
        basis = "adapted";
        sourceId = estimate.sourceId();
        break;
      }
    }
    mean = baseline + shrink * (mean - baseline);
    double sd = Math.sqrt(variance);
    return new Parameter(
        cell.conditionId(),
        cell.findingId(),
        cell.value(),
        probability(mean),
        new Interval(probability(mean - Normal.Z90 * sd), probability(mean + Normal.Z90 * sd)),
        Grade.C,
        basis,
        sourceId);
  }

  private void read(String file, boolean ofTwo) {
    for (DataFile.Row row : DataFile.read(file).rows()) {
      Cell cell =
          new Cell(row.required("condition_id"), row.required("finding_id"), row.required("value"));
      if (row.text("rationale").contains(NO_EFFECT)) {
        continue;
      }
      double lo = logit(row.proportion("lo"));
      double hi = logit(row.proportion("hi"));
      double sd = Math.max((hi - lo) / (2 * Normal.Z90), 0.05);
      elicited
          .computeIfAbsent(cell, key -> new ArrayList<>())
          .add(
              new Estimate(
                  logit(row.proportion("p")),
                  sd * sd,
                  row.required("basis"),
                  row.text("source_id"),
                  !ofTwo));
    }
  }

  private static Map<Cell, Parameter> overrides() {
    Map<Cell, Parameter> overrides = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("published-parameters.csv").rows()) {
      double p = row.proportion("p");
      double n = row.number("effective_n");
      // Agresti and Coull's interval keeps its coverage at the small samples met here.
      double centre = (p * n + Normal.Z90 * Normal.Z90 / 2) / (n + Normal.Z90 * Normal.Z90);
      double half = Normal.Z90 * Math.sqrt(centre * (1 - centre) / (n + Normal.Z90 * Normal.Z90));
      Parameter parameter =
          new Parameter(
              row.required("condition_id"),
              row.required("finding_id"),
              row.required("value"),
              centreIfExtreme(p, centre),
              new Interval(
                  Math.max(SMALLEST, Math.min(p, centre - half)),
                  Math.min(1 - SMALLEST, Math.max(p, centre + half))),
              row.grade("grade"),
              "published",
              row.required("source_id"));
      overrides.put(
          new Cell(parameter.conditionId(), parameter.findingId(), parameter.value()), parameter);
    }
    return overrides;
  }

  /** A published 0 or 1 rests on a handful of people: shrink it. */
  private static double centreIfExtreme(double p, double centre) {
    return p < 0.02 || p > 0.98 ? centre : p;
  }

  private double baselineLogit(Cell cell) {
    Map<String, Double> bins = baselineLogits.get(cell.findingId());
    Double logit = bins == null ? null : bins.get(cell.value());
    if (logit == null) {
      throw new IllegalStateException(
          "baseline.csv has no row for " + cell.findingId() + " " + cell.value());
    }
    return logit;
  }

  private static double logit(double p) {
    double clipped = Math.clamp(p, SMALLEST, 1 - SMALLEST);
    return Math.log(clipped / (1 - clipped));
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }
}
