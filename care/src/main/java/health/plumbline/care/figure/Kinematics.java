package health.plumbline.care.figure;

import java.util.Map;
import java.util.function.Predicate;

/**
 * From joint angles to a body in the room (forward kinematics), and for hands and feet that are
 * held in place from the place to the angles (inverse kinematics).
 *
 * <p>Rotations of a joint follow the clinical order: flexion first, then abduction, then rotation
 * about the bone, so that abduction of a thigh lifted to the right angle is the horizontal
 * abduction of the examiner. Hip and knee, or shoulder and elbow, are two rods and a hinge: the law
 * of cosines gives the hinge, the direction in which it points the rest. That closed form cannot
 * fail to converge and is exact, so a foot on the floor does not slide.
 */
final class Kinematics {

  private static final double PALM = 0.45;
  private static final double PALM_THICKNESS = 1.3;
  private static final double HEEL = -0.28;

  private final Skeleton skeleton;

  Kinematics(Skeleton skeleton) {
    this.skeleton = skeleton;
  }

  /**
   * A solved posture.
   *
   * @param body the body in the room
   * @param angles its angles, those of held limbs included
   * @param miss how far a held hand or foot stays from its place because it is out of reach
   */
  record Solution(Body body, Angles angles, double miss) {}

  Solution solve(Pose pose) {
    Angles angles = pose.angles().copy();
    Body body = new Body(skeleton);
    trunk(body, pose.placement().turn(), angles);
    for (Side side : Side.values()) {
      arm(body, side, angles);
      leg(body, side, angles);
    }
    place(body, pose.placement());
    double miss = 0;
    for (Map.Entry<Side, Contact> foot : pose.feet().entrySet()) {
      miss = Math.max(miss, holdFoot(body, foot.getKey(), foot.getValue(), angles));
    }
    for (Map.Entry<Side, Contact> hand : pose.hands().entrySet()) {
      miss = Math.max(miss, holdHand(body, hand.getKey(), hand.getValue(), angles));
    }
    return new Solution(body, angles, miss);
  }

  private static Bone bone(Side side, String kind) {
    Bone bone = Bone.of(side, kind);
    if (bone == null) {
      throw new IllegalArgumentException("there is no bone " + kind);
    }
    return bone;
  }

  private void trunk(Body body, Turn root, Angles angles) {
    body.set(Bone.PELVIS, Vec.ZERO, root);
    spine(body, angles, Bone.LUMBAR_LOWER, Bone.LUMBAR_UPPER, Movement.LUMBAR_FLEXION);
    spine(body, angles, Bone.THORAX_LOWER, Bone.THORAX_UPPER, Movement.THORAX_FLEXION);
    spine(body, angles, Bone.NECK, Bone.HEAD, Movement.NECK_FLEXION);
  }

  /** Two bones share flexion, side bend and rotation of their part of the spine. */
  private static void spine(Body body, Angles angles, Bone lower, Bone upper, Movement flexion) {
    Movement[] all = Movement.values();
    double bend = angles.get(null, flexion) / 2;
    double side = angles.get(null, all[flexion.ordinal() + 1]) / 2;
    double turn = angles.get(null, all[flexion.ordinal() + 2]) / 2;
    Turn half = Turn.aboutZ(-bend).after(Turn.aboutX(side)).after(Turn.aboutY(-turn));
    for (Bone bone : new Bone[] {lower, upper}) {
      Bone parent = bone.parent();
      if (parent != null) {
        body.set(bone, body.end(parent), body.turn(parent).after(half));
      }
    }
  }

  private void arm(Body body, Side side, Angles angles) {
    Bone upper = bone(side, "upper-arm");
    Bone forearm = bone(side, "forearm");
    Turn turn =
        body.turn(Bone.THORAX_UPPER)
            .after(
                ball(
                    side,
                    angles.get(side, Movement.SHOULDER_FLEXION),
                    angles.get(side, Movement.SHOULDER_ABDUCTION),
                    angles.get(side, Movement.SHOULDER_ROTATION)));
    body.set(upper, shoulder(body, side), turn);
    body.set(
        forearm,
        body.end(upper),
        turn.after(Turn.aboutZ(angles.get(side, Movement.ELBOW_FLEXION))));
    hand(body, side, angles);
  }

