package health.plumbline.care.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Draws a body with its things, from back to front (the painter's algorithm on whole limbs: they
 * are few, and a limb drawn as a whole has one clean outline).
 */
final class Artist {

  /** A side of the body is the far one if its joints are this much behind the midline. */
  private static final double FAR = 5;

  /** A limb that points at the viewer by more than this is seen along, not from its side. */
  private static final double ALONG = 0.7;

  /** A face that points at the viewer by more than this shows. */
  private static final double FACING = 0.35;

  private final Figure figure;
  private final List<Layer> order;

  /**
   * A limb, the trunk, the head or a thing.
   *
   * @param name name
   * @param depth how near it is
   * @param far whether it is on the far side of the body
   * @param turned for the head, whether it faces the viewer; for a leg, whether the thigh is seen
   *     from its side, so that it joins the pelvis
   * @param towards for a limb, whether its upper part points at the viewer, so that the lower part
   *     hides sleeve or shorts
   * @param prop the thing
   */
  private record Layer(
      String name,
      double depth,
      boolean far,
      boolean turned,
      boolean towards,
      Figure.@Nullable Prop prop) {}

  /**
   * An artist who keeps one order for all postures of a figure.
   *
   * @param model the posture that gives the order
   */
  Artist(Figure figure, Body model) {
    this.figure = figure;
    this.order = order(figure, model);
  }

