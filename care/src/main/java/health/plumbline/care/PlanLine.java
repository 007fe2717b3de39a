package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan.
 *
 * @param id id of the leading data row
 * @param mergeKey what the line says, whatever condition it is for; occurs once in a plan
 * @param text the line for the person, cautions included
 * @param clinicalText the same for the clinician: the actions as the sources word them
 * @param direction for, to consider, or against
 * @param strength how strongly the leading source recommends
 * @param grade how well the leading row is supported
 * @param conditionIds the conditions that it is for, most probable first; empty for general advice
 * @param sourceIds sources, the leading one first; never empty
 * @param cautions what must be true or asked before, in words for the person; part of {@code text}
 * @param exercise the exercise, or null if the line is none
 */
public record PlanLine(
    String id,
    String mergeKey,
    String text,
    String clinicalText,
    Direction direction,
    Strength strength,
    Grade grade,
    List<String> conditionIds,
    List<String> sourceIds,
    List<String> cautions,
    @Nullable ExerciseDetail exercise) {

  /** Copies the lists. */
  public PlanLine {
    conditionIds = List.copyOf(conditionIds);
    sourceIds = List.copyOf(sourceIds);
    cautions = List.copyOf(cautions);
  }
}
