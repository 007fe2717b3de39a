package health.plumbline.cli;

import org.jspecify.annotations.Nullable;

/** Colours and weights of a terminal, or none of them where the output is no terminal. */
final class Terminal {

  private static final int WIDTH = 100;

  private final boolean colour;

  private Terminal(boolean colour) {
    this.colour = colour;
  }

  /**
   * A terminal.
   *
   * @param wanted true or false if the user said so; else colour is used on a terminal unless the
   *     environment has NO_COLOR (no-color.org)
   */
  static Terminal of(@Nullable Boolean wanted) {
    if (wanted != null) {
      return new Terminal(wanted);
    }
    // The launcher tells whether its output is a terminal.
    boolean terminal = "1".equals(System.getenv("PLUMBLINE_TERMINAL"));
    return new Terminal(terminal && System.getenv("NO_COLOR") == null);
  }

  /** Columns of the terminal as the launcher tells them, within what reads well. */
  static int width() {
    String columns = System.getenv("COLUMNS");
    try {
      return columns == null ? WIDTH : Math.clamp(Integer.parseInt(columns), 40, 110);
    } catch (NumberFormatException e) {
      return WIDTH;
    }
  }

  String bold(String text) {
    return style("1", text);
  }

  String faint(String text) {
    return style("2", text);
  }

  String cyan(String text) {
    return style("36", text);
  }

  /** Text on a coloured ground: red for emergency, orange, yellow, blue, green. */
  String banner(int urgency, String text) {
    String ground =
        switch (urgency) {
          case 0 -> "1;97;41";
          case 1 -> "1;30;48;5;208";
          case 2 -> "1;30;43";
          case 3 -> "1;97;44";
          default -> "1;30;42";
        };
    return style(ground, text);
  }

  private String style(String code, String text) {
    return colour ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
