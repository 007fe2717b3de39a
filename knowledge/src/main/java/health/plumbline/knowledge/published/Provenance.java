package health.plumbline.knowledge.published;

import health.plumbline.knowledge.Grade;

/**
 * Where a figure comes from and how far it may be used.
 *
 * @param sourceId id of its source
 * @param locator table, page or sentence where it stands, may be empty
 * @param verified how it was seen
 * @param grade A systematic review or meta-analysis, B primary study, C neither, or not seen
 * @param gradeReason why this grade, in a few words
 * @param usable whether it may enter the model as what its columns say; false for figures kept for
 *     the record only, such as a rate per registered person among prevalences
 * @param usableNote reservations: for which population only, with what it overlaps; may be empty
 * @param consistencyNote why figures of this row do not follow from each other, may be empty
 * @param note remarks of the compiler, may be empty
 */
public record Provenance(
    String sourceId,
    String locator,
    Verified verified,
    Grade grade,
    String gradeReason,
    boolean usable,
    String usableNote,
    String consistencyNote,
    String note) {}
