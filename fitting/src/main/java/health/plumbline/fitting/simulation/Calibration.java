package health.plumbline.fitting.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often things happen that were said to happen with a probability.
 *
 * <p>The calibration error is the mean over all statements of the distance between what the
 * statements of a bin said on average and how often they came true (expected calibration error,
 * Naeini 2015). Ten equal bins; the first is split, as most statements are about conditions that
 * are hardly possible.
 */
final class Calibration {

  private static final double[] UPPER = {
    0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1
  };

  /**
   * One bin.
   *
   * @param said mean probability that was said
   * @param came how often it came true
   */
  record Bin(double said, Proportion came) {}

  private final double[] said = new double[UPPER.length];
  private final int[] came = new int[UPPER.length];
  private final int[] count = new int[UPPER.length];

  /** Every statement about every condition of at least this probability. */
  static Calibration ofAll(List<Verdict> verdicts, double least) {
    Calibration calibration = new Calibration();
    for (Verdict verdict : verdicts) {
      for (int d = 0; d < verdict.probability().length; d++) {
        if (verdict.probability()[d] >= least) {
          calibration.add(verdict.probability()[d], verdict.truth()[d]);
        }
      }
    }
    return calibration;
  }

  /** The statement about the most probable condition of each patient. */
  static Calibration ofFirst(List<Verdict> verdicts) {
    Calibration calibration = new Calibration();
    for (Verdict verdict : verdicts) {
      int first = verdict.first();
      calibration.add(verdict.probability()[first], verdict.truth()[first]);
    }
    return calibration;
  }

  void add(double probability, boolean cameTrue) {
    int bin = 0;
    while (bin < UPPER.length - 1 && probability >= UPPER[bin]) {
      bin++;
    }
    said[bin] += probability;
    count[bin]++;
    came[bin] += cameTrue ? 1 : 0;
  }

  /** The bins that hold a statement, from the smallest probability. */
  List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < UPPER.length; i++) {
      if (count[i] > 0) {
        bins.add(new Bin(said[i] / count[i], Proportion.of(came[i], count[i])));
      }
    }
    return bins;
  }

  /** Expected calibration error, 0 to 1; not a number without statements. */
  double error() {
    double sum = 0;
    for (int i = 0; i < UPPER.length; i++) {
      sum += Math.abs(said[i] - came[i]);
    }
    return sum / statements();
  }

  /**
   * The error that a model without any would show by chance on average: the mean distance of
   * binomial counts from their expectation, by the normal approximation.
   */
  double errorByChance() {
    double sum = 0;
    for (double sd : binSds()) {
      sum += Math.sqrt(2 / Math.PI) * sd;
    }
    return sum / statements();
  }

  /** The error that a model without any would show by chance about once in a thousand samples. */
  double errorLimit() {
    double variance = 0;
    for (double sd : binSds()) {
      variance += (1 - 2 / Math.PI) * sd * sd;
    }
    return errorByChance() + 3.1 * Math.sqrt(variance) / statements();
  }

  /** Number of statements. */
  int statements() {
    return Arrays.stream(count).sum();
  }

  private double[] binSds() {
    return bins().stream()
        .mapToDouble(bin -> Math.sqrt(bin.came().n() * bin.said() * (1 - bin.said())))
        .toArray();
  }
}
