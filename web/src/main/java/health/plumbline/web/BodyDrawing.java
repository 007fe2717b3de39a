package health.plumbline.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The drawing of the body: outline, regions, and where the structures within lie, front and back.
 *
 * <p>The data hold one half of the body, that with x above 0, and the other half is its mirror
 * image: so the two sides can never differ. Paths are made of the commands M, L, C and Z alone,
 * with absolute coordinates, so that mirroring is a change of the sign of every other number. In
 * front the half with x above 0 is the person's left, at the back the right.
 */
final class BodyDrawing {

  /** A view of the body. */
  enum View {
    FRONT("front"),
    BACK("back");

    private final String id;

    View(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    /** Whether the drawn half (x above 0) is the person's left side here. */
    boolean drawnHalfIsLeft() {
      return this == FRONT;
    }
  }

  /**
   * A shape.
   *
   * @param kind outline, clip, detail or region
   * @param id its name; of a region its id, possibly with a suffix where it has several shapes
   * @param mirrored whether there is another one on the other half
   * @param path path data of the drawn half
   */
  record Shape(View view, String kind, String id, boolean mirrored, String path) {

    String mirrorImage() {
      return mirror(path);
    }
  }

  /**
   * A point of the drawing.
   *
   * @param x from the middle of the body, positive on the drawn half
   * @param y downwards
   */
  record Point(double x, double y) {
    Point mirrored() {
      return new Point(-x, y);
    }
  }

  private final List<Shape> shapes = new ArrayList<>();
  private final Map<View, Map<String, List<Point>>> structures = new LinkedHashMap<>();

  private BodyDrawing() {}

  /**
   * Reads the drawing.
   *
   * @throws IllegalStateException if a file is malformed
   */
  static BodyDrawing load() {
    BodyDrawing drawing = new BodyDrawing();
    read(
        "body/shapes.csv",
        row ->
            drawing.shapes.add(
                new Shape(
                    view(row),
                    row.getField("kind"),
                    row.getField("id"),
                    row.getField("mirrored").equals("y"),
                    row.getField("path"))));
    read(
        "body/structures.csv",
        row -> {
          List<Point> points = new ArrayList<>();
          for (String point : row.getField("points").split(";")) {
            String[] xy = point.strip().split(" ");
            points.add(new Point(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])));
          }
          drawing
              .structures
              .computeIfAbsent(view(row), key -> new LinkedHashMap<>())
              .put(row.getField("id"), List.copyOf(points));
        });
    return drawing;
  }

  /** The shapes of a kind in a view, in drawing order. */
  List<Shape> shapes(View view, String kind) {
    return shapes.stream().filter(it -> it.view() == view && it.kind().equals(kind)).toList();
  }

  /** The shapes of a region in a view; empty if it cannot be seen there. */
  List<Shape> region(View view, String regionId) {
    return shapes(view, "region").stream().filter(it -> regionOf(it).equals(regionId)).toList();
  }

  /** The region that a shape belongs to. */
  static String regionOf(Shape shape) {
    return shape.id().equals("heel-sole") ? "heel" : shape.id();
  }

  /** Where a structure lies on the drawn half in a view, from its beginning to its end. */
  Optional<List<Point>> structure(View view, String id) {
    return Optional.ofNullable(structures.getOrDefault(view, Map.of()).get(id));
  }

  /** The middle of the box around a shape. */
  static Point middle(Shape shape) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    boolean horizontal = true;
    for (String token : shape.path().split(" ")) {
      if (isNumber(token)) {
        double number = Double.parseDouble(token);
        if (horizontal) {
          left = Math.min(left, number);
          right = Math.max(right, number);
        } else {
          top = Math.min(top, number);
          bottom = Math.max(bottom, number);
        }
        horizontal = !horizontal;
      }
    }
    return new Point((left + right) / 2, (top + bottom) / 2);
  }

  private static String mirror(String path) {
    StringBuilder mirrored = new StringBuilder(path.length());
    boolean horizontal = true;
    for (String token : path.split(" ")) {
      mirrored.append(mirrored.isEmpty() ? "" : " ");
      if (!isNumber(token)) {
        mirrored.append(token);
        continue;
      }
      if (horizontal) {
        mirrored.append(token.startsWith("-") ? token.substring(1) : "-" + token);
      } else {
        mirrored.append(token);
      }
      horizontal = !horizontal;
    }
    return mirrored.toString();
  }

  private static boolean isNumber(String token) {
    char first = token.charAt(0);
    return first == '-' || Character.isDigit(first);
  }

  private static View view(NamedCsvRecord row) {
    return row.getField("view").equals("front") ? View.FRONT : View.BACK;
  }

  private static void read(String file, Consumer<NamedCsvRecord> row) {
    try (InputStream in = BodyDrawing.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not there");
      }
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        rows.forEach(row);
      }
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
