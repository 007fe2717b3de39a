package health.plumbline.knowledge;

/**
 * The probability of a value of a finding in an adult whose pain is caused by one condition alone,
 * at first contact, over that condition's own mix of ages and sexes.
 *
 * @param conditionId the condition
 * @param findingId the finding
 * @param value {@code yes}, or a bin of {@link Bins}
 * @param p probability, between 0 and 1, both exclusive
 * @param interval 90% plausible interval of {@code p}
 * @param grade how well it is supported
 * @param basis published, adapted (estimated from a published figure) or elicited
 * @param sourceId source of a published or adapted figure, may be empty
 */
public record Parameter(
    String conditionId,
    String findingId,
    String value,
    double p,
    Interval interval,
    Grade grade,
    String basis,
    String sourceId) {}
