package health.plumbline.reasoning;

/**
 * A condition with its probability in a differential.
 *
 * @param conditionId id of the condition
 * @param probability probability that it is among the causes, 0 to 1
 */
public record RankedCondition(String conditionId, double probability) {

  public RankedCondition {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          conditionId + ": " + probability + " is not a probability from 0 to 1");
    }
  }
}
