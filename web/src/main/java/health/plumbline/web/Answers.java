package health.plumbline.web;

import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that one person has told so far. It travels in the page that the person looks at, sealed, and
 * is kept nowhere else: so going back, reloading, two tabs and sending twice cannot get out of
 * step.
 *
 * @param age in years, or null if not yet asked
 * @param sex {@code female}, {@code male}, {@code unsaid}, or empty if not yet asked
 * @param text the person's own words, may be empty
 * @param removed findings read from the words that the person took back
 * @param marks places on the body chart
 * @param worst the worst place as forms spell it, empty if none was named
 * @param given finding id to answer: a value as the person gave it, or {@link #NOT_SURE}. Answers
 *     on pages that are not on the trail are remembered but do not count
 * @param trail keys of the pages answered, in order; going back takes the last one off
 * @param examined what a clinician found, by finding id
 * @param setting where the person presents; every probability is conditional on it
 * @param due key of the page that is to be answered now; it follows from all else and travels along
 *     so that it need not be worked out again when the answer comes. Empty before the first page
 */
record Answers(
    @Nullable Integer age,
    String sex,
    String text,
    Set<String> removed,
    Set<Mark> marks,
    String worst,
    Map<String, String> given,
    List<String> trail,
    Map<String, String> examined,
    Setting setting,
    String due) {

  /** The answer of somebody who does not know. */
  static final String NOT_SURE = "not-sure";

  /** For somebody who would rather not say their sex. */
  static final String UNSAID = "unsaid";

  /** Nothing told yet. */
  static final Answers NONE =
      new Answers(
          null, "", "", Set.of(), Set.of(), "", Map.of(), List.of(), Map.of(), Setting.PRIMARY, "");

  Answers {
    removed = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(removed));
    marks = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(marks));
    given = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(given));
    trail = List.copyOf(trail);
    examined = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(examined));
  }

  /** The sex, or null if it is not known. */
  @Nullable Sex knownSex() {
    return sex.isEmpty() || sex.equals(UNSAID) ? null : Sex.parse(sex);
  }

  /** Whether the page has been answered and not been gone back behind. */
  boolean has(String pageKey) {
    return trail.contains(pageKey);
  }

  Answers withAge(int years) {
    return new Answers(
        years, sex, text, removed, marks, worst, given, trail, examined, setting, due);
  }

  Answers withSex(String value) {
    return new Answers(
        age, value, text, removed, marks, worst, given, trail, examined, setting, due);
  }

  /** Other words; what was taken back of the old ones is forgotten. */
  Answers withText(String value) {
    return value.equals(text)
        ? this
        : new Answers(
            age, sex, value, Set.of(), marks, worst, given, trail, examined, setting, due);
  }

  Answers withRemoved(Set<String> value) {
    return new Answers(age, sex, text, value, marks, worst, given, trail, examined, setting, due);
  }

  Answers withMarks(Set<Mark> value, String worstPlace) {
    return new Answers(
        age, sex, text, removed, value, worstPlace, given, trail, examined, setting, due);
  }

  Answers withGiven(String findingId, String answer) {
    Map<String, String> more = new LinkedHashMap<>(given);
    more.put(findingId, answer);
    return new Answers(age, sex, text, removed, marks, worst, more, trail, examined, setting, due);
  }

  /**
   * With the page answered.
   *
   * @param askedNow whether it was the page to ask; else an earlier answer was changed, and the
   *     page keeps its place
   */
  Answers withPage(String pageKey, boolean askedNow) {
    if (trail.contains(pageKey) && !askedNow) {
      return this;
    }
    List<String> longer = new ArrayList<>(trail);
    longer.remove(pageKey);
    longer.add(pageKey);
    return new Answers(
        age, sex, text, removed, marks, worst, given, longer, examined, setting, due);
  }

  /** One page back; the answer stays remembered. */
  Answers back() {
    return trail.isEmpty()
        ? this
        : new Answers(
            age,
            sex,
            text,
            removed,
            marks,
            worst,
            given,
            trail.subList(0, trail.size() - 1),
            examined,
            setting,
            due);
  }

  Answers withoutPage(String pageKey) {
    List<String> shorter = new ArrayList<>(trail);
    shorter.remove(pageKey);
    return new Answers(
        age, sex, text, removed, marks, worst, given, shorter, examined, setting, due);
  }

  Answers withExamined(Map<String, String> value, Setting where) {
    return new Answers(age, sex, text, removed, marks, worst, given, trail, value, where, due);
  }

  Answers withDue(String pageKey) {
    return new Answers(
        age, sex, text, removed, marks, worst, given, trail, examined, setting, pageKey);
  }
}
