package health.plumbline.care.figure;

import java.util.Locale;

/** A movement of a joint, in degrees from standing with the arms hanging. */
enum Movement {
  LUMBAR_FLEXION(false),
  LUMBAR_SIDE_BEND(false),
  LUMBAR_ROTATION(false),
  THORAX_FLEXION(false),
  THORAX_SIDE_BEND(false),
  THORAX_ROTATION(false),
  NECK_FLEXION(false),
  NECK_SIDE_BEND(false),
  NECK_ROTATION(false),
  SHOULDER_FLEXION(true),
  SHOULDER_ABDUCTION(true),
  SHOULDER_ROTATION(true),
  ELBOW_FLEXION(true),
  FOREARM_ROTATION(true),
  WRIST_FLEXION(true),
  HIP_FLEXION(true),
  HIP_ABDUCTION(true),
  HIP_ROTATION(true),
  KNEE_FLEXION(true),
  ANKLE_FLEXION(true);

  private final boolean sided;

  Movement(boolean sided) {
    this.sided = sided;
  }

  /** Whether there is one on each side of the body. */
  boolean sided() {
    return sided;
  }

  /** Name in the data. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The joint, as poses name it. */
  String joint() {
    return id().substring(0, id().indexOf('-'));
  }
}
