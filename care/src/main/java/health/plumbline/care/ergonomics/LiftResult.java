package health.plumbline.care.ergonomics;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the lifting equation says about a lift.
 *
 * @param multipliers each multiplier, 0 to 1, by its name, in the order of the equation
 * @param weightLimitKg recommended weight limit in kg, 0 if the lift is outside the method
 * @param liftingIndex load over limit, or null if the limit is 0
 * @param level acceptable, raised, high or impossible
 * @param changeFirst what to change, the worst first
 * @param sentences what to say to the person
 * @param sourceIds sources
 */
public record LiftResult(
    Map<String, Double> multipliers,
    double weightLimitKg,
    @Nullable Double liftingIndex,
    String level,
    List<String> changeFirst,
    List<String> sentences,
    List<String> sourceIds) {

  /** Copies the lists. */
  public LiftResult {
    changeFirst = List.copyOf(changeFirst);
    sentences = List.copyOf(sentences);
    sourceIds = List.copyOf(sourceIds);
  }
}
