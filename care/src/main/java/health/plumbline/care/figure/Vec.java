package health.plumbline.care.figure;

/**
 * A point or direction in space, in hundredths of the stature.
 *
 * @param x forward for somebody who stands
 * @param y up
 * @param z to the right of somebody who stands
 */
record Vec(double x, double y, double z) {

  static final Vec ZERO = new Vec(0, 0, 0);
  static final Vec UP = new Vec(0, 1, 0);

  Vec plus(Vec o) {
    return new Vec(x + o.x, y + o.y, z + o.z);
  }

  Vec minus(Vec o) {
    return new Vec(x - o.x, y - o.y, z - o.z);
  }

  Vec times(double k) {
    return new Vec(x * k, y * k, z * k);
  }

  double dot(Vec o) {
    return x * o.x + y * o.y + z * o.z;
  }

  Vec cross(Vec o) {
    return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vec unit() {
    double length = length();
    return length < 1e-9 ? UP : times(1 / length);
  }

  /** The part of this that is at right angles to a unit direction, as a unit direction. */
  Vec across(Vec direction) {
    Vec rest = minus(direction.times(dot(direction)));
    if (rest.length() < 1e-6) {
      Vec other = Math.abs(direction.x()) < 0.9 ? new Vec(1, 0, 0) : new Vec(0, 0, 1);
      rest = other.minus(direction.times(other.dot(direction)));
    }
    return rest.unit();
  }

  Vec towards(Vec o, double share) {
    return plus(o.minus(this).times(share));
  }
}
