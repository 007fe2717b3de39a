package health.plumbline.care;

import health.plumbline.care.ergonomics.Lift;
import health.plumbline.care.ergonomics.Workplace;
import health.plumbline.care.outcome.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's own numbers.
 *
 * @param workplace stature, seat, desk, screen, hours of sitting and driving
 * @param lift a lift that the person does, or null
 * @param scores scores of questionnaires
 */
public record Daily(Workplace workplace, @Nullable Lift lift, List<Score> scores) {

  /** Nothing was measured. */
  public static final Daily UNKNOWN = new Daily(Workplace.UNKNOWN, null, List.of());

  /** Copies the list. */
  public Daily {
    scores = List.copyOf(scores);
  }
}
