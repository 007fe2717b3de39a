package health.plumbline.knowledge.published;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a finding is seen among people with a condition.
 *
 * @param id stable id
 * @param conditionId condition or population
 * @param findingId canonical finding or construct
 * @param value the value counted, or a threshold
 * @param valueDetail the study's own wording of the value, may be empty
 * @param publishedAs the id under which the finding was first filed if another, may be empty
 * @param proportion share of people, 0 to 1, null if none was published
 * @param n number of people, an upper bound, null if not reported
 * @param population among whom
 * @param provenance where it comes from
 */
public record FrequencyFigure(
    String id,
    String conditionId,
    String findingId,
    String value,
    String valueDetail,
    String publishedAs,
    @Nullable Estimate proportion,
    @Nullable Integer n,
    String population,
    Provenance provenance)
    implements PublishedFigure {

  @Override
  public List<String> subjectIds() {
    return List.of(conditionId);
  }

  @Override
  public String valueText() {
    return proportion == null ? "" : "proportion " + proportion.text();
  }
}
