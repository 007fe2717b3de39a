package health.plumbline.reasoning;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Questions that bear on urgency but on little or no probability, so that no information would call
 * for them: each is asked once another answer makes it matter.
 */
final class FollowUpQuestions {

  private record FollowUp(String findingId, RedFlagExpression when) {}

  private final DerivedFindings derived;
  private final List<FollowUp> followUps = new ArrayList<>();

  FollowUpQuestions(KnowledgeBase knowledge, DerivedFindings derived) {
    this.derived = derived;
    Vocabulary vocabulary = knowledge.vocabulary();
    for (DataFile.Row row : DataFile.read("follow-up-questions.csv").rows()) {
      String id = row.required("finding_id");
      if (vocabulary.find(id).filter(finding -> !finding.question().isEmpty()).isEmpty()) {
        throw row.fault("finding_id", id + " is not a finding that can be asked");
      }
      followUps.add(new FollowUp(vocabulary.require(id).id(), expression(row, id, vocabulary)));
    }
  }

  private static RedFlagExpression expression(DataFile.Row row, String id, Vocabulary vocabulary) {
    RedFlagExpression when =
        row.parsed("when", row.required("when"), text -> RedFlagExpression.parse(id, text));
    for (String finding : when.findings()) {
      if (vocabulary.find(finding).isEmpty()) {
        throw row.fault("when", finding + " is not a finding");
      }
    }
    return when;
  }

  /** The next one that matters, is unknown and was not asked. */
  Optional<String> next(Presentation known, Set<String> asked) {
    for (FollowUp followUp : followUps) {
      if (!asked.contains(followUp.findingId())
          && known.value(followUp.findingId()).isEmpty()
          && followUp.when().evaluate(derived.truths(known), UnansweredNot.WAITS) == Truth.TRUE) {
        return Optional.of(followUp.findingId());
      }
    }
    return Optional.empty();
  }
}
