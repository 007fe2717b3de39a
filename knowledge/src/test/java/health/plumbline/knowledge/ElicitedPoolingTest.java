package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Source of the pooling rule: the elicitation protocol, {@code data/elicited/README.md}. */
final class ElicitedPoolingTest {

  private static final Path FILE =
      Path.of("src/main/resources/health/plumbline/knowledge/data", ElicitedPooling.FILE);

  /** Writes the data file anew from what the elicitors gave. */
  static void regenerate() throws IOException {
    Files.write(FILE, fresh());
  }

  private static List<String> fresh() {
    return ElicitedPooling.lines(ElicitedPooling.pool()).toList();
  }

  @Test
  void theDataFileIsWhatPoolingGives() throws IOException {
    if (Boolean.getBoolean("plumbline.regenerate")) {
      regenerate();
    }
    assertThat(Files.readAllLines(FILE)).isEqualTo(fresh());
  }

  @Test
  void binsOfOneFindingSumToOne() {
    Map<String, Double> sums =
        ElicitedPooling.pool().stream()
            .filter(parameter -> !parameter.value().equals("yes"))
            .collect(
                Collectors.groupingBy(
                    parameter -> parameter.conditionId() + " " + parameter.findingId(),
                    Collectors.summingDouble(Parameter::p)));
    assertThat(sums).isNotEmpty();
    sums.forEach((key, sum) -> assertThat(sum).as(key).isBetween(1 - 1e-9, 1 + 1e-9));
  }

  @Test
  void poolsTheMeanOfTheLogOdds() {
    // A cell on which the two elicitors differ widely.
    Parameter pooled =
        ElicitedPooling.pool().stream()
            .filter(p -> p.conditionId().equals("lumbar-spinal-stenosis"))
            .filter(p -> p.findingId().equals("fortin-finger"))
            .findFirst()
            .orElseThrow();
    List<Double> given =
        List.of("elicited/spine-a.csv", "elicited/spine-b.csv").stream()
            .flatMap(file -> DataFile.read(file).rows().stream())
            .filter(row -> row.text("condition_id").equals("lumbar-spinal-stenosis"))
            .filter(row -> row.text("finding_id").equals("fortin-finger"))
            .map(row -> row.number("p"))
            .toList();
    assertThat(given).hasSize(2);
    double mean = (logit(given.get(0)) + logit(given.get(1))) / 2;
    assertThat(logit(pooled.p())).isBetween(mean - 1e-6, mean + 1e-6);
    assertThat(pooled.interval().lo()).isLessThan(Math.min(given.get(0), given.get(1)));
    assertThat(pooled.interval().hi()).isGreaterThan(Math.max(given.get(0), given.get(1)));
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }
}
