package health.plumbline.knowledge;

import java.util.List;

/**
 * The probability of a serious condition above which it must not be missed and urgency is raised.
 *
 * @param conditionId the serious condition
 * @param threshold probability, 0 to 1
 * @param urgency the level to which urgency is raised
 * @param settleBy findings that would settle it, the quickest first
 * @param grade how well the threshold is supported
 * @param sourceId source, may be empty
 * @param note where the figure comes from
 */
public record ActionThreshold(
    String conditionId,
    double threshold,
    Urgency urgency,
    List<String> settleBy,
    Grade grade,
    String sourceId,
    String note) {}