  private static void hand(Body body, Side side, Angles angles) {
    Bone forearm = bone(side, "forearm");
    Turn turn =
        body.turn(forearm)
            .after(Turn.aboutY(side.sign() * angles.get(side, Movement.FOREARM_ROTATION)))
            .after(Turn.aboutX(side.sign() * angles.get(side, Movement.WRIST_FLEXION)));
    body.set(bone(side, "hand"), body.end(forearm), turn);
  }

  private void leg(Body body, Side side, Angles angles) {
    Bone thigh = bone(side, "thigh");
    Bone shank = bone(side, "shank");
    Turn turn =
        body.turn(Bone.PELVIS)
            .after(
                ball(
                    side,
                    angles.get(side, Movement.HIP_FLEXION),
                    angles.get(side, Movement.HIP_ABDUCTION),
                    angles.get(side, Movement.HIP_ROTATION)));
    body.set(thigh, hip(body, side), turn);
    body.set(
        shank, body.end(thigh), turn.after(Turn.aboutZ(-angles.get(side, Movement.KNEE_FLEXION))));
    Turn foot = body.turn(shank).after(Turn.aboutZ(angles.get(side, Movement.ANKLE_FLEXION)));
    foot(body, side, foot, foot);
  }

  private void foot(Body body, Side side, Turn foot, Turn toes) {
    Bone bone = bone(side, "foot");
    body.set(bone, body.end(bone(side, "shank")), foot);
    body.set(bone(side, "toes"), body.point(bone, 1, -skeleton.ankleHeight(), 0), toes);
  }

  private Vec shoulder(Body body, Side side) {
    return body.point(Bone.THORAX_UPPER, 1, 0, side.sign() * skeleton.halfWidth("shoulders"));
  }

  private Vec hip(Body body, Side side) {
    return body.point(Bone.PELVIS, 0, 0, side.sign() * skeleton.halfWidth("hips"));
  }

  /** A ball joint; abduction is outward and rotation is outward. */
  private static Turn ball(Side side, double flexion, double abduction, double rotation) {
    return Turn.aboutZ(flexion)
        .after(Turn.aboutX(-side.sign() * abduction))
        .after(Turn.aboutY(-side.sign() * rotation));
  }

  private static void place(Body body, Placement placement) {
    Vec point = Points.of(body, placement.point());
    Vec by = placement.at().minus(point);
    if (!placement.rest().isEmpty()) {
      Predicate<Bone> resting = bone -> placement.rest().contains(bone.kind());
      by = new Vec(by.x(), placement.at().y() - body.skeleton().lowest(body, resting), by.z());
    }
    body.move(by);
  }

  private double holdFoot(Body body, Side side, Contact contact, Angles angles) {
    Bone thigh = bone(side, "thigh");
    Bone shank = bone(side, "shank");
    Bone foot = bone(side, "foot");
    Vec target = target(body, side, contact);
    Turn laid = null;
    Turn level = Turn.aboutY(-side.sign() * contact.turn());
    if (contact.hold() == Contact.Hold.WALL) {
      laid = level.after(Turn.aboutZ(90));
      target = target.plus(new Vec(-skeleton.ankleHeight(), 0, 0));
    } else if (contact.hold() == Contact.Hold.FLAT) {
      laid = level.after(Turn.aboutZ(-contact.pitch()));
      // A raised heel turns the foot over its ball, raised toes over the heel.
      double run = (contact.pitch() >= 0 ? 1 : HEEL) * skeleton.length(foot);
      Vec pivot = target.plus(level.apply(new Vec(run, 0, 0)));
      target = pivot.minus(laid.apply(new Vec(run, -skeleton.ankleHeight(), 0)));
    }
    Vec front = contact.bend() == null ? body.turn(Bone.PELVIS).x() : contact.bend();
    double miss = reach(body, thigh, shank, skeleton.length(shank), target, front, 1);
    Turn turn =
        laid == null
            ? body.turn(shank).after(Turn.aboutZ(angles.get(side, Movement.ANKLE_FLEXION)))
            : laid;
    foot(body, side, turn, laid != null && contact.pitch() > 0 ? level : turn);
    readBall(body, Bone.PELVIS, thigh, side, angles, Movement.HIP_FLEXION);
    angles.set(side, Movement.KNEE_FLEXION, hinge(body.turn(thigh), body.turn(shank), -1));
    angles.set(side, Movement.ANKLE_FLEXION, hinge(body.turn(shank), turn, 1));
    return miss;
  }

