package health.plumbline.care.figure;

import java.util.List;

/**
 * Where a posture lies in the room.
 *
 * @param base how the pelvis faces: standing, lying …
 * @param tilt lean of the pelvis forward, in degrees
 * @param roll lean of the pelvis to its right, in degrees
 * @param spin turn of the pelvis about its long axis to its left, in degrees
 * @param point name of the point that is kept in place
 * @param at where that point is
 * @param rest bones whose lowest point touches the height of {@code at}; empty if the point itself
 *     gives the height
 */
record Placement(
    Base base, double tilt, double roll, double spin, String point, Vec at, List<String> rest) {

  /** How the body lies before tilt, roll and spin. */
  enum Base {
    STAND,
    SUPINE,
    PRONE,
    SIDE_RIGHT,
    SIDE_LEFT;

    private Turn turn() {
      return switch (this) {
        case STAND -> Turn.NONE;
        case SUPINE -> Turn.aboutZ(90);
        case PRONE -> Turn.aboutZ(-90);
        case SIDE_RIGHT -> new Turn(new Vec(0, 0, 1), new Vec(-1, 0, 0), new Vec(0, -1, 0));
        case SIDE_LEFT -> new Turn(new Vec(0, 0, 1), new Vec(1, 0, 0), new Vec(0, 1, 0));
      };
    }
  }

  Turn turn() {
    return base.turn().after(Turn.aboutY(spin)).after(Turn.aboutZ(-tilt)).after(Turn.aboutX(roll));
  }

  Placement towards(Placement other, double share) {
    return new Placement(
        base,
        tilt + share * (other.tilt - tilt),
        roll + share * (other.roll - roll),
        spin + share * (other.spin - spin),
        point,
        at.towards(other.at, share),
        rest);
  }
}
