package health.plumbline.knowledge;

/**
 * Two findings of which one contains the other, so that they must not count twice.
 *
 * @param container the wider finding
 * @param contained the narrower finding
 * @param reason in what way
 */
public record NestedFinding(String container, String contained, String reason) {}
