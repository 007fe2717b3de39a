package health.plumbline.knowledge;

/**
 * How many times more often two conditions coexist among presenters than independence would say.
 *
 * @param conditionA one condition
 * @param conditionB the other
 * @param ratio observed over expected, positive
 * @param interval 90% plausible interval
 * @param grade how well it is supported
 * @param sourceId source, may be empty
 */
public record Pair(
    String conditionA,
    String conditionB,
    double ratio,
    Interval interval,
    Grade grade,
    String sourceId) {}
