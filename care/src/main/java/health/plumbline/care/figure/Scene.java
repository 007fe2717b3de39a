package health.plumbline.care.figure;

import health.plumbline.care.figure.ExerciseFigures.View;
import java.util.List;
import java.util.Locale;

/**
 * Composes the picture of one exercise: panels, numbers, words for a screen reader, movement.
 *
 * @param figure what is shown
 * @param course bodies from start to end
 */
record Scene(Figure figure, List<Body> course) {

  private static final double WIDTH = 320;
  private static final double MARGIN = 6;
  private static final double LABEL = 18;

  /** Sine of how far the viewer may look down for the floor still to be a line. */
  private static final double LEVEL = 0.25;

  /** There and back; under the five seconds from which on a movement must have a stop button. */
  private static final double SECONDS = 4.6;

  /** Share of the time for the way there, and again for the way back; between them a pause. */
  private static final double WAY = 0.42;

  /** A panel and the room it takes. */
  private record Panel(Canvas back, Canvas front, Canvas marks) {

    double left() {
      return Math.min(Math.min(back.left(), front.left()), marks.left());
    }

    double right() {
      return Math.max(Math.max(back.right(), front.right()), marks.right());
    }

    double top() {
      return Math.min(Math.min(back.top(), front.top()), marks.top());
    }

    double bottom() {
      return Math.max(Math.max(back.bottom(), front.bottom()), marks.bottom());
    }
  }

  /** Left, right, top and bottom of what must be seen, on the screen. */
  private record Frame(double left, double right, double top, double bottom) {

    Frame with(Panel panel) {
      return new Frame(
          Math.min(left, panel.left()),
          Math.max(right, panel.right()),
          Math.min(top, panel.top()),
          Math.max(bottom, panel.bottom()));
    }

    double width() {
      return right - left;
    }

    double height() {
      return bottom - top;
    }
  }

  String svg(View view, String title, String description, boolean styled) {
    Artist artist = new Artist(figure, course.getLast());
    Panel start = panel(new Artist(figure, course.getFirst()), course.getFirst(), false);
    Panel end = panel(artist, course.getLast(), true);
    Frame frame =
        new Frame(Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE)
            .with(start)
            .with(end);
    StringBuilder body = new StringBuilder(16_000);
    double height =
        switch (view) {
          case START -> one(body, start, frame);
          case END -> one(body, end, frame);
          case BOTH -> two(body, start, end, frame);
          case ANIMATED -> moving(body, artist, start, end, frame);
        };
    String id = "pf-" + figure.exerciseId() + "-" + view.name().toLowerCase(Locale.ROOT);
    StringBuilder svg = new StringBuilder(body.length() + 4000);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"pf\" id=\"").append(id);
    svg.append("\" role=\"img\" aria-labelledby=\"").append(id).append("-t ").append(id);
    svg.append("-d\" viewBox=\"0 0 320 ");
    Outline.number(svg, Math.ceil(height));
    svg.append("\" width=\"320\" height=\"");
    Outline.number(svg, Math.ceil(height));
    svg.append("\"><title id=\"").append(id).append("-t\">");
    escape(svg, title);
    svg.append("</title><desc id=\"").append(id).append("-d\">");
    escape(svg, description);
    svg.append("</desc>");
    if (styled) {
      svg.append("<style>").append(Ink.STYLE).append("</style>");
    }
    svg.append("<defs><pattern id=\"").append(id).append("-h\" width=\"4\" height=\"4\" ");
    svg.append("patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">");
    svg.append("<path d=\"M0 0V4\" stroke=\"#fff\" stroke-opacity=\".55\" stroke-width=\"1.6\"/>");
    svg.append("</pattern></defs>");
    svg.append(body.toString().replace("url(#h)", "url(#" + id + "-h)")).append("</svg>");
    return svg.toString();
  }

