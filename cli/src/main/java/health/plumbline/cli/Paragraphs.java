package health.plumbline.cli;

import java.io.PrintStream;

/** Prints text broken into lines of a width, with a hanging indent; styling codes take no room. */
final class Paragraphs {

  private static final char ESCAPE = '\033';

  private final PrintStream out;
  private final int width;

  Paragraphs(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  /** Prints a paragraph whose first line begins with {@code lead}. */
  void print(String lead, String text) {
    String indent = " ".repeat(Math.min(lead.length(), width / 3));
    StringBuilder line = new StringBuilder(lead);
    int used = lead.length();
    boolean empty = true;
    for (String word : text.strip().split(" +")) {
      int length = visible(word);
      if (!empty && used + 1 + length > width) {
        out.println(line);
        line = new StringBuilder(indent);
        used = indent.length();
        empty = true;
      }
      if (!empty) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += length;
      empty = false;
    }
    out.println(line);
  }

  private static int visible(String word) {
    int length = 0;
    boolean code = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == ESCAPE) {
        code = true;
      } else if (code) {
        code = c != 'm';
      } else {
        length++;
      }
    }
    return length;
  }
}
