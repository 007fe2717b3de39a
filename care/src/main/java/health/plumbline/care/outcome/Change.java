package health.plumbline.care.outcome;

import org.jspecify.annotations.Nullable;

/**
 * What the scores of one instrument say.
 *
 * @param instrumentId the instrument
 * @param name its name
 * @param light green for a clear improvement, amber for less than that, red for a clear worsening,
 *     first for a single score, unknown where no important change is established
 * @param before the first score, or null
 * @param now the score now
 * @param important the smallest change that matters here, in points, or null
 * @param text for the person
 * @param sourceId source
 */
public record Change(
    String instrumentId,
    String name,
    Light light,
    @Nullable Double before,
    double now,
    @Nullable Double important,
    String text,
    String sourceId) {

  /** The traffic light. */
  public enum Light {
    GREEN,
    AMBER,
    RED,
    FIRST,
    UNKNOWN
  }
}
