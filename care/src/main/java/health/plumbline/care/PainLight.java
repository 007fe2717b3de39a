package health.plumbline.care;

import health.plumbline.knowledge.Grade;

/**
 * One light of the traffic light by which pain steers a programme.
 *
 * @param id green, amber or red
 * @param painLeast pain during exercise from which it holds, 0 to 10
 * @param painMost pain up to which it holds, 0 to 10
 * @param when when it holds, for the person
 * @param then what to do then, for the person
 * @param grade grade
 * @param sourceId source
 */
public record PainLight(
    String id,
    int painLeast,
    int painMost,
    String when,
    String then,
    Grade grade,
    String sourceId) {}
