package health.plumbline.contract;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Vocabulary;
import java.util.List;
import java.util.Map;

/** Refuses coded input that contradicts itself. */
final class Consistency {

  /** A finding and a wider one without which there is none of it. */
  private record Nested(String container, String contained) {}

  /** A finding that only people of one sex can have. */
  private record Gate(String findingId, String sex) {}

  private final Vocabulary vocabulary;
  private final List<Nested> nested;
  private final List<Gate> gates;

  Consistency(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.nested =
        DataFile.read("nested-findings.csv").rows().stream()
            .map(row -> new Nested(row.required("container"), row.required("contained")))
            .toList();
    this.gates =
        DataFile.read("question-gates.csv").rows().stream()
            .filter(row -> !row.text("sex").isEmpty())
            .map(row -> new Gate(row.required("finding_id"), row.text("sex")))
            .toList();
  }

  /**
   * Checks a presentation.
   *
   * @throws InvalidInputException naming the two findings that cannot both be as stated
   */
  void check(Presentation presentation) {
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
    for (Nested pair : nested) {
      if (presentation.isPresent(pair.contained())
          && presentation.value(pair.container()).filter(FindingValue.NO::equals).isPresent()) {
        throw contradiction(pair.contained(), "yes", pair.container(), "no");
      }
    }
    Sex sex = presentation.sex();
    if (sex != null) {
      for (Gate gate : gates) {
        if (!gate.sex().equals(sex.id()) && presentation.isPresent(gate.findingId())) {
          throw contradiction(gate.findingId(), "yes", "sex", sex.id());
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
