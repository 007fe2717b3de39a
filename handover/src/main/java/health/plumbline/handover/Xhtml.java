package health.plumbline.handover;

import health.plumbline.handover.Block.Bullets;
import health.plumbline.handover.Block.Item;
import health.plumbline.handover.Block.Paragraph;
import health.plumbline.handover.Block.Picture;
import health.plumbline.handover.Block.Subheading;
import health.plumbline.handover.Block.Table;
import health.plumbline.handover.Document.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;

/**
 * Writes a document as one page of well-formed XHTML with its style inside, which browsers take for
 * HTML and the PDF engine for XML. It loads nothing from anywhere.
 */
public final class Xhtml {

  private Xhtml() {}

  /** A page for a browser. */
  public static String page(Document document) {
    return write(document, resource("page.css"), false);
  }

  /** The same for paper; page size and bookmarks are in it. */
  static String print(Document document, String paper) {
    return write(document, resource("print.css").replace("{paper}", paper), true);
  }

  private static String write(Document document, String css, boolean paper) {
    StringBuilder out = new StringBuilder();
    out.append(paper ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "")
        .append("<!DOCTYPE html>\n")
        .append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\">\n<head>\n");
    if (!paper) {
      out.append("<meta charset=\"utf-8\"/>\n")
          .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    }
    out.append("<title>").append(escape(document.title())).append("</title>\n");
    out.append("<meta name=\"description\" content=\"").append(escape(document.title()));
    out.append("\"/>\n<meta name=\"author\" content=\"Plumbline\"/>\n");
    if (paper) {
      out.append("<bookmarks>\n");
      for (Section section : document.sections()) {
        out.append("<bookmark name=\"").append(escape(section.title()));
        out.append("\" href=\"#").append(section.id()).append("\"/>\n");
      }
      out.append("</bookmarks>\n");
    }
    out.append("<style>\n").append(css).append("</style>\n</head>\n<body>\n<main>\n");
    out.append("<h1>").append(escape(document.title())).append("</h1>\n");
    if (!document.headline().isEmpty()) {
      out.append("<div class=\"banner ")
          .append(document.level())
          .append("\">\n<p class=\"level\">");
      out.append(escape(document.headline())).append("</p>\n");
      document.warnings().forEach(text -> out.append("<p>").append(escape(text)).append("</p>\n"));
      out.append("</div>\n");
    }
    for (Section section : document.sections()) {
      out.append("<section>\n<h2 id=\"").append(section.id()).append("\">");
      out.append(escape(section.title())).append("</h2>\n");
      section.blocks().forEach(block -> write(block, out));
      out.append("</section>\n");
    }
    out.append("<p class=\"footnote\">").append(escape(document.footnote())).append("</p>\n");
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void write(Block block, StringBuilder out) {
    switch (block) {
      case Paragraph(String text) -> out.append("<p>").append(escape(text)).append("</p>\n");
      case Subheading(String text) -> out.append("<h3>").append(escape(text)).append("</h3>\n");
      case Bullets bullets -> {
        out.append("<ul>\n");
        for (Item item : bullets.items()) {
          out.append("<li>");
          if (!item.lead().isEmpty()) {
            out.append("<strong>").append(escape(item.lead())).append("</strong> ");
          }
          out.append(escape(item.text()));
          if (!item.support().isEmpty()) {
            out.append(" <span class=\"support\">").append(escape(item.support()));
            out.append("</span>");
          }
          out.append("</li>\n");
        }
        out.append("</ul>\n");
      }
      case Table table -> {
        out.append("<table>\n<thead><tr>");
        table
            .header()
            .forEach(cell -> out.append("<th scope=\"col\">").append(escape(cell)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (var row : table.rows()) {
          out.append("<tr>");
          row.forEach(cell -> out.append("<td>").append(escape(cell)).append("</td>"));
          out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
      }
      case Picture(String svg, String description) -> {
        String alt = "<svg alt=\"" + escape(description) + "\" ";
        out.append("<div class=\"picture\" role=\"img\" aria-label=\"")
            .append(escape(description))
            .append("\">")
            .append(svg.replaceFirst("<svg ", Matcher.quoteReplacement(alt)));
        out.append("</div>\n<p class=\"described\">").append(escape(description));
        out.append("</p>\n");
      }
    }
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> {
          // Control characters are not allowed in XML, not even as references.
          if (c >= ' ' || c == '\n' || c == '\t') {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  private static String resource(String name) {
    try (InputStream in = Xhtml.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
