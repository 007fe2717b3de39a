package health.plumbline.care.ergonomics;

import health.plumbline.knowledge.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits seat, desk, screen and the day to a person's own numbers.
 *
 * <p>Heights follow from the stature by fixed shares, as body segment tables give them; a share is
 * a mean, so a tolerance stands beside it and a measured height within it is fine.
 */
public final class WorkplaceAdvisor {

  private final List<DataFile.Row> rows;

  private WorkplaceAdvisor(List<DataFile.Row> rows) {
    this.rows = rows;
  }

  /**
   * Reads the rules.
   *
   * @throws IllegalStateException naming file, line and column if the file is malformed
   */
  public static WorkplaceAdvisor load() {
    List<DataFile.Row> rows = DataFile.read("care/workplace.csv").rows();
    for (DataFile.Row row : rows) {
      row.required("text_target");
      row.required("source_id");
      row.grade("grade");
      String input = row.text("input");
      if (!input.isEmpty() && !Workplace.allowed().contains(input)) {
        throw row.fault("input", input + " is not a measure");
      }
      if (row.has("share_of_stature") != row.has("added_cm")
          || row.has("least") != row.has("most")) {
        throw row.fault("input", "needs a share with an addition, or least with most");
      }
    }
    return new WorkplaceAdvisor(rows);
  }

  /**
   * Advice for what was measured. A height is named only if the stature is known; advice that needs
   * no number is always given.
   */
  public List<WorkplaceLine> advise(Workplace workplace) {
    List<WorkplaceLine> lines = new ArrayList<>();
    for (DataFile.Row row : rows) {
      line(row, workplace).ifPresent(lines::add);
    }
    return lines;
  }

  private static Optional<WorkplaceLine> line(DataFile.Row row, Workplace workplace) {
    Double given = row.has("input") ? workplace.measure(row.text("input")).orElse(null) : null;
    if (row.has("share_of_stature")) {
      Optional<Double> stature = workplace.measure(Workplace.STATURE);
      if (stature.isEmpty()) {
        return Optional.empty();
      }
      double target =
          Math.round(row.number("share_of_stature") * stature.get() + row.number("added_cm"));
      double tolerance = row.number("tolerance");
      return Optional.of(compared(row, given, target, target - tolerance, target + tolerance));
    }
    if (row.has("least") && given != null) {
      return Optional.of(compared(row, given, null, row.number("least"), row.number("most")));
    }
    return Optional.of(line(row, "target", null, given, row.text("text_target"), 0));
  }

  private static WorkplaceLine compared(
      DataFile.Row row,
      @Nullable Double given,
      @Nullable Double target,
      double least,
      double most) {
    if (given == null) {
      return line(row, "target", target, null, row.text("text_target"), 0);
    }
    double aim = target == null ? (given < least ? least : most) : target;
    if (given < least && row.has("text_low")) {
      return line(row, "too-low", target, given, row.text("text_low"), aim - given);
    }
    if (given > most) {
      return line(row, "too-high", target, given, row.text("text_high"), given - aim);
    }
    return line(row, "fine", target, given, row.text("text_fine"), 0);
  }

  private static WorkplaceLine line(
      DataFile.Row row,
      String verdict,
      @Nullable Double target,
      @Nullable Double given,
      String text,
      double change) {
    String filled =
        text.replace("{target}", target == null ? "" : plain(target))
            .replace("{given}", given == null ? "" : plain(given))
            .replace("{change}", plain(change));
    return new WorkplaceLine(
        row.required("id"),
        verdict,
        target,
        given,
        filled,
        row.grade("grade"),
        row.required("source_id"));
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
