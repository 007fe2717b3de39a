package health.plumbline.knowledge.published;

import java.util.List;

/**
 * What share of a study's people had a condition, where the study itself says so. Figures about all
 * of its people are then compared with a mixture in these shares instead of those of the setting.
 *
 * @param figureId the published prevalence
 * @param members conditions of the model of which those counted have at least one
 * @param share their share of the people, 0 to 1, both excluded
 */
public record Composition(String figureId, List<String> members, double share) {

  /**
   * Checks the share.
   *
   * @throws IllegalArgumentException if the share is not between 0 and 1
   */
  public Composition {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share " + share + " must lie between 0 and 1");
    }
  }
}
