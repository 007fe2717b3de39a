package health.plumbline.web;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long something has lasted, as people say it: a number and a unit. Answers keep what was said;
 * the finding counts in weeks.
 */
final class Durations {

  /** The units offered, shortest first. */
  static final List<String> UNITS = List.of("days", "weeks", "months", "years");

  private static final double DAYS_A_WEEK = 7;
  private static final double DAYS_A_YEAR = 365.25;
  private static final Map<String, Double> DAYS =
      Map.of("days", 1.0, "weeks", DAYS_A_WEEK, "months", DAYS_A_YEAR / 12, "years", DAYS_A_YEAR);
  private static final double TENTHS = 10;

  private Durations() {}

  /** Whether a finding is answered with a number and a unit of time. */
  static boolean isDuration(Finding finding) {
    return finding.values() instanceof Finding.Values.Numeric numeric
        && numeric.unit().equals("wk");
  }

  /** The answer in the spelling of the finding: {@code 6 months} becomes {@code 26.1} weeks. */
  static String inUnitOf(Finding finding, String answer) {
    int space = answer.indexOf(' ');
    if (space < 0 || !isDuration(finding)) {
      return answer;
    }
    Double days = DAYS.get(answer.substring(space + 1));
    if (days == null) {
      return answer;
    }
    double weeks = Double.parseDouble(answer.substring(0, space)) * days / DAYS_A_WEEK;
    return new FindingValue.Quantity(Math.round(weeks * TENTHS) / TENTHS).toString();
  }

  /** A number of weeks as people would say it: {@code 26} becomes {@code 6 months}. */
  static String inBestUnit(String weeks) {
    double days = Double.parseDouble(weeks) * DAYS_A_WEEK;
    String best = "days";
    for (String unit : UNITS) {
      // Two of a unit at least, so that six weeks stay weeks.
      if (days >= 2 * DAYS.getOrDefault(unit, 1.0)
          || (unit.equals("weeks") && days % DAYS_A_WEEK == 0)) {
        best = unit;
      }
    }
    long amount = Math.max(1, Math.round(days / DAYS.getOrDefault(best, 1.0)));
    return amount + " " + best;
  }

  /** The number of an answer, without its unit. */
  static String amount(String answer) {
    int space = answer.indexOf(' ');
    return space < 0 ? answer : answer.substring(0, space);
  }

  /** The unit of an answer, weeks if it has none. */
  static String unit(String answer) {
    int space = answer.indexOf(' ');
    String unit = space < 0 ? "weeks" : answer.substring(space + 1).toLowerCase(Locale.ROOT);
    return UNITS.contains(unit) ? unit : "weeks";
  }
}
