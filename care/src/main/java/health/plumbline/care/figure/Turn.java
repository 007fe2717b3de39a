package health.plumbline.care.figure;

/**
 * A rotation, as the directions of the three axes of what is turned.
 *
 * @param x where its forward axis points
 * @param y where its upward axis points
 * @param z where its rightward axis points
 */
record Turn(Vec x, Vec y, Vec z) {

  static final Turn NONE = new Turn(new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1));

  /** About the forward axis, in degrees. */
  static Turn aboutX(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return new Turn(new Vec(1, 0, 0), new Vec(0, c, s), new Vec(0, -s, c));
  }

  /** About the upward axis, in degrees. */
  static Turn aboutY(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return new Turn(new Vec(c, 0, -s), new Vec(0, 1, 0), new Vec(s, 0, c));
  }

  /** About the rightward axis, in degrees: a hanging limb swings forward. */
  static Turn aboutZ(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return new Turn(new Vec(c, s, 0), new Vec(-s, c, 0), new Vec(0, 0, 1));
  }

  Vec apply(Vec v) {
    return x.times(v.x()).plus(y.times(v.y())).plus(z.times(v.z()));
  }

  /** This rotation of what another has turned first. */
  Turn after(Turn first) {
    return new Turn(apply(first.x), apply(first.y), apply(first.z));
  }

  Turn inverse() {
    return new Turn(
        new Vec(x.x(), y.x(), z.x()), new Vec(x.y(), y.y(), z.y()), new Vec(x.z(), y.z(), z.z()));
  }

  /** Part of the way to another rotation: straight between the axes, made square again. */
  Turn towards(Turn other, double share) {
    return facing(y.towards(other.y, share).unit(), x.towards(other.x, share));
  }

  /** From a bone's upward axis and the direction that its front should face. */
  static Turn facing(Vec up, Vec front) {
    Vec forward = front.across(up);
    return new Turn(forward, up, forward.cross(up));
  }
}
