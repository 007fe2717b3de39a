package health.plumbline.care.figure;

import java.util.ArrayList;
import java.util.List;

/** Collects shapes, projecting the room to the screen, and remembers how much room they take. */
final class Canvas {

  /** Pixels of the 320 px wide picture for a hundredth of the stature. */
  static final double SCALE = 2.7;

  private final Camera camera;
  private final List<Piece> pieces = new ArrayList<>();
  private double left = Double.MAX_VALUE;
  private double right = -Double.MAX_VALUE;
  private double top = Double.MAX_VALUE;
  private double bottom = -Double.MAX_VALUE;

  Canvas(Camera camera) {
    this.camera = camera;
  }

  Camera camera() {
    return camera;
  }

  List<Piece> pieces() {
    return pieces;
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double top() {
    return top;
  }

  double bottom() {
    return bottom;
  }

  /** A place on the screen, y downward, in pixels. */
  Vec screen(Vec point) {
    Vec seen = camera.see(point);
    return new Vec(seen.x() * SCALE, -seen.y() * SCALE, seen.z());
  }

  Outline.Disc disc(Vec centre, double radius) {
    Vec at = screen(centre);
    return new Outline.Disc(at.x(), at.y(), radius * SCALE);
  }

  void take(Vec screen, double margin) {
    left = Math.min(left, screen.x() - margin);
    right = Math.max(right, screen.x() + margin);
    top = Math.min(top, screen.y() - margin);
    bottom = Math.max(bottom, screen.y() + margin);
  }

  void add(Ink ink, Outline outline) {
    pieces.add(new Piece(ink, outline.toString()));
  }

  /** A line through places in the room. */
  void line(Ink ink, List<Vec> points) {
    draw(ink, points.stream().map(this::screen).toList(), false);
  }

  /** A box with edges along the axes of the room. */
  void box(Ink ink, double x0, double x1, double y0, double y1, double z0, double z1) {
    List<Outline.Disc> corners = new ArrayList<>();
    for (double x : new double[] {x0, x1}) {
      for (double y : new double[] {y0, y1}) {
        for (double z : new double[] {z0, z1}) {
          Vec at = screen(new Vec(x, y, z));
          take(at, 1);
          corners.add(new Outline.Disc(at.x(), at.y(), 0.8));
        }
      }
    }
    Outline outline = new Outline();
    outline.hull(corners);
    add(ink, outline);
  }

  void ball(Ink ink, Vec centre, double radius) {
    Outline.Disc disc = disc(centre, radius);
    Outline outline = new Outline();
    outline.capsule(disc, disc);
    take(new Vec(disc.x(), disc.y(), 0), disc.radius());
    add(ink, outline);
  }

  /** A rod with round ends. */
  void rod(Ink ink, Vec one, Vec two, double radius) {
    Outline outline = new Outline();
    outline.capsule(disc(one, radius), disc(two, radius));
    take(screen(one), radius * SCALE);
    take(screen(two), radius * SCALE);
    add(ink, outline);
  }

  /** A polygon or line through places on the screen. */
  void draw(Ink ink, List<Vec> screen, boolean closed) {
    Outline outline = new Outline();
    outline.line(screen, closed);
    screen.forEach(point -> take(point, 3));
    add(ink, outline);
  }
}
