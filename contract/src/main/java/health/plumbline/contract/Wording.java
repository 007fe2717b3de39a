package health.plumbline.contract;

import health.plumbline.knowledge.Phrases;

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
   * A sentence of the data file.
   *
   * @param replacements name and text of each place in it, in turn
   * @throws IllegalStateException if the data file has no such sentence
   */
  public static String phrase(String id, String... replacements) {
    return Sentences.ALL.text(id, replacements);
  }

  /** Read when the first sentence is asked for. */
  private static final class Sentences {

    private static final Phrases ALL = new Phrases();
  }
}
