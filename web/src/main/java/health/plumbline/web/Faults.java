package health.plumbline.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What is said when something goes wrong: never what was typed, always a way on. */
@RestControllerAdvice
final class Faults {

  private final SelfCheck selfCheck;

  Faults(SelfCheck selfCheck) {
    this.selfCheck = selfCheck;
  }

  @ExceptionHandler(NoResourceFoundException.class)
  ResponseEntity<String> notFound(NoResourceFoundException e) {
    return ResponseEntity.status(HttpStatus.NOT_FOUND)
        .contentType(MediaType.TEXT_HTML)
        .body(selfCheck.lost());
  }
}
