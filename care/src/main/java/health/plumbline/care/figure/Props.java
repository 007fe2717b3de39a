package health.plumbline.care.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws furniture and equipment. */
final class Props {

  private static final double HALF = 13;
  private static final double MAT = 1.6;

  /**
   * What a thing needs to be drawn.
   *
   * @param numbers how many numbers at least
   * @param points how many points of the body at least
   * @param carried whether it goes with the body rather than standing behind it
   */
  private record Need(int numbers, int points, boolean carried) {}

  private static final Map<String, Need> NEEDS =
      Map.ofEntries(
          Map.entry("mat", new Need(2, 0, false)),
          Map.entry("pillow", new Need(4, 0, false)),
          Map.entry("wall", new Need(1, 0, false)),
          Map.entry("step", new Need(3, 0, false)),
          Map.entry("bench", new Need(3, 0, false)),
          Map.entry("bed", new Need(3, 0, false)),
          Map.entry("chair", new Need(3, 0, false)),
          Map.entry("stool", new Need(3, 0, false)),
          Map.entry("rail", new Need(2, 0, false)),
          Map.entry("cycle", new Need(6, 0, false)),
          Map.entry("strap", new Need(0, 2, true)),
          Map.entry("band", new Need(0, 2, true)),
          Map.entry("stick", new Need(0, 2, true)),
          Map.entry("weights", new Need(0, 1, true)),
          Map.entry("ball", new Need(1, 2, true)),
          Map.entry("water", new Need(3, 0, true)),
          Map.entry("cloth", new Need(0, 1, true)),
          Map.entry("clock", new Need(2, 1, true)));

  private Props() {}

  static boolean known(String kind) {
    return NEEDS.containsKey(kind);
  }

  /** What is missing to draw a thing, null if nothing is. */
  static @Nullable String fault(Figure.Prop prop) {
    Need need = NEEDS.get(prop.kind());
    if (need == null) {
      return prop.kind() + " is not known";
    }
    return prop.numbers().size() < need.numbers() || prop.words().size() < need.points()
        ? prop.kind() + " needs " + need.numbers() + " numbers and " + need.points() + " points"
        : null;
  }

  static boolean carried(Figure.Prop prop) {
    Need need = NEEDS.get(prop.kind());
    return need != null && need.carried();
  }

  /** Height of the floor: under a mat it is lower than what the person lies on. */
  static double floor(Figure figure) {
    return figure.props().stream().anyMatch(prop -> prop.kind().equals("mat")) ? -MAT : 0;
  }

  /** How near a carried thing is. */
  static double depth(Figure.Prop prop, Body body, Camera camera) {
    return switch (prop.kind()) {
      case "water", "clock" -> 1e6;
      case "cloth" -> -1e6;
      case "stick" -> camera.see(Points.of(body, "chest")).z() - 0.5;
      case "ball" -> camera.see(middle(prop, body)).z();
      default -> {
        double nearest = -Double.MAX_VALUE;
        for (String point : prop.words()) {
          nearest = Math.max(nearest, camera.see(Points.of(body, point)).z());
        }
        yield nearest + 3;
      }
    };
  }

  private static Vec middle(Figure.Prop prop, Body body) {
    Vec one = Points.of(body, prop.words().getFirst());
    return one.towards(Points.of(body, prop.words().getLast()), 0.5);
  }

  static void standing(Canvas canvas, Figure.Prop prop, Body body) {
    List<Double> n = prop.numbers();
    switch (prop.kind()) {
      case "mat" -> canvas.box(Ink.MAT, n.get(0), n.get(1), -MAT, 0, -HALF, HALF);
      case "pillow" ->
          canvas.rod(
              Ink.CUSHION,
              new Vec(n.get(0) + n.get(2) / 2, n.get(3) + n.get(2) / 2, 0),
              new Vec(n.get(1) - n.get(2) / 2, n.get(3) + n.get(2) / 2, 0),
              n.get(2) / 2);
      case "wall" -> wall(canvas, n.getFirst());
      case "step", "bench" ->
          canvas.box(Ink.FURNITURE, n.get(0), n.get(1), 0, n.get(2), -HALF, HALF);
      case "bed" -> {
        canvas.box(Ink.BEHIND, n.get(0) + 1, n.get(1) - 1, 0, n.get(2) - 9, -HALF, HALF);
        canvas.box(Ink.FURNITURE, n.get(0), n.get(1), n.get(2) - 9, n.get(2), -HALF, HALF);
      }
      case "chair" -> chair(canvas, n.get(0), n.get(1), n.get(2), true);
      case "stool" -> chair(canvas, n.get(0), n.get(1), n.get(2), false);
      case "rail" -> rail(canvas, n.get(0), n.get(1), n.size() > 2 ? n.get(2) : 0);
      case "cycle" -> cycle(canvas, n, body);
      default -> {}
    }
  }

  private static void wall(Canvas canvas, double x) {
    canvas.box(Ink.FURNITURE, x, x + 3, 0, 104, -HALF, HALF);
  }

  private static void chair(Canvas canvas, double x0, double x1, double height, boolean back) {
    double thick = 1.4;
    for (double z : new double[] {-10, 10}) {
      Ink ink = z < 0 ? Ink.BEHIND : Ink.FURNITURE;
      for (double x : new double[] {Math.min(x0, x1) + 1, Math.max(x0, x1) - 1 - thick}) {
        canvas.box(ink, x, x + thick, 0, height - 2, z - 0.7, z + 0.7);
      }
    }
    if (back) {
      double way = Math.signum(x1 - x0);
      canvas.box(Ink.FURNITURE, x0, x0 + way * thick, height, height + 25, -10, 10);
    }
    canvas.box(Ink.FURNITURE, x0, x1, height - 2.2, height, -11, 11);
  }

