package health.plumbline.knowledge.anatomy;

/**
 * The skin of one root.
 *
 * @param root root, for example {@code L5}
 * @param regionId region of the body chart
 * @param weight how well the published maps agree, 0 to 1: a judgement, not a probability
 * @param sourceId source
 */
public record Dermatome(String root, String regionId, double weight, String sourceId) {}
