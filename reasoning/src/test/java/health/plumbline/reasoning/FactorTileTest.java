package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The factor summed out tile by tile against the sum written out for each hypothesis. */
final class FactorTileTest {

  /** More hypotheses than fit one tile, and no multiple of them. */
  private static final int CONDITIONS = 15;

  private static final double FLOOR = Network.FLOOR;

  private record Case(Network network, LatentFactor factor, List<Evidence.Known> known) {

    int size() {
      return network.space().size();
    }

    /** The likelihood of what is known at a point, so many present findings less (or more). */
    double term(int h, int point, int more) {
      double r = factor.oddsRatio(point);
      double term = LatentFactor.weight(point) * Math.pow(r, more);
      for (Evidence.Known each : known) {
        term *= likelihood(each.variable(), each.value(), h, point);
      }
      return term;
    }

    double likelihood(int variable, int value, int h, int point) {
      double p = below(variable, value + 1, h, point) - below(variable, value, h, point);
      return switch (network.variable(variable).kind()) {
        case ORDERED -> Math.max(p, FLOOR);
        // Not as a difference, of which little is left for what is nearly certain.
        case BINARY -> value == 1 ? atLeast(variable, 1, h, point) : p;
        case NOMINAL -> throw new IllegalStateException("no group has such a finding");
      };
    }

    double atLeast(int variable, int value, int h, int point) {
      double odds = network.centralOdds(variable)[value - 1][h] * factor.oddsRatio(point);
      return odds / (1 + odds);
    }

    /** The probability of a lower value. */
    double below(int variable, int value, int h, int point) {
      if (value == 0) {
        return 0;
      }
      if (value == network.variable(variable).values()) {
        return 1;
      }
      return 1 / (1 + network.centralOdds(variable)[value - 1][h] * factor.oddsRatio(point));
    }

    double sum(int h, int more) {
      double sum = 0;
      for (int k = 0; k < LatentFactor.nodes(); k++) {
        sum += term(h, k, more);
      }
      return sum;
    }
  }

  @Test
  void sumsAsWrittenOut() {
    for (int seed = 0; seed < 40; seed++) {
      Case it = randomCase(seed);
      FactorTile.Rows rows = FactorTile.Rows.of(it.network(), it.known());
      FactorTile tile = new FactorTile(it.factor(), rows);
      double[] sum = new double[it.size()];
      double[] below = new double[it.size()];
      double[] above = new double[it.size()];
      for (int from = 0; from < it.size(); from += FactorTile.LENGTH) {
        tile.turnTo(from);
        tile.storeSum(sum);
        tile.storeNeighbours(below, above);
      }
      rows.present().forEach(odds -> RowMath.multiply(sum, odds));
      for (int h = 0; h < it.size(); h++) {
        double expected = it.sum(h, 0);
        assertThat(sum[h] / expected).as("seed %d", seed).isCloseTo(1, within(1e-10));
        assertThat(below[h] * expected / it.sum(h, -1)).isCloseTo(1, within(1e-10));
        assertThat(above[h] * expected / it.sum(h, 1)).isCloseTo(1, within(1e-10));
      }
    }
  }

  @Test
  void predictsAsWrittenOut() {
    for (int seed = 0; seed < 40; seed++) {
      Case it = randomCase(seed);
      FactorPosterior posterior =
          FactorPosterior.of(it.factor(), FactorTile.Rows.of(it.network(), it.known()), it.size());
      int unknown = it.network().variables().size() - 1;
      FloatRow odds = FloatRow.of(it.network().centralOdds(unknown)[0]);
      float[][] predicted = new float[odds.blocks()][FloatRow.BLOCK];
      for (int b = 0; b < predicted.length; b++) {
        posterior.predict(odds.block(b), b, predicted[b]);
      }
      for (int h = 0; h < it.size(); h++) {
        double expected = 0;
        for (int k = 0; k < LatentFactor.nodes(); k++) {
          expected += it.term(h, k, 0) / it.sum(h, 0) * it.atLeast(unknown, 1, h, k);
        }
        float p = predicted[h / FloatRow.BLOCK][h % FloatRow.BLOCK];
        assertThat((double) p).as("seed %d", seed).isCloseTo(expected, within(1e-6));
      }
    }
  }

  /** One group of three to eight findings, of which all but the last are known. */
  private static Case randomCase(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double loading = List.of(0.5, 1.0, 1.7, 3.0).get(random.nextInt(4));
    List<Variable> variables = new ArrayList<>();
    List<Evidence.Known> known = new ArrayList<>();
    int findings = 3 + random.nextInt(6);
    for (int v = 0; v < findings; v++) {
      int values = random.nextInt(4) == 0 ? 3 : 2;
      double[][] given = new double[values][CONDITIONS];
      for (int d = 0; d < CONDITIONS; d++) {
        double[] column = RandomNetworks.distribution(random, values);
        for (int value = 0; value < values; value++) {
          given[value][d] = column[value];
        }
      }
      variables.add(
          new Variable(
              "finding-" + v,
              values == 2 ? Variable.Kind.BINARY : Variable.Kind.ORDERED,
              RandomNetworks.distribution(random, values),
              given,
              0,
              loading));
      if (v < findings - 1) {
        known.add(new Evidence.Known("finding-" + v, v, random.nextInt(values)));
      }
    }
    return new Case(
        new Network(new HypothesisSpace(CONDITIONS), variables, 1),
        LatentFactor.of(loading),
        known);
  }
}
