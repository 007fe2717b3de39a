package health.plumbline.knowledge.published;

/**
 * How many people with and without its condition a study of accuracy had. A sensitivity measured on
 * 13 people is not as certain as one on half of the 1,975 who took part.
 *
 * @param all number of people, both together
 * @param with number with the condition, at least 1
 * @param without number without it, at least 1
 */
public record GroupSizes(int all, int with, int without) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a group is empty or the two do not add up
   */
  public GroupSizes {
    if (with < 1 || without < 1 || with + without != all) {
      throw new IllegalArgumentException(
          with + " with and " + without + " without must be at least 1 and add up to " + all);
    }
  }
}
