package health.plumbline.benchmark.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.bayes.BayesNet;
import weka.classifiers.bayes.net.MarginCalculator;
import weka.classifiers.bayes.net.estimate.DiscreteEstimatorBayes;
import weka.core.Attribute;
import weka.core.Instances;
import weka.estimators.Estimator;

/**
 * The junction tree of Weka (University of Waikato), {@code MarginCalculator}.
 *
 * <p>It cannot take evidence back, so a tree is built anew for each question. It assumes a
 * connected network. The network is put together by hand, since {@code EditableBayesNet} copies
 * every row of every table by serialisation for each arc, which takes seconds.
 */
final class WekaEngine implements Engine {

  private final BayesNet net = new BayesNet();

  WekaEngine(DiscreteNetwork network) {
    List<DiscreteNetwork.Node> nodes = network.nodes();
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (DiscreteNetwork.Node node : nodes) {
      attributes.add(
          new Attribute(
              node.name(), IntStream.range(0, node.values()).mapToObj(Integer::toString).toList()));
    }
    net.m_Instances = new Instances("network", attributes, 0);
    try {
      net.initStructure();
    } catch (Exception e) { // Weka declares nothing narrower
      throw new IllegalArgumentException("Weka does not take the network", e);
    }
    net.m_Distributions = new Estimator[nodes.size()][];
    for (int n = 0; n < nodes.size(); n++) {
      DiscreteNetwork.Node node = nodes.get(n);
      for (int parent : node.parents()) {
        net.getParentSet(n).addParent(parent, net.m_Instances);
      }
      net.m_Distributions[n] = new Estimator[node.table().length];
      for (int r = 0; r < node.table().length; r++) {
        net.m_Distributions[n][r] = distribution(node.table()[r]);
      }
    }
  }

  private static Estimator distribution(double[] row) {
    DiscreteEstimatorBayes distribution = new DiscreteEstimatorBayes(row.length, 0);
    for (int value = 0; value < row.length; value++) {
      distribution.addValue(value, row[value]);
    }
    return distribution;
  }

  /** A junction tree in which nothing is known. */
  MarginCalculator tree() {
    MarginCalculator tree = new MarginCalculator();
    try {
      tree.calcMargins(net);
    } catch (Exception e) { // Weka declares nothing narrower
      throw new IllegalStateException("Weka cannot build the junction tree", e);
    }
    return tree;
  }

  @Override
  public double[][] posterior(int[] known, int[] values, int[] wanted) {
    return posterior(tree(), known, values, wanted);
  }

  /** The posterior from a tree in which nothing is known yet. */
  static double[][] posterior(MarginCalculator tree, int[] known, int[] values, int[] wanted) {
    try {
      for (int i = 0; i < known.length; i++) {
        tree.setEvidence(known[i], values[i]);
      }
    } catch (Exception e) { // Weka declares nothing narrower
      throw new IllegalStateException("Weka does not take the evidence", e);
    }
    return IntStream.of(wanted)
        .mapToObj(node -> tree.getMargin(node).clone())
        .toArray(double[][]::new);
  }
}
