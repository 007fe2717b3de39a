package health.plumbline.web;

import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.anatomy.Anatomy;
import health.plumbline.knowledge.anatomy.Structure;
import health.plumbline.reasoning.BackHipLink;
import health.plumbline.web.BodyDrawing.Shape;
import health.plumbline.web.BodyDrawing.View;
import health.plumbline.web.view.BodyFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Draws the body with what a person marked, and with the paths from a source to where it hurts. */
final class BodyFigures {

  private static final Map<View, String> VIEW_BOXES =
      Map.of(View.FRONT, "-124 92 248 645", View.BACK, "-124 92 248 742");

  private final Anatomy anatomy;
  private final Words words;
  private final Plain plain;
  private final BodyDrawing drawing = BodyDrawing.load();

  BodyFigures(Anatomy anatomy, Words words, Plain plain) {
    this.anatomy = anatomy;
    this.words = words;
    this.plain = plain;
  }

  /** The body with marks alone. */
  BodyFigure marked(Set<Mark> marks, String worst) {
    return figure(marks, worst, Map.of(), List.of());
  }

  /**
   * The body with marks and paths.
   *
   * @param shades region id to how typical it is, 1 to 3
   * @param links the links to draw, in the order of their numbers
   */
  BodyFigure linked(
      Set<Mark> marks, String worst, Map<String, Integer> shades, List<BackHipLink.Link> links) {
    return figure(marks, worst, shades, links);
  }

  private BodyFigure figure(
      Set<Mark> marks, String worst, Map<String, Integer> shades, List<BackHipLink.Link> links) {
    List<BodyFigure.View> views = new ArrayList<>();
    for (View view : View.values()) {
      List<BodyFigure.Region> regions = new ArrayList<>();
      for (Shape shape : drawing.shapes(view, "region")) {
        if (shape.mirrored()) {
          Side drawn = view.drawnHalfIsLeft() ? Side.LEFT : Side.RIGHT;
          Side other = view.drawnHalfIsLeft() ? Side.RIGHT : Side.LEFT;
          regions.add(region(shape, drawn, shape.path(), marks, worst, shades));
          regions.add(region(shape, other, shape.mirrorImage(), marks, worst, shades));
        } else {
          regions.add(region(shape, Side.UNSTATED, shape.path(), marks, worst, shades));
        }
      }
      List<BodyFigure.Path> paths = new ArrayList<>();
      for (int i = 0; i < links.size(); i++) {
        paths.addAll(paths(view, links.get(i), i + 1, marks));
      }
      views.add(
          new BodyFigure.View(
              view.id(),
              words.text("body." + view.id()),
              words.text(view.drawnHalfIsLeft() ? "body.your-right" : "body.your-left"),
              words.text(view.drawnHalfIsLeft() ? "body.your-left" : "body.your-right"),
              VIEW_BOXES.getOrDefault(view, ""),
              both(view, "outline"),
              both(view, "clip"),
              both(view, "detail"),
              regions,
              paths));
    }
    return new BodyFigure(views);
  }

  private List<String> both(View view, String kind) {
    List<String> paths = new ArrayList<>();
    for (Shape shape : drawing.shapes(view, kind)) {
      paths.add(shape.path());
      if (shape.mirrored()) {
        paths.add(shape.mirrorImage());
      }
    }
    return paths;
  }

  private BodyFigure.Region region(
      Shape shape,
      Side side,
      String path,
      Set<Mark> marks,
      String worst,
      Map<String, Integer> shades) {
    String regionId = BodyDrawing.regionOf(shape);
    Mark pain = new Mark(regionId, side, Mark.Kind.PAIN);
    BodyDrawing.Point middle = BodyDrawing.middle(shape);
    BodyDrawing.Point at = path.equals(shape.path()) ? middle : middle.mirrored();
    return new BodyFigure.Region(
        pain.place(),
        Plain.upperFirst(plain.place(regionId, side)),
        path,
        marks.contains(pain),
        marks.contains(new Mark(regionId, side, Mark.Kind.NUMB)),
        pain.place().equals(worst),
        hurtsOnlyOnTheOther(side, marks) ? 0 : shades.getOrDefault(regionId, 0),
        at.x(),
        at.y());
  }

