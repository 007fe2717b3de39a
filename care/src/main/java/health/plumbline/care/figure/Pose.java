package health.plumbline.care.figure;

import java.util.EnumMap;
import java.util.Map;

/**
 * A posture as the data give it.
 *
 * @param placement where it is
 * @param angles joint angles
 * @param hands hands that are held somewhere, by side
 * @param feet feet that are held somewhere, by side
 */
record Pose(Placement placement, Angles angles, Map<Side, Contact> hands, Map<Side, Contact> feet) {

  /**
   * The posture part of the way to another. A hand or foot held in both stays held; one held in
   * only one of them moves by its angles.
   *
   * @param own this posture's angles, solved
   * @param others the other's
   */
  Pose towards(Pose other, Angles own, Angles others, double share) {
    return new Pose(
        placement.towards(other.placement, share),
        own.towards(others, share),
        between(hands, other.hands, share),
        between(feet, other.feet, share));
  }

  private static Map<Side, Contact> between(
      Map<Side, Contact> here, Map<Side, Contact> there, double share) {
    Map<Side, Contact> both = new EnumMap<>(Side.class);
    here.forEach(
        (side, contact) -> {
          Contact other = there.get(side);
          if (other != null && contact.like(other)) {
            both.put(side, contact.towards(other, share));
          }
        });
    return both;
  }
}
