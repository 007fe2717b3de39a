package health.plumbline.reasoning;

import health.plumbline.knowledge.Urgency;
import java.util.List;

/**
 * Urgency and ranking without explanation.
 *
 * @param urgency how soon care is needed
 * @param differential all conditions, most probable first; empty if the person is out of scope
 */
public record QuickAssessment(Urgency urgency, List<RankedCondition> differential) {}
