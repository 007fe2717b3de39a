package health.plumbline.reasoning;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be asked before a confirming question, since its one answer speaks for all of it: a
 * leak that is told of after "the change is old" would else be taken for old as well.
 */
final class ConfirmingQuestions {

  private static final String FILE = "confirming-questions.csv";

  private final Map<String, List<String>> askBefore = new HashMap<>();

  ConfirmingQuestions(Vocabulary vocabulary) {
    for (DataFile.Row row : DataFile.read(FILE).rows()) {
      String id = askable(row, "finding_id", row.required("finding_id"), vocabulary);
      List<String> before = new ArrayList<>();
      for (String other : row.list("ask_before")) {
        before.add(askable(row, "ask_before", other, vocabulary));
      }
      row.putOnce("finding_id", askBefore, id, List.copyOf(before));
      row.required("reason");
    }
  }

  private static String askable(DataFile.Row row, String column, String id, Vocabulary vocabulary) {
    if (vocabulary.find(id).filter(finding -> !finding.question().isEmpty()).isEmpty()) {
      throw row.fault(column, id + " is not a finding that can be asked");
    }
    return vocabulary.require(id).id();
  }

  /** The questions to ask before this one, in this order; empty for most. */
  List<String> askBefore(String findingId) {
    return askBefore.getOrDefault(findingId, List.of());
  }
}
