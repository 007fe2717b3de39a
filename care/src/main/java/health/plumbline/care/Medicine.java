package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the medicines and physical means.
 *
 * @param id id
 * @param group id under which contraindications and recommendations speak of several at once, may
 *     be empty
 * @param layName name in plain words
 * @param overTheCounter whether an adult can buy it in the United Kingdom
 * @param grade grade of the row
 * @param sourceId source
 */
record Medicine(
    String id, String group, String layName, boolean overTheCounter, Grade grade, String sourceId) {

  /** What contraindications and recommendations may call it, the most general first. */
  List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    if (!group.isEmpty()) {
      uses.add(new Use("medicine", group, false));
    }
    uses.add(new Use("medicine", id, false));
    return uses;
  }
}
