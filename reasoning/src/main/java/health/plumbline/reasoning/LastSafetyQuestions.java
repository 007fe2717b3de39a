package health.plumbline.reasoning;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.NestedFinding;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The questions that could still find an emergency when no other is worth asking.
 *
 * <p>Implementation note. Information about causes values a question by how much it tells, and a
 * danger of one in a hundred tells little. So before an interview stops it looks at each unanswered
 * question whose yes would by the rules alone raise the level to same-day care or above, and asks
 * it while the probability that the person has a serious condition <em>and</em> says yes, the joint
 * posterior, is at least {@code least-emergency-probability}: the chance that this very question
 * finds somebody in danger. One pass over the hypotheses a question; the rules are tried only on
 * the few that pass. The latent factor of the finding's group is left out here, as only the order
 * of magnitude counts.
 */
final class LastSafetyQuestions {

  private record Candidate(String findingId, double probability) {}

  private final KnowledgeBase knowledge;
  private final Assessor assessor;
  private final boolean[] serious;
  private final double leastProbability;

  /**
   * @param serious for each hypothesis whether it holds a serious condition
   */
  LastSafetyQuestions(KnowledgeBase knowledge, Assessor assessor, boolean[] serious) {
    this.knowledge = knowledge;
    this.assessor = assessor;
    this.serious = serious;
    this.leastProbability = knowledge.settings().get("least-emergency-probability");
  }

  /** The most probable of them, empty if none is left. */
  Optional<String> next(
      Presentation known, Set<String> asked, Set<Finding.Role> roles, Belief belief) {
    Urgency level = assessor.triage().assess(known).level();
    if (level.atLeast(Urgency.SAME_DAY) || !roles.contains(Finding.Role.ASKED)) {
      return Optional.empty();
    }
    List<Candidate> candidates = new ArrayList<>();
    FloatRow endangered = endangered(belief);
    for (int v = 0; v < belief.network().variables().size(); v++) {
      Variable variable = belief.network().variable(v);
      Finding finding = knowledge.vocabulary().require(variable.id());
      if (variable.kind() == Variable.Kind.BINARY
          && finding.role() == Finding.Role.ASKED
          && !finding.question().isEmpty()
          && !asked.contains(finding.id())
          && known.value(finding.id()).isEmpty()
          && assessor.applies(finding.id(), known)
          && !isDenied(finding.id(), known)) {
        double probability = endangered.dot(belief.network().informationRows(v).probability(1));
        if (probability >= leastProbability) {
          candidates.add(new Candidate(finding.id(), probability));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
    return candidates.stream()
        .map(Candidate::findingId)
        .filter(
            id ->
                assessor
                    .triage()
                    .assess(
                        known.toBuilder(knowledge.vocabulary())
                            .finding(id, FindingValue.YES)
                            .build())
                    .level()
                    .atLeast(Urgency.SAME_DAY))
        .findFirst();
  }

  /** The posterior of the hypotheses that hold a serious condition, 0 for the others. */
  private FloatRow endangered(Belief belief) {
    double[] posterior = belief.posterior();
    FloatRow row = new FloatRow(posterior.length);
    for (int h = 0; h < posterior.length; h++) {
      if (serious[h]) {
        row.set(h, posterior[h]);
      }
    }
    return row;
  }

  /** Whether a wider finding, without which there is no such finding, is known to be absent. */
  private boolean isDenied(String findingId, Presentation known) {
    for (NestedFinding pair : knowledge.nestedFindings()) {
      if (pair.contained().equals(findingId)
          && known.value(pair.container()).filter(FindingValue.NO::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
