package health.plumbline.knowledge.anatomy;

/** The part of the body that a region belongs to, coarse enough to say "back" and "hip". */
public enum Area {
  /** Spine, sacrum and sacroiliac joints. */
  BACK,
  /** Buttock, outer hip and groin. */
  HIP,
  THIGH,
  /** Knee and below. */
  LEG,
  /** Pubis, saddle and coccyx. */
  PELVIC_FLOOR,
  ABDOMEN;

  /** Whether one of the two is the back and the other the hip or the limb below it. */
  public static boolean linksBackAndHip(Area one, Area other) {
    return (one == BACK && other.isHipOrBelow()) || (other == BACK && one.isHipOrBelow());
  }

  private boolean isHipOrBelow() {
    return this == HIP || this == THIGH || this == LEG;
  }
}
