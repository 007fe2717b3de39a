package health.plumbline.cli;

import health.plumbline.knowledge.KnowledgeBase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs typical commands and throws their answers away.
 *
 * <p>The launcher has the JVM watch this once after a build ({@code -XX:AOTCacheOutput}, JEP 514),
 * so that later commands find their classes loaded and linked and their hot methods known. What is
 * hot in a batch only a batch can show, so one of texts that come with the program is among them.
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

  /** After so many cases all that a batch does has been seen often enough. */
  private static final int CASES = 160;

  private static final int[] AGES = {24, 38, 51, 67, 82};

  private Rehearsal() {}

  /** Exits with 0 if every command gave an answer. */
  public static void main(String[] args) throws IOException {
    Path file = Files.createTempFile("plumbline-rehearsal", ".json");
    Path batch = Files.createTempFile("plumbline-rehearsal", ".jsonl");
    int worst;
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      Files.writeString(file, CASE);
      Files.write(batch, cases());
      System.setOut(nowhere);
      worst = Plumbline.run(nowhere, System.err, "assess", "--colour", WORDS);
      worst =
          Math.max(
              worst,
              Plumbline.run(
                  nowhere, System.err, "assess", "--case", file.toString(), "--format", "json"));
      // What this returns says nothing: some of the texts are not about pain, and are answered so.
      Plumbline.run(nowhere, nowhere, "assess", "--cases", batch.toString(), "--format", "json");
    } finally {
      Files.delete(file);
      Files.delete(batch);
    }
    System.exit(worst);
  }

  /** One case a line, with ages of all bands and both sexes. */
  private static List<String> cases() throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<String> lines = new ArrayList<>();
    for (GoldItem item :
        new GoldReader(KnowledgeBase.load().vocabulary())
            .bundled("development").stream().limit(CASES).toList()) {
      ObjectNode node = mapper.createObjectNode();
      node.put("id", item.id());
      if (item.age() == null) {
        node.put("age", AGES[lines.size() % AGES.length]);
      }
      if (item.sex() == null) {
        node.put("sex", lines.size() % 2 == 0 ? "female" : "male");
      }
      node.put("text", item.text());
      lines.add(mapper.writeValueAsString(node));
    }
    return lines;
  }
}
