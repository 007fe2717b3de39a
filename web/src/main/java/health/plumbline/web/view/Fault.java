package health.plumbline.web.view;

/**
 * What has to be put right before the way goes on.
 *
 * @param anchor id of the element to go to
 * @param text what to do
 */
public record Fault(String anchor, String text) {}
