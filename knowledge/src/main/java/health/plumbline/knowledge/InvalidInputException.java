package health.plumbline.knowledge;

/**
 * Input that cannot be used. The message is one line that names field, value and what is allowed.
 */
public final class InvalidInputException extends RuntimeException {

  private static final int LONGEST_VALUE = 60;

  private final String field;

  /**
   * @param field the field or option at fault
   * @param value what was given; shortened and stripped of line breaks in the message
   * @param allowed what is allowed there, as a phrase that can follow "allowed:"
   */
  public InvalidInputException(String field, String value, String allowed) {
    super(field + ": \"" + shorten(value) + "\" is not allowed; allowed: " + allowed);
    this.field = field;
  }

  private InvalidInputException(String field, String message) {
    super(oneLine(message));
    this.field = field;
  }

  /** For what is wrong as a whole rather than in one value: {@code field: message}. */
  public static InvalidInputException of(String field, String message) {
    return new InvalidInputException(field, field + ": " + message);
  }

  /** The field or option at fault. */
  public String field() {
    return field;
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  private static String shorten(String value) {
    StringBuilder line = new StringBuilder(Math.min(value.length(), LONGEST_VALUE));
    for (int i = 0; i < value.length(); i++) {
      if (line.length() >= LONGEST_VALUE) {
        return line.append('…').toString();
      }
      char c = value.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.toString();
  }
}
