package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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

  @Test
  void theBestAreTheFirstOfAStableSort() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 200; trial++) {
      // Few different numbers, so that many are equal.
      double[] posterior = random.ints(300, 0, 40).mapToDouble(i -> i / 40.0).toArray();
      int[] expected =
          IntStream.range(0, posterior.length)
              .filter(h -> posterior[h] >= 0.9)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer h) -> posterior[h]).reversed())
              .limit(10)
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(Tail.best(posterior, 10, 0.9)).containsExactly(expected);
    }
  }
}
