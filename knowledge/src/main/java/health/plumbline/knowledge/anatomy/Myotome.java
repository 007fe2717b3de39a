package health.plumbline.knowledge.anatomy;

import java.util.List;

/**
 * A movement by which a root is tested.
 *
 * @param root root, for example {@code L5}
 * @param movement movement
 * @param muscleIds muscles that do it
 * @param reflex reflex of the root, may be empty
 * @param sourceId source
 */
public record Myotome(
    String root, String movement, List<String> muscleIds, String reflex, String sourceId) {}
