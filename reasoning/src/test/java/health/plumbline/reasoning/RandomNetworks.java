package health.plumbline.reasoning;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Small random networks for property tests. */
final class RandomNetworks {

  /** Few, since the offsets of each are tabulated once. */
  private static final double[] LOADINGS = {0.5, 1, 1.7, 3};

  private RandomNetworks() {}

  static Network network(RandomGenerator random, int conditions, int variables, int groups) {
    List<Variable> made = new ArrayList<>();
    double[] loadings = new double[groups];
    for (int g = 0; g < groups; g++) {
      loadings[g] = LOADINGS[random.nextInt(LOADINGS.length)];
    }
    for (int v = 0; v < variables; v++) {
      boolean nominal = random.nextInt(8) == 0;
      int values = nominal || random.nextInt(4) == 0 ? 3 : 2;
      Variable.Kind kind =
          nominal
              ? Variable.Kind.NOMINAL
              : values == 2 ? Variable.Kind.BINARY : Variable.Kind.ORDERED;
      int group = nominal || random.nextInt(3) == 0 ? -1 : random.nextInt(groups);
      double[][] given = new double[values][conditions];
      for (int d = 0; d < conditions; d++) {
        double[] column = distribution(random, values);
        for (int value = 0; value < values; value++) {
          given[value][d] = column[value];
        }
      }
      made.add(
          new Variable(
              "finding-" + v,
              kind,
              distribution(random, values),
              given,
              group,
              group < 0 ? 0 : loadings[group]));
    }
    return new Network(new HypothesisSpace(conditions), made, groups);
  }

  static double[] distribution(RandomGenerator random, int values) {
    double[] p = random.doubles(values, 0.02, 1).toArray();
    double sum = 0;
    for (double x : p) {
      sum += x;
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  /** Evidence on about half of the variables, in random order. */
  static List<Evidence> evidence(RandomGenerator random, Network network) {
    List<Evidence> evidence = new ArrayList<>();
    for (int v = 0; v < network.variables().size(); v++) {
      if (random.nextBoolean()) {
        evidence.add(
            random.nextInt(evidence.size() + 1),
            new Evidence.Known(
                network.variable(v).id(), v, random.nextInt(network.variable(v).values())));
      }
    }
    return evidence;
  }
}
