package health.plumbline.reasoning;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what to ask next, and when to stop.
 *
 * <p>The short screen for emergencies always comes first, whatever is known. A rule that fires is
 * confirmed where a question can narrow it, once everything that the confirming question speaks of
 * was asked; an answer that makes another safety question matter is followed by it. If an emergency
 * then stands, the interview stops at once: nothing else matters now. After that questions go by
 * expected information per cost, until none is worth its cost or the person would tire; then come
 * the few that could still find an emergency. A child or young person is asked the screen and
 * nothing else. Stateless: what to ask follows from what is known and what was already asked.
 */
public final class Interview {

  /** The part of the interview that a question belongs to. */
  public enum Stage {
    SCREEN,
    CONFIRM,
    FOLLOW_UP,
    ADAPTIVE,
    /** Nothing else is worth asking, but a yes could still find an emergency. */
    SAFETY
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
  private final ConfirmingQuestions confirming;
  private final double leastScore;
  private final int mostQuestions;

  /** An interview on a knowledge base. */
  public Interview(KnowledgeBase knowledge, Assessor assessor) {
    this.knowledge = knowledge;
    this.assessor = assessor;
    this.followUps = new FollowUpQuestions(knowledge, assessor.triage().derived());
    this.confirming = new ConfirmingQuestions(knowledge.vocabulary());
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
    return next(known, asked, setting, roles, List.of());
  }

  /**
   * The next step with a person whose opening words leave something in doubt, which is asked before
   * all else.
   *
   * @param doubtful ids of findings that were said to be possible
   */
  public Step next(
      Presentation known,
      Set<String> asked,
      Setting setting,
      Set<Finding.Role> roles,
      List<String> doubtful) {
    for (String id : doubtful) {
      if (!asked.contains(id)
          && assessor.applies(id, known)
          && !knowledge.vocabulary().require(id).question().isEmpty()) {
        return ask(id, Stage.SCREEN);
      }
    }
    Triage.Result triage = assessor.triage().assess(known);
    for (String id : triage.confirmWith()) {
      if (!asked.contains(id) && assessor.applies(id, known)) {
        for (String before : confirming.askBefore(id)) {
          if (open(before, known, asked)) {
            return ask(before, Stage.SCREEN);
          }
        }
        return ask(id, Stage.CONFIRM);
      }
    }
    if (triage.level() == Urgency.EMERGENCY_NOW) {
      return new Step.Stop(Step.Reason.EMERGENCY);
    }
    for (String id : assessor.triage().screen()) {
      if (open(id, known, asked)) {
        return ask(id, Stage.SCREEN);
      }
    }
    if (assessor.outOfScope(known)) {
      return new Step.Stop(Step.Reason.OUT_OF_SCOPE);
    }
    Optional<String> followUp = followUps.next(known, asked);
    if (followUp.isPresent() && assessor.applies(followUp.get(), known)) {
      return ask(followUp.get(), Stage.FOLLOW_UP);
    }
    boolean longEnough = asked.size() >= mostQuestions;
    if (!longEnough) {
      for (NextQuestion question : assessor.next(known, setting, roles, asked, 1)) {
        if (question.score() >= leastScore) {
          return new Step.Ask(
              knowledge.vocabulary().require(question.findingId()),
              Stage.ADAPTIVE,
              question.why(),
              question.bits());
        }
      }
    }
    Optional<String> safety = assessor.lastSafetyQuestion(known, setting, roles, asked);
    if (safety.isPresent()) {
      return ask(safety.get(), Stage.SAFETY);
    }
    return new Step.Stop(longEnough ? Step.Reason.LONG_ENOUGH : Step.Reason.NOTHING_WORTH_ASKING);
  }

  private boolean open(String id, Presentation known, Set<String> asked) {
    return !asked.contains(id) && known.value(id).isEmpty() && assessor.applies(id, known);
  }

  private Step ask(String id, Stage stage) {
    return new Step.Ask(knowledge.vocabulary().require(id), stage, "", 0);
  }
}
