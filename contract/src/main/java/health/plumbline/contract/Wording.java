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
   * A sentence as it stands in the data file.
   *
   * @throws IllegalStateException if the data file has no such sentence
   */
  public static String phrase(String id) {
    return new Phrases().text(id);
  }
}
