package health.plumbline.cli;

import health.plumbline.care.Daily;
import health.plumbline.care.History;
import health.plumbline.care.Means;
import health.plumbline.care.ergonomics.Lift;
import health.plumbline.care.ergonomics.Workplace;
import health.plumbline.care.outcome.Outcomes;
import health.plumbline.care.outcome.Score;
import health.plumbline.contract.PlanExtras;
import health.plumbline.knowledge.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a case file says for its plan: {@code history}, {@code medicines}, {@code equipment},
 * {@code without}, {@code minutes_a_day}, {@code workplace}, {@code lift} and {@code scores}.
 */
final class PlanExtrasReader {

  private static final Set<String> LIFT =
      Set.of(
          "load_kg",
          "horizontal_cm",
          "vertical_cm",
          "travel_cm",
          "asymmetry_degrees",
          "lifts_a_minute",
          "duration",
          "coupling");

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Outcomes outcomes;

  PlanExtrasReader(Outcomes outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * Reads a case that has already been read as a case.
   *
   * @throws InvalidInputException naming field, value and what is allowed
   */
  PlanExtras read(String json) {
    JsonNode root = mapper.readTree(TextFiles.withoutMark(json));
    return new PlanExtras(history(root), means(root), daily(root));
  }

  private static History history(JsonNode root) {
    Map<String, Boolean> answers = new LinkedHashMap<>();
    JsonNode node = object(root, "history");
    if (node != null) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        JsonNode value = entry.getValue();
        if (value.isNull() || (value.isString() && value.asString().equals("unknown"))) {
          continue;
        }
        answers.put(entry.getKey(), yes("history." + entry.getKey(), value));
      }
    }
    return new History(answers, root.has("medicines") ? strings(root, "medicines") : null);
  }

  /** Whether a value says yes. */
  static boolean yes(String field, JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    return yes(field, value.isString() ? value.asString() : value.toString());
  }

  /** Whether a text says yes. */
  static boolean yes(String field, String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new InvalidInputException(field, text, "yes or no");
    };
  }

  private static Means means(JsonNode root) {
    JsonNode minutes = root.get("minutes_a_day");
    Integer given = null;
    if (minutes != null && !minutes.isNull()) {
      if (!minutes.isNumber() || minutes.asDouble() != Math.rint(minutes.asDouble())) {
        throw new InvalidInputException("minutes_a_day", minutes.toString(), "a whole number");
      }
      given = (int) Math.clamp(minutes.asDouble(), -1e6, 1e6);
    }
    return new Means(
        new HashSet<>(strings(root, "equipment")), new HashSet<>(strings(root, "without")), given);
  }

  private Daily daily(JsonNode root) {
    Map<String, Double> measures = new LinkedHashMap<>();
    JsonNode workplace = object(root, "workplace");
    if (workplace != null) {
      for (Map.Entry<String, JsonNode> entry : workplace.properties()) {
        measures.put(entry.getKey(), number("workplace." + entry.getKey(), entry.getValue()));
      }
    }
    return new Daily(new Workplace(measures), lift(object(root, "lift")), scores(root));
  }

  private static @Nullable Lift lift(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    for (String name : node.propertyNames()) {
      if (!LIFT.contains(name)) {
        throw new InvalidInputException("lift", name, String.join(", ", LIFT));
      }
    }
    return new Lift(
        required(node, "load_kg"),
        required(node, "horizontal_cm"),
        required(node, "vertical_cm"),
        required(node, "travel_cm"),
        optional(node, "asymmetry_degrees", 0),
        optional(node, "lifts_a_minute", 0),
        Lift.Duration.parse(text(node, "duration", Lift.Duration.UP_TO_1_HOUR.id())),
        Lift.Coupling.parse(text(node, "coupling", Lift.Coupling.FAIR.id())));
  }

  private List<Score> scores(JsonNode root) {
    List<Score> scores = new ArrayList<>();
    JsonNode node = object(root, "scores");
    if (node == null) {
      return scores;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String field = "scores." + entry.getKey();
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        JsonNode before = value.get("before");
        JsonNode now = value.get("now");
        if (now == null) {
          throw InvalidInputException.of(field, "needs the score now");
        }
        scores.add(
            new Score(
                entry.getKey(),
                before == null ? null : Double.valueOf(score(entry.getKey(), field, before)),
                score(entry.getKey(), field, now)));
      } else {
        scores.add(new Score(entry.getKey(), null, score(entry.getKey(), field, value)));
      }
    }
    return scores;
  }

  /** A score, or the answers to the items from which it follows. */
  private double score(String instrument, String field, JsonNode value) {
    if (!value.isArray()) {
      return number(field, value);
    }
    List<Integer> answers = new ArrayList<>();
    for (JsonNode item : value) {
      double answer = number(field, item);
      if (answer != Math.rint(answer)) {
        throw new InvalidInputException(field, item.toString(), "whole numbers");
      }
      answers.add((int) Math.clamp(answer, -1e6, 1e6));
    }
    return outcomes.score(instrument, answers);
  }

  private static double required(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw InvalidInputException.of("lift." + name, "is missing");
    }
    return number("lift." + name, value);
  }

  private static double optional(JsonNode node, String name, double absent) {
    JsonNode value = node.get(name);
    return value == null ? absent : number("lift." + name, value);
  }

  private static String text(JsonNode node, String name, String absent) {
    JsonNode value = node.get(name);
    return value == null ? absent : value.isString() ? value.asString() : value.toString();
  }

  private static double number(String field, JsonNode value) {
    if (!value.isNumber()) {
      throw new InvalidInputException(field, value.toString(), "a number");
    }
    return value.asDouble();
  }

  private static @Nullable JsonNode object(JsonNode root, String name) {
    JsonNode node = root.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isObject()) {
      throw new InvalidInputException(name, node.toString(), "an object");
    }
    return node;
  }

  private static List<String> strings(JsonNode root, String name) {
    List<String> strings = new ArrayList<>();
    JsonNode node = root.get(name);
    if (node == null || node.isNull()) {
      return strings;
    }
    if (!node.isArray()) {
      throw new InvalidInputException(name, node.toString(), "an array of strings");
    }
    for (JsonNode item : node) {
      if (!item.isString()) {
        throw new InvalidInputException(name, item.toString(), "a string");
      }
      strings.add(item.asString());
    }
    return strings;
  }
}
