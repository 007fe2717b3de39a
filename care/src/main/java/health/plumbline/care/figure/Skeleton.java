package health.plumbline.care.figure;

import health.plumbline.knowledge.DataFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Proportions and shape of the body, read from {@code care/figure-segments.csv} and {@code
 * care/figure-shape.csv}.
 *
 * <p>Flesh is balls on the bones, wrapped: the outline of a limb is that of the hulls of each ball
 * with the next. A ball looks the same from everywhere, so one shape serves every view, and a limb
 * that points at the viewer is foreshortened as it should be.
 */
final class Skeleton {

  private static final double PERCENT = 100;

  private final Map<String, Double> sizes = new HashMap<>();
  private final Map<Bone, Double> lengths = new EnumMap<>(Bone.class);
  private final Map<String, Wrap> wraps = new LinkedHashMap<>();
  private final Map<String, List<Wrap>> worn = new HashMap<>();

  /**
   * A ball of flesh, or a pair of them at both sides of the midline.
   *
   * @param kind kind of bone that carries it
   * @param along share of the bone's length
   * @param forward in front of the bone
   * @param outward away from the bone's plane
   * @param pair whether its mirror image is there as well
   * @param radius radius
   */
  record Ball(
      String kind, double along, double forward, double outward, boolean pair, double radius) {}

  /**
   * Balls wrapped together.
   *
   * @param part head, trunk, arm or leg
   * @param layer skin, shirt, shorts, hair or blend
   * @param chain whether each ball is wrapped with the next only, not all together
   * @param balls the balls
   */
  record Wrap(String part, String layer, boolean chain, List<Ball> balls) {}

  private Skeleton() {}

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  static Skeleton load() {
    Skeleton skeleton = new Skeleton();
    for (DataFile.Row row : DataFile.read("care/figure-segments.csv").rows()) {
      skeleton.sizes.put(row.required("id"), row.proportion("share_of_stature") * PERCENT);
    }
    for (Bone bone : Bone.values()) {
      skeleton.lengths.put(bone, skeleton.size(bone.kind()));
    }
    for (DataFile.Row row : DataFile.read("care/figure-shape.csv").rows()) {
      String kind = row.required("bone");
      if (Bone.of(Side.RIGHT, kind) == null) {
        throw row.fault("bone", kind + " is not a bone");
      }
      skeleton
          .wraps
          .computeIfAbsent(
              row.required("shape"),
              id ->
                  new Wrap(
                      row.required("part"),
                      row.required("layer"),
                      row.either("join", "chain", "hull"),
                      new ArrayList<>()))
          .balls()
          .add(
              new Ball(
                  kind,
                  row.number("along"),
                  row.number("forward"),
                  row.number("outward"),
                  row.flag("pair"),
                  row.number("radius")));
    }
    for (Wrap wrap : skeleton.wraps.values()) {
      Ink ink = Ink.valueOf(wrap.layer().toUpperCase(Locale.ROOT));
      skeleton.worn.computeIfAbsent(wrap.part() + ' ' + ink, key -> new ArrayList<>()).add(wrap);
    }
    return skeleton;
  }

  private double size(String id) {
    Double size = sizes.get(id);
    if (size == null) {
      throw new IllegalStateException("care/figure-segments.csv: there is no row " + id);
    }
    return size;
  }

  /** Length of a bone. */
  double length(Bone bone) {
    return lengths.getOrDefault(bone, 0.0);
  }

  /** Distance of the joints of shoulders or hips from the midline. */
  double halfWidth(String joints) {
    return size(joints);
  }

  double ankleHeight() {
    return size("ankle-height");
  }

  /** What a part wears in an ink, such as the skin of an arm. */
  List<Wrap> wraps(String part, Ink ink) {
    return worn.getOrDefault(part + ' ' + ink, List.of());
  }

  /** Places of a ball's centres: one, or two for a pair. */
  static List<Vec> centres(Body body, @Nullable Side side, Ball ball) {
    Bone bone = Bone.of(side, ball.kind());
    if (bone == null) {
      return List.of();
    }
    double outward = ball.outward();
    if (bone.side() == null && side != null) {
      outward *= side.sign();
    }
    Vec one = body.point(bone, ball.along(), ball.forward(), outward);
    return ball.pair()
        ? List.of(one, body.point(bone, ball.along(), ball.forward(), -outward))
        : List.of(one);
  }

  /** Height of the lowest point of the flesh on some bones. */
  double lowest(Body body, Predicate<Bone> bones) {
    double lowest = Double.MAX_VALUE;
    for (Wrap wrap : wraps.values()) {
      if (wrap.layer().equals("blend")) {
        continue;
      }
      for (Ball ball : wrap.balls()) {
        for (Side side : Side.values()) {
          Bone bone = Bone.of(side, ball.kind());
          if (bone != null && bones.test(bone)) {
            for (Vec centre : centres(body, side, ball)) {
              lowest = Math.min(lowest, centre.y() - ball.radius());
            }
          }
        }
      }
    }
    return lowest;
  }
}
