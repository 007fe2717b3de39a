package health.plumbline.care;

/**
 * Something that the plan would hold for the leading conditions, but that is not safe for this
 * person.
 *
 * @param what what was left out, in plain words
 * @param why the reason in one sentence for the person
 * @param sourceId source of the contraindication
 */
public record LeftOut(String what, String why, String sourceId) {}
