package health.plumbline.care;

import health.plumbline.knowledge.InvalidInputException;

/**
 * A condition with its probability.
 *
 * @param conditionId id of the condition
 * @param probability probability that it contributes to the pain, 0 to 1; probabilities of several
 *     conditions may add up to more than 1, because conditions coexist
 */
public record WeightedCondition(String conditionId, double probability) {

  /**
   * @throws InvalidInputException if the probability lies outside 0 to 1
   */
  public WeightedCondition {
    if (!(probability >= 0 && probability <= 1)) {
      throw new InvalidInputException(
          "leading " + conditionId, Double.toString(probability), "a probability from 0 to 1");
    }
  }
}
