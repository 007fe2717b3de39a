package health.plumbline.knowledge;

/** How well a figure is supported. */
public enum Grade {
  /** A systematic review or meta-analysis. */
  A,
  /** A primary study. */
  B,
  /**
   * An elicited estimate, or a figure whose source was not seen: no published figure to rely on.
   */
  C;

  /** The weaker of the two. */
  public Grade weaker(Grade other) {
    return ordinal() >= other.ordinal() ? this : other;
  }
}
