package health.plumbline.handover;

/** Size of paper. */
public enum Paper {
  A4("A4"),
  LETTER("letter");

  private final String css;

  Paper(String css) {
    this.css = css;
  }

  /** The spelling in style sheets. */
  String css() {
    return css;
  }
}
