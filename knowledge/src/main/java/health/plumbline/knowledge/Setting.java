package health.plumbline.knowledge;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where the person presents. The prior is the share of presenters there, so every probability is
 * said together with its setting.
 */
public enum Setting {
  PRIMARY("primary", "general practice"),
  OSTEOPATHY_PHYSIO("osteopathy-physio", "osteopathy or physiotherapy practice"),
  SPINE_ORTHOPAEDIC_CLINIC("spine-orthopaedic-clinic", "spine or orthopaedic clinic"),
  EMERGENCY("emergency", "emergency department"),
  /**
   * For evaluation on collections of teaching cases only, never for a patient: cases are picked
   * because they are instructive, so shares enter with an exponent below one.
   */
  TEACHING("teaching", "collection of teaching cases");

  private final String id;
  private final String displayName;

  Setting(String id, String displayName) {
    this.id = id;
    this.displayName = displayName;
  }

  /** The spelling in data, on the command line and in JSON. */
  public String id() {
    return id;
  }

  /** The setting in words, for a sentence such as "among people seen in …". */
  public String displayName() {
    return displayName;
  }

  /** All spellings, for messages. */
  public static String allowed() {
    return Arrays.stream(values()).map(Setting::id).collect(Collectors.joining(", "));
  }

  /**
   * Reads a spelling.
   *
   * @throws InvalidInputException if it is not one of {@link #allowed()}
   */
  public static Setting parse(String raw) {
    for (Setting setting : values()) {
      if (setting.id.equals(raw)) {
        return setting;
      }
    }
    throw new InvalidInputException("setting", raw, allowed());
  }
}
