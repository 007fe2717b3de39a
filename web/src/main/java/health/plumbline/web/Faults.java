package health.plumbline.web;

import health.plumbline.knowledge.InvalidInputException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What is said when something goes wrong: never what was typed, always a way on. The log gets the
 * kind of fault and the line of code, and nothing of the request.
 */
@RestControllerAdvice
final class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final int BAD_REQUEST = 400;
  private static final int INTERNAL = 500;
  private static final int TOO_LARGE = 413;
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Replies replies;

  Faults(Replies replies) {
    this.replies = replies;
  }

  /** Input of a program that cannot be used: the field, the value and what is allowed. */
  @ExceptionHandler(InvalidInputException.class)
  ResponseEntity<byte[]> unusable(InvalidInputException e, HttpServletRequest request) {
    if (!Replies.isApi(request)) {
      return reply(request, BAD_REQUEST, "unusable");
    }
    String detail = e.getMessage() == null ? "" : e.getMessage();
    return body(
        BAD_REQUEST,
        MediaType.APPLICATION_PROBLEM_JSON,
        replies.problem(BAD_REQUEST, replies.unusable(), e.field(), detail));
  }

  /** A body that is longer than anybody needs. */
  @ExceptionHandler(TooLargeException.class)
  ResponseEntity<byte[]> tooLarge(TooLargeException e, HttpServletRequest request) {
    return reply(request, TOO_LARGE, "too-large");
  }

  /** All else. */
  @ExceptionHandler(Exception.class)
  ResponseEntity<byte[]> other(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse known) {
      int status = known.getStatusCode().value();
      return switch (status) {
        case 404 -> reply(request, status, "not-found");
        case 405 -> reply(request, status, "wrong-method");
        case TOO_LARGE -> reply(request, status, "too-large");
        default -> reply(request, status < INTERNAL ? status : INTERNAL, "unusable");
      };
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      // Tomcat's own, for a form that is longer than allowed or cannot be taken apart.
      if (cause.getClass().getName().endsWith("InvalidParameterException")) {
        return reply(request, TOO_LARGE, "too-large");
      }
    }
    StackTraceElement[] trace = e.getStackTrace();
    LOG.error(
        "internal error: {} at {}", e.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    return reply(request, INTERNAL, "internal");
  }

  /** Thrown where a body is longer than allowed. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private ResponseEntity<byte[]> reply(HttpServletRequest request, int status, String reason) {
    return Replies.isApi(request)
        ? body(status, MediaType.APPLICATION_PROBLEM_JSON, replies.problem(status, reason))
        : body(status, HTML, replies.page(reason));
  }

  private static ResponseEntity<byte[]> body(int status, MediaType type, String text) {
    return ResponseEntity.status(status)
        .contentType(type)
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
