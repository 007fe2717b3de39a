package health.plumbline.knowledge;

import java.util.List;

/**
 * A condition that can cause back or hip pain.
 *
 * @param id stable public id, for example {@code hip-osteoarthritis}
 * @param name clinical name
 * @param layName name in plain words
 * @param group spine, nerve, sij, hip, muscle, serious, systemic or visceral
 * @param definition what it is, one or two sentences
 * @param mechanisms how it links back and hip: referred-pain, muscle-imbalance, joint-dysfunction
 * @param icd10 ICD-10 code, may be empty
 * @param icd11 ICD-11 code, may be empty
 * @param snomed SNOMED CT code, may be empty
 * @param sourceIds ids of sources
 */
public record Condition(
    String id,
    String name,
    String layName,
    String group,
    String definition,
    List<String> mechanisms,
    String icd10,
    String icd11,
    String snomed,
    List<String> sourceIds) {}