  private static List<Layer> order(Figure figure, Body body) {
    Camera camera = figure.camera();
    double trunk = mean(body, camera, "pelvis", "nape");
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer("trunk", trunk, false, false, false, null));
    double head = mean(body, camera, "head", "head");
    boolean facing = camera.see(body.turn(Bone.HEAD).x()).z() > FACING;
    layers.add(
        new Layer("head", head > trunk + 9 ? head : trunk - 0.01, false, facing, false, null));
    for (Side side : Side.values()) {
      String id = side.id() + "-";
      double arm = mean(body, camera, id + "elbow", id + "wrist");
      double leg = mean(body, camera, id + "knee", id + "ankle");
      double aside =
          mean(body, camera, id + "hip", id + "shoulder") - mean(body, camera, "pelvis", "nape");
      double elbow = points(body, camera, id + "shoulder", id + "elbow");
      layers.add(new Layer(id + "arm", arm + 1, aside < -FAR, false, elbow > ALONG, null));
      double knee = points(body, camera, id + "hip", id + "knee");
      boolean joins = Math.abs(knee) < ALONG;
      boolean far = aside < -FAR;
      double near = far || knee < -ALONG ? leg : Math.max(leg, trunk) + 1;
      layers.add(new Layer(id + "leg", near, far, joins, knee > ALONG, null));
    }
    for (Figure.Prop prop : figure.props()) {
      if (Props.carried(prop)) {
        layers.add(
            new Layer(prop.kind(), Props.depth(prop, body, camera), false, false, false, prop));
      }
    }
    List<String> given = figure.order();
    Comparator<Layer> nearest = Comparator.comparingDouble(Layer::depth);
    layers.sort(nearest);
    if (!given.isEmpty()) {
      layers.sort(
          Comparator.comparingInt(
              layer -> given.contains(layer.name()) ? given.indexOf(layer.name()) : 1000));
    }
    return List.copyOf(layers);
  }

  /** How far a limb points at the viewer: 1 straight at, -1 straight away. */
  private static double points(Body body, Camera camera, String from, String to) {
    return camera.see(Points.of(body, to).minus(Points.of(body, from)).unit()).z();
  }

  private static double mean(Body body, Camera camera, String one, String two) {
    return camera.see(Points.of(body, one).plus(Points.of(body, two)).times(0.5)).z();
  }

  /** Draws the things that stand in the room. */
  void room(Canvas canvas, Body body) {
    figure.props().stream()
        .filter(prop -> !Props.carried(prop))
        .forEach(prop -> Props.standing(canvas, prop, body));
  }

  /** Draws the person with what they carry. */
  void person(Canvas canvas, Body body, boolean muscles) {
    for (Layer layer : order) {
      if (layer.prop() != null) {
        Props.carried(canvas, layer.prop(), body);
      } else {
        part(canvas, body, layer, muscles);
      }
    }
  }

  private void part(Canvas canvas, Body body, Layer layer, boolean muscles) {
    Side side =
        layer.name().startsWith("right-")
            ? Side.RIGHT
            : layer.name().startsWith("left-") ? Side.LEFT : null;
    String part = side == null ? layer.name() : layer.name().substring(side.id().length() + 1);
    Predicate<Skeleton.Ball> all = ball -> true;
    if (part.equals("head") && layer.turned()) {
      wear(canvas, body, layer, side, part, Ink.HAIR, all);
    }
    wear(canvas, body, layer, side, part, Ink.SKIN, all);
    wear(canvas, body, layer, side, part, Ink.SHIRT, all);
    wear(canvas, body, layer, side, part, Ink.SHORTS, all);
    switch (part) {
      case "head" -> {
        wear(canvas, body, layer, side, part, Ink.FRINGE, all);
        if (layer.turned()) {
          wear(canvas, body, layer, side, part, Ink.EYES, all);
        }
      }
      case "leg", "arm" -> {
        if (layer.towards()) {
          wear(canvas, body, layer, side, part, Ink.SKIN, Artist::bare);
        } else if (!layer.far() && layer.turned()) {
          wear(canvas, body, layer, side, part, Ink.BLEND, all);
        }
      }
      default -> {}
    }
    if (muscles) {
      for (Figure.Shade shade : figure.muscles()) {
        if (shade.muscle().part().equals(part)
            && (shade.side() == null || side == null || shade.side() == side)) {
          Outline outline = new Outline();
          wrap(canvas, outline, body, shade.side(), shade.muscle().balls(), true);
          canvas.add(Ink.MUSCLE, outline);
        }
      }
    }
  }

  /** Whether flesh is beyond sleeve or shorts. */
  private static boolean bare(Skeleton.Ball ball) {
    return switch (ball.kind()) {
      case "upper-arm", "thigh" -> ball.along() >= 0.6;
      default -> true;
    };
  }

  private static void wear(
      Canvas canvas,
      Body body,
      Layer layer,
      @Nullable Side side,
      String part,
      Ink ink,
      Predicate<Skeleton.Ball> which) {
    List<Skeleton.Wrap> wraps = body.skeleton().wraps(part, ink);
    if (ink == Ink.FRINGE && !layer.turned()) {
      wraps = new ArrayList<>(wraps);
      wraps.addAll(body.skeleton().wraps(part, Ink.HAIR));
    }
    if (wraps.isEmpty()) {
      return;
    }
    Outline outline = new Outline();
    for (Skeleton.Wrap wrap : wraps) {
      List<Skeleton.Ball> balls = wrap.balls().stream().filter(which).toList();
      if (balls.size() > 1) {
        wrap(canvas, outline, body, side, balls, wrap.chain());
      }
    }
    canvas.add(layer.far() ? ink.far() : ink, outline);
  }

  private static void wrap(
      Canvas canvas,
      Outline outline,
      Body body,
      @Nullable Side side,
      List<Skeleton.Ball> balls,
      boolean chain) {
    List<List<Outline.Disc>> stations = new ArrayList<>();
    for (Skeleton.Ball ball : balls) {
      List<Outline.Disc> discs = new ArrayList<>();
      for (Vec centre : Skeleton.centres(body, side, ball)) {
        Outline.Disc disc = canvas.disc(centre, ball.radius());
        canvas.take(new Vec(disc.x(), disc.y(), 0), disc.radius());
        discs.add(disc);
      }
      stations.add(discs);
    }
    if (!chain) {
      outline.hull(stations.stream().flatMap(List::stream).toList());
      return;
    }
    for (int i = 0; i + 1 < stations.size(); i++) {
      List<Outline.Disc> both = new ArrayList<>(stations.get(i));
      both.addAll(stations.get(i + 1));
      if (both.size() == 2) {
        outline.capsule(both.getFirst(), both.getLast());
      } else {
        outline.hull(both);
      }
    }
  }
}
