package health.plumbline.care;

import health.plumbline.care.Consultation.Line;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the visit to a professional.
 *
 * <p>What a plan says about imaging comes from the recommendations for the leading conditions, also
 * those that found no room among the lines; only where there is none, the general answer stands.
 */
final class ConsultationBuilder {

  private static final String IMAGING = "imaging";

  private final CareContent content;
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(
      String kind, Set<String> urgencies, @Nullable RedFlagExpression when, Line line) {}

  /**
   * Reads the data file.
   *
   * @throws IllegalStateException naming file, line and column if it is malformed
   */
  ConsultationBuilder(CareContent content) {
    this.content = content;
    for (DataFile.Row row : DataFile.read("care/consult.csv").rows()) {
      String kind = row.required("kind");
      if (!Set.of("bring", "say", "expect", IMAGING).contains(kind)) {
        throw row.fault("kind", kind + " is none of bring, say, expect, imaging");
      }
      rules.add(
          new Rule(
              kind,
              Set.copyOf(row.list("urgencies")),
              content.rows().expression(row, "when"),
              new Line(
                  row.required("id"),
                  row.required("patient_text"),
                  row.text("clinical_text"),
                  Direction.FOR,
                  row.grade("grade"),
                  row.required("source_id"))));
    }
  }

  /**
   * The visit of one person.
   *
   * @param entered leading conditions, most probable first
   */
  Consultation build(List<String> entered, Urgency urgency, Facts facts) {
    List<Line> imaging = imaging(entered, urgency, facts);
    return new Consultation(
        lines("bring", urgency, facts),
        lines("say", urgency, facts),
        lines("expect", urgency, facts),
        imaging.isEmpty() ? lines(IMAGING, urgency, facts) : imaging);
  }

  private List<Line> lines(String kind, Urgency urgency, Facts facts) {
    return rules.stream()
        .filter(rule -> rule.kind().equals(kind) && rule.urgencies().contains(urgency.id()))
        .filter(rule -> facts.of(rule.when()) == Truth.TRUE)
        .map(Rule::line)
        .toList();
  }

  private List<Line> imaging(List<String> entered, Urgency urgency, Facts facts) {
    Map<String, Line> byKey = new LinkedHashMap<>();
    for (String condition : entered) {
      for (Advice advice : content.advice(condition)) {
        if (!advice.topic().equals(IMAGING)
            || !advice.forPerson()
            || facts.of(advice.when()) == Truth.FALSE
            || (urgency.atLeast(Urgency.URGENT_2_WEEKS) && advice.stage() != Stage.NOW)
            || (advice.speed() != null && !advice.speed().atLeast(urgency))) {
          continue;
        }
        byKey.putIfAbsent(
            advice.mergeKey(),
            new Line(
                advice.id(),
                advice.text(),
                advice.action(),
                advice.direction(),
                advice.grade(),
                advice.sourceId()));
      }
    }
    return List.copyOf(byKey.values());
  }
}
