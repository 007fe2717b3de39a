package health.plumbline.knowledge.anatomy;

import java.util.List;

/** Anything that can be a step of a path: a structure, or a region where pain is felt. */
public sealed interface Structure {

  /** Stable id, shared by no two structures of any kind. */
  String id();

  /** Anatomical name. */
  String name();

  /** Name in plain words. */
  String layName();

  /**
   * A region of the body chart.
   *
   * @param id id without the prefix {@code pain-}
   * @param name name
   * @param layName name in plain words
   * @param hasSide whether there is a left and a right one
   * @param area the part of the body that it belongs to
   */
  record Region(String id, String name, String layName, boolean hasSide, Area area)
      implements Structure {

    /** The finding "pain felt in this region". */
    public String findingId() {
      return "pain-" + id;
    }
  }

  /**
   * A nerve, root, plexus or branch.
   *
   * @param id id
   * @param name name
   * @param layName name in plain words
   * @param kind root, plexus, nerve or branch
   * @param roots spinal roots that it carries, for example {@code L5}
   * @param course its course
   * @param entrapmentSites where it can be caught, a structure id first where it has one
   * @param sourceId source
   */
  record Nerve(
      String id,
      String name,
      String layName,
      String kind,
      List<String> roots,
      String course,
      List<String> entrapmentSites,
      String sourceId)
      implements Structure {}

  /**
   * A muscle, band or fascia.
   *
   * @param id id
   * @param name name
   * @param layName name in plain words
   * @param origin where it arises
   * @param insertion where it ends
   * @param actions what it does
   * @param tightWhen when it tends to be tight, may be empty
   * @param weakWhen when it tends to be weak, may be empty
   * @param roleInBackHipLink how it ties back and hip together, may be empty
   * @param sourceId source
   */
  record Muscle(
      String id,
      String name,
      String layName,
      String origin,
      String insertion,
      List<String> actions,
      String tightWhen,
      String weakWhen,
      String roleInBackHipLink,
      String sourceId)
      implements Structure {}

  /**
   * A joint or a part of one.
   *
   * @param id id
   * @param name name
   * @param layName name in plain words
   * @param kind kind of joint
   * @param normalRange movement to its normal range, for example {@code flexion=120}: degrees, or
   *     millimetres where the movement ends in {@code -mm}
   * @param loadPath how load passes through it
   * @param sourceId source
   */
  record Joint(
      String id,
      String name,
      String layName,
      String kind,
      List<String> normalRange,
      String loadPath,
      String sourceId)
      implements Structure {}

  /**
   * A ligament.
   *
   * @param id id
   * @param name name
   * @param layName name in plain words
   * @param kind kind
   * @param restrains movements that it restrains
   * @param loadPath how load passes through it
   * @param sourceId source
   */
  record Ligament(
      String id,
      String name,
      String layName,
      String kind,
      List<String> restrains,
      String loadPath,
      String sourceId)
      implements Structure {}

  /**
   * An organ or vessel that can be felt in the back or groin.
   *
   * @param id id
   * @param name name
   * @param layName name in plain words
   * @param sourceId source
   */
  record Organ(String id, String name, String layName, String sourceId) implements Structure {}
}
