package health.plumbline.care.ergonomics;

import health.plumbline.care.ergonomics.Lift.Duration;
import health.plumbline.knowledge.DataFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The revised NIOSH lifting equation (Waters, Putz-Anderson, Garg and Fine 1993, Ergonomics
 * 36:749-776; applications manual, NIOSH publication 94-110, revised 2021):
 *
 * <pre>RWL = LC x HM x VM x DM x AM x FM x CM,   LI = load / RWL</pre>
 *
 * <p>For two-handed, smooth lifts of healthy workers who stand; not for pushing, carrying, sitting
 * or unstable loads. The frequency multiplier stands in a table; between its rows it is taken
 * linearly. All constants are rows of the data.
 */
public final class LiftingEquation {

  private static final String ADVICE = "care/lifting-advice.csv";

  private final Map<String, Double> constants = new HashMap<>();
  private final Map<String, String> advice = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<double[]> frequencies = new ArrayList<>();

  private LiftingEquation() {}

  /**
   * Reads the constants.
   *
   * @throws IllegalStateException naming file, line and column if a data file is malformed
   */
  public static LiftingEquation load() {
    LiftingEquation equation = new LiftingEquation();
    for (DataFile.Row row : DataFile.read("care/lifting-constants.csv").rows()) {
      equation.constants.put(row.required("name"), row.number("value"));
    }
    for (DataFile.Row row : DataFile.read(ADVICE).rows()) {
      equation.advice.put(row.required("id"), row.required("patient_text"));
      equation.sources.put(row.required("id"), row.required("source_id"));
    }
    double before = 0;
    for (DataFile.Row row : DataFile.read("care/lifting-frequency.csv").rows()) {
      double[] one = {
        row.number("lifts_a_minute"),
        row.proportion("up_to_1_hour"),
        row.proportion("up_to_2_hours"),
        row.proportion("up_to_8_hours"),
        row.proportion("up_to_1_hour_low"),
        row.proportion("up_to_2_hours_low"),
        row.proportion("up_to_8_hours_low")
      };
      if (one[0] <= before) {
        throw row.fault("lifts_a_minute", "must rise from row to row");
      }
      before = one[0];
      equation.frequencies.add(one);
    }
    return equation;
  }

  /** Limit, index and what to change first. */
  public LiftResult assess(Lift lift) {
    Map<String, Double> multipliers = new LinkedHashMap<>();
    multipliers.put("horizontal", horizontal(lift.horizontalCm()));
    multipliers.put("vertical", vertical(lift.verticalCm()));
    multipliers.put("travel", travel(lift.travelCm()));
    multipliers.put("asymmetry", asymmetry(lift.asymmetryDegrees()));
    multipliers.put("frequency", frequency(lift));
    multipliers.put("coupling", coupling(lift));
    double limit = constant("load-constant-kg");
    for (double multiplier : multipliers.values()) {
      limit *= multiplier;
    }
    Double index = limit > 0 ? lift.loadKg() / limit : null;
    String level =
        index == null
            ? "impossible"
            : index <= constant("index-acceptable")
                ? "acceptable"
                : index <= constant("index-high") ? "raised" : "high";
    List<String> first = new ArrayList<>();
    if (!level.equals("acceptable")) {
      multipliers.entrySet().stream()
          .filter(one -> one.getValue() < 1)
          .sorted(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .forEach(first::add);
      if (lift.loadKg() > constant("load-constant-kg") || first.isEmpty()) {
        first.addFirst("load");
      }
    }
    List<String> ids = new ArrayList<>();
    ids.add(level);
    first.stream().limit(2).forEach(ids::add);
    ids.add("healthy-only");
    double shown = limit;
    return new LiftResult(
        Collections.unmodifiableMap(multipliers),
        limit,
        index,
        level,
        first,
        ids.stream().map(id -> sentence(id, shown, index == null ? 0 : index)).toList(),
        ids.stream().map(id -> sources.getOrDefault(id, "")).distinct().toList());
  }

  private String sentence(String id, double limit, double index) {
    String text = advice.get(id);
    if (text == null) {
      throw new IllegalStateException(ADVICE + ": " + id + " is missing");
    }
    return text.replace("{limit}", String.format(Locale.ROOT, "%.1f", limit))
        .replace("{index}", String.format(Locale.ROOT, "%.1f", index));
  }

  private double horizontal(double cm) {
    return cm > constant("horizontal-most-cm")
        ? 0
        : Math.min(1, constant("horizontal-best-cm") / cm);
  }

  private double vertical(double cm) {
    return cm > constant("vertical-most-cm")
        ? 0
        : 1 - constant("vertical-slope") * Math.abs(cm - constant("vertical-best-cm"));
  }

  private double travel(double cm) {
    if (cm > constant("travel-most-cm")) {
      return 0;
    }
    return cm <= constant("travel-least-cm")
        ? 1
        : constant("travel-base") + constant("travel-share") / cm;
  }

  private double asymmetry(double degrees) {
    return degrees > constant("asymmetry-most-degrees")
        ? 0
        : 1 - constant("asymmetry-slope") * degrees;
  }

  private double coupling(Lift lift) {
    return constant("coupling-" + lift.coupling().id() + (low(lift) ? "-low" : "-high"));
  }

  private boolean low(Lift lift) {
    return lift.verticalCm() < constant("vertical-best-cm");
  }

  private double frequency(Lift lift) {
    int column =
        switch (lift.duration()) {
              case UP_TO_1_HOUR -> 1;
              case UP_TO_2_HOURS -> 2;
              case UP_TO_8_HOURS -> 3;
            }
            + (low(lift) ? Duration.values().length : 0);
    double wanted = Math.max(lift.liftsAMinute(), constant("frequency-least"));
    double[] before = frequencies.getFirst();
    for (double[] row : frequencies) {
      if (row[0] >= wanted) {
        double span = row[0] - before[0];
        double share = span == 0 ? 0 : (wanted - before[0]) / span;
        return before[column] + share * (row[column] - before[column]);
      }
      before = row;
    }
    return 0;
  }

  private double constant(String name) {
    Double value = constants.get(name);
    if (value == null) {
      throw new IllegalStateException("care/lifting-constants.csv: " + name + " is missing");
    }
    return value;
  }
}