  private Panel panel(Artist artist, Body body, boolean end) {
    Canvas back = new Canvas(figure.camera());
    artist.room(back, body);
    Canvas front = new Canvas(figure.camera());
    artist.person(front, body, end);
    Canvas marks = new Canvas(figure.camera());
    if (end) {
      figure.arrows().forEach(arrow -> Arrows.draw(marks, arrow, course));
    }
    double floor = front.screen(new Vec(0, Props.floor(figure), 0)).y();
    front.take(new Vec(front.left() + 1, floor, 0), 1);
    return new Panel(back, front, marks);
  }

  private double one(StringBuilder to, Panel panel, Frame frame) {
    double scale = Math.min(1, (WIDTH - 2 * MARGIN) / frame.width());
    place(to, panel, frame, WIDTH / 2, MARGIN, scale, WIDTH - 2 * MARGIN);
    return frame.height() * scale + 2 * MARGIN;
  }

  private double two(StringBuilder to, Panel start, Panel end, Frame frame) {
    boolean aside = frame.width() < WIDTH * 0.5 || frame.width() < frame.height() * 0.8;
    double wide = aside ? WIDTH / 2 - 1.5 * MARGIN : WIDTH - 2 * MARGIN - LABEL;
    double scale = Math.min(1, wide / frame.width());
    double tall = frame.height() * scale;
    if (aside) {
      place(to, start, frame, WIDTH * 0.25, MARGIN + LABEL, scale, WIDTH / 2 - MARGIN);
      place(to, end, frame, WIDTH * 0.75, MARGIN + LABEL, scale, WIDTH / 2 - MARGIN);
      number(to, 1, MARGIN + 8, MARGIN + 8);
      number(to, 2, WIDTH / 2 + MARGIN + 8, MARGIN + 8);
      return tall + 2 * MARGIN + LABEL;
    }
    double centre = (WIDTH + LABEL) / 2;
    place(to, start, frame, centre, MARGIN, scale, wide);
    place(to, end, frame, centre, tall + 3 * MARGIN, scale, wide);
    number(to, 1, MARGIN + 8, MARGIN + 8);
    number(to, 2, MARGIN + 8, tall + 3 * MARGIN + 8);
    return 2 * tall + 4 * MARGIN;
  }

  private double moving(StringBuilder to, Artist artist, Panel start, Panel end, Frame frame) {
    double scale = Math.min(1, (WIDTH - 2 * MARGIN) / frame.width());
    to.append("<g class=\"pf-moving\" display=\"none\">");
    open(to, frame, WIDTH / 2, MARGIN, scale);
    floor(to, end, frame, WIDTH - 2 * MARGIN);
    pieces(to, end.back());
    List<Canvas> frames =
        course.stream()
            .map(
                body -> {
                  Canvas canvas = new Canvas(figure.camera());
                  artist.person(canvas, body, true);
                  return canvas;
                })
            .toList();
    for (int i = 0; i < frames.getLast().pieces().size(); i++) {
      int index = i;
      animate(to, frames.stream().map(canvas -> canvas.pieces().get(index)).toList());
    }
    to.append("</g></g><g class=\"pf-still\">");
    to.append("<g opacity=\".3\">");
    place(to, start, frame, WIDTH / 2, MARGIN, scale, WIDTH - 2 * MARGIN);
    to.append("</g>");
    place(to, end, frame, WIDTH / 2, MARGIN, scale, WIDTH - 2 * MARGIN);
    to.append("</g>");
    return frame.height() * scale + 2 * MARGIN;
  }

