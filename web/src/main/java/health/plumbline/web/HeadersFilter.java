package health.plumbline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Tells the browser what a page may do: nothing but its own scripts and styles, no other machine,
 * no frame around it, no trace of where one came from.
 *
 * <p>Pages may be kept by the browser that shows them, and by nobody else, and only until they are
 * asked for again: without that, "back" would show an error where a page was sent as a form, and a
 * worried person would be lost. {@code /finished} asks the browser to forget them.
 */
final class HeadersFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action"
          + " 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // Browsers send forms in the encoding of the page and do not say so.
    request.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    String path = request.getRequestURI();
    boolean asset = path.endsWith(".css") || path.endsWith(".js") || path.endsWith(".svg");
    response.setHeader(
        "Cache-Control",
        asset
            ? "public, max-age=31536000, immutable"
            : Replies.isApi(request) ? "no-store" : "private, no-cache");
    chain.doFilter(request, response);
  }
}
