package health.plumbline.knowledge;

import java.util.HashMap;
import java.util.Map;

/** Sentences of the data file {@code phrases.csv}, with places for names and numbers. */
public final class Phrases {

  private final Map<String, String> texts = new HashMap<>();

  /**
   * Reads the file.
   *
   * @throws IllegalStateException if it is malformed
   */
  public Phrases() {
    for (DataFile.Row row : DataFile.read("phrases.csv").rows()) {
      texts.put(row.required("id"), row.required("text"));
    }
  }

  /**
   * A sentence.
   *
   * @param id id of the phrase
   * @param replacements name and text of each place, in turn
   * @throws IllegalStateException if the data file has no such phrase
   */
  public String text(String id, String... replacements) {
    String text = texts.get(id);
    if (text == null) {
      throw new IllegalStateException("phrases.csv has no row " + id);
    }
    for (int i = 0; i + 1 < replacements.length; i += 2) {
      text = text.replace("{" + replacements[i] + "}", replacements[i + 1]);
    }
    return text;
  }
}
