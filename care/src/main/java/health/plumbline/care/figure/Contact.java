package health.plumbline.care.figure;

import org.jspecify.annotations.Nullable;

/**
 * A hand or foot that stays where it is put: on floor or furniture, or on the body itself.
 *
 * @param bone the body part that it lies on, null for a place in the room
 * @param at the place: x, y and z (outward) in the room, or share along, forward and outward on the
 *     bone
 * @param hold how the hand or foot lies
 * @param turn for a hand or foot laid flat, how far it is turned outward, in degrees
 * @param pitch for a foot, how far the heel is raised over the ball of the foot, in degrees
 * @param bend where elbow or knee points, null for the usual way
 */
record Contact(
    @Nullable Bone bone, Vec at, Hold hold, double turn, double pitch, @Nullable Vec bend) {

  /** How a hand or foot lies. */
  enum Hold {
    /** Laid flat on a level surface. */
    FLAT,
    /** Laid flat against a wall in front. */
    WALL,
    /** Follows the limb. */
    FREE
  }

  boolean like(@Nullable Contact other) {
    return other != null && other.bone == bone && other.hold == hold;
  }

  Contact towards(Contact other, double share) {
    Vec way = bend == null || other.bend == null ? bend : bend.towards(other.bend, share);
    return new Contact(
        bone,
        at.towards(other.at, share),
        hold,
        turn + share * (other.turn - turn),
        pitch + share * (other.pitch - pitch),
        way);
  }
}
