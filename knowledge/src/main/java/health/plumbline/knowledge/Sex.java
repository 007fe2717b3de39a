package health.plumbline.knowledge;

/** Sex registered at birth: the form in which the prior and the published studies give it. */
public enum Sex {
  FEMALE("female"),
  MALE("male");

  private final String id;

  Sex(String id) {
    this.id = id;
  }

  /** The spelling in data and case files. */
  public String id() {
    return id;
  }

  /**
   * Reads the spelling of a case file.
   *
   * @throws InvalidInputException naming the field if it is neither {@code female} nor {@code male}
   */
  public static Sex parse(String raw) {
    for (Sex sex : values()) {
      if (sex.id.equals(raw)) {
        return sex;
      }
    }
    throw new InvalidInputException("sex", raw, "female or male");
  }
}
