package health.plumbline.contract;

import health.plumbline.knowledge.DataFile;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sentences of the command and the server; they stand in {@code phrases.csv}, so that a clinician
 * can change them.
 */
public final class Wording {

  private Wording() {}

  /** Why a confirming question is asked. */
  public static String confirms() {
    return phrase("why-confirm");
  }

  /**
   * A sentence as it stands in the data file.
   *
   * @throws IllegalStateException if the data file has no such sentence
   */
  public static String phrase(String id) {
    String text = Texts.BY_ID.get(id);
    if (text == null) {
      throw new IllegalStateException("phrases.csv has no row " + id);
    }
    return text;
  }

  /** Read when the first sentence is asked for. */
  private static final class Texts {

    private static final Map<String, String> BY_ID =
        DataFile.read("phrases.csv").rows().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    row -> row.required("id"), row -> row.required("text")));
  }
}
