package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Urgency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a condition goes, and that its sentences say what the studies found. */
final class CourseTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final CareContent CONTENT = CareContent.load(KNOWLEDGE);
  private static final CourseContent COURSES = new CourseContent(CONTENT);

  private static Facts weeks(int weeks) {
    return new Facts(
        Presentation.builder(KNOWLEDGE.vocabulary())
            .finding("duration-weeks", Integer.toString(weeks))
            .build(),
        History.UNKNOWN,
        CONTENT,
        Set.of(),
        false);
  }

  /** "32 of 100", "7 in 10" and "from 52 out of 100 ... to 23" must stand in prognosis.csv. */
  @Test
  void everyShareInASentenceIsAPublishedOne() {
    Map<Pattern, Double> shares =
        Map.of(
            Pattern.compile("(\\d+) (?:of|out of|in) 100"),
            1.0,
            Pattern.compile("(\\d+) in 10\\b"),
            10.0);
    int found = 0;
    for (DataFile.Row row : DataFile.read("care/course.csv").rows()) {
      Set<Long> published = new HashSet<>();
      for (DataFile.Row figure : DataFile.read("care/prognosis.csv").rows()) {
        if (row.list("condition_ids").contains(figure.text("condition_id"))
            && figure.has("proportion_or_value")) {
          double value = figure.number("proportion_or_value");
          published.add(Math.round(value <= 1 ? 100 * value : value));
          published.add(10 * Math.round(value <= 1 ? 10 * value : value / 10));
        }
      }
      for (Map.Entry<Pattern, Double> share : shares.entrySet()) {
        Matcher matcher = share.getKey().matcher(row.required("patient_text"));
        while (matcher.find()) {
          found++;
          assertThat(published)
              .as(row.text("id") + ": " + matcher.group())
              .contains(Math.round(Double.parseDouble(matcher.group(1)) * share.getValue()));
        }
      }
    }
    assertThat(found).isGreaterThan(12);
  }

  @Test
  void newAndLastingBackPainHaveDifferentCourses() {
    List<Course> fresh = COURSES.courses(List.of("non-specific-low-back-pain"), weeks(2));
    assertThat(fresh).extracting(Course::id).containsExactly("back-new");
    Course.Curve curve = fresh.getFirst().curve();
    assertThat(curve).isNotNull();
    if (curve != null) {
      assertThat(curve.share()).isFalse();
      assertThat(curve.points())
          .extracting(Course.Point::weeks)
          .containsExactly(0.0, 6.0, 26.0, 52.0);
      assertThat(curve.points())
          .extracting(Course.Point::value)
          .containsExactly(52.0, 23.0, 12.0, 6.0);
    }
    assertThat(COURSES.courses(List.of("non-specific-low-back-pain"), weeks(30)))
        .extracting(Course::id)
        .containsExactly("back-lasting");
  }

  @Test
  void reviewsComeSoonerForNewPainAndForTheUrgent() {
    assertThat(COURSES.reviews(Urgency.ROUTINE, weeks(2)))
        .extracting(Review::weeks)
        .containsExactly(2, 6, 12);
    assertThat(COURSES.reviews(Urgency.ROUTINE, weeks(30)))
        .extracting(Review::weeks)
        .containsExactly(6, 12);
    assertThat(COURSES.reviews(Urgency.URGENT_2_WEEKS, weeks(2)))
        .extracting(Review::weeks)
        .containsExactly(1);
    assertThat(COURSES.reviews(Urgency.EMERGENCY_NOW, weeks(2))).isEmpty();
  }
}
