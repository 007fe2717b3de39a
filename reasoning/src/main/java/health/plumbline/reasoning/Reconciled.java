package health.plumbline.reasoning;

import health.plumbline.knowledge.published.PublishedFigure;
import java.util.List;

/**
 * A published figure and what the model implies for it.
 *
 * @param figure the published figure
 * @param comparisons its numbers beside the model's, empty if it was left out
 * @param leftOut why the model says nothing of it, empty if it does
 */
public record Reconciled(PublishedFigure figure, List<Comparison> comparisons, String leftOut) {

  /** Whether every number of the figure lies within its interval. */
  public boolean reproduced() {
    return !comparisons.isEmpty() && comparisons.stream().allMatch(Comparison::inside);
  }

  /** Whether the figure is compared at all. */
  public boolean compared() {
    return !comparisons.isEmpty();
  }
}
