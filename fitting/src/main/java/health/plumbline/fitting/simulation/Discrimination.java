package health.plumbline.fitting.simulation;

import health.plumbline.knowledge.Normal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The area under the receiver operating curve of one condition: the probability that a patient with
 * it gets a higher probability than one without (ties count half). Interval after Hanley and McNeil
 * (1982).
 *
 * @param area 0 to 1; not a number without both kinds of patients
 * @param with number of patients with the condition
 * @param standardError standard error of the area
 */
record Discrimination(double area, int with, double standardError) {

  static Discrimination of(List<Verdict> verdicts, int condition) {
    double[] score = verdicts.stream().mapToDouble(v -> v.probability()[condition]).toArray();
    boolean[] truth = new boolean[score.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = verdicts.get(i).truth()[condition];
    }
    return of(score, truth);
  }

  static Discrimination of(double[] score, boolean[] truth) {
    int[] order =
        IntStream.range(0, score.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> score[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double rankSum = 0;
    int with = 0;
    for (int i = 0; i < order.length; ) {
      int j = i;
      while (j < order.length && score[order[j]] == score[order[i]]) {
        j++;
      }
      double rank = (i + 1 + j) / 2.0;
      for (; i < j; i++) {
        if (truth[order[i]]) {
          rankSum += rank;
          with++;
        }
      }
    }
    double a = with;
    double b = score.length - a;
    double area = (rankSum - a * (a + 1) / 2) / (a * b);
    double q1 = area / (2 - area);
    double q2 = 2 * area * area / (1 + area);
    double variance =
        (area * (1 - area) + (a - 1) * (q1 - area * area) + (b - 1) * (q2 - area * area)) / (a * b);
    return new Discrimination(area, with, Math.sqrt(Math.max(0, variance)));
  }

  double lo() {
    return Math.max(0, area - Normal.Z95 * standardError);
  }

  double hi() {
    return Math.min(1, area + Normal.Z95 * standardError);
  }

  /** The median of the areas of conditions with at least so many patients. */
  static double median(List<Discrimination> all, int least) {
    double[] areas =
        all.stream().filter(d -> d.with() >= least).mapToDouble(Discrimination::area).toArray();
    Arrays.sort(areas);
    int n = areas.length;
    return n == 0 ? Double.NaN : (areas[(n - 1) / 2] + areas[n / 2]) / 2;
  }
}
