package health.plumbline.web.view;

/**
 * One of the answers offered.
 *
 * @param value its spelling in the form
 * @param label its words
 * @param chosen whether it is the answer now
 */
public record Option(String value, String label, boolean chosen) {}
