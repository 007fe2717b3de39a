package health.plumbline.knowledge.anatomy;

/**
 * A stated connection of two structures. Connections have no direction: pain, load and nerve
 * signals pass both ways.
 *
 * @param fromId one structure
 * @param toId the other
 * @param how how they are connected, as the phrase between the two
 * @param stated file and line of the data that state it
 */
public record Relation(String fromId, String toId, String how, String stated) {}
