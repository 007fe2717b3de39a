package health.plumbline.knowledge.published;

/**
 * A finding of studies that Plumbline never asks for: a composite score, a laboratory variant of a
 * test, a rule.
 *
 * @param id stable id
 * @param name name
 * @param kind demographic, history, symptom, exam, imaging, lab or questionnaire
 * @param values its values as the studies spell them
 * @param meaning what a positive result points to, may be empty
 * @param procedure how it is done, may be empty
 * @param group correlated group, may be empty
 */
public record Construct(
    String id,
    String name,
    String kind,
    String values,
    String meaning,
    String procedure,
    String group) {}
