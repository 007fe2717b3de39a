package health.plumbline.cli;

import health.plumbline.contract.CaseFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.reasoning.Assessor;
import health.plumbline.reasoning.Interview;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An interview in which the coded findings of a case answer; it opens with age, sex and the places
 * that hurt, as every interview does.
 */
final class CaseInterview {

  private final KnowledgeBase knowledge;
  private final Interview interview;
  private final boolean unstatedIsNo;
  private final Set<Finding.Role> roles;

  /**
   * @param unstatedIsNo whether what the case does not state is answered no instead of not sure
   */
  CaseInterview(
      KnowledgeBase knowledge, Assessor assessor, boolean unstatedIsNo, Set<Finding.Role> roles) {
    this.knowledge = knowledge;
    this.interview = new Interview(knowledge, assessor);
    this.unstatedIsNo = unstatedIsNo;
    this.roles = roles;
  }

  /**
   * One question with its answer.
   *
   * @param answer the value, or {@code not sure}
   */
  record Turn(Interview.Step.Ask ask, String answer) {}

  /** The interview as it went. */
  record Course(Presentation known, List<Turn> turns, Interview.Step.Reason stopped) {}

  Course run(CaseFile it, Setting setting) {
    Presentation truth = it.coded();
    Presentation.Builder builder = Presentation.builder(knowledge.vocabulary());
    if (truth.age() != null) {
      builder.age(truth.age());
    }
    if (truth.sex() != null) {
      builder.sex(truth.sex());
    }
    addPainMap(builder, truth);
    List<Turn> turns = new ArrayList<>();
    Set<String> asked = new LinkedHashSet<>();
    while (true) {
      Presentation known = builder.build();
      switch (interview.next(known, asked, setting, roles)) {
        case Interview.Step.Stop(Interview.Step.Reason reason) -> {
          return new Course(known, turns, reason);
        }
        case Interview.Step.Ask ask -> {
          asked.add(ask.finding().id());
          Optional<FindingValue> answer = answer(ask.finding(), truth);
          answer.ifPresent(value -> set(builder, ask.finding(), value, truth));
          turns.add(new Turn(ask, answer.map(Object::toString).orElse("not sure")));
        }
      }
    }
  }

  /**
   * An interview opens with where it hurts: the places that the case states, vague ones as well.
   */
  private void addPainMap(Presentation.Builder builder, Presentation truth) {
    truth
        .findings()
        .forEach(
            (id, value) -> {
              Finding.Role role = knowledge.vocabulary().require(id).role();
              if ((role == Finding.Role.REGION || role == Finding.Role.COARSE_REGION)
                  && value.equals(FindingValue.YES)) {
                builder.finding(id, value);
              }
            });
    truth.painRegions().forEach(builder::painRegion);
  }

  private Optional<FindingValue> answer(Finding finding, Presentation truth) {
    Optional<FindingValue> stated = truth.value(finding.id());
    boolean yesNo = finding.values() instanceof Finding.Values.YesNo;
    return stated.isEmpty() && unstatedIsNo && yesNo ? Optional.of(FindingValue.NO) : stated;
  }

  private static void set(
      Presentation.Builder builder, Finding finding, FindingValue value, Presentation truth) {
    builder.finding(finding.id(), value);
    for (PainRegion region : truth.painRegions()) {
      if (region.findingId().equals(finding.id())) {
        builder.painRegion(region);
      }
    }
  }
}