  private void animate(StringBuilder to, List<Piece> course) {
    to.append("<path");
    course.getFirst().ink().both(to);
    to.append(" d=\"").append(course.getFirst().path()).append('"');
    if (course.stream().map(Piece::path).distinct().count() == 1) {
      to.append("/>");
      return;
    }
    to.append("><animate attributeName=\"d\" dur=\"").append(SECONDS).append("s\" begin=\"0s;pf-");
    to.append(figure.exerciseId()).append("-animated.click;pf-").append(figure.exerciseId());
    to.append("-animated.mouseenter\" keyTimes=\"");
    int last = course.size() - 1;
    for (int i = 0; i <= 2 * last + 1; i++) {
      double share = (double) (i <= last ? i : 2 * last + 1 - i) / last;
      double eased = Math.acos(1 - 2 * share) / Math.PI * WAY;
      to.append(i == 0 ? "" : ";");
      thousandths(to, i <= last ? eased : 1 - eased);
    }
    to.append("\" values=\"");
    for (int i = 0; i <= last; i++) {
      to.append(course.get(i).path()).append(';');
    }
    for (int i = last; i >= 0; i--) {
      to.append(course.get(i).path()).append(i == 0 ? "" : ";");
    }
    to.append("\"/></path>");
  }

  private static void thousandths(StringBuilder to, double share) {
    long value = Math.round(share * 1000);
    if (value >= 1000) {
      to.append('1');
    } else {
      to.append("0.").append(value < 100 ? "0" : "").append(value < 10 ? "0" : "").append(value);
    }
  }

  private void place(
      StringBuilder to,
      Panel panel,
      Frame frame,
      double centre,
      double top,
      double scale,
      double wide) {
    open(to, frame, centre, top, scale);
    floor(to, panel, frame, wide / scale);
    pieces(to, panel.back());
    pieces(to, panel.front());
    pieces(to, panel.marks());
    to.append("</g>");
  }

  private static void open(StringBuilder to, Frame frame, double centre, double top, double scale) {
    to.append("<g transform=\"translate(");
    Outline.number(to, centre - (frame.left() + frame.right()) / 2 * scale);
    to.append(' ');
    Outline.number(to, top - frame.top() * scale);
    to.append(')');
    if (scale < 1) {
      to.append(" scale(");
      thousandths(to, scale);
      to.append(')');
    }
    to.append("\">");
  }

  /** The floor, where it is seen from the side: a line. From above a mat or nothing shows it. */
  private void floor(StringBuilder to, Panel panel, Frame frame, double wide) {
    double middle = (frame.left() + frame.right()) / 2;
    Vec level = panel.front().screen(new Vec(0, Props.floor(figure), 0));
    if (Math.abs(figure.camera().see(Vec.UP).z()) < LEVEL) {
      Outline outline = new Outline();
      outline.line(
          List.of(
              new Vec(middle - wide / 2, level.y(), 0), new Vec(middle + wide / 2, level.y(), 0)),
          false);
      to.append("<path");
      Ink.FLOOR.edge(to);
      to.append(" d=\"").append(outline).append("\"/>");
    }
  }

  /**
   * Writes shapes, each outline beneath its fill. Two paths rather than one with {@code
   * paint-order}, which not every program knows that puts a picture into a document.
   */
  private static void pieces(StringBuilder to, Canvas canvas) {
    for (Piece piece : canvas.pieces()) {
      Ink ink = piece.ink();
      if (ink.lined()) {
        to.append("<path");
        ink.edge(to);
        to.append(" d=\"").append(piece.path()).append("\"/>");
      }
      if (ink.filled()) {
        to.append("<path");
        ink.fill(to);
        to.append(" d=\"").append(piece.path()).append("\"/>");
      }
      if (ink == Ink.MUSCLE) {
        to.append("<path fill=\"url(#h)\" d=\"").append(piece.path()).append("\"/>");
      }
    }
  }

  private static void number(StringBuilder to, int number, double x, double y) {
    to.append("<text");
    Ink.LABEL.fill(to);
    to.append(" aria-hidden=\"true\" x=\"");
    Outline.number(to, x);
    to.append("\" y=\"");
    Outline.number(to, y + 6);
    to.append("\" font-family=\"system-ui,sans-serif\" font-size=\"17\" font-weight=\"700\"");
    to.append(" text-anchor=\"middle\">").append(number).append("</text>");
  }

  private static void escape(StringBuilder to, String text) {
    to.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }
}
