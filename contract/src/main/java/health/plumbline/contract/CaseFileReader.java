package health.plumbline.contract;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Urgency;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the case format; every fault names the field, the value and what is allowed. */
public final class CaseFileReader {

  /** Stands for bytes that are no UTF-8; no text holds it, as Unicode makes it no character. */
  public static final char NOT_UTF_8 = '\uFFFF';

  private static final Set<String> MATCHES = Set.of("single", "any", "all", "none");

  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "age",
          "sex",
          "text",
          "findings",
          "pain_regions",
          "diagnosis_ids",
          "diagnosis_match",
          "urgency");

  /** Shorter names differ by one letter from too many words. */
  private static final int SHORTEST_SLIP = 6;

  private final Vocabulary vocabulary;
  private final Consistency consistency;
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A reader of cases whose findings are of this vocabulary. */
  public CaseFileReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.consistency = new Consistency(vocabulary);
  }

  /**
   * Reads one case.
   *
   * @param json a JSON object
   * @param fallbackId id to use where the case has none
   * @throws InvalidInputException in one line, if anything in it cannot be used
   */
  public CaseFile read(String json, String fallbackId) {
    JsonNode root = parse(json);
    if (!root.isObject()) {
      throw InvalidInputException.of("case", "must be a JSON object, not " + kind(root));
    }
    refuseMisspelledFields(root);
    Presentation.Builder builder = Presentation.builder(vocabulary);
    readAge(root.get("age"), builder);
    readSex(root.get("sex"), builder);
    readFindings(root.get("findings"), builder);
    readRegions(root.get("pain_regions"), builder);
    Presentation coded = builder.build();
    consistency.check(coded);
    boolean hasCoded = !coded.findings().isEmpty() || coded.age() != null || coded.sex() != null;
    return new CaseFile(
        text(root, "id", fallbackId),
        text(root, "text", ""),
        coded,
        hasCoded,
        strings(root, "diagnosis_ids"),
        match(root),
        urgency(root));
  }

  /** The id of a case that cannot be read otherwise, as far as it can be told. */
  public String idOf(String json, String fallbackId) {
    try {
      return text(parse(json), "id", fallbackId);
    } catch (InvalidInputException e) {
      return fallbackId;
    }
  }

  /**
   * A case may carry fields of its owner, but one that is nearly a field of the format is taken for
   * a slip: to leave out findings in silence would be to assess somebody else.
   */
  private static void refuseMisspelledFields(JsonNode root) {
    for (String name : root.propertyNames()) {
      if (FIELDS.contains(name)) {
        continue;
      }
      for (String field : FIELDS) {
        if (isSlip(name, field)) {
          throw new InvalidInputException("case", name, "the field " + field);
        }
      }
    }
  }

  /** The same letters but for case, hyphens and blanks, or one letter too many, few or other. */
  private static boolean isSlip(String name, String field) {
    String a = letters(name);
    String b = letters(field);
    if (a.equals(b)) {
      return true;
    }
    if (Math.min(a.length(), b.length()) < SHORTEST_SLIP || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    String restOfA = a.substring(same);
    String restOfB = b.substring(same);
    return tail(restOfA).equals(tail(restOfB))
        || tail(restOfA).equals(restOfB)
        || restOfA.equals(tail(restOfB));
  }

  private static String tail(String text) {
    return text.isEmpty() ? text : text.substring(1);
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private JsonNode parse(String given) {
    if (given.indexOf(NOT_UTF_8) >= 0) {
      throw InvalidInputException.of("case", "is not UTF-8 text");
    }
    String json = given.startsWith("\uFEFF") ? given.substring(1) : given;
    try {
      return mapper.readTree(json);
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw InvalidInputException.of(
          "case", "not valid JSON" + where + ": " + firstSentence(e.getOriginalMessage()));
    }
  }

  private static void readAge(@Nullable JsonNode node, Presentation.Builder builder) {
    if (node == null || node.isNull()) {
      return;
    }
    if (!node.isNumber() || node.asDouble() != Math.rint(node.asDouble())) {
      throw new InvalidInputException(
          "age", node.toString(), "a whole number of years from 0 to " + Presentation.OLDEST);
    }
    double years = node.asDouble();
    builder.age((int) Math.clamp(years, -1_000_000, 1_000_000));
  }

  private static void readSex(@Nullable JsonNode node, Presentation.Builder builder) {
    if (node != null && !node.isNull()) {
      builder.sex(Sex.parse(scalar("sex", node)));
    }
  }

  private void readFindings(@Nullable JsonNode node, Presentation.Builder builder) {
    if (node == null || node.isNull()) {
      return;
    }
    if (!node.isObject()) {
      throw InvalidInputException.of(
          "findings", "must be an object of finding ids and values, not " + kind(node));
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      Finding finding = vocabulary.require(entry.getKey());
      if (value.isNull() || (value.isString() && value.asString().equals("unknown"))) {
        continue;
      }
      String raw =
          value.isBoolean()
              ? (value.asBoolean() ? "yes" : "no")
              : scalar("findings." + entry.getKey(), value);
      if (builder.knows(finding.id())) {
        Presentation soFar = builder.build();
        if (!soFar.value(finding.id()).map(Object::toString).orElse("").equals(raw)) {
          throw InvalidInputException.of(
              "findings." + entry.getKey(),
              "contradicts an alias of the same finding " + finding.id());
        }
      }
      builder.finding(finding.id(), raw);
    }
  }

  private void readRegions(@Nullable JsonNode node, Presentation.Builder builder) {
    if (node == null || node.isNull()) {
      return;
    }
    if (!node.isArray()) {
      throw InvalidInputException.of(
          "pain_regions", "must be an array of regions, not " + kind(node));
    }
    for (JsonNode item : node) {
      String raw = scalar("pain_regions", item);
      int colon = raw.indexOf(':');
      String regionId = colon < 0 ? raw : raw.substring(0, colon);
      Side side =
          switch (colon < 0 ? "" : raw.substring(colon + 1)) {
            case "left" -> Side.LEFT;
            case "right" -> Side.RIGHT;
            case "both" -> Side.BOTH;
            case "", "central" -> Side.UNSTATED;
            default ->
                throw new InvalidInputException(
                    "pain_regions", raw, "a region id, alone or with :left, :right or :both");
          };
      PainRegion region = new PainRegion(regionId, side);
      if (vocabulary
          .find(region.findingId())
          .filter(f -> f.role() == Finding.Role.REGION)
          .isEmpty()) {
        throw new InvalidInputException(
            "pain_regions", raw, "a region of the body chart, for example groin:left");
      }
      if (builder
          .build()
          .value(region.findingId())
          .filter(v -> v.toString().equals("no"))
          .isPresent()) {
        throw InvalidInputException.of(
            "pain_regions", raw + " contradicts findings." + region.findingId() + " = no");
      }
      builder.painRegion(region);
    }
  }

  private static @Nullable Urgency urgency(JsonNode root) {
    JsonNode node = root.get("urgency");
    return node == null || node.isNull() ? null : Urgency.parse(scalar("urgency", node));
  }

  private static String match(JsonNode root) {
    String match = text(root, "diagnosis_match", "");
    if (!match.isEmpty() && !MATCHES.contains(match)) {
      throw new InvalidInputException("diagnosis_match", match, "single, any, all or none");
    }
    return match;
  }

  private static String text(JsonNode root, String field, String absent) {
    JsonNode node = root.get(field);
    if (node == null || node.isNull()) {
      return absent;
    }
    if (!node.isString()) {
      throw InvalidInputException.of(field, "must be a string, not " + kind(node));
    }
    return node.asString();
  }

  private static List<String> strings(JsonNode root, String field) {
    JsonNode node = root.get(field);
    if (node == null || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw InvalidInputException.of(field, "must be an array of strings, not " + kind(node));
    }
    List<String> strings = new ArrayList<>();
    for (JsonNode item : node) {
      strings.add(scalar(field, item));
    }
    return List.copyOf(strings);
  }

  private static String scalar(String field, JsonNode node) {
    if (node.isString() || node.isNumber()) {
      return node.asString();
    }
    throw InvalidInputException.of(field, "must be a string or a number, not " + kind(node));
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      default -> "nothing";
    };
  }

  private static String firstSentence(String message) {
    String line = message.replaceAll("\\s+", " ").strip();
    int end = line.indexOf(" (start marker");
    return end > 0 ? line.substring(0, end) : line;
  }
}
