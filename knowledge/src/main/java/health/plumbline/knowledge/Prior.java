package health.plumbline.knowledge;

import java.util.List;

/**
 * The share of presenting adults whose pain a condition causes, alone or with another.
 *
 * @param conditionId the condition
 * @param setting where they present
 * @param share proportion of presenters, all ages and both sexes
 * @param interval 90% plausible interval of the share
 * @param sexRatioFemaleToMale ratio of the share among women to the share among men
 * @param ageMultipliers multipliers for ages 16-29, 30-44, 45-59, 60-74, 75 and over
 * @param grade how well it is supported
 * @param basis published, adapted or elicited
 * @param sourceId source, may be empty
 */
public record Prior(
    String conditionId,
    Setting setting,
    double share,
    Interval interval,
    double sexRatioFemaleToMale,
    List<Double> ageMultipliers,
    Grade grade,
    String basis,
    String sourceId) {}
