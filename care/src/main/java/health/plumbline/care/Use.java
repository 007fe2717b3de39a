package health.plumbline.care;

/**
 * A treatment that a line of advice uses, for the check of contraindications.
 *
 * @param kind exercise, medicine, manual-therapy or recommendation
 * @param subjectId id within the kind
 * @param optional whether the line still stands without it
 */
record Use(String kind, String subjectId, boolean optional) {

  /** Reads {@code kind:subject}, with a question mark at the end if optional. */
  static Use parse(String text) {
    boolean optional = text.endsWith("?");
    String plain = optional ? text.substring(0, text.length() - 1) : text;
    int colon = plain.indexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not of the form kind:subject");
    }
    return new Use(plain.substring(0, colon), plain.substring(colon + 1), optional);
  }

  /** The spelling in data, without the mark of an option. */
  String key() {
    return kind + ":" + subjectId;
  }
}
