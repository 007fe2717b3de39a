package health.plumbline.cli;

import health.plumbline.knowledge.Urgency;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which level the program gave to cases of each true level.
 *
 * <p>A case that it refused got no level. That is never right, and counts as calmer than every
 * level: whoever is told nothing is not sent anywhere.
 */
final class UrgencyTable {

  private static final int REFUSED = Urgency.values().length;

  /** Rows are true levels, columns given levels and, last, refusals. */
  private final int[][] counts = new int[Urgency.values().length][REFUSED + 1];

  private final List<String> emergenciesBelowSameDay = new ArrayList<>();

  /**
   * Counts one case.
   *
   * @param given the level that it got, or null where the program refused it
   */
  void add(String caseId, Urgency truth, @Nullable Urgency given) {
    counts[truth.ordinal()][given == null ? REFUSED : given.ordinal()]++;
    if (truth == Urgency.EMERGENCY_NOW && (given == null || !given.atLeast(Urgency.SAME_DAY))) {
      emergenciesBelowSameDay.add(caseId);
    }
  }

  void print(PrintStream out) {
    out.println("  urgency (rows: true level, columns: given level)");
    out.printf("    %-16s", "");
    for (Urgency given : Urgency.values()) {
      out.printf("%16s", given.id());
    }
    out.printf("%16s%n", "refused");
    int right = 0;
    int calmer = 0;
    int refused = 0;
    int all = 0;
    for (Urgency truth : Urgency.values()) {
      int[] row = counts[truth.ordinal()];
      out.printf("    %-16s", truth.id());
      for (int given = 0; given < row.length; given++) {
        out.printf("%16d", row[given]);
        all += row[given];
        calmer += given > truth.ordinal() ? row[given] : 0;
      }
      out.println();
      right += row[truth.ordinal()];
      refused += row[REFUSED];
    }
    out.printf("    right: %s%n", new Proportion(right, all));
    out.printf("    too calm: %s%n", new Proportion(calmer, all));
    out.printf("    too urgent: %s%n", new Proportion(all - right - calmer, all));
    if (refused > 0) {
      out.printf("    refused (counted as too calm): %s%n", new Proportion(refused, all));
    }
    int emergencies = 0;
    for (int count : counts[Urgency.EMERGENCY_NOW.ordinal()]) {
      emergencies += count;
    }
    out.printf(
        "    emergency-now below same-day: %s%s%n",
        new Proportion(emergenciesBelowSameDay.size(), emergencies),
        emergenciesBelowSameDay.isEmpty() ? "" : ": " + String.join(", ", emergenciesBelowSameDay));
  }
}
