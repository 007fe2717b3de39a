package health.plumbline.cli;

import health.plumbline.handover.Block;
import health.plumbline.handover.Document;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a document in a terminal. */
final class DocumentText {

  private final Terminal terminal;
  private final PrintStream out;
  private final Paragraphs paragraphs;

  DocumentText(Terminal terminal, PrintStream out) {
    this.terminal = terminal;
    this.out = out;
    this.paragraphs = new Paragraphs(out, Terminal.width());
  }

  /**
   * Prints a document.
   *
   * @param urgency place of the urgency, 0 the most urgent, for colour
   */
  void print(Document document, int urgency) {
    out.println();
    if (!document.headline().isEmpty()) {
      out.println(
          terminal.banner(urgency, "  " + document.headline().toUpperCase(Locale.UK) + "  "));
      out.println();
      for (String warning : document.warnings()) {
        paragraphs.print("", warning);
      }
      out.println();
    }
    out.println(terminal.bold(document.title()));
    for (Document.Section section : document.sections()) {
      out.println();
      out.println(terminal.bold(section.title()));
      section.blocks().forEach(this::print);
    }
    out.println();
    paragraphs.print("", terminal.faint(document.footnote()));
  }

  private void print(Block block) {
    switch (block) {
      case Block.Paragraph(String text) -> paragraphs.print("  ", text);
      case Block.Subheading(String text) -> {
        out.println();
        out.println("  " + terminal.bold(text));
      }
      case Block.Bullets bullets -> {
        for (Block.Item item : bullets.items()) {
          paragraphs.print(
              "    • ",
              (item.lead().isEmpty() ? "" : terminal.bold(item.lead()) + " ")
                  + item.text()
                  + (item.support().isEmpty() ? "" : terminal.faint("  " + item.support())));
        }
      }
      case Block.Table table -> {
        List<List<String>> rows = new ArrayList<>();
        rows.addAll(table.rows());
        for (List<String> row : rows) {
          List<String> rest =
              row.subList(1, row.size()).stream().filter(c -> !c.isEmpty()).toList();
          paragraphs.print(
              "    • ", terminal.bold(row.getFirst() + ":") + " " + String.join(" ", rest));
        }
      }
      case Block.Picture picture -> paragraphs.print("    ", terminal.faint(picture.description()));
    }
  }
}
