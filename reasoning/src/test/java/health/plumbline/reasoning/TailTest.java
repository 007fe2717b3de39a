package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TailTest {

  @Test
  void leavesOutAtMostTheMassAskedFor() {
    for (int seed = 0; seed < 200; seed++) {
      double[] posterior = posterior(seed);
      int[] kept = Tail.without(posterior, 1e-3);
      double mass = Arrays.stream(kept).mapToDouble(h -> posterior[h]).sum();
      assertThat(mass).as("seed %d", seed).isGreaterThanOrEqualTo(1 - 1e-3 - 1e-12);
      assertThat(kept.length).as("seed %d", seed).isLessThan(posterior.length);
    }
  }

  @Test
  void keepsTheMostProbable() {
    for (int seed = 0; seed < 200; seed++) {
      double[] posterior = posterior(seed);
      int[] top = Tail.top(posterior, 50);
      double least = Arrays.stream(top).mapToDouble(h -> posterior[h]).min().orElseThrow();
      boolean[] kept = new boolean[posterior.length];
      for (int h : top) {
        kept[h] = true;
      }
      for (int h = 0; h < posterior.length; h++) {
        assertThat(kept[h] || posterior[h] < least).as("seed %d, %d", seed, h).isTrue();
      }
      assertThat(top.length).as("seed %d", seed).isBetween(1, 50);
    }
  }

  @Test
  void takesAPosteriorThatHoldsAZero() {
    assertThat(Tail.without(new double[] {0, 1, 0}, 1e-6)).containsExactly(1);
  }

  private static double[] posterior(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] p = random.doubles(1000).map(x -> Math.exp(-25 * x)).toArray();
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(x -> x / sum).toArray();
  }
}
