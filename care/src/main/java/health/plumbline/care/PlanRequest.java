package health.plumbline.care;

import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Urgency;
import java.util.List;
import java.util.Set;

/**
 * What a plan is made from.
 *
 * @param presentation what is known of the person
 * @param urgency how soon the person needs care; the plan never says less
 * @param leading conditions with their probabilities, most probable first
 * @param suspected ids of the serious conditions that must not be missed
 * @param history what has been answered about medicines and other illnesses
 * @param means equipment and time for exercises
 */
public record PlanRequest(
    Presentation presentation,
    Urgency urgency,
    List<WeightedCondition> leading,
    Set<String> suspected,
    History history,
    Means means) {

  /** A request in which nothing has been asked about medicines, for an ordinary home. */
  public PlanRequest(
      Presentation presentation,
      Urgency urgency,
      List<WeightedCondition> leading,
      Set<String> suspected) {
    this(presentation, urgency, leading, suspected, History.UNKNOWN, Means.USUAL);
  }

  /** Copies the collections. */
  public PlanRequest {
    leading = List.copyOf(leading);
    suspected = Set.copyOf(suspected);
  }
}
