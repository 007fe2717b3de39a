package health.plumbline.reasoning;

/**
 * A finding worth asking or examining next.
 *
 * @param findingId the finding
 * @param question the question in plain words; for a test its procedure
 * @param bits expected information about which conditions are the cause, in bits
 * @param urgencyBits expected information about whether a serious condition is among them, in bits
 * @param score information per cost, by which questions are ranked
 * @param why in plain words what the answer would tell apart
 */
public record NextQuestion(
    String findingId, String question, double bits, double urgencyBits, double score, String why) {}
