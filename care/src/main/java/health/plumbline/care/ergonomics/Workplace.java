package health.plumbline.care.ergonomics;

import health.plumbline.knowledge.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures of a person and of where they work, in cm and in hours a day.
 *
 * @param measures by name; only those of {@link #allowed()}
 */
public record Workplace(Map<String, Double> measures) {

  /** Stature in cm. */
  public static final String STATURE = "stature_cm";

  /** Nothing has been measured. */
  public static final Workplace UNKNOWN = new Workplace(Map.of());

  private record Range(double least, double most) {}

  private static final Map<String, Range> RANGES = new LinkedHashMap<>();

  static {
    RANGES.put(STATURE, new Range(120, 230));
    RANGES.put("seat_cm", new Range(20, 90));
    RANGES.put("desk_cm", new Range(40, 140));
    RANGES.put("standing_desk_cm", new Range(60, 150));
    RANGES.put("screen_top_cm", new Range(50, 220));
    RANGES.put("screen_distance_cm", new Range(10, 200));
    RANGES.put("sitting_hours", new Range(0, 24));
    RANGES.put("driving_hours", new Range(0, 24));
  }

  /**
   * @throws InvalidInputException naming the field, if a name is unknown or an amount lies outside
   *     its range
   */
  public Workplace {
    measures.forEach(
        (name, value) -> {
          Range range = RANGES.get(name);
          if (range == null) {
            throw new InvalidInputException("workplace", name, String.join(", ", RANGES.keySet()));
          }
          if (!(value >= range.least() && value <= range.most())) {
            throw new InvalidInputException(
                "workplace." + name,
                value.toString(),
                "a number from " + (int) range.least() + " to " + (int) range.most());
          }
        });
    measures = Map.copyOf(measures);
  }

  /** The names of the measures. */
  public static Set<String> allowed() {
    return RANGES.keySet();
  }

  Optional<Double> measure(String name) {
    return Optional.ofNullable(measures.get(name));
  }
}
