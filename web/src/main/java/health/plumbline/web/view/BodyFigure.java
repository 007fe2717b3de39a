package health.plumbline.web.view;

import java.util.List;

/**
 * The body, front and back, as shapes to draw.
 *
 * @param views the views, front first
 */
public record BodyFigure(List<View> views) {

  /**
   * One view of the body.
   *
   * @param id front or back
   * @param title its title
   * @param leftLabel what is at the left edge of the picture: the person's right in front
   * @param rightLabel what is at the right edge
   * @param viewBox the part of the plane to show
   * @param outlines the body without regions
   * @param clips what regions may not reach beyond
   * @param details fine lines that help to find one's way, such as the spine
   * @param regions the regions
   * @param paths what is drawn on it
   */
  public record View(
      String id,
      String title,
      String leftLabel,
      String rightLabel,
      String viewBox,
      List<String> outlines,
      List<String> clips,
      List<String> details,
      List<Region> regions,
      List<Path> paths) {}

  /**
   * A region in one view.
   *
   * @param place the region with its side as forms spell it
   * @param label its name with its side
   * @param shape path data
   * @param pain whether it is marked as painful
   * @param numb whether it is marked as numb
   * @param worst whether it is the worst place
   * @param shade how typical it is of what is shown, 0 (not) to 3 (very)
   * @param x middle of the shape
   * @param y middle of the shape
   */
  public record Region(
      String place,
      String label,
      String shape,
      boolean pain,
      boolean numb,
      boolean worst,
      int shade,
      double x,
      double y) {}

  /**
   * A path from a source to where it hurts.
   *
   * @param kind nerve, muscle, joint, organ, region, or between for the way from one to the next
   * @param line path data, empty for a single point
   * @param points where its steps lie
   */
  public record Path(String kind, String line, List<Point> points) {}

  /**
   * A point on a path.
   *
   * @param x position
   * @param y position
   * @param label number or name to write beside it, may be empty
   * @param kind nerve, muscle, joint or region
   */
  public record Point(double x, double y, String label, String kind) {}
}
