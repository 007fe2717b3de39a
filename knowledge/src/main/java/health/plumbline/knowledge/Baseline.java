package health.plumbline.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * The leak of the noisy-OR: the probability of a value of a finding in an adult who presents with
 * back, buttock, hip, groin or leg pain whose cause does not produce the finding.
 *
 * @param findingId the finding
 * @param value {@code yes}, or a bin of {@link Bins}
 * @param p probability over all presenters, between 0 and 1, both exclusive
 * @param interval 90% plausible interval
 * @param femaleFactor multiplies {@code p} for women; two minus it multiplies {@code p} for men
 * @param underFortyFive factor for people under 45
 * @param fortyFiveToSixtyFour factor for people of 45 to 64
 * @param sixtyFiveAndOver factor for people of 65 and over
 * @param grade how well it is supported
 * @param basis published, adapted or elicited
 * @param sourceId source, may be empty
 */
public record Baseline(
    String findingId,
    String value,
    double p,
    Interval interval,
    double femaleFactor,
    double underFortyFive,
    double fortyFiveToSixtyFour,
    double sixtyFiveAndOver,
    Grade grade,
    String basis,
    String sourceId) {

  /** The largest probability that the factors may lead to. */
  private static final double CEILING = 0.97;

  /**
   * The probability for one person.
   *
   * @param band age band, or null if the age is unknown
   * @param sex sex, or null if unknown
   */
  public double p(@Nullable AgeBand band, @Nullable Sex sex) {
    double factor = 1;
    if (sex != null) {
      factor *= sex == Sex.FEMALE ? femaleFactor : 2 - femaleFactor;
    }
    if (band != null) {
      factor *=
          switch (band) {
            case UNDER_45 -> underFortyFive;
            case FROM_45_TO_64 -> fortyFiveToSixtyFour;
            case FROM_65 -> sixtyFiveAndOver;
          };
    }
    return Math.min(p * factor, Math.max(CEILING, p));
  }
}
