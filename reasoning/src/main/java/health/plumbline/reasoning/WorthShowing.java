package health.plumbline.reasoning;

import health.plumbline.reasoning.Assessment.Combination;
import health.plumbline.reasoning.Assessment.Ranked;
import health.plumbline.reasoning.Assessment.Weight;
import java.util.List;

/**
 * What of an assessment is worth showing to a person, the same on every screen and sheet. What is
 * left out is too unlikely, or says too little, to be of use; a program gets all of it.
 */
public final class WorthShowing {

  private static final int CAUSES = 6;

  /** Posterior of a cause, unless it is the first. */
  private static final double LEAST_CAUSE = 0.03;

  private static final int COMBINATIONS = 2;

  /** Posterior of several conditions together. */
  private static final double LEAST_COMBINATION = 0.05;

  /** Bits for or against. */
  private static final double LEAST_WEIGHT = 0.3;

  private WorthShowing() {}

  /** The causes, most likely first; the first one always. */
  public static List<Ranked> causes(Assessment assessment) {
    List<Ranked> all = assessment.differential();
    return all.stream()
        .limit(CAUSES)
        .filter(cause -> cause.equals(all.getFirst()) || cause.probability() >= LEAST_CAUSE)
        .toList();
  }

  /** The conditions that may be at work together, most likely first. */
  public static List<Combination> combinations(Assessment assessment) {
    return assessment.combinations().stream()
        .filter(it -> it.conditions().size() > 1 && it.probability() >= LEAST_COMBINATION)
        .limit(COMBINATIONS)
        .toList();
  }

  /**
   * The weights of evidence that tell, weightiest first.
   *
   * @param weights for or against one cause, weightiest first
   * @param most how many there is room for
   */
  public static List<Weight> weights(List<Weight> weights, int most) {
    return weights.stream()
        .filter(weight -> Math.abs(weight.bits()) >= LEAST_WEIGHT)
        .limit(most)
        .toList();
  }
}
