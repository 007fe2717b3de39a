package health.plumbline.care.ergonomics;

import health.plumbline.knowledge.Grade;
import org.jspecify.annotations.Nullable;

/**
 * One piece of advice about where a person sits, stands, drives or sleeps.
 *
 * @param id id of the row
 * @param verdict fine, too-low, too-high, or target where nothing was measured
 * @param target the amount aimed at, or null
 * @param given what was measured, or null
 * @param text for the person
 * @param grade grade
 * @param sourceId source
 */
public record WorkplaceLine(
    String id,
    String verdict,
    @Nullable Double target,
    @Nullable Double given,
    String text,
    Grade grade,
    String sourceId) {}
