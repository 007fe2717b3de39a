package health.plumbline.knowledge;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is said of a level of urgency in general, from {@code urgency-advice.csv}; each rule carries
 * advice of its own besides.
 *
 * @param headline what to do, in a few words
 * @param advice what to do, where and how fast
 * @param clinicianAdvice the same for a clinician; may be empty
 * @param sourceId source
 * @param grade how well it is supported
 */
public record UrgencyAdvice(
    String headline, String advice, String clinicianAdvice, String sourceId, Grade grade) {

  /** The advice of a level. */
  public static UrgencyAdvice of(Urgency level) {
    UrgencyAdvice advice = Levels.ALL.get(level);
    if (advice == null) {
      throw new IllegalStateException("urgency-advice.csv has no row for " + level.id());
    }
    return advice;
  }

  /** Read when the first level is asked for. */
  private static final class Levels {

    private static final Map<Urgency, UrgencyAdvice> ALL = new EnumMap<>(Urgency.class);

    static {
      for (DataFile.Row row : DataFile.read("urgency-advice.csv").rows()) {
        ALL.put(
            row.oneOf("level", Urgency.values(), Urgency::id),
            new UrgencyAdvice(
                row.required("headline"),
                row.required("advice"),
                row.required("clinician_advice"),
                row.required("source_id"),
                row.grade("grade")));
      }
    }
  }
}
