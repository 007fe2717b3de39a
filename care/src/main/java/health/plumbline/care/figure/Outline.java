package health.plumbline.care.figure;

import java.util.List;

/**
 * Builds the {@code d} of an SVG path from circles wrapped together.
 *
 * <p>Two circles are wrapped exactly: two arcs and two tangents. More are wrapped by their support
 * function, the farthest point in each of a fixed number of directions. Both give the same number
 * of commands for every posture, so a path can be animated into another.
 */
final class Outline {

  private static final int DIRECTIONS = 24;
  private static final double[] COS = new double[DIRECTIONS];
  private static final double[] SIN = new double[DIRECTIONS];

  static {
    for (int i = 0; i < DIRECTIONS; i++) {
      COS[i] = Math.cos(2 * Math.PI * i / DIRECTIONS);
      SIN[i] = Math.sin(2 * Math.PI * i / DIRECTIONS);
    }
  }

  private final StringBuilder path = new StringBuilder(400);
  private long lastX;
  private long lastY;

  /** A circle on the screen; y grows downward. */
  record Disc(double x, double y, double radius) {}

  /** Wraps two circles. */
  void capsule(Disc one, Disc two) {
    double dx = two.x() - one.x();
    double dy = two.y() - one.y();
    double distance = Math.max(Math.hypot(dx, dy), 1e-3);
    double cosine = Math.clamp((one.radius() - two.radius()) / distance, -0.995, 0.995);
    double towards = Math.atan2(dy, dx);
    double spread = Math.acos(cosine);
    boolean firstLarger = one.radius() >= two.radius();
    lastX = 0;
    lastY = 0;
    to('M', one, towards + spread);
    arc(one, towards - spread, firstLarger);
    to('l', two, towards - spread);
    arc(two, towards + spread, !firstLarger);
    path.append('Z');
  }

  /** Wraps any number of circles. */
  void hull(List<Disc> discs) {
    lastX = 0;
    lastY = 0;
    for (int i = 0; i < DIRECTIONS; i++) {
      Disc farthest = discs.getFirst();
      double most = -Double.MAX_VALUE;
      for (Disc disc : discs) {
        double reach = disc.x() * COS[i] + disc.y() * SIN[i] + disc.radius();
        if (reach > most) {
          most = reach;
          farthest = disc;
        }
      }
      path.append(i == 0 ? 'M' : 'l');
      step(farthest.x() + farthest.radius() * COS[i], farthest.y() + farthest.radius() * SIN[i]);
    }
    path.append('Z');
  }

  /** A polygon or, if open, a line. */
  void line(List<Vec> points, boolean closed) {
    for (int i = 0; i < points.size(); i++) {
      path.append(i == 0 ? 'M' : 'L');
      point(points.get(i).x(), points.get(i).y());
    }
    if (closed) {
      path.append('Z');
    }
  }

  private void to(char command, Disc disc, double angle) {
    path.append(command);
    step(disc.x() + disc.radius() * Math.cos(angle), disc.y() + disc.radius() * Math.sin(angle));
  }

  private void arc(Disc disc, double angle, boolean large) {
    path.append('a');
    number(path, disc.radius());
    path.append(' ');
    number(path, disc.radius());
    path.append(large ? " 0 1 1 " : " 0 0 1 ");
    step(disc.x() + disc.radius() * Math.cos(angle), disc.y() + disc.radius() * Math.sin(angle));
  }

  /** A point, counted from the last: shorter than from the origin. Tenths, so nothing drifts. */
  private void step(double x, double y) {
    long tenthsX = Math.round(10 * x);
    long tenthsY = Math.round(10 * y);
    number(path, (tenthsX - lastX) / 10.0);
    path.append(' ');
    number(path, (tenthsY - lastY) / 10.0);
    lastX = tenthsX;
    lastY = tenthsY;
  }

  private void point(double x, double y) {
    number(path, x);
    path.append(' ');
    number(path, y);
  }

  /** Appends a number with one decimal. */
  static void number(StringBuilder to, double value) {
    long tenths = Math.round(value * 10);
    if (tenths < 0) {
      to.append('-');
      tenths = -tenths;
    }
    to.append(tenths / 10);
    if (tenths % 10 != 0) {
      to.append('.').append(tenths % 10);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
