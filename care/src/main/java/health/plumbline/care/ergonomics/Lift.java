package health.plumbline.care.ergonomics;

import health.plumbline.knowledge.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A two-handed lift, as the revised NIOSH lifting equation measures it.
 *
 * @param loadKg weight of the load in kg, above 0 to 500
 * @param horizontalCm distance of the hands from the middle between the ankles, 0 to 200 cm
 * @param verticalCm height of the hands above the floor at the start, 0 to 250 cm
 * @param travelCm way of the hands up or down, 0 to 250 cm
 * @param asymmetryDegrees twist of the trunk, 0 to 180 degrees
 * @param liftsAMinute lifts a minute, on average over 15 minutes, 0 to 30
 * @param duration how long such lifting goes on in a day
 * @param coupling how well the load can be gripped
 */
public record Lift(
    double loadKg,
    double horizontalCm,
    double verticalCm,
    double travelCm,
    double asymmetryDegrees,
    double liftsAMinute,
    Duration duration,
    Coupling coupling) {

  /**
   * @throws InvalidInputException naming the field, if an amount lies outside its range
   */
  public Lift {
    check("lift.load_kg", loadKg, Math.nextUp(0.0), 500, "kg, above 0 to 500");
    check("lift.horizontal_cm", horizontalCm, 0, 200, "cm, from 0 to 200");
    check("lift.vertical_cm", verticalCm, 0, 250, "cm, from 0 to 250");
    check("lift.travel_cm", travelCm, 0, 250, "cm, from 0 to 250");
    check("lift.asymmetry_degrees", asymmetryDegrees, 0, 180, "degrees, from 0 to 180");
    check("lift.lifts_a_minute", liftsAMinute, 0, 30, "lifts a minute, from 0 to 30");
  }

  private static void check(String field, double value, double least, double most, String allowed) {
    if (!(value >= least && value <= most)) {
      throw new InvalidInputException(field, Double.toString(value), allowed);
    }
  }

  /** How long lifting goes on in a day, with the rest that the method asks for. */
  public enum Duration {
    UP_TO_1_HOUR("up-to-1-hour"),
    UP_TO_2_HOURS("up-to-2-hours"),
    UP_TO_8_HOURS("up-to-8-hours");

    private final String id;

    Duration(String id) {
      this.id = id;
    }

    /** The spelling in data and JSON. */
    public String id() {
      return id;
    }

    /**
     * Reads a spelling.
     *
     * @throws InvalidInputException naming what is allowed
     */
    public static Duration parse(String id) {
      return Arrays.stream(values())
          .filter(one -> one.id.equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidInputException(
                      "lift.duration",
                      id,
                      Arrays.stream(values()).map(Duration::id).collect(Collectors.joining(", "))));
    }
  }

  /** How well the hands hold the load. */
  public enum Coupling {
    GOOD,
    FAIR,
    POOR;

    /** The spelling in data and JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a spelling.
     *
     * @throws InvalidInputException naming what is allowed
     */
    public static Coupling parse(String id) {
      return Arrays.stream(values())
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new InvalidInputException("lift.coupling", id, "good, fair, poor"));
    }
  }
}
