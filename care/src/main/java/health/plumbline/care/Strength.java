package health.plumbline.care;

/** How strongly the source recommends, strongest first. */
public enum Strength {
  STRONG("strong"),
  WEAK("weak"),
  /** Agreement of practitioners without a trial behind it. */
  CONSENSUS("consensus");

  private final String id;

  Strength(String id) {
    this.id = id;
  }

  /** The spelling in data and JSON. */
  public String id() {
    return id;
  }
}
