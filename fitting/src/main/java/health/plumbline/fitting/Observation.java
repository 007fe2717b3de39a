package health.plumbline.fitting;

import health.plumbline.knowledge.published.PublishedFigure;
import java.util.Optional;

/**
 * One published number as a constraint on the parameters.
 *
 * @param figure the figure that it belongs to
 * @param scale how it is compared
 * @param arm the people counted; for a ratio those with the condition
 * @param comparison for a ratio those without the condition
 * @param selection key of the selection factor that acts on these people, empty if none does
 * @param target the published number on its scale
 * @param standardError its standard error on that scale, which says how closely these people must
 *     be reproduced
 * @param spread how far the same number may lie from it among other people, no less than the
 *     standard error: the intervals of what is fitted follow from it
 */
record Observation(
    PublishedFigure figure,
    Scale scale,
    Arm arm,
    Optional<Arm> comparison,
    Optional<String> selection,
    double target,
    double standardError,
    double spread) {

  /** How a number is compared. */
  enum Scale {
    /** A probability of the sign, as log-odds. */
    LOGIT,
    /** A likelihood ratio of the sign, as logarithm. */
    LOG_RATIO_PRESENT,
    /** A likelihood ratio of its absence, as logarithm. */
    LOG_RATIO_ABSENT
  }
}