  private static void rail(Canvas canvas, double x, double height, double z) {
    canvas.rod(Ink.FURNITURE, new Vec(x, 1, z), new Vec(x, height - 1, z), 0.9);
    canvas.rod(Ink.FURNITURE, new Vec(x - 4, 1, z), new Vec(x + 6, 1, z), 0.9);
    canvas.rod(Ink.FURNITURE, new Vec(x, height - 1, z - 12), new Vec(x, height - 1, z + 12), 1.2);
  }

  /** Crank centre, saddle, handlebar. */
  private static void cycle(Canvas canvas, List<Double> n, Body body) {
    Vec crank = new Vec(n.get(0), n.get(1), 0);
    Vec saddle = new Vec(n.get(2), n.get(3), 0);
    Vec bar = new Vec(n.get(4), n.get(5), 0);
    Vec front = new Vec(bar.x() - 2, crank.y(), 0);
    canvas.ball(Ink.BEHIND, front.plus(new Vec(0, 2, -2)), 12);
    canvas.line(Ink.STEEL, List.of(saddle, crank, front, bar.plus(new Vec(-3, -4, 0)), bar));
    canvas.line(Ink.STEEL, List.of(saddle.towards(crank, 0.5), bar.plus(new Vec(-2.5, -22, 0))));
    canvas.line(Ink.STEEL, List.of(crank.plus(new Vec(-16, 1.2 - crank.y(), 0)), crank));
    canvas.line(
        Ink.STEEL,
        List.of(crank.plus(new Vec(-22, 1.2 - crank.y(), 0)), new Vec(front.x() + 12, 1.2, 0)));
    canvas.line(Ink.STEEL, List.of(front, new Vec(front.x(), 1.2, 0)));
    canvas.rod(Ink.WEIGHT, saddle.plus(new Vec(-4.5, 0, 0)), saddle.plus(new Vec(4, 0, 0)), 1.3);
    canvas.ball(Ink.BEHIND, crank, 3.6);
    for (Side side : Side.values()) {
      Vec pedal = Points.of(body, side.id() + "-sole");
      canvas.line(Ink.STEEL, List.of(crank, new Vec(pedal.x(), pedal.y() - 0.6, 0)));
    }
  }

  static void carried(Canvas canvas, Figure.Prop prop, Body body) {
    switch (prop.kind()) {
      case "strap", "band" ->
          canvas.line(
              Ink.STRAP, prop.words().stream().map(point -> Points.of(body, point)).toList());
      case "stick" -> {
        Vec low = Points.of(body, prop.words().getFirst());
        Vec high = Points.of(body, prop.words().getLast());
        canvas.rod(Ink.WOOD, low.towards(high, -0.16), low.towards(high, 1.12), 0.8);
      }
      case "weights" -> {
        for (String point : prop.words()) {
          Vec hand = Points.of(body, point);
          canvas.rod(
              Ink.WEIGHT, hand.plus(new Vec(-4.5, 0, 0)), hand.plus(new Vec(4.5, 0, 0)), 0.8);
          for (double x : new double[] {-4.5, 4.5}) {
            canvas.rod(
                Ink.WEIGHT, hand.plus(new Vec(x, 1.6, 0)), hand.plus(new Vec(x, -1.6, 0)), 1.3);
          }
        }
      }
      case "ball" -> canvas.ball(Ink.BALL, middle(prop, body), prop.numbers().getFirst());
      case "cloth" -> {
        for (String point : prop.words()) {
          Vec at = Points.of(body, point);
          canvas.box(Ink.BALL, at.x() - 9, at.x() + 9, 0, 0.7, at.z() - 4, at.z() + 4);
        }
      }
      case "clock" -> clock(canvas, middle(prop, body), prop.numbers());
      case "water" -> water(canvas, prop.numbers());
      default -> {}
    }
  }

  /** Ticks of the hours on the screen: height above a point, radius. */
  private static void clock(Canvas canvas, Vec point, List<Double> n) {
    Vec centre = canvas.screen(point).minus(new Vec(0, n.get(0) * Canvas.SCALE, 0));
    for (int hour = 0; hour < 12; hour++) {
      double angle = Math.toRadians(30 * hour);
      Vec way = new Vec(Math.cos(angle), Math.sin(angle), 0).times(n.get(1) * Canvas.SCALE);
      canvas.draw(
          Ink.STRAP,
          List.of(centre.plus(way.times(hour % 3 == 0 ? 0.8 : 0.9)), centre.plus(way)),
          false);
    }
  }

  private static void water(Canvas canvas, List<Double> n) {
    List<Vec> surface = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      double x = n.get(0) + (n.get(1) - n.get(0)) * i / 40;
      surface.add(canvas.screen(new Vec(x, n.get(2) + 0.8 * Math.sin(i * 0.9), 0)));
    }
    surface.add(canvas.screen(new Vec(n.get(1), 0, 0)));
    surface.add(canvas.screen(new Vec(n.get(0), 0, 0)));
    canvas.draw(Ink.WATER, surface, true);
  }
}
