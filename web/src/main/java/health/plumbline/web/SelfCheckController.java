package health.plumbline.web;

import health.plumbline.care.figure.ExerciseFigures;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of the self-check. */
@RestController
final class SelfCheckController {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final SelfCheck selfCheck;

  private final Turns turns;

  SelfCheckController(SelfCheck selfCheck, Turns turns) {
    this.selfCheck = selfCheck;
    this.turns = turns;
  }

  @GetMapping("/")
  ResponseEntity<String> start() {
    return html(selfCheck.start());
  }

  /** Every page of the way through is answered here, so that no address says anything. */
  @PostMapping(path = "/check", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> check(@RequestParam MultiValueMap<String, String> fields) {
    return html(turns.take(() -> selfCheck.answer(new Form(Map.copyOf(fields)))));
  }

  /** The plan as a file to keep. */
  @PostMapping(path = "/hand-over", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<byte[]> handOver(@RequestParam MultiValueMap<String, String> fields) {
    return turns
        .take(() -> selfCheck.download(new Form(Map.copyOf(fields))))
        .map(
            file ->
                ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.name() + "\"")
                    .body(file.bytes()))
        .orElseGet(
            () ->
                ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, HTML.toString())
                    .body(selfCheck.lost().getBytes(StandardCharsets.UTF_8)));
  }

  /** The colours of the exercise drawings: a page may hold no style of its own. */
  @GetMapping("/figures.css")
  ResponseEntity<String> figures() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/css; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
        .body(ExerciseFigures.styleSheet());
  }

  /** Where somebody comes who types or keeps the address. */
  @GetMapping("/check")
  ResponseEntity<String> withoutAnswers() {
    return html(selfCheck.lost());
  }

  /** Asks the browser to forget the pages of this visit. */
  @GetMapping("/finished")
  ResponseEntity<String> finished() {
    return ResponseEntity.ok()
        .contentType(HTML)
        .header("Clear-Site-Data", "\"cache\"")
        .body(selfCheck.finished());
  }

  private static ResponseEntity<String> html(String page) {
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, HTML.toString()).body(page);
  }
}
