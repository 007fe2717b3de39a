package health.plumbline.knowledge;

import java.util.List;

/**
 * Findings that are correlated beyond the condition itself and therefore share a latent factor.
 *
 * @param id id of the group
 * @param name what they have in common
 * @param loading loading of the standard normal factor on the logit of each finding, positive
 * @param members ids of the findings; a finding is in at most one group
 * @param grade how well the loading is supported
 * @param reason why they are correlated
 */
public record LatentGroup(
    String id, String name, double loading, List<String> members, Grade grade, String reason) {}
