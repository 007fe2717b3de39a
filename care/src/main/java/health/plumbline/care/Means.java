package health.plumbline.care;

import health.plumbline.knowledge.InvalidInputException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person can put into exercises.
 *
 * @param equipment ids of equipment that is there beyond what a home usually holds
 * @param without ids of usual equipment that is not there; {@code floor} for who cannot get down to
 *     the floor
 * @param minutes minutes a day, 5 to 180, or null if the person names none
 */
public record Means(Set<String> equipment, Set<String> without, @Nullable Integer minutes) {

  /** An ordinary home and no word about time. */
  public static final Means USUAL = new Means(Set.of(), Set.of(), null);

  private static final int LEAST = 5;
  private static final int MOST = 180;

  /**
   * @throws InvalidInputException if the minutes lie outside 5 to 180
   */
  public Means {
    equipment = Set.copyOf(equipment);
    without = Set.copyOf(without);
    if (minutes != null && (minutes < LEAST || minutes > MOST)) {
      throw new InvalidInputException(
          "minutes", minutes.toString(), "a whole number from " + LEAST + " to " + MOST);
    }
  }
}
