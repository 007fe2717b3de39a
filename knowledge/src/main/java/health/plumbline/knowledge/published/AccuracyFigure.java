package health.plumbline.knowledge.published;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * How well a finding tells people with a condition from a comparison group.
 *
 * @param id stable id
 * @param conditionId condition or population
 * @param findingId canonical finding or construct
 * @param value the value that counts as positive, or a threshold such as {@code >=3}
 * @param valueDetail the study's own wording of the value, may be empty
 * @param publishedAs the id under which the finding was first filed if another, may be empty
 * @param sensitivity share positive among people with the condition, 0 to 1
 * @param specificity share negative among the comparison group, 0 to 1
 * @param likelihoodRatioPositive likelihood ratio of the positive result
 * @param likelihoodRatioNegative likelihood ratio of the negative result
 * @param counts the two-by-two table, null if not reported whole
 * @param n number of people, an upper bound, null if not reported
 * @param setting primary, osteopathy-physio, secondary, emergency or surgical
 * @param comparator who the people without the condition were
 * @param referenceStandard how the condition was established
 * @param studyType single, systematic-review, meta-analysis or rational-clinical-exam
 * @param quality the compiler's judgement, may be empty
 * @param provenance where it comes from
 */
public record AccuracyFigure(
    String id,
    String conditionId,
    String findingId,
    String value,
    String valueDetail,
    String publishedAs,
    @Nullable Estimate sensitivity,
    @Nullable Estimate specificity,
    @Nullable Estimate likelihoodRatioPositive,
    @Nullable Estimate likelihoodRatioNegative,
    @Nullable Counts counts,
    @Nullable Integer n,
    String setting,
    String comparator,
    String referenceStandard,
    String studyType,
    String quality,
    Provenance provenance)
    implements PublishedFigure {

  /**
   * A two-by-two table.
   *
   * @param truePositives with the condition, test positive
   * @param falsePositives without it, test positive
   * @param falseNegatives with it, test negative
   * @param trueNegatives without it, test negative
   */
  public record Counts(
      int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {}

  @Override
  public List<String> subjectIds() {
    return List.of(conditionId);
  }

  @Override
  public String population() {
    return comparator.isEmpty() ? setting : setting + ", against " + comparator;
  }

  @Override
  public String valueText() {
    StringJoiner text = new StringJoiner(", ");
    add(text, "sensitivity ", sensitivity);
    add(text, "specificity ", specificity);
    add(text, "LR+ ", likelihoodRatioPositive);
    add(text, "LR- ", likelihoodRatioNegative);
    return text.toString();
  }

  private static void add(StringJoiner text, String label, @Nullable Estimate estimate) {
    if (estimate != null) {
      text.add(label + estimate.text());
    }
  }
}
