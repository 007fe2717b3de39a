package health.plumbline.care.outcome;

import org.jspecify.annotations.Nullable;

/**
 * Scores of one instrument.
 *
 * @param instrumentId the instrument
 * @param before the first score, or null if there is only one
 * @param now the score now
 */
public record Score(String instrumentId, @Nullable Double before, double now) {}
