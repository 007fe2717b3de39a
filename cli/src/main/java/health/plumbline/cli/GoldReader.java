package health.plumbline.cli;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads texts annotated as {@code gold/GUIDELINES.md} says, one JSON object a line. A fault names
 * the line, the field and what is wrong with it.
 */
final class GoldReader {

  private final Vocabulary vocabulary;
  private final JsonMapper mapper = JsonMapper.builder().build();

  GoldReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Reads a file of the user.
   *
   * @throws InvalidInputException in one line, if anything in it cannot be used
   */
  List<GoldItem> read(Path file) throws IOException {
    try (BufferedReader lines = TextFiles.open("--reader", file)) {
      return read(lines, file.toString());
    }
  }

  /** Reads a part of the set that comes with the program. */
  List<GoldItem> bundled(String split) throws IOException {
    String name = "gold/" + split + ".jsonl";
    InputStream stream = GoldReader.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is missing from the program");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return read(lines, name);
    }
  }

  private List<GoldItem> read(BufferedReader lines, String name) throws IOException {
    List<GoldItem> items = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    String line;
    while ((line = lines.readLine()) != null) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        GoldItem item = item(mapper.readTree(line));
        if (!ids.add(item.id())) {
          throw InvalidInputException.of("id", item.id() + " occurs twice");
        }
        items.add(item);
      } catch (JacksonException e) {
        throw InvalidInputException.of("--reader", name + ", line " + number + ": not valid JSON");
      } catch (InvalidInputException e) {
        throw InvalidInputException.of(
            "--reader", name + ", line " + number + ": " + e.getMessage());
      }
    }
    if (items.isEmpty()) {
      throw InvalidInputException.of("--reader", name + " holds no item");
    }
    return items;
  }

  private GoldItem item(JsonNode root) {
    if (!root.isObject()) {
      throw InvalidInputException.of("item", "must be a JSON object");
    }
    String text = string(root, "text");
    List<GoldItem.Stated> findings = new ArrayList<>();
    for (JsonNode node : array(root, "findings")) {
      GoldItem.Value value = value(node);
      String quote = string(node, "quote");
      if (!text.contains(quote)) {
        throw new InvalidInputException("quote", quote, "words of the text");
      }
      findings.add(
          new GoldItem.Stated(
              value.finding(), value.value(), side(node), quote, truth(node, "doubt")));
    }
    JsonNode sex = root.get("sex");
    return new GoldItem(
        string(root, "id"),
        string(root, "register"),
        text,
        age(root.get("age")),
        sex == null || sex.isNull() ? null : Sex.parse(sex.asString()),
        List.copyOf(findings),
        values(root, "must_not"),
        values(root, "may"));
  }

  private List<GoldItem.Value> values(JsonNode root, String field) {
    List<GoldItem.Value> values = new ArrayList<>();
    for (JsonNode node : array(root, field)) {
      values.add(value(node));
    }
    return List.copyOf(values);
  }

  private GoldItem.Value value(JsonNode node) {
    Finding finding = vocabulary.require(string(node, "finding"));
    JsonNode value = node.get("value");
    if (value == null || !(value.isString() || value.isNumber())) {
      throw InvalidInputException.of("value", "of " + finding.id() + " is missing");
    }
    FindingValue parsed = finding.parse(value.asString());
    return new GoldItem.Value(finding, parsed);
  }

  private static Side side(JsonNode node) {
    JsonNode side = node.get("side");
    if (side == null || side.isNull()) {
      return Side.UNSTATED;
    }
    for (Side known : Side.values()) {
      if (known.id().equals(side.asString().toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new InvalidInputException("side", side.asString(), "left, right or both");
  }

  private static @Nullable Integer age(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isNumber()) {
      throw new InvalidInputException("age", node.toString(), "a number of years");
    }
    return (int) node.asDouble();
  }

  private static boolean truth(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value != null && value.isBoolean() && value.asBoolean();
  }

  private static String string(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isString()) {
      throw InvalidInputException.of(field, "is missing or is no string");
    }
    return value.asString();
  }

  private static Iterable<JsonNode> array(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw InvalidInputException.of(field, "must be an array");
    }
    return value;
  }
}
