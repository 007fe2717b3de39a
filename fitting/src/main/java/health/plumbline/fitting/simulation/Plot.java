package health.plumbline.fitting.simulation;

import java.util.List;
import java.util.Locale;

/**
 * A small plot in SVG: axes from 0, points with intervals, lines. The same figures give the same
 * file; colours hold on a light and a dark page.
 */
final class Plot {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 420;
  private static final int LEFT = 64;
  private static final int RIGHT = 20;
  private static final int TOP = 44;
  private static final int BOTTOM = 56;
  private static final List<String> COLOURS = List.of("#2a6fbb", "#c2571a", "#2f855a", "#805ad5");

  private final StringBuilder body = new StringBuilder();
  private final double widest;
  private final double highest;
  private int series;

  /**
   * @param title what is shown, also read out
   * @param across label of the horizontal axis, which ends at {@code widest}
   * @param up label of the vertical axis, which ends at {@code highest}
   */
  Plot(String title, String across, double widest, String up, double highest) {
    this.widest = widest;
    this.highest = highest;
    body.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n<title>%s</title>%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
            WIDTH,
            HEIGHT,
            title));
    text(WIDTH / 2.0, 22, "middle", title, "font-size=\"14\" font-weight=\"bold\"");
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", across, "");
    text(0, 0, "middle", up, "transform=\"translate(16 " + (HEIGHT / 2) + ") rotate(-90)\"");
    for (int i = 0; i <= 5; i++) {
      double x = widest * i / 5;
      double y = highest * i / 5;
      line(x(x), y(0), x(x), y(highest), "#dddddd", "");
      line(x(0), y(y), x(widest), y(y), "#dddddd", "");
      text(x(x), y(0) + 18, "middle", label(x), "");
      text(x(0) - 8, y(y) + 4, "end", label(y), "");
    }
  }

  private static String label(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  /** The line on which what was said is what came. */
  Plot diagonal() {
    line(x(0), y(0), x(widest), y(highest), "#888888", "stroke-dasharray=\"5 4\"");
    return this;
  }

  /** Begins a named series of the next colour. */
  Plot series(String name) {
    int row = series++;
    String colour = colour();
    body.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>%n",
            LEFT + 14,
            TOP + 8 + 18 * row,
            colour));
    text(LEFT + 30, TOP + 17 + 18 * row, "start", name, "");
    return this;
  }

  /** A point with its interval. */
  Plot point(double x, double y, double lo, double hi) {
    line(x(x), y(lo), x(x), y(hi), colour(), "stroke-width=\"1.5\"");
    body.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n",
            x(x),
            y(y),
            colour()));
    return this;
  }

  /** A line through points whose horizontal places are 0, 1, 2, … */
  Plot steps(double[] heights) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < heights.length; i++) {
      points.append(
          String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", x(i), y(heights[i])));
    }
    body.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
            points,
            colour()));
    return this;
  }

  /** A note beside a point. */
  Plot note(double x, double y, String note) {
    text(x(x) + 7, y(y) + 14, "start", note, "fill=\"#555555\" font-size=\"10\"");
    return this;
  }

  String svg() {
    return body + "</svg>\n";
  }

  private String colour() {
    return COLOURS.get(Math.max(0, series - 1) % COLOURS.size());
  }

  private double x(double value) {
    return LEFT + value / widest * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - value / highest * (HEIGHT - TOP - BOTTOM);
  }

  private void line(double x1, double y1, double x2, double y2, String colour, String more) {
    body.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" %s/>%n",
            x1,
            y1,
            x2,
            y2,
            colour,
            more));
  }

  private void text(double x, double y, String anchor, String text, String more) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
            x,
            y,
            anchor,
            more,
            text.replace("&", "&amp;").replace("<", "&lt;")));
  }
}
