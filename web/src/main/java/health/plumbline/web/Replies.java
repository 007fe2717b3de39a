package health.plumbline.web;

import health.plumbline.web.view.OtherPages.MessagePage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said when a request cannot be answered: to a person a page with a way on, to a program a
 * problem in the form of RFC 9457. Neither repeats what was sent, unless it is named as the fault.
 */
final class Replies {

  /** Where programs call. */
  static final String API = "/api";

  private final Words words;
  private final Pages pages;
  private final JsonMapper mapper = JsonMapper.builder().build();

  Replies(Words words, Pages pages) {
    this.words = words;
    this.pages = pages;
  }

  /** Whether a program asks. */
  static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().equals(API) || request.getRequestURI().startsWith(API + "/");
  }

  /**
   * Refuses a request.
   *
   * @param reason the key of its texts, below {@code refused.}
   */
  void refuse(HttpServletRequest request, HttpServletResponse response, int status, String reason)
      throws IOException {
    response.setStatus(status);
    String body;
    if (isApi(request)) {
      response.setContentType("application/problem+json");
      body = problem(status, reason);
    } else {
      response.setContentType("text/html;charset=UTF-8");
      body = page(reason);
    }
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }

  /** A page that says why and leads on. */
  String page(String reason) {
    String title = words.text("refused." + reason + ".title");
    return pages.render(
        "message",
        new MessagePage(
            pages.frame(title),
            title,
            List.of(words.text("refused." + reason + ".text"), words.text("lost.emergency")),
            words.text("lost.button")));
  }

  /**
   * A problem.
   *
   * @param field the field at fault
   * @param detail what is wrong and what is allowed, in one line
   */
  String problem(int status, String title, String field, String detail) {
    ObjectNode problem = mapper.createObjectNode();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    problem.put("field", field);
    return mapper.writeValueAsString(problem);
  }

  /** A problem with the request as a whole. */
  String problem(int status, String reason) {
    return problem(
        status,
        words.text("refused." + reason + ".title"),
        "request",
        words.text("refused." + reason + ".api"));
  }

  /** Title for input that cannot be used. */
  String unusable() {
    return words.text("refused.unusable.title");
  }
}
