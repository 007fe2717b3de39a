package health.plumbline.reasoning;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what to ask next, and when to stop.
 *
 * <p>The short screen for emergencies always comes first, whatever is known. A rule that fires is
 * confirmed where a question can narrow it, and an answer that makes another safety question matter
 * is followed by it. If an emergency then stands, the interview stops at once: nothing else matters
 * now. After that questions go by expected information per cost, until none is worth its cost or
 * the person would tire. Stateless: what to ask follows from what is known and what was already
 * asked.
 */
public final class Interview {

  /** The part of the interview that a question belongs to. */
  public enum Stage {
    SCREEN,
    CONFIRM,
    FOLLOW_UP,
    ADAPTIVE
  }

  /** What to do next. */
  public sealed interface Step {

    /**
     * Ask this.
     *
     * @param finding what to ask or examine
     * @param stage the part of the interview
     * @param why why it is asked, in plain words; may be empty
     * @param bits expected information in bits; 0 outside the adaptive part
     */
    record Ask(Finding finding, Stage stage, String why, double bits) implements Step {}

    /** Stop; the reason in a word. */
    record Stop(Reason reason) implements Step {}

    /** Why an interview stops. */
    enum Reason {
      /** An emergency stands: act on it. */
      EMERGENCY,
      /** Nothing left to ask is worth its cost. */
      NOTHING_WORTH_ASKING,
      /** The longest reasonable interview is reached. */
      LONG_ENOUGH,
      /** The model does not cover this person. */
      OUT_OF_SCOPE
    }
  }

  private final KnowledgeBase knowledge;
  private final Assessor assessor;
  private final FollowUpQuestions followUps;
  private final double leastScore;
  private final int mostQuestions;

  /** An interview on a knowledge base. */
  public Interview(KnowledgeBase knowledge, Assessor assessor) {
    this.knowledge = knowledge;
    this.assessor = assessor;
    this.followUps = new FollowUpQuestions(knowledge, assessor.triage().derived());
    this.leastScore = knowledge.settings().get("stop-bits-per-cost");
    this.mostQuestions = (int) knowledge.settings().get("most-questions");
  }

  /** The assessor whose questions it asks. */
  Assessor assessor() {
    return assessor;
  }

  /**
   * The next step.
   *
   * @param known what is known so far
   * @param asked ids of the findings asked so far, also those answered "not sure"
   * @param setting where the person presents
   * @param roles what can be obtained here
   */
  public Step next(
      Presentation known, Set<String> asked, Setting setting, Set<Finding.Role> roles) {
    if (assessor.outOfScope(known)) {
      return new Step.Stop(Step.Reason.OUT_OF_SCOPE);
    }
    Triage.Result triage = assessor.triage().assess(known);
    for (String id : triage.confirmWith()) {
      if (!asked.contains(id) && assessor.applies(id, known)) {
        return ask(id, Stage.CONFIRM);
      }
    }
    if (triage.level() == Urgency.EMERGENCY_NOW) {
      return new Step.Stop(Step.Reason.EMERGENCY);
    }
    for (String id : assessor.triage().screen()) {
      if (!asked.contains(id) && known.value(id).isEmpty() && assessor.applies(id, known)) {
        return ask(id, Stage.SCREEN);
      }
    }
    Optional<String> followUp = followUps.next(known, asked);
    if (followUp.isPresent() && assessor.applies(followUp.get(), known)) {
      return ask(followUp.get(), Stage.FOLLOW_UP);
    }
    if (asked.size() >= mostQuestions) {
      return new Step.Stop(Step.Reason.LONG_ENOUGH);
    }
    for (NextQuestion question : assessor.next(known, setting, roles, asked, 1)) {
      if (question.score() >= leastScore) {
        return new Step.Ask(
            knowledge.vocabulary().require(question.findingId()),
            Stage.ADAPTIVE,
            question.why(),
            question.bits());
      }
    }
    return new Step.Stop(Step.Reason.NOTHING_WORTH_ASKING);
  }

  private Step ask(String id, Stage stage) {
    return new Step.Ask(knowledge.vocabulary().require(id), stage, "", 0);
  }
}
