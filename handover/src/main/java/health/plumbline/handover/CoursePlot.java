package health.plumbline.handover;

import health.plumbline.care.Course.Curve;
import health.plumbline.care.Course.Point;
import java.util.List;
import java.util.Locale;

/**
 * Draws a published course: a line through the means, a band between the ends of their intervals.
 *
 * <p>Time is drawn by its square root, because most happens in the first weeks and the follow-ups
 * lie far apart.
 */
final class CoursePlot {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 220;
  private static final int LEFT = 46;
  private static final int BOTTOM = 40;
  private static final int TOP = 14;
  private static final int RIGHT = 16;

  private CoursePlot() {}

  /** The drawing as an SVG element. */
  static String svg(Curve curve) {
    double most = curve.share() ? 1 : 100;
    double weeks = curve.points().getLast().weeks();
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" font-family=\"DejaVu Sans, sans-serif\""
                + " font-size=\"11\"><title>%s</title>",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT,
            Xhtml.escape(describe(curve))));
    for (int i = 0; i <= 4; i++) {
      double value = most * i / 4;
      double y = y(value, most);
      line(svg, LEFT, y, WIDTH - RIGHT, y, "#c8ced6", 1);
      text(svg, LEFT - 6, y + 4, "end", String.format(Locale.ROOT, "%.0f", value * 100 / most));
    }
    for (Point point : curve.points()) {
      double x = x(point.weeks(), weeks);
      line(svg, x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5, "#30363d", 1);
      text(svg, x, HEIGHT - BOTTOM + 18, "middle", Long.toString(Math.round(point.weeks())));
    }
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", "weeks");
    String band = band(curve.points(), weeks, most);
    if (!band.isEmpty()) {
      svg.append("<polygon fill=\"#9ec5e8\" fill-opacity=\"0.6\" points=\"").append(band);
      svg.append("\"/>");
    }
    StringBuilder path = new StringBuilder();
    for (Point point : curve.points()) {
      path.append(
          String.format(
              Locale.ROOT, "%.1f,%.1f ", x(point.weeks(), weeks), y(point.value(), most)));
    }
    svg.append("<polyline fill=\"none\" stroke=\"#1d5a96\" stroke-width=\"2.5\" points=\"");
    svg.append(path.toString().strip()).append("\"/>");
    for (Point point : curve.points()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1d5a96\"/>",
              x(point.weeks(), weeks),
              y(point.value(), most)));
    }
    return svg.append("</svg>").toString();
  }

  /** The same in words. */
  static String describe(Curve curve) {
    StringBuilder words = new StringBuilder(curve.share() ? "Share of people: " : "Mean score: ");
    double factor = curve.share() ? 100 : 1;
    for (Point point : curve.points()) {
      words.append(
          String.format(
              Locale.ROOT,
              "%s%.0f%s at week %.0f",
              words.toString().endsWith(": ") ? "" : ", ",
              factor * point.value(),
              curve.share() ? " in 100" : " of 100",
              point.weeks()));
      Double lo = point.lo();
      Double hi = point.hi();
      if (lo != null && hi != null) {
        words.append(String.format(Locale.ROOT, " (%.0f to %.0f)", factor * lo, factor * hi));
      }
    }
    return words.append('.').toString();
  }

  private static String band(List<Point> points, double weeks, double most) {
    StringBuilder upper = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    for (Point point : points) {
      Double lo = point.lo();
      Double hi = point.hi();
      if (lo == null || hi == null) {
        return "";
      }
      upper.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.weeks(), weeks), y(hi, most)));
      lower.insert(
          0, String.format(Locale.ROOT, "%.1f,%.1f ", x(point.weeks(), weeks), y(lo, most)));
    }
    return upper.append(lower).toString().strip();
  }

  private static double x(double weeks, double most) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.sqrt(weeks / most);
  }

  private static double y(double value, double most) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / most;
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String colour, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"%d\"/>",
            x1,
            y1,
            x2,
            y2,
            colour,
            width));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#30363d\">%s</text>",
            x,
            y,
            anchor,
            text));
  }
}
