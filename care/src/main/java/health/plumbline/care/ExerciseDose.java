package health.plumbline.care;

/**
 * The dose of an exercise in numbers, each as a range from the start of a programme to its end.
 *
 * @param exerciseId the exercise
 * @param form what is counted
 * @param sets sets
 * @param times repetitions or holds in a set
 * @param hold seconds that each is held, 0 if not held
 * @param minutes minutes, for what is counted in minutes or cannot be counted
 * @param sides 2 if it is done on each side
 * @param days days a week
 * @param sessionsADay how often on such a day
 */
record ExerciseDose(
    String exerciseId,
    Form form,
    Range sets,
    Range times,
    Range hold,
    Range minutes,
    int sides,
    Range days,
    int sessionsADay) {

  /** What is counted. */
  enum Form {
    TIMES,
    HOLDS,
    MINUTES,
    /** The dose cannot be put into these numbers; its sentence is used as it stands. */
    AS_WRITTEN
  }

  /** From the start of a programme to its end. */
  record Range(int least, int most) {

    int at(boolean end) {
      return end ? most : least;
    }

    /** The amount at a share of the way, in steps of five from five on. */
    int at(double share) {
      double exact = least + share * (most - least);
      return exact <= 5 || share == 0 || share == 1
          ? (int) Math.round(exact)
          : 5 * (int) Math.round(exact / 5);
    }
  }

  /** Minutes that one session takes, for planning. */
  double minutes(boolean end, double share, PlanSettings settings) {
    if (form == Form.MINUTES || form == Form.AS_WRITTEN) {
      return minutes.at(share);
    }
    double each = hold.at(end) + settings.number("seconds-per-repetition");
    double work = sets.at(end) * times.at(end) * each * sides;
    double rest = (sets.at(end) * sides - 1) * settings.number("seconds-between-sets");
    return (work + rest) / 60;
  }

  /**
   * The dose as a sentence, or {@code asWritten} where it cannot be put into numbers.
   *
   * @param end whether sets, times and holds are at the upper end
   * @param share how far minutes have grown, 0 to 1
   * @param minutesMost no more minutes than this
   */
  String sentence(
      boolean end, double share, int minutesMost, CareContent content, String asWritten) {
    if (form == Form.AS_WRITTEN) {
      return asWritten;
    }
    String dose = amount(end, share, minutesMost, content);
    if (sides == 2) {
      dose = content.phrase("dose-each-side", "dose", dose);
    }
    if (sessionsADay > 1) {
      return content.phrase("dose-twice-a-day", "dose", dose);
    }
    int week = days.at(end);
    return week == 7
        ? content.phrase("dose-every-day", "dose", dose)
        : content.phrase("dose-days", "dose", dose, "days", Integer.toString(week));
  }

  private String amount(boolean end, double share, int minutesMost, CareContent content) {
    String times = Integer.toString(this.times.at(end));
    String sets = Integer.toString(this.sets.at(end));
    String hold = Integer.toString(this.hold.at(end));
    boolean several = this.sets.at(end) > 1;
    return switch (form) {
      case MINUTES -> {
        int minutes = Math.min(this.minutes.at(share), minutesMost);
        yield minutes == 1
            ? content.phrase("dose-minute")
            : content.phrase("dose-minutes", "minutes", Integer.toString(minutes));
      }
      case HOLDS ->
          !several
              ? content.phrase("dose-holds", "times", times, "hold", hold)
              : content.phrase(
                  this.times.at(end) == 1 ? "dose-sets-one-hold" : "dose-sets-holds",
                  "sets",
                  sets,
                  "times",
                  times,
                  "hold",
                  hold);
      case TIMES, AS_WRITTEN -> {
        String dose =
            several
                ? content.phrase("dose-sets", "sets", sets, "times", times)
                : content.phrase("dose-times", "times", times);
        yield this.hold.at(end) > 1
            ? content.phrase("dose-seconds-each", "dose", dose, "hold", hold)
            : dose;
      }
    };
  }
}
