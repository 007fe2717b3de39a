package health.plumbline.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import health.plumbline.web.view.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.CRC32;

/** Turns what a page shows into HTML. */
final class Pages {

  private static final List<String> ASSETS =
      List.of("/static/plumbline.css", "/static/plumbline.js");

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Words words;
  private final String assets;

  Pages(Words words) {
    this.words = words;
    this.assets = checksum();
  }

  /** What a page has that carries no answers. */
  Frame frame(String title) {
    return frame(title, "");
  }

  /** What a page has that carries answers. */
  Frame frame(String title, String seal) {
    return new Frame(words, title, seal, assets);
  }

  /** The page that a template makes of a model. */
  String render(String template, Object page) {
    StringOutput html = new StringOutput(1 << 14);
    templates.render(template + ".jte", page, html);
    return html.toString();
  }

  /** A browser may keep scripts and styles for as long as their address stays the same. */
  private static String checksum() {
    CRC32 sum = new CRC32();
    for (String asset : ASSETS) {
      try (InputStream in = Pages.class.getResourceAsStream(asset)) {
        if (in == null) {
          throw new IllegalStateException(asset + " is not there");
        }
        sum.update(in.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException(asset + " cannot be read", e);
      }
    }
    return Long.toHexString(sum.getValue());
  }
}
