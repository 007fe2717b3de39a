package health.plumbline.care;

/**
 * A question that must be answered before a treatment is advised.
 *
 * @param id id of the finding or of the row in {@code medicine-questions.csv}
 * @param question the question in plain words
 * @param why why it is asked, in one sentence; empty for a finding
 * @param sourceId source; empty for a finding
 */
public record MedicineQuestion(String id, String question, String why, String sourceId) {}
