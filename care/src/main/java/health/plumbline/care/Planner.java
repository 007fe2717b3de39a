package health.plumbline.care;

import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.List;
import java.util.Set;

/**
 * Makes plans: what a person can do in the five categories and what to watch for. A pure function
 * of content and request: the same request gives the same plan. Immutable and safe for concurrent
 * use; how one plan comes about is in {@link PlanMaking}.
 */
public final class Planner {

  private final CareContent content;

  private final ProgrammeContent programmes;

  private Planner(CareContent content) {
    this.content = content;
    this.programmes = new ProgrammeContent(content);
  }

  /**
   * Reads and checks the content of plans.
   *
   * @throws IllegalStateException naming file, line and column if a data file is malformed
   */
  public static Planner load(KnowledgeBase knowledge) {
    return new Planner(CareContent.load(knowledge));
  }

  /**
   * Makes a plan.
   *
   * @throws InvalidInputException if the request names an unknown condition
   */
  public Plan plan(PlanRequest request) {
    return work(request, false).plan();
  }

  /** Makes a plan and keeps what else was found out on the way. */
  Worked work(PlanRequest request, boolean traced) {
    return new PlanMaking(content, programmes, request, traced).work();
  }

  CareContent content() {
    return content;
  }

  ProgrammeContent programmes() {
    return programmes;
  }

  /**
   * A plan with what its making found out.
   *
   * @param plan the plan
   * @param facts what is known of the person
   * @param safety the check of contraindications
   * @param exercises the chosen exercises; empty while the person is to be seen today
   * @param exerciseOrder the conditions for which exercise is in place, most probable first
   * @param entered the conditions that the plan is for, most probable first
   * @param wanted keys of the treatments that the content would use for this person
   * @param trace what became of every row; empty if not asked for
   */
  record Worked(
      Plan plan,
      Facts facts,
      SafetyCheck safety,
      List<ExerciseChooser.Chosen> exercises,
      List<String> exerciseOrder,
      List<String> entered,
      Set<String> wanted,
      List<TraceEntry> trace) {}
}
