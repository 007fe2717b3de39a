package health.plumbline.web;

import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.anatomy.Structure;
import java.util.Optional;

/**
 * A place on the body chart that the person marked.
 *
 * @param regionId region of the body chart
 * @param side left or right; unstated where the region has no side
 * @param kind what is felt there
 */
record Mark(String regionId, Side side, Kind kind) {

  /** What is felt in a place. */
  enum Kind {
    PAIN("pain"),
    NUMB("numb");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The spelling in forms. */
    String id() {
      return id;
    }
  }

  /** The place as forms spell it, for example {@code groin:left}. */
  String place() {
    return new PainRegion(regionId, side).toString();
  }

  /** Reads a place from a form; empty if there is no such place. */
  static Optional<Mark> parse(String place, Kind kind, Iterable<Structure.Region> regions) {
    int colon = place.indexOf(':');
    String regionId = colon < 0 ? place : place.substring(0, colon);
    Side side =
        switch (colon < 0 ? "" : place.substring(colon + 1)) {
          case "left" -> Side.LEFT;
          case "right" -> Side.RIGHT;
          default -> Side.UNSTATED;
        };
    for (Structure.Region region : regions) {
      if (region.id().equals(regionId) && region.hasSide() == (side != Side.UNSTATED)) {
        Mark mark = new Mark(regionId, side, kind);
        return mark.place().equals(place) ? Optional.of(mark) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
