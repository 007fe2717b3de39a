package health.plumbline.care;

import health.plumbline.knowledge.Grade;

/**
 * A day to look back at how it went.
 *
 * @param id id of the row
 * @param weeks weeks after the plan was made
 * @param text what to do then, for the person
 * @param grade grade
 * @param sourceId source
 */
public record Review(String id, int weeks, String text, Grade grade, String sourceId) {}
