package health.plumbline.care.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about the picture of one exercise.
 *
 * @param exerciseId the exercise
 * @param name its name for the person
 * @param view id of the view, such as side or front
 * @param camera the viewer
 * @param order parts from back to front, empty to sort by nearness
 * @param props furniture and equipment
 * @param muscles what is shaded
 * @param arrows arrows
 * @param start the starting position
 * @param end the end position
 * @param startWords the starting position in words
 * @param endWords the end position in words
 */
record Figure(
    String exerciseId,
    String name,
    String view,
    Camera camera,
    List<String> order,
    List<Prop> props,
    List<Shade> muscles,
    List<Arrow> arrows,
    Pose start,
    Pose end,
    String startWords,
    String endWords) {

  /**
   * A muscle.
   *
   * @param id id
   * @param name in plain words
   * @param part part of the body that it is drawn on
   * @param balls its shape
   */
  record Muscle(String id, String name, String part, List<Skeleton.Ball> balls) {}

  /**
   * A muscle on a side, null for the midline.
   *
   * @param muscle the muscle
   * @param side the side
   */
  record Shade(Muscle muscle, @Nullable Side side) {}

  /**
   * An arrow.
   *
   * @param kind path: the way of a point from start to end; push: straight; circle: round a point
   * @param point point of the body
   * @param offset shift on the screen, y upward
   * @param way for a push, where it leads from there; for a circle, its radius as x
   * @param both whether it has two heads
   */
  record Arrow(Kind kind, String point, Vec offset, Vec way, boolean both) {

    /** What an arrow shows. */
    enum Kind {
      PATH,
      PUSH,
      CIRCLE
    }
  }

  /**
   * A thing.
   *
   * @param kind what it is
   * @param words further words of the data, such as points of the body
   * @param numbers numbers of the data
   */
  record Prop(String kind, List<String> words, List<Double> numbers) {}
}
