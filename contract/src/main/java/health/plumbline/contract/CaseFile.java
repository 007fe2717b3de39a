package health.plumbline.contract;

import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as it stands in a case file.
 *
 * @param id id of the case, may be empty
 * @param text free text, may be empty
 * @param coded what is coded: age, sex, findings and pain regions
 * @param hasCoded whether anything is coded
 * @param diagnosisIds true diagnoses, for evaluation; may be empty
 * @param diagnosisMatch single, any, all or none, for evaluation; empty if not stated
 * @param urgency true urgency, for evaluation, or null
 */
public record CaseFile(
    String id,
    String text,
    Presentation coded,
    boolean hasCoded,
    List<String> diagnosisIds,
    String diagnosisMatch,
    @Nullable Urgency urgency) {}
