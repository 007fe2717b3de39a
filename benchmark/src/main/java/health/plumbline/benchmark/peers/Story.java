package health.plumbline.benchmark.peers;

import health.plumbline.reasoning.SubNetwork.Parameters;
import health.plumbline.reasoning.SubNetwork.Scale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Plumbline's model says of one finding, told anew as a story of causes, with no line of the
 * inference core.
 *
 * <p>The finding may be there for no reason (leak). Each condition under which it is rarer than
 * that may take this away, and only this. Then each condition under which it is more frequent may
 * bring it. An ordered finding tells one such story for each "at least this value", and a higher
 * threshold is never likelier than a lower one. Values without order are the mean over the causes.
 * In a latent group the probability of each threshold is shifted on the logit scale by the loading
 * times the factor, so that its mean over the factor is what it was.
 */
final class Story {

  /** Values of the factor and their probabilities: Abramowitz and Stegun (1964), table 25.10. */
  static final double[] FACTOR = {
    -2.020182870456086 * Math.sqrt(2),
    -0.9585724646138185 * Math.sqrt(2),
    0,
    0.9585724646138185 * Math.sqrt(2),
    2.020182870456086 * Math.sqrt(2)
  };

  private static final double[] FACTOR_WEIGHTS = {
    0.01995324205904591 / Math.sqrt(Math.PI),
    0.3936193231522412 / Math.sqrt(Math.PI),
    0.9453087204829419 / Math.sqrt(Math.PI),
    0.3936193231522412 / Math.sqrt(Math.PI),
    0.01995324205904591 / Math.sqrt(Math.PI)
  };

  /** The model's least probability of a value of an ordered finding. */
  private static final double SLIP = 1e-4;

  /** The model's least probability of a finding of a latent group, and of its absence. */
  private static final double RAREST = 1e-6;

  private final Parameters finding;
  private final Map<Double, Double> offsets = new HashMap<>();

  Story(Parameters finding) {
    this.finding = finding;
  }

  /** The probabilities of the factor's values. */
  static double[] factorWeights() {
    double sum = 0;
    for (double weight : FACTOR_WEIGHTS) {
      sum += weight;
    }
    double[] weights = FACTOR_WEIGHTS.clone();
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }

  /**
   * The conditions that bear on the finding; with all others it is as if they were not there. The
   * mean over the causes depends on every cause.
   */
  List<Integer> causes() {
    List<Integer> causes = new ArrayList<>();
    for (int d = 0; d < finding.given()[0].length; d++) {
      boolean bears = finding.scale() == Scale.NOMINAL;
      for (int t = 1; t < finding.values(); t++) {
        bears |= atLeastGiven(d, t) != atLeastLeak(t);
      }
      if (bears) {
        causes.add(d);
      }
    }
    return causes;
  }

  /**
   * How many values the finding's node has: for an ordered one, a last one that nobody observes.
   */
  int nodeValues() {
    return finding.scale() == Scale.ORDERED ? finding.values() + 1 : finding.values();
  }

  /**
   * The probability of each value under some causes, for a node of a Bayesian network.
   *
   * <p>With the least probability of a slip, the values of an ordered finding sum to more than 1.
   * So all are divided by the most that they can sum to, and what is left falls to a value that is
   * never observed: a constant factor, which no posterior can see.
   *
   * @param factor number of the factor's value, or -1 without a group
   */
  double[] row(List<Integer> causes, int factor) {
    return switch (finding.scale()) {
      case BINARY -> DiscreteNetwork.binary(shifted(atLeast(causes, 1), factor));
      case NOMINAL -> mean(causes);
      case ORDERED -> ordered(causes, factor);
    };
  }

  private double[] mean(List<Integer> causes) {
    if (causes.isEmpty()) {
      return finding.leak();
    }
    double[] row = new double[finding.values()];
    for (int value = 0; value < row.length; value++) {
      for (int d : causes) {
        row[value] += finding.given()[value][d] / causes.size();
      }
    }
    return row;
  }

  private double[] ordered(List<Integer> causes, int factor) {
    int values = finding.values();
    double[] atLeast = new double[values + 1];
    atLeast[0] = 1;
    double lowest = 1;
    for (int t = 1; t < values; t++) {
      lowest = Math.min(lowest, atLeast(causes, t));
      atLeast[t] = shifted(lowest, factor);
    }
    double most = 1 + values * SLIP;
    double[] row = new double[values + 1];
    row[values] = 1;
    for (int value = 0; value < values; value++) {
      row[value] = Math.max(atLeast[value] - atLeast[value + 1], SLIP) / most;
      row[values] -= row[value];
    }
    return row;
  }

  /** The story of one threshold. */
  private double atLeast(List<Integer> causes, int threshold) {
    double leak = atLeastLeak(threshold);
    double present = leak;
    for (int d : causes) {
      double alone = atLeastGiven(d, threshold);
      if (alone < leak) {
        present -= present * (leak - alone) / leak;
      }
    }
    for (int d : causes) {
      double alone = atLeastGiven(d, threshold);
      if (alone > leak) {
        present += (1 - present) * (alone - leak) / (1 - leak);
      }
    }
    return present;
  }

  double atLeastLeak(int threshold) {
    double sum = 0;
    for (int value = threshold; value < finding.values(); value++) {
      sum += finding.leak()[value];
    }
    return sum;
  }

  double atLeastGiven(int condition, int threshold) {
    double sum = 0;
    for (int value = threshold; value < finding.values(); value++) {
      sum += finding.given()[value][condition];
    }
    return sum;
  }

  private double shifted(double p, int factor) {
    if (factor < 0) {
      return p;
    }
    double offset = offsets.computeIfAbsent(Math.clamp(p, RAREST, 1 - RAREST), this::offset);
    return logistic(offset + finding.loading() * FACTOR[factor]);
  }

  /** Halves an interval until the mean over the factor is p. */
  private double offset(double p) {
    double[] weights = factorWeights();
    double low = -60;
    double high = 60;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double mean = 0;
      for (int k = 0; k < FACTOR.length; k++) {
        mean += weights[k] * logistic(middle + finding.loading() * FACTOR[k]);
      }
      if (mean < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
