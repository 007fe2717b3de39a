package health.plumbline.cli;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.narrative.Doubt;
import health.plumbline.narrative.Reading;
import health.plumbline.narrative.Understood;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one finding: a value, a doubt, or both.
 *
 * @param understood what the text was taken to state
 * @param doubt what was left in doubt
 */
record ReadFinding(@Nullable Understood understood, @Nullable Doubt doubt) {

  static final String IN_DOUBT = "in doubt";

  /** Two coarse ids for the same words. */
  private static final Map<String, String> SAME =
      Map.of("pain-back-any", "pain-back-place-unsaid", "pain-hip-any", "pain-hip-place-unsaid");

  /** How far a number may be off, as a share, and at least. */
  private static final double TOLERANCE = 0.05;

  private static final double LEAST_TOLERANCE = 0.1;

  /** The findings of a reading by id, one id for two of the same words, without age and sex. */
  static Map<String, ReadFinding> of(Reading reading) {
    Map<String, ReadFinding> read = new TreeMap<>();
    for (Doubt doubt : reading.doubts()) {
      read.putIfAbsent(same(doubt.findingId()), new ReadFinding(null, doubt));
    }
    for (Understood item : reading.understood()) {
      String id = same(item.findingId());
      ReadFinding known = read.get(id);
      read.put(id, new ReadFinding(item, known == null ? null : known.doubt()));
    }
    read.remove("age");
    read.remove("sex");
    return read;
  }

  /** The one id for both of two coarse ones for the same words; any other stays itself. */
  static String same(String id) {
    return SAME.getOrDefault(id, id);
  }

  /** The other id for the same words, or the same if there is none. */
  static String other(String id) {
    for (Map.Entry<String, String> both : SAME.entrySet()) {
      if (both.getValue().equals(id)) {
        return both.getKey();
      }
    }
    return id;
  }

  /** Whether two values are the same, numbers within a tolerance. */
  static boolean equal(FindingValue a, FindingValue b) {
    if (a instanceof FindingValue.Quantity(double x)
        && b instanceof FindingValue.Quantity(double y)) {
      return Math.abs(x - y) <= Math.max(LEAST_TOLERANCE, TOLERANCE * Math.abs(x));
    }
    return a.equals(b);
  }

  @Nullable FindingValue value() {
    return understood == null ? null : understood.value();
  }

  String spelled() {
    return understood != null ? understood.value().toString() : doubt != null ? IN_DOUBT : "-";
  }

  int start() {
    return understood != null ? understood.start() : doubt != null ? doubt.start() : 0;
  }

  int end() {
    return understood != null ? understood.end() : doubt != null ? doubt.end() : 0;
  }

  /** Whether it is what an annotation states. */
  boolean matches(GoldItem.Stated stated) {
    if (stated.doubt()) {
      return doubt != null;
    }
    FindingValue value = value();
    return value != null && equal(stated.value(), value);
  }

  /** Intersection over union with the occurrence of a quote in the text that lies best. */
  double overlap(String quote, String text) {
    double best = 0;
    for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      int end = at + quote.length();
      int shared = Math.min(end, end()) - Math.max(at, start());
      int union = Math.max(end, end()) - Math.min(at, start());
      best = Math.max(best, Math.max(0, shared) / (double) union);
    }
    return best;
  }
}
