package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CentralOddsTest {

  /** With the factor summed out the finding has the probability that it started from. */
  @Test
  void giveTheFindingItsProbability() {
    SplittableRandom random = new SplittableRandom(1);
    for (double loading : new double[] {0.5, 1, 1.5, 3}) {
      LatentFactor factor = LatentFactor.of(loading);
      double[] p = random.doubles(20_000, -13.8, 13.8).map(x -> 1 / (1 + Math.exp(-x))).toArray();
      double[] odds = factor.centralOdds(p);
      for (int i = 0; i < p.length; i++) {
        double sum = 0;
        for (int k = 0; k < LatentFactor.nodes(); k++) {
          double atPoint = odds[i] * factor.oddsRatio(k);
          sum += LatentFactor.weight(k) * atPoint / (1 + atPoint);
        }
        assertThat((sum - p[i]) / (p[i] * (1 - p[i])))
            .as("loading %f, p %s", loading, p[i])
            .isCloseTo(0, within(1e-9));
        assertThat(odds[i] / factor.centralOdds(p[i])).isCloseTo(1, within(1e-8));
      }
    }
  }
}
