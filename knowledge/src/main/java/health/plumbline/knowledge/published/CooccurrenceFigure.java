package health.plumbline.knowledge.published;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two conditions go together.
 *
 * @param id stable id
 * @param conditionA condition or population
 * @param conditionB condition or population
 * @param measure what the value is, for example {@code proportion-of-a-with-b} or {@code
 *     odds-ratio}
 * @param value the figure in the unit of the measure, null where only a direction is known
 * @param population among whom
 * @param provenance where it comes from
 */
public record CooccurrenceFigure(
    String id,
    String conditionA,
    String conditionB,
    String measure,
    @Nullable Estimate value,
    String population,
    Provenance provenance)
    implements PublishedFigure {

  /** Whether the value is a proportion, 0 to 1. */
  boolean isProportion() {
    return measure.startsWith("proportion")
        || measure.startsWith("share")
        || measure.startsWith("P(");
  }

  @Override
  public List<String> subjectIds() {
    return List.of(conditionA, conditionB);
  }

  @Override
  public String findingId() {
    return "";
  }

  @Override
  public String valueText() {
    return value == null ? measure : measure + " " + value.text();
  }

  @Override
  public @Nullable Integer n() {
    return null;
  }
}
