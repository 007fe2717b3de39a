package health.plumbline.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A sign of an emergency that stands outside the emergency screen, in a few words that complete
 * "call for help now if you have: ". They are read out to whoever has not been asked, since the
 * screen of twelve questions does not ask for each of them.
 *
 * @param id id, unique
 * @param text the words, for the person
 * @param findings findings that it names; each stands in a rule for an emergency
 * @param sourceId source
 * @param grade how well it is supported
 */
public record EmergencySign(
    String id, String text, List<String> findings, String sourceId, Grade grade) {

  /** Copies the list. */
  public EmergencySign {
    findings = List.copyOf(findings);
  }

  /**
   * Reads {@code emergency-signs.csv}, in the order of the file.
   *
   * @throws IllegalStateException naming file, line and column if it is malformed
   */
  public static List<EmergencySign> load(Vocabulary vocabulary) {
    List<EmergencySign> signs = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("emergency-signs.csv").rows()) {
      row.required("finding_ids");
      signs.add(
          new EmergencySign(
              row.required("id"),
              row.required("text"),
              vocabulary.known(row, "finding_ids"),
              row.required("source_id"),
              row.grade("grade")));
    }
    return List.copyOf(signs);
  }
}
