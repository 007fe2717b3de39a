package health.plumbline.care.figure;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rigid part of the skeleton. */
enum Bone {
  PELVIS(null, null, Axis.UP),
  LUMBAR_LOWER(PELVIS, null, Axis.UP),
  LUMBAR_UPPER(LUMBAR_LOWER, null, Axis.UP),
  THORAX_LOWER(LUMBAR_UPPER, null, Axis.UP),
  THORAX_UPPER(THORAX_LOWER, null, Axis.UP),
  NECK(THORAX_UPPER, null, Axis.UP),
  HEAD(NECK, null, Axis.UP),
  RIGHT_UPPER_ARM(THORAX_UPPER, Side.RIGHT, Axis.DOWN),
  RIGHT_FOREARM(RIGHT_UPPER_ARM, Side.RIGHT, Axis.DOWN),
  RIGHT_HAND(RIGHT_FOREARM, Side.RIGHT, Axis.DOWN),
  LEFT_UPPER_ARM(THORAX_UPPER, Side.LEFT, Axis.DOWN),
  LEFT_FOREARM(LEFT_UPPER_ARM, Side.LEFT, Axis.DOWN),
  LEFT_HAND(LEFT_FOREARM, Side.LEFT, Axis.DOWN),
  RIGHT_THIGH(PELVIS, Side.RIGHT, Axis.DOWN),
  RIGHT_SHANK(RIGHT_THIGH, Side.RIGHT, Axis.DOWN),
  RIGHT_FOOT(RIGHT_SHANK, Side.RIGHT, Axis.FORWARD),
  RIGHT_TOES(RIGHT_FOOT, Side.RIGHT, Axis.FORWARD),
  LEFT_THIGH(PELVIS, Side.LEFT, Axis.DOWN),
  LEFT_SHANK(LEFT_THIGH, Side.LEFT, Axis.DOWN),
  LEFT_FOOT(LEFT_SHANK, Side.LEFT, Axis.FORWARD),
  LEFT_TOES(LEFT_FOOT, Side.LEFT, Axis.FORWARD);

  /** Where a bone runs from its joint while standing. */
  enum Axis {
    UP,
    DOWN,
    FORWARD
  }

  private static final List<Bone> ALL = List.of(values());

  private final @Nullable Bone parent;
  private final @Nullable Side side;
  private final Axis axis;
  private final String kind;

  Bone(@Nullable Bone parent, @Nullable Side side, Axis axis) {
    this.parent = parent;
    this.side = side;
    this.axis = axis;
    String plain = side == null ? name() : name().substring(side.name().length() + 1);
    this.kind = plain.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The bone that carries this one; null for the pelvis. */
  @Nullable Bone parent() {
    return parent;
  }

  /** The side, null for the trunk. */
  @Nullable Side side() {
    return side;
  }

  Axis axis() {
    return axis;
  }

  /** Name without side, as in the data: {@code upper-arm}. */
  String kind() {
    return kind;
  }

  /** The bone of this name on this side (no side for the trunk), null if there is none. */
  static @Nullable Bone of(@Nullable Side side, String kind) {
    for (Bone bone : ALL) {
      if (bone.kind.equals(kind) && (bone.side == null || bone.side == side)) {
        return bone;
      }
    }
    return null;
  }
}
