package health.plumbline.web;

import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Setting;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses for programs. Each request carries all that is known; nothing is remembered. */
@RestController
final class ProgramController {

  /** The longest body in bytes. */
  static final int LARGEST = 256 * 1024;

  private final ProgramInterface program;

  private final Turns turns;

  ProgramController(ProgramInterface program, Turns turns) {
    this.program = program;
    this.turns = turns;
  }

  @PostMapping("/api/assess")
  ResponseEntity<byte[]> assess(
      HttpServletRequest request, @RequestParam(defaultValue = "primary") String setting)
      throws IOException {
    Setting where = forPatients(setting);
    String body = body(request);
    return json(turns.take(() -> program.assess(body, where)));
  }

  @PostMapping("/api/interview")
  ResponseEntity<byte[]> interview(
      HttpServletRequest request, @RequestParam(defaultValue = "primary") String setting)
      throws IOException {
    Setting where = forPatients(setting);
    String body = body(request);
    return json(turns.take(() -> program.interview(body, where)));
  }

  @GetMapping("/api/openapi.json")
  ResponseEntity<byte[]> description() {
    return json(program.description());
  }

  private static Setting forPatients(String id) {
    Setting setting = Setting.parse(id);
    if (setting == Setting.TEACHING) {
      throw new InvalidInputException(
          "setting",
          id,
          "any setting but this one, which is for evaluation and never for a patient");
    }
    return setting;
  }

  private static String body(HttpServletRequest request) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new Faults.TooLargeException();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw InvalidInputException.of("case", "is not UTF-8 text");
    }
  }

  private static ResponseEntity<byte[]> json(String text) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
