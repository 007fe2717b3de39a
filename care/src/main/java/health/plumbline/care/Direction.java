package health.plumbline.care;

/** Whether the source is for or against what a line names. */
public enum Direction {
  FOR("for"),
  /** An option to weigh. */
  CONSIDER("consider"),
  /** The line says what not to do. */
  AGAINST("against");

  private final String id;

  Direction(String id) {
    this.id = id;
  }

  /** The spelling in data and JSON. */
  public String id() {
    return id;
  }
}