  private double holdHand(Body body, Side side, Contact contact, Angles angles) {
    Bone upper = bone(side, "upper-arm");
    Bone forearm = bone(side, "forearm");
    Bone hand = bone(side, "hand");
    Vec target = target(body, side, contact);
    double lower = skeleton.length(forearm);
    Turn laid = null;
    if (contact.hold() == Contact.Hold.FREE) {
      lower += PALM * skeleton.length(hand);
    } else {
      boolean wall = contact.hold() == Contact.Hold.WALL;
      Vec palm = wall ? new Vec(1, 0, 0) : new Vec(0, -1, 0);
      Vec fingers =
          wall ? Vec.UP : Turn.aboutY(-side.sign() * contact.turn()).apply(new Vec(1, 0, 0));
      Vec up = fingers.times(-1);
      Vec right = palm.times(-side.sign());
      laid = new Turn(up.cross(right), up, right);
      target =
          target
              .minus(palm.times(PALM_THICKNESS))
              .minus(fingers.times(PALM * skeleton.length(hand)));
    }
    Vec elbow =
        contact.bend() == null
            ? body.turn(Bone.THORAX_UPPER).apply(new Vec(-1, -0.3, 0.35 * side.sign()))
            : contact.bend();
    double miss = reach(body, upper, forearm, lower, target, elbow, -1);
    body.set(hand, body.end(forearm), Turn.NONE);
    if (laid == null) {
      hand(body, side, angles);
    } else {
      body.set(hand, body.end(forearm), laid);
    }
    readBall(body, Bone.THORAX_UPPER, upper, side, angles, Movement.SHOULDER_FLEXION);
    angles.set(side, Movement.ELBOW_FLEXION, hinge(body.turn(upper), body.turn(forearm), 1));
    return miss;
  }

  private static Vec target(Body body, Side side, Contact contact) {
    Vec at = contact.at();
    Bone bone = contact.bone();
    return bone == null
        ? new Vec(at.x(), at.y(), at.z() * side.sign())
        : body.point(bone, at.x(), at.y(), at.z());
  }

  /**
   * Turns two bones so that the end of the second comes to a target.
   *
   * @param lower length from the hinge to what is to reach the target
   * @param apex where the hinge should point
   * @param knee 1 if the hinge points to the front of the upper bone, -1 to its back
   * @return how far the target is out of reach
   */
  private double reach(
      Body body, Bone upper, Bone second, double lower, Vec target, Vec apex, int knee) {
    Vec root = body.origin(upper);
    double a = skeleton.length(upper);
    Vec way = target.minus(root);
    double distance = way.length();
    double reached = Math.clamp(distance, Math.abs(a - lower) + 1e-6, (a + lower) * 0.99995);
    double cosine = (a * a + reached * reached - lower * lower) / (2 * a * reached);
    double angle = Math.acos(Math.clamp(cosine, -1, 1));
    Vec straight = way.unit();
    Vec aside = apex.across(straight);
    Vec along = straight.times(Math.cos(angle)).plus(aside.times(Math.sin(angle)));
    Vec hinge = root.plus(along.times(a));
    Vec below = root.plus(straight.times(reached)).minus(hinge).unit();
    Vec front = aside.times(knee);
    Turn upperTurn = Turn.facing(along.times(-1), front);
    Vec rightward = upperTurn.z();
    Vec up = below.times(-1);
    body.set(upper, root, upperTurn);
    body.set(second, hinge, new Turn(up.cross(rightward), up, rightward));
    return Math.abs(distance - reached);
  }

  private static void readBall(
      Body body, Bone parent, Bone bone, Side side, Angles angles, Movement flexion) {
    Turn turn = body.turn(parent).inverse().after(body.turn(bone));
    Movement[] all = Movement.values();
    double abduction = Math.toDegrees(Math.asin(Math.clamp(turn.y().z(), -1, 1)));
    angles.set(side, flexion, Math.toDegrees(Math.atan2(-turn.y().x(), turn.y().y())));
    angles.set(side, all[flexion.ordinal() + 1], -side.sign() * abduction);
    angles.set(
        side,
        all[flexion.ordinal() + 2],
        -side.sign() * Math.toDegrees(Math.atan2(-turn.x().z(), turn.z().z())));
  }

  private static double hinge(Turn upper, Turn lower, int sign) {
    Vec x = upper.inverse().after(lower).x();
    return sign * Math.toDegrees(Math.atan2(x.y(), x.x()));
  }
}
