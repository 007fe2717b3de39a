package health.plumbline.care.figure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The angles of all joints in degrees; mutable while a pose is built. */
final class Angles {

  private static final int COUNT = Movement.values().length;

  private final double[] values;

  Angles() {
    this.values = new double[2 * COUNT];
  }

  private Angles(double[] values) {
    this.values = values;
  }

  Angles copy() {
    return new Angles(Arrays.copyOf(values, values.length));
  }

  /** The angle; the side is null for the trunk. */
  double get(@Nullable Side side, Movement movement) {
    return values[index(side, movement)];
  }

  void set(@Nullable Side side, Movement movement, double degrees) {
    values[index(side, movement)] = degrees;
  }

  /** Between two sets of angles, each joint the short way round. */
  Angles towards(Angles other, double share) {
    double[] between = new double[values.length];
    for (int i = 0; i < between.length; i++) {
      double way = other.values[i] - values[i];
      if (way > 180) {
        way -= 360;
      } else if (way < -180) {
        way += 360;
      }
      between[i] = values[i] + share * way;
    }
    return new Angles(between);
  }

  private static int index(@Nullable Side side, Movement movement) {
    return movement.ordinal() + (side == Side.LEFT && movement.sided() ? COUNT : 0);
  }
}
