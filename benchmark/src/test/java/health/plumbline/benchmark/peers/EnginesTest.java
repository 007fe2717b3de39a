package health.plumbline.benchmark.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The other engines are handled rightly: they give the textbook's answers on its network. */
final class EnginesTest {

  static Stream<Function<DiscreteNetwork, Engine>> engines() {
    return Stream.of(WekaEngine::new, TetradEngine::new);
  }

  /**
   * The lawn of Murphy (1998), A brief introduction to graphical models: cloudy, sprinkler, rain.
   */
  @ParameterizedTest
  @MethodSource("engines")
  void wetGrass(Function<DiscreteNetwork, Engine> make) {
    DiscreteNetwork lawn = new DiscreteNetwork();
    int cloudy = lawn.add("cloudy", 2, List.of(), none -> DiscreteNetwork.binary(0.5));
    int sprinkler =
        lawn.add(
            "sprinkler", 2, List.of(cloudy), at -> DiscreteNetwork.binary(at[0] == 1 ? 0.1 : 0.5));
    int rain =
        lawn.add("rain", 2, List.of(cloudy), at -> DiscreteNetwork.binary(at[0] == 1 ? 0.8 : 0.2));
    int wet =
        lawn.add(
            "wet",
            2,
            List.of(sprinkler, rain),
            at -> DiscreteNetwork.binary(at[0] + at[1] == 2 ? 0.99 : at[0] + at[1] == 1 ? 0.9 : 0));
    Engine engine = make.apply(lawn);
    double[][] given =
        engine.posterior(new int[] {wet}, new int[] {1}, new int[] {sprinkler, rain});
    assertThat(given[0][1]).isCloseTo(0.2781 / 0.6471, within(1e-12));
    assertThat(given[1][1]).isCloseTo(0.4581 / 0.6471, within(1e-12));
    // Nothing of the first question is left in the second: P(wet), then explaining away.
    assertThat(engine.posterior(new int[0], new int[0], new int[] {wet})[0][1])
        .isCloseTo(0.6471, within(1e-12));
    assertThat(
            engine.posterior(new int[] {rain, wet}, new int[] {1, 1}, new int[] {sprinkler})[0][1])
        .isCloseTo(0.0891 / 0.4581, within(1e-12));
  }

  /** Parents of different sizes, given out of order: the tables must land in the right rows. */
  @ParameterizedTest
  @MethodSource("engines")
  void parentsOfDifferentSizes(Function<DiscreteNetwork, Engine> make) {
    DiscreteNetwork network = new DiscreteNetwork();
    int three = network.add("three", 3, List.of(), none -> new double[] {0.2, 0.3, 0.5});
    int two = network.add("two", 2, List.of(), none -> new double[] {0.6, 0.4});
    int child =
        network.add(
            "child",
            4,
            List.of(two, three),
            at -> {
              double[] row = {0.1, 0.1, 0.1, 0.1};
              row[(at[0] * 3 + at[1]) % 4] += 0.6;
              return row;
            });
    double[] given =
        make.apply(network).posterior(new int[] {child}, new int[] {2}, new int[] {three})[0];
    // Value 2 is favoured by two = 0 with three = 2 alone; nothing else exceeds 0.1.
    double sum = 0.2 * 0.1 + 0.3 * 0.1 + 0.5 * (0.6 * 0.7 + 0.4 * 0.1);
    assertThat(given)
        .containsExactly(
            new double[] {0.02 / sum, 0.03 / sum, 0.5 * (0.6 * 0.7 + 0.4 * 0.1) / sum},
            within(1e-12));
  }
}
