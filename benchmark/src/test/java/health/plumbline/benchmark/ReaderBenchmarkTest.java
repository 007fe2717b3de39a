package health.plumbline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.narrative.Understood;
import org.junit.jupiter.api.Test;

class ReaderBenchmarkTest {

  private final ReaderBenchmark benchmark = new ReaderBenchmark();

  @Test
  void aMegabyteSaysWhatAThousandWordsSay() {
    assertThat(benchmark.thousandWords().understood())
        .extracting(Understood::findingId)
        .contains("pain-groin", "night-sweats", "history-cancer", "anticoagulant-use");
    assertThat(benchmark.megabyte().understood())
        .extracting(Understood::findingId)
        .containsAll(
            benchmark.thousandWords().understood().stream().map(Understood::findingId).toList());
  }
}
