package health.plumbline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The benchmarks measure what they say: each runs, and on a real person. */
final class InferenceBenchmarkTest {

  private final InferenceBenchmark benchmark = new InferenceBenchmark();

  @Test
  void informationIsOfManyFindings() {
    assertThat(benchmark.information())
        .hasSize(8)
        .allSatisfy(question -> assertThat(question.bits()).isPositive());
  }

  @Test
  void quickAndFullAssessmentAndTheBarePosteriorAgree() {
    double[] posterior = benchmark.posteriorOf30();
    double most = Arrays.stream(posterior).max().orElseThrow();
    assertThat(benchmark.assessmentOf30().differential().getFirst().probability())
        .isCloseTo(most, within(1e-9));
    assertThat(benchmark.quickAssessmentOf30().differential().getFirst().probability())
        .isCloseTo(most, within(1e-9));
    assertThat(benchmark.intervalsOf30()).hasSameSizeAs(posterior);
  }

  @Test
  void priorSumsToOne() {
    InferenceBenchmark.Forgetful forgetful = new InferenceBenchmark.Forgetful();
    assertThat(Arrays.stream(benchmark.prior(forgetful)).sum()).isCloseTo(1, within(1e-9));
  }
}
