package health.plumbline.care;

/**
 * An exercise, in words for the person.
 *
 * @param exerciseId id in the exercise data
 * @param name name
 * @param steps how it is done
 * @param dose how often and how long
 * @param harder next step when it has become easy
 * @param easier what to do when it is too hard
 * @param stop when to stop
 */
public record ExerciseDetail(
    String exerciseId,
    String name,
    String steps,
    String dose,
    String harder,
    String easier,
    String stop) {}
