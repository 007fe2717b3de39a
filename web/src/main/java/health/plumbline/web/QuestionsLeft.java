package health.plumbline.web;

import health.plumbline.knowledge.ModelSettings;

/**
 * About how many questions an interview still has to ask.
 *
 * <p>Nobody can know: it depends on the answers. But the information of the best question shrinks
 * from one to the next by about the same share, down to where it is not worth its cost. So the
 * number left goes with the logarithm of what the question at hand tells, over the least that is
 * worth asking, within the most that an interview may ask.
 */
final class QuestionsLeft {

  /**
   * Questions for each factor of e; a guess that only moves a line on the page, no clinical number.
   */
  private static final double PER_FACTOR = 9;

  private final double least;
  private final int most;

  QuestionsLeft(ModelSettings settings) {
    this.least = settings.get("stop-bits-per-cost");
    this.most = (int) settings.get("most-questions");
  }

  /**
   * A likely number, the question at hand among them; at least 1.
   *
   * @param bits what the question at hand tells
   * @param asked how many were asked before it
   */
  int likely(double bits, int asked) {
    long guess = Math.round(1 + PER_FACTOR * Math.max(0, Math.log(bits / least)));
    return Math.clamp(guess, 1, Math.max(1, most - asked));
  }
}
