package health.plumbline.knowledge;

import org.jspecify.annotations.Nullable;

/** The age bands of the baseline's factors. */
public enum AgeBand {
  UNDER_45,
  FROM_45_TO_64,
  FROM_65;

  /** The band of an age in years, or null if the age is unknown. */
  public static @Nullable AgeBand of(@Nullable Integer years) {
    if (years == null) {
      return null;
    }
    return years < 45 ? UNDER_45 : years < 65 ? FROM_45_TO_64 : FROM_65;
  }
}
