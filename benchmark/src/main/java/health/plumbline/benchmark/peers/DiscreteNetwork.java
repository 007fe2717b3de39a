package health.plumbline.benchmark.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Bayesian network written out as tables, as any engine for such networks takes it. */
final class DiscreteNetwork {

  private static final double TOLERANCE = 1e-9;

  private final List<Node> nodes = new ArrayList<>();

  /**
   * A node.
   *
   * @param parents numbers of its parents, all lower than its own
   * @param table [combination of the parents' values][value]; the last parent's value changes
   *     fastest
   */
  record Node(String name, int values, List<Integer> parents, double[][] table) {}

  /** The probabilities of a node's values under one combination of its parents' values. */
  interface Row {

    /** The probabilities; they sum to 1. */
    double[] of(int[] parentValues);
  }

  /** Adds a node and gives its number. */
  int add(String name, int values, List<Integer> parents, Row row) {
    int[] sizes = parents.stream().mapToInt(p -> nodes.get(p).values()).toArray();
    double[][] table = new double[Arrays.stream(sizes).reduce(1, (a, b) -> a * b)][];
    int[] at = new int[sizes.length];
    for (int r = 0; r < table.length; r++) {
      table[r] = row.of(at);
      double sum = Arrays.stream(table[r]).sum();
      if (table[r].length != values || Math.abs(sum - 1) > TOLERANCE) {
        throw new IllegalArgumentException(
            name
                + ": row "
                + r
                + " must be "
                + values
                + " probabilities that sum to 1, not "
                + sum);
      }
      for (int i = at.length - 1; i >= 0 && ++at[i] == sizes[i]; i--) {
        at[i] = 0;
      }
    }
    nodes.add(new Node(nodes.size() + " " + name, values, List.copyOf(parents), table));
    return nodes.size() - 1;
  }

  List<Node> nodes() {
    return nodes;
  }

  /** The probabilities of absent and present. */
  static double[] binary(double present) {
    return new double[] {1 - present, present};
  }
}
