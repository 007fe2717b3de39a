package health.plumbline.knowledge;

/**
 * A region of the body chart with its side.
 *
 * @param regionId id of the region without the prefix {@code pain-}, for example {@code groin}
 * @param side the side, or {@link Side#UNSTATED}
 */
public record PainRegion(String regionId, Side side) {

  /** The finding "pain felt in this region". */
  public String findingId() {
    return "pain-" + regionId;
  }

  /** The spelling in a case file, for example {@code groin:left}. */
  @Override
  public String toString() {
    return side == Side.UNSTATED ? regionId : regionId + ":" + side.id();
  }
}
