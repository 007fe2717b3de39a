package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Properties of the posterior on small random networks, against the written-out joint table. */
final class BeliefTest {

  private static final int NETWORKS = 300;

  private record Case(Network network, double[] weights, List<Evidence> evidence) {

    double[] prior() {
      double[] prior = new double[network.space().size()];
      Arrays.fill(prior, 1);
      network.space().multiplyProducts(weights, prior);
      double sum = Arrays.stream(prior).sum();
      return Arrays.stream(prior).map(p -> p / sum).toArray();
    }

    Belief belief(List<Evidence> pieces) {
      Belief belief = new Belief(network, prior());
      pieces.forEach(belief::observe);
      return belief;
    }
  }

  private static Case randomCase(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int conditions = 1 + random.nextInt(6);
    Network network = RandomNetworks.network(random, conditions, 7, 2);
    return new Case(
        network,
        random.doubles(conditions, 0.01, 2).toArray(),
        RandomNetworks.evidence(random, network));
  }

  @Test
  void agreesWithTheJointTable() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      Case it = randomCase(seed);
      double[] expected = new JointTable(it.network()).marginals(it.weights(), it.evidence());
      assertThat(it.belief(it.evidence()).marginals())
          .as("seed %d", seed)
          .containsExactly(expected, within(1e-9));
    }
  }

  @Test
  void withdrawingAnAnswerAgreesWithTheJointTableWithoutIt() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      Case it = randomCase(seed);
      Belief belief = it.belief(it.evidence());
      for (Evidence piece : it.evidence()) {
        List<Evidence> rest = new ArrayList<>(it.evidence());
        rest.remove(piece);
        assertThat(belief.marginalsWithout(piece))
            .as("seed %d without %s", seed, piece)
            .containsExactly(
                new JointTable(it.network()).marginals(it.weights(), rest), within(1e-9));
      }
    }
  }

  @Test
  void theOrderOfTheAnswersDoesNotMatter() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      Case it = randomCase(seed);
      List<Evidence> shuffled = new ArrayList<>(it.evidence());
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(it.belief(shuffled).posterior())
          .as("seed %d", seed)
          .containsExactly(it.belief(it.evidence()).posterior(), within(1e-12));
    }
  }

  @Test
  void unknownIsNoEvidence() {
    Case it = randomCase(7);
    assertThat(it.belief(List.of()).posterior()).containsExactly(it.prior(), within(1e-15));
  }

  @Test
  void theFactorLeavesASingleFindingAsItIs() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      Case it = randomCase(seed);
      for (int v = 0; v < it.network().variables().size(); v++) {
        if (it.network().variable(v).group() < 0) {
          continue;
        }
        for (int value = 0; value < it.network().variable(v).values(); value++) {
          double[] alone = ones(it.network());
          it.network().multiplyLikelihood(v, value, alone);
          double[] summed = new double[alone.length];
          FactorTile.Rows rows =
              FactorTile.Rows.of(it.network(), List.of(new Evidence.Known("", v, value)));
          FactorTile tile =
              new FactorTile(LatentFactor.of(it.network().variable(v).loading()), rows);
          tile.turnTo(0);
          tile.storeSum(summed);
          rows.present().forEach(odds -> RowMath.multiply(summed, odds));
          assertThat(summed).as("seed %d", seed).containsExactly(alone, within(2e-4));
        }
      }
    }
  }

  /** A finding raised by one condition and by no other never speaks against that condition. */
  @Test
  void aFindingThatOnlyOneConditionRaisesNeverSpeaksAgainstIt() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int conditions = 2 + random.nextInt(5);
      double leak = random.nextDouble(0.05, 0.5);
      double[] given = new double[conditions];
      Arrays.fill(given, leak);
      int raised = random.nextInt(conditions);
      given[raised] = random.nextDouble(leak, 0.99);
      double[] absent = Arrays.stream(given).map(p -> 1 - p).toArray();
      Variable variable =
          new Variable(
              "finding",
              Variable.Kind.BINARY,
              new double[] {1 - leak, leak},
              new double[][] {absent, given},
              -1,
              0);
      Network network = new Network(new HypothesisSpace(conditions), List.of(variable), 0);
      Case it = new Case(network, random.doubles(conditions, 0.01, 2).toArray(), List.of());
      double before = it.belief(List.of()).marginals()[raised];
      double present = it.belief(List.of(new Evidence.Known("finding", 0, 1))).marginals()[raised];
      double missing = it.belief(List.of(new Evidence.Known("finding", 0, 0))).marginals()[raised];
      assertThat(present).as("seed %d", seed).isGreaterThanOrEqualTo(before);
      assertThat(missing).as("seed %d", seed).isLessThanOrEqualTo(before);
    }
  }

  /** Four positive tests of one group weigh less than four independent ones (Laslett 2005). */
  @Test
  void correlatedTestsCountForLessThanIndependentOnes() {
    double independent = weightOfFour(-1, 0);
    double correlated = weightOfFour(0, 1.5);
    double single = Math.log(0.7 / 0.2);
    assertThat(correlated).isGreaterThan(single).isLessThan(0.7 * independent);
  }

  private static double weightOfFour(int group, double loading) {
    List<Variable> variables = new ArrayList<>();
    for (int v = 0; v < 4; v++) {
      variables.add(
          new Variable(
              "test-" + v,
              Variable.Kind.BINARY,
              new double[] {0.8, 0.2},
              new double[][] {{0.3, 0.8}, {0.7, 0.2}},
              group,
              loading));
    }
    Network network = new Network(new HypothesisSpace(2), variables, 1);
    Case it = new Case(network, new double[] {1, 1}, List.of());
    List<Evidence> evidence = new ArrayList<>();
    for (int v = 0; v < 4; v++) {
      evidence.add(new Evidence.Known("test-" + v, v, 1));
    }
    double[] posterior = it.belief(evidence).posterior();
    // Hypotheses in order: {0}, {0, 1}, {1}.
    return Math.log(posterior[0] / posterior[2]);
  }

  private static double[] ones(Network network) {
    double[] ones = new double[network.space().size()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
