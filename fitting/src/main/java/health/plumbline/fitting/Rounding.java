package health.plumbline.fitting;

import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.FittedValues;
import health.plumbline.knowledge.FittedValues.Loading;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.Pair;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Prior;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rounds what was fitted as the data files print it, five significant digits, so that the report is
 * that of the files and the files are the same wherever the fit runs.
 */
final class Rounding {

  private Rounding() {}

  static Fitting.Result round(Fitting.Result result) {
    FittedValues values = result.values();
    Map<String, Loading> loadings = new TreeMap<>();
    values
        .loadings()
        .forEach(
            (group, it) ->
                loadings.put(
                    group,
                    new Loading(
                        round(it.value()), round(it.interval()), it.grade(), it.sourceId())));
    return new Fitting.Result(
        new FittedValues(
            values.parameters().stream().map(Rounding::round).toList(),
            values.baselines().stream().map(Rounding::round).toList(),
            values.priors().stream().map(Rounding::round).toList(),
            values.pairs().stream().map(Rounding::round).toList(),
            loadings),
        result.selections().stream()
            .map(
                it ->
                    new Selection(
                        it.sourceId(),
                        it.conditionId(),
                        it.findingId(),
                        Math.round(it.logOdds() * 1000) / 1000.0,
                        Math.round(it.standardDeviation() * 1000) / 1000.0))
            .toList());
  }

  /** Five significant digits. */
  static String digits(double value) {
    return String.format(Locale.ROOT, "%.5g", value);
  }

  private static double round(double value) {
    return Double.parseDouble(digits(value));
  }

  private static Interval round(Interval interval) {
    return new Interval(round(interval.lo()), round(interval.hi()));
  }

  private static Parameter round(Parameter it) {
    return new Parameter(
        it.conditionId(),
        it.findingId(),
        it.value(),
        round(it.p()),
        round(it.interval()),
        it.grade(),
        it.basis(),
        it.sourceId());
  }

  private static Baseline round(Baseline it) {
    return new Baseline(
        it.findingId(),
        it.value(),
        round(it.p()),
        round(it.interval()),
        it.femaleFactor(),
        it.underFortyFive(),
        it.fortyFiveToSixtyFour(),
        it.sixtyFiveAndOver(),
        it.grade(),
        it.basis(),
        it.sourceId());
  }

  private static Prior round(Prior it) {
    return new Prior(
        it.conditionId(),
        it.setting(),
        round(it.share()),
        round(it.interval()),
        it.sexRatioFemaleToMale(),
        it.ageMultipliers(),
        it.grade(),
        it.basis(),
        it.sourceId());
  }

  private static Pair round(Pair it) {
    return new Pair(
        it.conditionA(),
        it.conditionB(),
        round(it.ratio()),
        round(it.interval()),
        it.grade(),
        it.sourceId());
  }
}