  /** One-sided pain is explained on its side alone. */
  private static boolean hurtsOnlyOnTheOther(Side side, Set<Mark> marks) {
    Side other = side == Side.LEFT ? Side.RIGHT : Side.LEFT;
    return side != Side.UNSTATED
        && marks.stream().noneMatch(mark -> mark.side() == side)
        && marks.stream().anyMatch(mark -> mark.side() == other);
  }

  /**
   * The part of a link that can be seen in a view: a piece of line for each structure, in the
   * manner of its kind, dashes between them, and a ring where it ends.
   */
  private List<BodyFigure.Path> paths(
      View view, BackHipLink.Link link, int number, Set<Mark> marks) {
    boolean drawnHalf = side(link, marks) == (view.drawnHalfIsLeft() ? Side.LEFT : Side.RIGHT);
    List<BodyFigure.Path> pieces = new ArrayList<>();
    List<String> run = new ArrayList<>();
    for (String id : link.pathIds()) {
      if (!points(view, id).isEmpty()) {
        run.add(id);
        continue;
      }
      addRun(view, run, number, drawnHalf, pieces);
      run.clear();
    }
    addRun(view, run, number, drawnHalf, pieces);
    return pieces;
  }

  /** Structures that follow each other within one view; one alone says nothing, but for the end. */
  private void addRun(
      View view, List<String> run, int number, boolean drawnHalf, List<BodyFigure.Path> pieces) {
    if (run.isEmpty() || (run.size() == 1 && !kind(run.getFirst()).equals("region"))) {
      return;
    }
    BodyDrawing.Point last = null;
    for (String id : run) {
      List<BodyDrawing.Point> points = points(view, id);
      if (!drawnHalf) {
        points = points.stream().map(BodyDrawing.Point::mirrored).toList();
      }
      if (last != null) {
        pieces.add(
            new BodyFigure.Path("between", line(List.of(last, points.getFirst())), List.of()));
      }
      String kind = kind(id);
      String label = last == null ? Integer.toString(number) : "";
      pieces.add(
          new BodyFigure.Path(
              kind,
              points.size() > 1 ? line(points) : "",
              List.of(
                  new BodyFigure.Point(
                      points.getFirst().x(), points.getFirst().y(), label, kind))));
      last = points.getLast();
    }
  }

  private List<BodyDrawing.Point> points(View view, String id) {
    List<Shape> region = drawing.region(view, id);
    return region.isEmpty()
        ? drawing.structure(view, id).orElse(List.of())
        : List.of(BodyDrawing.middle(region.getFirst()));
  }

  private String kind(String id) {
    return anatomy
        .structure(id)
        .map(
            structure ->
                switch (structure) {
                  case Structure.Region region -> "region";
                  case Structure.Nerve nerve -> "nerve";
                  case Structure.Muscle muscle -> "muscle";
                  case Structure.Joint joint -> "joint";
                  case Structure.Ligament ligament -> "joint";
                  case Structure.Organ organ -> "organ";
                })
        .orElse("joint");
  }

  /** The side to draw: where the place that the link explains is marked, else where most is. */
  private static Side side(BackHipLink.Link link, Set<Mark> marks) {
    int left = 0;
    int right = 0;
    for (Mark mark : marks) {
      int weight = link.pathIds().contains(mark.regionId()) ? marks.size() + 1 : 1;
      left += mark.side() == Side.LEFT ? weight : 0;
      right += mark.side() == Side.RIGHT ? weight : 0;
    }
    return left > right ? Side.LEFT : Side.RIGHT;
  }

  /** A smooth line through the points: Catmull-Rom splines as cubic curves. */
  static String line(List<BodyDrawing.Point> points) {
    StringBuilder path = new StringBuilder();
    path.append(
        String.format(Locale.ROOT, "M %.1f %.1f", points.getFirst().x(), points.getFirst().y()));
    for (int i = 0; i + 1 < points.size(); i++) {
      BodyDrawing.Point before = points.get(Math.max(0, i - 1));
      BodyDrawing.Point from = points.get(i);
      BodyDrawing.Point to = points.get(i + 1);
      BodyDrawing.Point after = points.get(Math.min(points.size() - 1, i + 2));
      path.append(
          String.format(
              Locale.ROOT,
              " C %.1f %.1f %.1f %.1f %.1f %.1f",
              from.x() + (to.x() - before.x()) / 6,
              from.y() + (to.y() - before.y()) / 6,
              to.x() - (after.x() - from.x()) / 6,
              to.y() - (after.y() - from.y()) / 6,
              to.x(),
              to.y()));
    }
    return path.toString();
  }
}
