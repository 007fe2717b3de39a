package health.plumbline.knowledge.published;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How common a condition is.
 *
 * @param id stable id
 * @param conditionId condition or population
 * @param setting where; {@code incidence-per-person-year}, {@code primary-consulting-per-year},
 *     {@code community-prevalence} and {@code community-asymptomatic-imaging} are no shares of
 *     people who present with pain
 * @param presentingWith with what they presented
 * @param sex all, female or male
 * @param ageLow youngest age in years, null if not limited
 * @param ageHigh oldest age in years, null if not limited
 * @param proportion share of people, or rate a person and year, 0 to 1, null if none was published
 * @param n number of people, an upper bound, null if not reported
 * @param provenance where it comes from
 */
public record PrevalenceFigure(
    String id,
    String conditionId,
    String setting,
    String presentingWith,
    String sex,
    @Nullable Integer ageLow,
    @Nullable Integer ageHigh,
    @Nullable Estimate proportion,
    @Nullable Integer n,
    Provenance provenance)
    implements PublishedFigure {

  @Override
  public List<String> subjectIds() {
    return List.of(conditionId);
  }

  @Override
  public String findingId() {
    return "";
  }

  @Override
  public String population() {
    StringBuilder text = new StringBuilder(setting).append(", ").append(presentingWith);
    if (!sex.equals("all")) {
      text.append(", ").append(sex);
    }
    if (ageLow != null && ageHigh != null) {
      text.append(", age ").append(ageLow).append(" to ").append(ageHigh);
    } else if (ageLow != null) {
      text.append(", age ").append(ageLow).append(" and over");
    } else if (ageHigh != null) {
      text.append(", age up to ").append(ageHigh);
    }
    return text.toString();
  }

  @Override
  public String valueText() {
    if (proportion == null) {
      return "";
    }
    return (setting.endsWith("-per-person-year") || setting.endsWith("-per-year")
            ? "rate a person and year "
            : "proportion ")
        + proportion.text();
  }
}
