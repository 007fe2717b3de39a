package health.plumbline.care;

import health.plumbline.care.Course.Curve;
import health.plumbline.care.Course.Point;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is published about how conditions go, and when to look back.
 *
 * <p>A curve is never drawn through values of different studies or outcomes: it takes the rows of
 * one outcome of one condition in {@code prognosis.csv}, as they stand.
 */
final class CourseContent {

  private static final double LONGEST_SHARE = 1;

  private final List<Rule> rules = new ArrayList<>();
  private final List<ReviewRule> reviews = new ArrayList<>();

  private record Rule(Course course, Set<String> conditions, @Nullable RedFlagExpression when) {}

  private record ReviewRule(
      Review review, Set<String> urgencies, @Nullable RedFlagExpression when) {}

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  CourseContent(CareContent content) {
    for (DataFile.Row row : DataFile.read("care/course.csv").rows()) {
      for (String condition : row.list("condition_ids")) {
        if (content.knowledge().condition(condition).isEmpty()) {
          throw row.fault("condition_ids", condition + " is not a condition");
        }
      }
      Curve curve = row.has("curve_outcome") ? curve(row) : null;
      rules.add(
          new Rule(
              new Course(
                  row.required("id"),
                  row.list("condition_ids"),
                  row.required("patient_text"),
                  row.text("slower_text"),
                  curve,
                  row.grade("grade"),
                  row.required("source_id")),
              Set.copyOf(row.list("condition_ids")),
              content.rows().expression(row, "when")));
    }
    for (DataFile.Row row : DataFile.read("care/reviews.csv").rows()) {
      reviews.add(
          new ReviewRule(
              new Review(
                  row.required("id"),
                  (int) row.number("weeks"),
                  row.required("patient_text"),
                  row.grade("grade"),
                  row.required("source_id")),
              Set.copyOf(row.list("urgencies")),
              content.rows().expression(row, "when")));
    }
  }

  private static Curve curve(DataFile.Row rule) {
    String outcome = rule.required("curve_outcome");
    String condition = rule.list("condition_ids").getFirst();
    List<Point> points = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("care/prognosis.csv").rows()) {
      if (row.text("condition_id").equals(condition) && row.text("outcome").equals(outcome)) {
        points.add(
            new Point(
                row.number("time_weeks"),
                row.number("proportion_or_value"),
                row.has("lo") ? Double.valueOf(row.number("lo")) : null,
                row.has("hi") ? Double.valueOf(row.number("hi")) : null));
      }
    }
    points.sort(Comparator.comparingDouble(Point::weeks));
    if (points.size() < 2 || new HashSet<>(points.stream().map(Point::weeks).toList()).size() < 2) {
      throw rule.fault("curve_outcome", "prognosis.csv has fewer than two points of it");
    }
    boolean share = points.stream().allMatch(point -> point.value() <= LONGEST_SHARE);
    return new Curve(outcome, share, points);
  }

  /** The course of each leading condition for which one is published, most probable first. */
  List<Course> courses(List<String> entered, Facts facts) {
    Set<Course> courses = new LinkedHashSet<>();
    for (String condition : entered) {
      for (Rule rule : rules) {
        if (rule.conditions().contains(condition) && facts.of(rule.when()) == Truth.TRUE) {
          Course course = rule.course();
          courses.add(
              new Course(
                  course.id(),
                  entered.stream().filter(rule.conditions()::contains).toList(),
                  course.text(),
                  course.slower(),
                  course.curve(),
                  course.grade(),
                  course.sourceId()));
        }
      }
    }
    return List.copyOf(courses);
  }

  /** When to look back. */
  List<Review> reviews(Urgency urgency, Facts facts) {
    return reviews.stream()
        .filter(rule -> rule.urgencies().contains(urgency.id()))
        .filter(rule -> facts.of(rule.when()) != Truth.FALSE)
        .map(ReviewRule::review)
        .toList();
  }
}
