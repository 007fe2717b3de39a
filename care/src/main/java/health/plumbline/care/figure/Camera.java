package health.plumbline.care.figure;

/**
 * Where the viewer stands. Far away: things do not shrink with distance, so lengths can be
 * compared.
 *
 * @param turn turns the room so that the viewer looks along its z axis
 */
record Camera(Turn turn) {

  /**
   * A viewer.
   *
   * @param yaw degrees by which the room is turned: 0 sees the right side of somebody who stands,
   *     -90 the front, 90 the back
   * @param pitch degrees by which the viewer looks down
   */
  static Camera of(double yaw, double pitch) {
    return new Camera(Turn.aboutX(pitch).after(Turn.aboutY(yaw)));
  }

  /** Screen position (x rightward, y upward) and nearness (z). */
  Vec see(Vec point) {
    return turn.apply(point);
  }
}
