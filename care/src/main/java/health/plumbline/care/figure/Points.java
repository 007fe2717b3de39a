package health.plumbline.care.figure;

import java.util.LinkedHashMap;
import java.util.Map;

/** Points of the body that data can name, such as {@code right-knee}. */
final class Points {

  private record Place(String bone, double along, double forward, double outward) {}

  private static final Map<String, Place> MIDDLE = new LinkedHashMap<>();
  private static final Map<String, Place> SIDED = new LinkedHashMap<>();

  static {
    MIDDLE.put("pelvis", new Place("pelvis", 0, 0, 0));
    MIDDLE.put("belly", new Place("lumbar-lower", 0.6, 5.5, 0));
    MIDDLE.put("back", new Place("lumbar-lower", 0.6, -5, 0));
    MIDDLE.put("tail", new Place("pelvis", 0.3, -8.5, 0));
    MIDDLE.put("waist", new Place("lumbar-upper", 0, 0, 0));
    MIDDLE.put("chest", new Place("thorax-upper", 0.3, 6.5, 0));
    MIDDLE.put("shoulder-blades", new Place("thorax-upper", 0.4, -7, 0));
    MIDDLE.put("nape", new Place("thorax-upper", 1, 0, 0));
    MIDDLE.put("head", new Place("head", 0.5, 0, 0));
    MIDDLE.put("crown", new Place("head", 1, 0, 0));
    MIDDLE.put("back-of-head", new Place("head", 0.45, -5.6, 0));
    MIDDLE.put("nose", new Place("head", 0.28, 6, 0));
    SIDED.put("shoulder", new Place("upper-arm", 0, 0, 0));
    SIDED.put("elbow", new Place("upper-arm", 1, 0, 0));
    SIDED.put("wrist", new Place("forearm", 1, 0, 0));
    SIDED.put("hand", new Place("hand", 0.45, 0, 0));
    SIDED.put("hip", new Place("thigh", 0, 0, 0));
    SIDED.put("mid-thigh", new Place("thigh", 0.6, 0, 0));
    SIDED.put("outer-thigh", new Place("thigh", 0.62, 0.5, 4.2));
    SIDED.put("outer-ankle", new Place("shank", 0.88, 0, 1.9));
    SIDED.put("knee", new Place("thigh", 1, 0, 0));
    SIDED.put("mid-shank", new Place("shank", 0.5, 0, 0));
    SIDED.put("ankle", new Place("shank", 1, 0, 0));
    SIDED.put("heel", new Place("foot", -0.4, -1.6, 0));
    SIDED.put("sole", new Place("foot", 0.4, -3.6, 0));
    SIDED.put("toes", new Place("toes", 0.8, 1.2, 0));
  }

  private Points() {}

  static boolean known(String name) {
    return MIDDLE.containsKey(name)
        || (name.startsWith("right-") && SIDED.containsKey(name.substring(6)))
        || (name.startsWith("left-") && SIDED.containsKey(name.substring(5)));
  }

  /** Where a point is. */
  static Vec of(Body body, String name) {
    Side side =
        name.startsWith("right-") ? Side.RIGHT : name.startsWith("left-") ? Side.LEFT : null;
    Place place =
        side == null ? MIDDLE.get(name) : SIDED.get(name.substring(side.id().length() + 1));
    Bone bone = place == null ? null : Bone.of(side, place.bone());
    if (place == null || bone == null) {
      throw new IllegalArgumentException(name + " is not a point of the body");
    }
    return body.point(bone, place.along(), place.forward(), place.outward());
  }
}
