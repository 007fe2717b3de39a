package health.plumbline.care.figure;

import java.util.ArrayList;
import java.util.List;

/** Draws arrows: the way of a point from start to end, or a push. */
final class Arrows {

  private static final double HEAD_LENGTH = 10;
  private static final double HEAD_HALF = 6;

  private Arrows() {}

  /**
   * Draws one arrow.
   *
   * @param course bodies on the way from start to end
   */
  static void draw(Canvas canvas, Figure.Arrow arrow, List<Body> course) {
    List<Vec> line = new ArrayList<>();
    if (arrow.kind() == Figure.Arrow.Kind.PUSH) {
      Vec at = shifted(canvas, arrow, course.getLast());
      Vec by = new Vec(arrow.way().x(), -arrow.way().y(), 0).times(Canvas.SCALE);
      line.add(at);
      line.add(at.plus(by));
    } else if (arrow.kind() == Figure.Arrow.Kind.CIRCLE) {
      Vec at = shifted(canvas, arrow, course.getLast());
      for (int degrees = -60; degrees <= 240; degrees += 12) {
        double angle = Math.toRadians(degrees);
        Vec by = new Vec(Math.cos(angle), Math.sin(angle), 0);
        line.add(at.plus(by.times(arrow.way().x() * Canvas.SCALE)));
      }
    } else {
      for (Body body : course) {
        line.add(shifted(canvas, arrow, body));
      }
    }
    List<Vec> tip = head(line, false);
    List<Vec> tail = arrow.both() ? head(line, true) : List.of();
    List<Vec> shaft = shaft(line, arrow.both());
    canvas.draw(Ink.HALO, shaft, false);
    canvas.draw(Ink.HALO, tip, true);
    if (arrow.both()) {
      canvas.draw(Ink.HALO, tail, true);
    }
    canvas.draw(Ink.ARROW, shaft, false);
    canvas.draw(Ink.ARROWHEAD, tip, true);
    if (arrow.both()) {
      canvas.draw(Ink.ARROWHEAD, tail, true);
    }
  }

  private static Vec shifted(Canvas canvas, Figure.Arrow arrow, Body body) {
    Vec at = canvas.screen(Points.of(body, arrow.point()));
    return new Vec(
        at.x() + arrow.offset().x() * Canvas.SCALE, at.y() - arrow.offset().y() * Canvas.SCALE, 0);
  }

  /** The place on a line that is a distance before its end (or after its beginning). */
  private static Vec before(List<Vec> line, boolean beginning, double distance) {
    List<Vec> way = beginning ? line : line.reversed();
    Vec end = way.getFirst();
    for (Vec point : way) {
      if (point.minus(end).length() >= distance) {
        return end.towards(point, distance / point.minus(end).length());
      }
    }
    return way.getLast();
  }

  private static List<Vec> head(List<Vec> line, boolean beginning) {
    Vec end = beginning ? line.getFirst() : line.getLast();
    Vec neck = before(line, beginning, HEAD_LENGTH);
    Vec way = end.minus(neck);
    double length = Math.max(way.length(), 1e-6);
    Vec unit = way.times(1 / length);
    Vec across = new Vec(-unit.y(), unit.x(), 0).times(HEAD_HALF);
    Vec back = end.minus(unit.times(HEAD_LENGTH));
    return List.of(end, back.plus(across), back.minus(across));
  }

  /** The line without what the heads cover. */
  private static List<Vec> shaft(List<Vec> line, boolean both) {
    double hidden = HEAD_LENGTH - 2;
    Vec last = line.getLast();
    List<Vec> shaft = new ArrayList<>();
    shaft.add(both ? before(line, true, hidden) : line.getFirst());
    for (Vec point : line.subList(1, line.size())) {
      boolean free = !both || point.minus(line.getFirst()).length() > hidden;
      if (free && point.minus(last).length() > hidden) {
        shaft.add(point);
      }
    }
    shaft.add(before(line, false, hidden));
    return shaft;
  }
}
