package health.plumbline.care.figure;

import java.util.Locale;

/**
 * What a shape is drawn with, in the light and in the dark. Each shape carries the light colours as
 * attributes, so it looks right without any style sheet (in a document, or where a content security
 * policy forbids inline styles), and a class through which {@link #STYLE} or a page changes them.
 */
enum Ink {
  FLOOR("#e9edf0", "#b4bec7", "#232c34", "#51606c", 1),
  MAT("#cfdcd8", "#8fa7a0", "#2f413d", "#5f7a73", 1),
  FURNITURE("#e4dccf", "#8d8171", "#4a4238", "#a3957f", 1),
  BEHIND("#f1ece4", "#b9ae9f", "#38332c", "#7d7261", 1),
  CUSHION("#efe3c8", "#a8946a", "#5a4e35", "#bda878", 1),
  BALL("#e3c766", "#8f7622", "#a58c35", "#e8d48c", 1),
  STRAP("none", "#7a5a9e", "none", "#c3a4e6", 3),
  WOOD("#b98550", "#6b4520", "#c99a66", "#f0d2ae", 1),
  STEEL("none", "#71808e", "none", "#a7b5c2", 3),
  WEIGHT("#71808e", "#3c4854", "#8d9ba8", "#dde5ec", 1),
  WATER("#a9d3e6", "#5d9fbe", "#2c5f78", "#6fb4d3", 1),
  SKIN_FAR("#f3ece6", "#a3adb6", "#5c564f", "#8b8f93", 1),
  SHIRT_FAR("#c9dade", "#a3adb6", "#41585f", "#8b8f93", 1),
  SHORTS_FAR("#b1bfcc", "#a3adb6", "#3b4a58", "#8b8f93", 1),
  SKIN("#ecdccf", "#3c4854", "#b7a798", "#0d1217", 1.2),
  SHIRT("#8fb6bf", "#3c4854", "#628d97", "#0d1217", 1.2),
  SHORTS("#5a7791", "#3c4854", "#4f6e8b", "#0d1217", 1.2),
  BLEND("#5a7791", "none", "#4f6e8b", "none", 0),
  HAIR("#5d5148", "#3c4854", "#3f352d", "#0d1217", 1.2),
  FRINGE("#5d5148", "#3c4854", "#3f352d", "#0d1217", 1.2),
  EYES("#3c4854", "none", "#0d1217", "none", 0),
  MUSCLE("#d9452c", "#7d1c0c", "#e8573c", "#ffd9d0", 1),
  HALO("none", "#ffffff", "none", "#14191e", 5.5),
  ARROW("none", "#0b5cad", "none", "#7cc0ff", 3),
  ARROWHEAD("#0b5cad", "none", "#7cc0ff", "none", 0),
  LABEL("#24303b", "none", "#e8eef3", "none", 0);

  /**
   * The style sheet of all pictures, for a page that draws them inline. Every picture brings it
   * along; a page whose content security policy forbids inline styles serves it as a file. The
   * colours follow the reader's scheme, or {@code data-theme} of the root element where a page sets
   * one; nothing moves unless the reader allows movement.
   */
  static final String STYLE = style();

  private final String fill;
  private final String line;
  private final String darkFill;
  private final String darkLine;
  private final double width;

  Ink(String fill, String line, String darkFill, String darkLine, double width) {
    this.fill = fill;
    this.line = line;
    this.darkFill = darkFill;
    this.darkLine = darkLine;
    this.width = width;
  }

  /** The paler ink of what is on the far side. */
  Ink far() {
    return switch (this) {
      case SKIN -> SKIN_FAR;
      case SHIRT -> SHIRT_FAR;
      case SHORTS -> SHORTS_FAR;
      default -> this;
    };
  }

  String css() {
    return "pf-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it fills shapes. */
  boolean filled() {
    return !fill.equals("none");
  }

  /** Whether it draws lines or outlines. */
  boolean lined() {
    return !line.equals("none");
  }

  /** Writes the attributes of what is filled, its outline not included. */
  void fill(StringBuilder to) {
    sheer(to);
    to.append(" class=\"").append(css()).append("\" fill=\"").append(fill).append('"');
  }

  /**
   * Writes the attributes of an outline or a line. An outline is twice as wide as it is seen: the
   * fill covers its inner half, and with it the seams between the shapes of a limb.
   */
  void edge(StringBuilder to) {
    to.append(" class=\"").append(css()).append("-edge\" fill=\"none\"");
    stroke(to);
  }

  /** Writes the attributes of a shape with its outline beneath, for one path that does both. */
  void both(StringBuilder to) {
    if (line.equals("none")) {
      fill(to);
    } else if (fill.equals("none")) {
      edge(to);
    } else {
      sheer(to);
      to.append(" class=\"").append(css()).append(' ').append(css()).append("-edge\" fill=\"");
      to.append(fill).append("\" paint-order=\"stroke\"");
      stroke(to);
    }
  }

  /** Water lets what is in it shine through. */
  private void sheer(StringBuilder to) {
    if (this == WATER) {
      to.append(" fill-opacity=\".45\"");
    }
  }

  private void stroke(StringBuilder to) {
    to.append(" stroke=\"").append(line).append("\" stroke-width=\"");
    Outline.number(to, filled() ? 2 * width : width);
    to.append("\" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
  }

  private static String style() {
    StringBuilder dark = new StringBuilder();
    StringBuilder chosen = new StringBuilder();
    for (Ink ink : values()) {
      String rule = ink.rule();
      dark.append(rule.replace("@", ":root:not([data-theme=light]) "));
      chosen.append(rule.replace("@", ":root[data-theme=dark] "));
    }
    return ".pf{max-width:100%;height:auto}@media (prefers-color-scheme:dark){"
        + dark
        + "}"
        + chosen
        + "@media (prefers-reduced-motion:no-preference){"
        + ".pf-moving{display:inline}.pf-moving+.pf-still{display:none}}";
  }

  private String rule() {
    String rule = "";
    if (filled()) {
      rule += "@." + css() + "{fill:" + darkFill + "}";
    }
    if (lined()) {
      rule += "@." + css() + "-edge{stroke:" + darkLine + "}";
    }
    return rule;
  }
}
