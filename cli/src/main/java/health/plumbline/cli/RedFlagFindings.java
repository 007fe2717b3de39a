package health.plumbline.cli;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.RedFlagRules;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.DerivedFindings;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Findings of which an emergency, same-day or two-week rule makes use, other than places, age and
 * sex; where it uses a derived finding, what that is made of.
 */
final class RedFlagFindings {

  private RedFlagFindings() {}

  static Set<String> of(KnowledgeBase knowledge, DerivedFindings derived) {
    Set<String> ids = new LinkedHashSet<>();
    for (RedFlagRule rule : RedFlagRules.load(knowledge.vocabulary()).rules()) {
      if (rule.urgency().atLeast(Urgency.URGENT_2_WEEKS)) {
        Set<String> used = new HashSet<>(rule.when().findings());
        used.removeAll(rule.when().negatedFindings());
        for (String id : used) {
          if (derived.derives(id)) {
            derived.basis(id).forEach(part -> add(part, knowledge, ids));
          }
          add(id, knowledge, ids);
        }
      }
    }
    return ids;
  }

  private static void add(String id, KnowledgeBase knowledge, Set<String> ids) {
    Finding finding = knowledge.vocabulary().require(id);
    switch (finding.role()) {
      case REGION, COARSE_REGION, DEMOGRAPHIC, DERIVED -> {}
      case ASKED, EXAMINED, INVESTIGATED -> ids.add(finding.id());
    }
  }
}
