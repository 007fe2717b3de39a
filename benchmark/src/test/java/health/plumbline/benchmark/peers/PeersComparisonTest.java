package health.plumbline.benchmark.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ratios are of like with like, and the benchmark's parts are such that all agree. */
final class PeersComparisonTest {

  @Test
  void ratiosAreOfTheSameQuestion() {
    assertThat(
            PeersComparison.table(
                Map.of(
                    "P",
                    Map.of(
                        "plumblineAsk", 2.0,
                        "plumblineFromScratch", 10.0,
                        "wekaAsk", 30.0,
                        "tetradFromScratch", 5.0))))
        .contains("| P | wekaAsk | 30.0 | 15.0 |")
        .contains("| P | tetradFromScratch | 5.0 | 0.5 |");
  }

  @Test
  void allAgreeOnThePartsThatAreTimed() {
    for (PeersBenchmark.Part part : PeersBenchmark.Part.values()) {
      PeersBenchmark benchmark = new PeersBenchmark();
      benchmark.part = part;
      benchmark.setUp();
      assertThat(benchmark.plumblineFromScratch()).isEqualTo(benchmark.plumblineAsk());
    }
  }
}
