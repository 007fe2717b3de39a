package health.plumbline.benchmark.peers;

import edu.cmu.tetrad.bayes.BayesPm;
import edu.cmu.tetrad.bayes.JunctionTreeAlgorithm;
import edu.cmu.tetrad.bayes.MlBayesIm;
import edu.cmu.tetrad.data.DiscreteVariable;
import edu.cmu.tetrad.graph.Dag;
import edu.cmu.tetrad.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The junction tree of Tetrad (Carnegie Mellon University), {@code JunctionTreeAlgorithm}: code of
 * its own, but by its authors' word after Weka's design.
 *
 * <p>Its margins are of the node together with the evidence, so they are divided by their sum.
 */
final class TetradEngine implements Engine {

  private final MlBayesIm model;
  private final int[] numbers;

  TetradEngine(DiscreteNetwork network) {
    List<Node> variables = new ArrayList<>();
    for (DiscreteNetwork.Node node : network.nodes()) {
      variables.add(new DiscreteVariable("n" + variables.size(), node.values()));
    }
    Dag dag = new Dag(variables);
    for (int n = 0; n < variables.size(); n++) {
      for (int parent : network.nodes().get(n).parents()) {
        dag.addDirectedEdge(variables.get(parent), variables.get(n));
      }
    }
    model = new MlBayesIm(new BayesPm(dag));
    numbers = variables.stream().mapToInt(model::getNodeIndex).toArray();
    for (int n = 0; n < numbers.length; n++) {
      fill(network.nodes().get(n), numbers[n]);
    }
  }

  /** Tetrad keeps the parents in an order of its own. */
  private void fill(DiscreteNetwork.Node node, int number) {
    int[] theirs = model.getParents(number);
    int[] sizes = node.parents().stream().mapToInt(p -> model.getNumColumns(numbers[p])).toArray();
    int[] at = new int[theirs.length];
    for (double[] row : node.table()) {
      int[] values = new int[theirs.length];
      for (int i = 0; i < theirs.length; i++) {
        for (int j = 0; j < at.length; j++) {
          if (numbers[node.parents().get(j)] == theirs[i]) {
            values[i] = at[j];
          }
        }
      }
      int rowIndex = model.getRowIndex(number, values);
      for (int value = 0; value < row.length; value++) {
        model.setProbability(number, rowIndex, value, Math.clamp(row[value], 0, 1));
      }
      for (int i = at.length - 1; i >= 0 && ++at[i] == sizes[i]; i--) {
        at[i] = 0;
      }
    }
  }

  /** A junction tree in which nothing is known. */
  JunctionTreeAlgorithm tree() {
    return new JunctionTreeAlgorithm(model);
  }

  @Override
  public double[][] posterior(int[] known, int[] values, int[] wanted) {
    return posterior(tree(), known, values, wanted);
  }

  /** The posterior from a tree in which nothing is known yet. */
  double[][] posterior(JunctionTreeAlgorithm tree, int[] known, int[] values, int[] wanted) {
    for (int i = 0; i < known.length; i++) {
      tree.setEvidence(numbers[known[i]], values[i]);
    }
    double[][] posterior = new double[wanted.length][];
    for (int i = 0; i < wanted.length; i++) {
      double[] joint = tree.getMarginalProbability(numbers[wanted[i]]);
      double sum = Arrays.stream(joint).sum();
      posterior[i] = Arrays.stream(joint).map(p -> p / sum).toArray();
    }
    return posterior;
  }
}
