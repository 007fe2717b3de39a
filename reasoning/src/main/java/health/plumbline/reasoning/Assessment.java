package health.plumbline.reasoning;

import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import java.util.Arrays;
import java.util.List;

/**
 * The result of an assessment: a pure function of knowledge version, setting and presentation.
 *
 * @param knowledgeVersion version of the knowledge base
 * @param setting where the person presents; every probability is conditional on it
 * @param presentation what was known
 * @param urgency how soon care is needed, and why
 * @param mustNotMiss serious conditions above their action threshold or guarded against by a rule
 *     that fired, most probable first
 * @param differential all conditions, most probable first
 * @param combinations the ten most probable hypotheses
 * @param links how the leading conditions connect back and hip
 * @param next what to ask or examine next, best first
 */
public record Assessment(
    String knowledgeVersion,
    Setting setting,
    Presentation presentation,
    UrgencyVerdict urgency,
    List<MustNotMiss> mustNotMiss,
    List<Ranked> differential,
    List<Combination> combinations,
    List<BackHipLink.Link> links,
    List<NextQuestion> next) {

  /**
   * How soon care is needed.
   *
   * @param level the level
   * @param reasons why, most urgent first; never empty
   * @param confirmWith findings whose answer could narrow a rule that fired
   * @param settleFirst doubtful findings that hold the level up until they are answered; empty if
   *     none does
   * @param otherwise the level if each of {@code settleFirst} is answered no; {@code level} if
   *     there are none
   * @param unanswered questions of the emergency screen, in its order, to which no answer is known:
   *     the level is a floor, and no verdict, until they are answered; empty for an emergency that
   *     stands, which no answer can make more urgent, and without those of {@code settleFirst}
   */
  public record UrgencyVerdict(
      Urgency level,
      List<Reason> reasons,
      List<String> confirmWith,
      List<String> settleFirst,
      Urgency otherwise,
      List<String> unanswered) {

    /**
     * Whether the level would tell somebody that there is time before anybody asked for the signs
     * of an emergency: less urgent than the same day, with the screen not answered in full.
     */
    public boolean awaitsScreen() {
      return !unanswered.isEmpty() && !level.atLeast(Urgency.SAME_DAY);
    }
  }

  /**
   * One reason for the urgency.
   *
   * @param rule id of the red-flag rule, {@code probability:} and a condition id, {@code level:}
   *     and a level, or {@code unsettled:} and the id of a rule that a doubtful finding would fire
   * @param level the level that this reason alone calls for
   * @param text what to do, for the person
   * @param clinicianText the same for a clinician, may be empty
   * @param source ids of the sources as the rule has them, separated by semicolons
   * @param grade how well it is supported
   */
  public record Reason(
      String rule, Urgency level, String text, String clinicianText, String source, Grade grade) {

    /** The ids of the sources, each on its own; none where there is no source. */
    public List<String> sources() {
      return Arrays.stream(source.split(";")).filter(id -> !id.isEmpty()).toList();
    }
  }

  /**
   * A serious condition that must not be missed.
   *
   * @param condition id
   * @param probability marginal posterior
   * @param threshold its action threshold
   * @param settleBy unknown findings that would settle it, the quickest first
   */
  public record MustNotMiss(
      String condition, double probability, double threshold, List<String> settleBy) {}

  /**
   * One condition of the differential.
   *
   * @param condition id
   * @param name clinical name
   * @param probability marginal posterior: the probability that it is among the causes
   * @param interval 90% credible interval
   * @param grade grade of the larger part of the weight of evidence
   * @param estimateShare share of the weight of evidence that rests on estimates (grade C), 0 to 1
   * @param supports what speaks for it, strongest first
   * @param opposes what speaks against it, strongest first
   */
  public record Ranked(
      String condition,
      String name,
      double probability,
      Interval interval,
      Grade grade,
      double estimateShare,
      List<Weight> supports,
      List<Weight> opposes) {}

  /**
   * The weight of evidence of one finding.
   *
   * @param finding id
   * @param value its value; {@code not marked} for a region left out of the pain map
   * @param bits change of the log-odds of the condition, to base 2, when the finding is withdrawn;
   *     positive speaks for it
   */
  public record Weight(String finding, String value, double bits) {}

  /**
   * One hypothesis.
   *
   * @param conditions ids of the conditions that together are the cause
   * @param probability posterior
   */
  public record Combination(List<String> conditions, double probability) {}
}
