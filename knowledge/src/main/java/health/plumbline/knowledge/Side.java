package health.plumbline.knowledge;

/** The side of the body that a finding or a pain region was stated for. */
public enum Side {
  LEFT("left"),
  RIGHT("right"),
  BOTH("both"),
  /** Not stated, or a place that has no side. */
  UNSTATED("");

  private final String id;

  Side(String id) {
    this.id = id;
  }

  /** The spelling in data and case files; empty for {@link #UNSTATED}. */
  public String id() {
    return id;
  }

  /** The side that covers this one and {@code other}: left and right together are both. */
  public Side and(Side other) {
    if (this == other || other == UNSTATED) {
      return this;
    }
    return this == UNSTATED ? other : BOTH;
  }
}
