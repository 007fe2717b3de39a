package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mutual information against the written-out joint table, on small random networks. */
final class MutualInformationTest {

  @Test
  void agreesWithTheJointTable() {
    for (int seed = 0; seed < 150; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int conditions = 2 + random.nextInt(4);
      Network network = RandomNetworks.network(random, conditions, 6, 2);
      double[] weights = random.doubles(conditions, 0.05, 2).toArray();
      double[] prior = new double[network.space().size()];
      Arrays.fill(prior, 1);
      network.space().multiplyProducts(weights, prior);
      double sum = Arrays.stream(prior).sum();
      Belief belief = new Belief(network, Arrays.stream(prior).map(p -> p / sum).toArray());
      List<Evidence> evidence = RandomNetworks.evidence(random, network);
      evidence.forEach(belief::observe);

      boolean[] serious = new boolean[network.space().size()];
      for (int h = 0; h < serious.length; h++) {
        for (byte d : network.space().members(h)) {
          serious[h] |= d == 0;
        }
      }
      MutualInformation information = new MutualInformation(belief, serious);
      JointTable table = new JointTable(network);
      for (int v = 0; v < network.variables().size(); v++) {
        int variable = v;
        if (evidence.stream().anyMatch(e -> ((Evidence.Known) e).variable() == variable)) {
          continue;
        }
        double[][] joint = new double[network.variable(v).values()][];
        for (int value = 0; value < joint.length; value++) {
          List<Evidence> more = new ArrayList<>(evidence);
          more.add(new Evidence.Known(network.variable(v).id(), v, value));
          joint[value] = table.joint(weights, more);
        }
        MutualInformation.Bits bits = information.of(v);
        // The floor under a value of an ordered finding lifts the sum of its values a little
        // above one, which the table counts and the rows of tails do not.
        double tolerance = network.variable(v).kind() == Variable.Kind.ORDERED ? 2e-3 : 1e-5;
        assertThat(bits.hypothesis())
            .as("seed %d, variable %d", seed, v)
            .isCloseTo(bits(joint, null), within(tolerance));
        assertThat(bits.serious())
            .as("seed %d, variable %d", seed, v)
            .isCloseTo(bits(joint, table.mask(0)), within(tolerance));
      }
    }
  }

  /** I(value; hypothesis), or I(value; mask) where a mask is given, from the full joint. */
  private static double bits(double[][] joint, boolean @Nullable [] mask) {
    int cells = mask == null ? joint[0].length : 2;
    double[][] table = new double[joint.length][cells];
    double total = 0;
    for (int v = 0; v < joint.length; v++) {
      for (int h = 0; h < joint[v].length; h++) {
        table[v][mask == null ? h : mask[h] ? 1 : 0] += joint[v][h];
        total += joint[v][h];
      }
    }
    double bits = 0;
    for (int v = 0; v < table.length; v++) {
      for (int c = 0; c < cells; c++) {
        double p = table[v][c] / total;
        double pv = Arrays.stream(table[v]).sum() / total;
        double pc = 0;
        for (double[] row : table) {
          pc += row[c] / total;
        }
        bits += p == 0 ? 0 : p * Math.log(p / (pv * pc)) / Math.log(2);
      }
    }
    return bits;
  }
}
