package health.plumbline.handover;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes a document as a tagged PDF with bookmarks and one embedded font.
 *
 * <p>The only class that knows the PDF engine, so that whoever prints no PDF never loads it.
 */
public final class Pdf {

  private static final String FONT = "DejaVu Sans";

  private Pdf() {}

  /** The bytes of the file. */
  public static byte[] write(Document document, Paper paper) {
    System.setProperty("java.awt.headless", "true");
    XRLog.listRegisteredLoggers()
        .forEach(logger -> XRLog.setLevel(logger, java.util.logging.Level.SEVERE));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useFont(font("DejaVuSans.ttf"), FONT, 400, FontStyle.NORMAL, true);
    builder.useFont(font("DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.withHtmlContent(Xhtml.print(document, paper.css()), null);
    builder.withProducer("Plumbline");
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("the PDF cannot be written", e);
    }
    return out.toByteArray();
  }

  private static FSSupplier<InputStream> font(String name) {
    return () -> {
      InputStream in = Pdf.class.getResourceAsStream(name);
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in;
    };
  }

  /** The families that the style sheet for paper may name. */
  static List<String> fonts() {
    return List.of(FONT);
  }
}
