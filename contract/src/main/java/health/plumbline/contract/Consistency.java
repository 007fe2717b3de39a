package health.plumbline.contract;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Vocabulary;
import java.util.Map;

/** Refuses coded input that contradicts itself. */
final class Consistency {

  private Consistency() {}

  /**
   * Checks a presentation.
   *
   * @throws InvalidInputException naming the two findings that cannot both be as stated
   */
  static void check(Presentation presentation, Vocabulary vocabulary) {
    for (Map.Entry<String, FindingValue> entry : presentation.findings().entrySet()) {
      Finding finding = vocabulary.require(entry.getKey());
      if (finding.role() == Finding.Role.COARSE_REGION
          && entry.getValue().equals(FindingValue.NO)) {
        for (String member : finding.members()) {
          if (presentation.isPresent(member)) {
            throw contradiction(member, "yes", finding.id(), "no");
          }
        }
      }
    }
    for (DataFile.Row row : DataFile.read("nested-findings.csv").rows()) {
      String container = row.required("container");
      String contained = row.required("contained");
      if (presentation.isPresent(contained)
          && presentation.value(container).filter(FindingValue.NO::equals).isPresent()) {
        throw contradiction(contained, "yes", container, "no");
      }
    }
    Sex sex = presentation.sex();
    if (sex != null) {
      for (DataFile.Row row : DataFile.read("question-gates.csv").rows()) {
        String gate = row.text("sex");
        if (!gate.isEmpty()
            && !gate.equals(sex.id())
            && presentation.isPresent(row.required("finding_id"))) {
          throw contradiction(row.required("finding_id"), "yes", "sex", sex.id());
        }
      }
    }
  }

  private static InvalidInputException contradiction(
      String a, String valueOfA, String b, String valueOfB) {
    return InvalidInputException.of(
        "findings." + a, a + " = " + valueOfA + " contradicts " + b + " = " + valueOfB);
  }
}
