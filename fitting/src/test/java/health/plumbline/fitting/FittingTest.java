package health.plumbline.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.reasoning.Reconciliation;
import health.plumbline.reasoning.ReconciliationSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Source: the published figures themselves, {@code data/published/}. Fitting from the estimates
 * must give the data files as they stand, to the last digit.
 */
final class FittingTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void theDataFilesAreWhatFittingGives() throws IOException {
    if (Boolean.getBoolean("plumbline.fit")) {
      Refit.main(new String[] {ROOT.toString()});
    }
    Map<String, List<String>> fresh = FittedFiles.of(Fitting.fit(KnowledgeBase.loadEstimates()));
    for (Map.Entry<String, List<String>> file : fresh.entrySet()) {
      assertThat(Files.readAllLines(ROOT.resolve(Refit.FOLDER).resolve(file.getKey())))
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void theReportIsWhatTheKnowledgeImplies() throws IOException {
    Report report =
        new Report(new Reconciliation(KnowledgeBase.load()), KnowledgeBase.loadEstimates());
    assertThat(Files.readString(ROOT.resolve(Report.MARKDOWN))).isEqualTo(report.markdown());
    assertThat(Files.readString(ROOT.resolve(Report.CSV))).isEqualTo(report.csv());
  }

  @Test
  void fittingReproducesMoreThanTheEstimatesDid() {
    ReconciliationSummary before =
        ReconciliationSummary.of(new Reconciliation(KnowledgeBase.loadEstimates(), Map.of()));
    ReconciliationSummary after =
        ReconciliationSummary.of(new Reconciliation(KnowledgeBase.load()));
    assertThat(after.compared()).isEqualTo(before.compared());
    assertThat(after.reproduced()).isGreaterThan(before.reproduced() * 3 / 2);
  }
}
