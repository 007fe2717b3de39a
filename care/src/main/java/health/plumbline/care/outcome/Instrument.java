package health.plumbline.care.outcome;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire or scale.
 *
 * @param id id
 * @param name name
 * @param measures what it measures
 * @param least lowest score
 * @param most highest score
 * @param higherIsWorse whether a higher score means a worse state
 * @param importantChange smallest change that matters, in points, or null if none is established
 * @param importantShare the same as a share of the first score, or null
 * @param recovered score up to which people call themselves recovered, or null
 * @param conditionIds conditions that it is meant for; may be empty
 * @param groups groups of conditions that it is meant for; {@code any} for all
 * @param items its items, if its terms allow them to be stored and their text was at hand; else
 *     empty, and the instrument takes a score
 * @param reviewOnly whether it makes sense at a review only
 * @param flagFrom score from which something must be said, or null
 * @param flagText what must then be said
 * @param licence terms of use
 * @param sourceId source
 */
public record Instrument(
    String id,
    String name,
    String measures,
    double least,
    double most,
    boolean higherIsWorse,
    @Nullable Double importantChange,
    @Nullable Double importantShare,
    @Nullable Double recovered,
    Set<String> conditionIds,
    Set<String> groups,
    List<Item> items,
    boolean reviewOnly,
    @Nullable Double flagFrom,
    String flagText,
    String licence,
    String sourceId) {

  /** Copies the collections. */
  public Instrument {
    conditionIds = Set.copyOf(conditionIds);
    groups = Set.copyOf(groups);
    items = List.copyOf(items);
  }

  /**
   * A question with a scale.
   *
   * @param text the question
   * @param least lowest answer
   * @param most highest answer
   * @param leastLabel what the lowest answer means
   * @param mostLabel what the highest answer means
   */
  public record Item(String text, int least, int most, String leastLabel, String mostLabel) {}
}
