package health.plumbline.care.figure;

import health.plumbline.knowledge.DataFile;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far joints go, from {@code care/joint-ranges.csv}. */
final class Ranges {

  private static final String FILE = "care/joint-ranges.csv";

  private record Range(double least, double most) {}

  private final Map<Movement, Range> ranges = new EnumMap<>(Movement.class);

  private Ranges() {}

  static Ranges load() {
    Ranges ranges = new Ranges();
    for (DataFile.Row row : DataFile.read(FILE).rows()) {
      for (Movement movement : Movement.values()) {
        if (movement.id().equals(row.required("movement"))) {
          ranges.ranges.put(movement, new Range(row.number("least"), row.number("most")));
        }
      }
    }
    for (Movement movement : Movement.values()) {
      if (!ranges.ranges.containsKey(movement)) {
        throw new IllegalStateException(FILE + ": there is no row " + movement.id());
      }
    }
    return ranges;
  }

  /** What is impossible in a posture, null if nothing is. */
  @Nullable String fault(Angles angles) {
    for (Map.Entry<Movement, Range> entry : ranges.entrySet()) {
      for (Side side : Side.values()) {
        double degrees = angles.get(side, entry.getKey());
        Range range = entry.getValue();
        if (degrees < range.least() - 0.5 || degrees > range.most() + 0.5) {
          return (entry.getKey().sided() ? side.id() + " " : "")
              + entry.getKey().id()
              + " is "
              + Math.round(degrees)
              + ", allowed: "
              + range.least()
              + " to "
              + range.most();
        }
      }
    }
    return null;
  }
}
