package health.plumbline.narrative;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.List;

/** What the reader makes of one finding in a text. */
final class ReadValues {

  private static final Reader READER = Reader.load(KnowledgeBase.load());

  private ReadValues() {}

  /** The distinct values read for the finding; none if it was not read, or only doubted. */
  static List<FindingValue> of(String text, String finding) {
    return READER.read(text).understood().stream()
        .filter(item -> item.findingId().equals(finding))
        .map(Understood::value)
        .distinct()
        .toList();
  }
}
