package health.plumbline.contract;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Phrases;
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

  /** Why a question of the emergency screen is asked. */
  public static String screens() {
    return phrase("why-screen");
  }

  /** Ids of the sources of the emergency screen, with semicolons between them. */
  public static String screenSources() {
    return Screen.SOURCES;
  }

  /**
   * A sentence of the data file.
   *
   * @param replacements name and text of each place in it, in turn
   * @throws IllegalStateException if the data file has no such sentence
   */
  public static String phrase(String id, String... replacements) {
    return Sentences.ALL.text(id, replacements);
  }

  /** Read when it is first asked for. */
  private static final class Screen {

    private static final String SOURCES =
        DataFile.read("emergency-screen.csv").rows().stream()
            .map(row -> row.required("source"))
            .distinct()
            .collect(Collectors.joining(";"));
  }

  /** Read when the first sentence is asked for. */
  private static final class Sentences {

    private static final Phrases ALL = new Phrases();
  }
}
