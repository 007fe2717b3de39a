package health.plumbline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs typical commands and throws their answers away.
 *
 * <p>The launcher has the JVM watch this once after a build ({@code -XX:AOTCacheOutput}, JEP 514),
 * so that later commands find their classes loaded and linked and their hot methods known.
 */
final class Rehearsal {

  private static final String WORDS =
      "I am a 47 year old woman. Pain in my right buttock and the back of my thigh down to the"
          + " outside of my foot since three weeks, worse when I sit or cough, pins and needles in"
          + " my toes, no fever, bladder fine";

  private static final String CASE =
      """
      {"id": "rehearsal", "age": 62, "sex": "female",
       "text": "Stiff hip in the morning, cannot tie my laces, some low back ache at night",
       "findings": {"pain-groin": "yes", "slr-positive": "no", "hip-internal-rotation-degrees": 12},
       "pain_regions": ["groin:left", "lumbar-central"]}
      """;

  private Rehearsal() {}

  /** Exits with 0 if every command gave an answer. */
  public static void main(String[] args) throws IOException {
    Path file = Files.createTempFile("plumbline-rehearsal", ".json");
    int worst;
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Files.writeString(file, CASE);
      System.setOut(nowhere);
      worst = Plumbline.run(nowhere, System.err, "assess", "--colour", WORDS);
      worst =
          Math.max(
              worst,
              Plumbline.run(
                  nowhere, System.err, "assess", "--case", file.toString(), "--format", "json"));
    } finally {
      Files.delete(file);
    }
    System.exit(worst);
  }
}
