package health.plumbline.knowledge;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How soon the person needs care, most urgent first; the ordinal is the order of urgency. */
public enum Urgency {
  EMERGENCY_NOW("emergency-now"),
  SAME_DAY("same-day"),
  URGENT_2_WEEKS("urgent-2-weeks"),
  ROUTINE("routine"),
  SELF_CARE("self-care");

  private final String id;

  Urgency(String id) {
    this.id = id;
  }

  /** The spelling in data, JSON and case files. */
  public String id() {
    return id;
  }

  /** Whether this level is at least as urgent as {@code other}. */
  public boolean atLeast(Urgency other) {
    return ordinal() <= other.ordinal();
  }

  /** The more urgent of the two. */
  public Urgency moreUrgent(Urgency other) {
    return atLeast(other) ? this : other;
  }

  /** All spellings, for messages. */
  public static String allowed() {
    return Arrays.stream(values()).map(Urgency::id).collect(Collectors.joining(", "));
  }

  /**
   * Reads a spelling.
   *
   * @throws InvalidInputException if it is not one of {@link #allowed()}
   */
  public static Urgency parse(String raw) {
    for (Urgency urgency : values()) {
      if (urgency.id.equals(raw)) {
        return urgency;
      }
    }
    throw new InvalidInputException("urgency", raw, allowed());
  }
}
