package health.plumbline.care.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the movement of a figure: bodies on the way from its start to its end. */
final class Course {

  private static final int STEPS = 6;

  private final Kinematics kinematics;

  Course(Kinematics kinematics) {
    this.kinematics = kinematics;
  }

  /** The bodies, start and end included. */
  List<Body> of(Figure figure) {
    Kinematics.Solution start = kinematics.solve(figure.start());
    Kinematics.Solution end = kinematics.solve(figure.end());
    List<Body> course = new ArrayList<>();
    course.add(start.body());
    for (int i = 1; i < STEPS; i++) {
      double share = (double) i / STEPS;
      Pose pose = figure.start().towards(figure.end(), start.angles(), end.angles(), share);
      Body body = kinematics.solve(pose).body();
      for (Side side : Side.values()) {
        if (moves(side, figure.start().hands(), pose.hands(), figure.end().hands())) {
          follow(body, start.body(), end.body(), side, "forearm", Set.of("hand"), share);
        }
        if (moves(side, figure.start().feet(), pose.feet(), figure.end().feet())) {
          follow(body, start.body(), end.body(), side, "shank", Set.of("foot", "toes"), share);
        }
      }
      course.add(body);
    }
    course.add(end.body());
    return List.copyOf(course);
  }

  /** Whether a hand or foot is held at one end of the way only. */
  private static boolean moves(
      Side side, Map<Side, Contact> start, Map<Side, Contact> way, Map<Side, Contact> end) {
    return !way.containsKey(side) && (start.containsKey(side) || end.containsKey(side));
  }

  /**
   * A hand that leaves the floor is laid flat at first and follows the arm at last: its rotation
   * against the forearm goes from the one to the other.
   */
  private static void follow(
      Body body, Body start, Body end, Side side, String bearer, Set<String> kinds, double share) {
    Bone bears = Bone.of(side, bearer);
    if (bears == null) {
      return;
    }
    for (Bone bone : Bone.values()) {
      Bone parent = bone.parent();
      if (bone.side() == side && kinds.contains(bone.kind()) && parent != null) {
        Turn first = start.turn(bears).inverse().after(start.turn(bone));
        Turn last = end.turn(bears).inverse().after(end.turn(bone));
        Vec origin =
            bone.kind().equals("toes")
                ? body.point(parent, 1, -body.skeleton().ankleHeight(), 0)
                : body.end(parent);
        body.set(bone, origin, body.turn(bears).after(first.towards(last, share)));
      }
    }
  }
}
