package health.plumbline.care.figure;

/** A skeleton in a posture: where each bone begins and how it is turned. */
final class Body {

  private final Skeleton skeleton;
  private final Vec[] origins = new Vec[Bone.values().length];
  private final Turn[] turns = new Turn[Bone.values().length];

  Body(Skeleton skeleton) {
    this.skeleton = skeleton;
  }

  Skeleton skeleton() {
    return skeleton;
  }

  void set(Bone bone, Vec origin, Turn turn) {
    origins[bone.ordinal()] = origin;
    turns[bone.ordinal()] = turn;
  }

  Vec origin(Bone bone) {
    return origins[bone.ordinal()];
  }

  Turn turn(Bone bone) {
    return turns[bone.ordinal()];
  }

  /**
   * A point fixed to a bone.
   *
   * @param along share of the bone's length, from its joint
   * @param forward in front of the bone; above it for a foot
   * @param outward away from the midline; to the right for the trunk
   */
  Vec point(Bone bone, double along, double forward, double outward) {
    double run = along * skeleton.length(bone);
    Side side = bone.side();
    double right = side == null ? outward : outward * side.sign();
    Vec local =
        switch (bone.axis()) {
          case UP -> new Vec(forward, run, right);
          case DOWN -> new Vec(forward, -run, right);
          case FORWARD -> new Vec(run, forward, right);
        };
    return origin(bone).plus(turn(bone).apply(local));
  }

  Vec end(Bone bone) {
    return point(bone, 1, 0, 0);
  }

  void move(Vec by) {
    for (int i = 0; i < origins.length; i++) {
      origins[i] = origins[i].plus(by);
    }
  }
}
