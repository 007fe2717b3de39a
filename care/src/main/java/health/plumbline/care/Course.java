package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one condition usually goes.
 *
 * @param id id of the row
 * @param conditionIds the leading conditions that it is for
 * @param text in words, for the person
 * @param slower what slows it, for the person; may be empty
 * @param curve measured points, or null where fewer than two were published
 * @param grade grade
 * @param sourceId source
 */
public record Course(
    String id,
    List<String> conditionIds,
    String text,
    String slower,
    @Nullable Curve curve,
    Grade grade,
    String sourceId) {

  /** Copies the list. */
  public Course {
    conditionIds = List.copyOf(conditionIds);
  }

  /**
   * A published course.
   *
   * @param outcome what was measured, as the source has it
   * @param share whether the values are shares of people, 0 to 1, rather than scores of 0 to 100
   * @param points points in order of time, at least two
   */
  public record Curve(String outcome, boolean share, List<Point> points) {

    /** Copies the list. */
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * One point of a course.
   *
   * @param weeks weeks from the beginning
   * @param value mean score or share of people
   * @param lo lower end of the 95% interval, or null if not reported
   * @param hi upper end of the 95% interval, or null if not reported
   */
  public record Point(double weeks, double value, @Nullable Double lo, @Nullable Double hi) {}
}
