package health.plumbline.fitting.simulation;

import health.plumbline.fitting.simulation.Course.Moment;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.Interview;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * When interviews stop, and what that costs.
 *
 * @param courses the interviews
 */
record Stopping(List<Course> courses) {

  /** The smallest number of questions that covers this share of the interviews. */
  int quantile(double share, ToIntFunction<Course> count) {
    int[] sorted = courses.stream().mapToInt(count).sorted().toArray();
    return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }

  int median(ToIntFunction<Course> count) {
    return quantile(0.5, count);
  }

  Proportion stoppedBy(Interview.Step.Reason reason) {
    return share(course -> course.stopped() == reason);
  }

  /** Of all interviews those whose first condition is a true cause after so many questions. */
  Proportion rightAfter(int questions) {
    return share(course -> course.after(questions).right());
  }

  /** Those whose verdict after so many questions is that of their end. */
  Proportion settledAfter(int questions) {
    return share(
        course -> {
          Moment then = course.after(questions);
          return then.sameVerdict(course.moments().getLast());
        });
  }

  /** Those with a serious cause whom the level of every answer would send to same-day care. */
  long emergencies(boolean forGoodReason) {
    return courses.stream()
        .filter(c -> c.serious() && (c.forGoodReason() || !forGoodReason))
        .filter(c -> c.everythingKnown().atLeast(Urgency.SAME_DAY))
        .count();
  }

  /** Those of {@link #emergencies} who would be missed after so many questions. */
  long missedAfter(int questions, boolean forGoodReason) {
    return courses.stream()
        .filter(c -> c.forGoodReason() || !forGoodReason)
        .filter(c -> c.missesAfter(questions))
        .count();
  }

  /** The share of interviews whose verdict is stable after 0, 1, 2, … questions, in percent. */
  double[] stableBy(int most) {
    double[] share = new double[most + 1];
    int[] stable = courses.stream().mapToInt(Course::stableAfter).toArray();
    for (int k = 0; k <= most; k++) {
      int limit = k;
      share[k] = 100.0 * Arrays.stream(stable).filter(s -> s <= limit).count() / stable.length;
    }
    return share;
  }

  private Proportion share(Predicate<Course> holds) {
    return Proportion.of((int) courses.stream().filter(holds).count(), courses.size());
  }
}
