package health.plumbline.fitting.simulation;

import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.Interview;
import java.util.List;

/**
 * The course of one interview of a simulated patient.
 *
 * @param serious whether a serious condition is among the causes
 * @param everythingKnown the level had every question been answered
 * @param forGoodReason whether that level rests on a rule or probability of one of the true causes
 * @param moments the verdict before the first question and after each
 * @param stopped why it stopped
 * @param last the verdict at the end
 */
record Course(
    boolean serious,
    Urgency everythingKnown,
    boolean forGoodReason,
    List<Moment> moments,
    Interview.Step.Reason stopped,
    Verdict last) {

  /**
   * The verdict at one moment.
   *
   * @param pages pages of the self-check seen by then, which shows the emergency screen several
   *     questions to a page and every other question on its own
   * @param first number of the most probable condition
   * @param right whether it is among the causes
   * @param urgency the level
   */
  record Moment(int pages, int first, boolean right, Urgency urgency) {

    boolean sameVerdict(Moment other) {
      return first == other.first && urgency == other.urgency;
    }
  }

  /** Number of questions. */
  int questions() {
    return moments.size() - 1;
  }

  /** The verdict after so many questions, or at the end if there were fewer. */
  Moment after(int questions) {
    return moments.get(Math.min(questions, questions()));
  }

  /** The number of questions after which first condition and urgency change no more. */
  int stableAfter() {
    int k = questions();
    while (k > 0 && moments.get(k - 1).sameVerdict(moments.getLast())) {
      k--;
    }
    return k;
  }

  /** The number of pages of the self-check after which they change no more. */
  int pagesUntilStable() {
    return moments.get(stableAfter()).pages();
  }

  /** Whether a serious condition goes below same-day care only because not everything was asked. */
  boolean missesAfter(int questions) {
    return serious
        && everythingKnown.atLeast(Urgency.SAME_DAY)
        && !after(questions).urgency().atLeast(Urgency.SAME_DAY);
  }
}
