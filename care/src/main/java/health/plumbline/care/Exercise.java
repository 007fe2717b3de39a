package health.plumbline.care;

import health.plumbline.knowledge.Grade;
import java.util.List;
import java.util.Set;

/**
 * A row of the exercises.
 *
 * @param detail words for the person
 * @param purpose mobility, stretch, strength, motor-control, neural-mobility or aerobic
 * @param family exercises of one family replace each other
 * @param stage early, middle or late in a programme
 * @param equipment words for what is needed, all of them
 * @param indicated ids of the conditions that it is for
 * @param clinicalText the steps and dose as the source words them
 * @param direction for or consider
 * @param strength strength
 * @param grade grade
 * @param sourceId source
 */
record Exercise(
    ExerciseDetail detail,
    String purpose,
    String family,
    String stage,
    List<String> equipment,
    Set<String> indicated,
    String clinicalText,
    Direction direction,
    Strength strength,
    Grade grade,
    String sourceId) {

  String id() {
    return detail.exerciseId();
  }
}
