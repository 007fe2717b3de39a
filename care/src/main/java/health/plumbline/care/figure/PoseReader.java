package health.plumbline.care.figure;

import health.plumbline.knowledge.DataFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of {@code care/exercise-poses.csv}. The end position begins from the start and
 * names only what changes.
 */
final class PoseReader {

  private static final List<String> COLUMNS = List.of("body", "spine", "arms", "legs", "holds");

  private final Angles angles;
  private final Map<Side, Contact> hands = new EnumMap<>(Side.class);
  private final Map<Side, Contact> feet = new EnumMap<>(Side.class);
  private Placement placement =
      new Placement(Placement.Base.STAND, 0, 0, 0, "pelvis", Vec.ZERO, List.of("foot"));

  private PoseReader(@Nullable Pose start) {
    this.angles = start == null ? new Angles() : start.angles().copy();
    if (start != null) {
      placement = start.placement();
      hands.putAll(start.hands());
      feet.putAll(start.feet());
    }
  }

  /**
   * Reads a posture.
   *
   * @param start the posture from which this one departs, null for the first
   */
  static Pose read(DataFile.Row row, @Nullable Pose start) {
    PoseReader reader = new PoseReader(start);
    for (String column : COLUMNS) {
      for (String clause : row.list(column)) {
        try {
          reader.clause(new ArrayList<>(Arrays.asList(clause.split("\\s+"))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
          throw row.fault(column, "\"" + clause + "\" cannot be read: " + e.getMessage());
        }
      }
    }
    return new Pose(reader.placement, reader.angles, reader.hands, reader.feet);
  }

  private void clause(List<String> words) {
    String first = words.getFirst();
    Side side =
        switch (first) {
          case "right" -> Side.RIGHT;
          case "left" -> Side.LEFT;
          default -> null;
        };
    if (side != null) {
      words.removeFirst();
      first = words.getFirst() + "s";
      first = first.equals("foots") ? "feet" : first;
    }
    words.removeFirst();
    switch (first) {
      case "stand", "supine", "prone", "side-right", "side-left" ->
          placement =
              with(Placement.Base.valueOf(first.toUpperCase(Locale.ROOT).replace('-', '_')));
      case "tilt", "roll", "spin" -> lean(first, number(words, 0));
      case "rest" -> rest(words);
      case "keep" -> keep(words);
      case "hands" -> hold(hands, side, words);
      case "feet" -> hold(feet, side, words);
      default -> angles(first, side, words);
    }
  }

  private Placement with(Placement.Base base) {
    Placement p = placement;
    return new Placement(base, p.tilt(), p.roll(), p.spin(), p.point(), p.at(), p.rest());
  }

  private void lean(String which, double degrees) {
    Placement p = placement;
    placement =
        new Placement(
            p.base(),
            which.equals("tilt") ? degrees : p.tilt(),
            which.equals("roll") ? degrees : p.roll(),
            which.equals("spin") ? degrees : p.spin(),
            p.point(),
            p.at(),
            p.rest());
  }

  private void rest(List<String> words) {
    Placement p = placement;
    List<String> bones = List.of(words.getFirst().split(","));
    for (String bone : bones) {
      if (Bone.of(Side.RIGHT, bone) == null) {
        throw new IllegalArgumentException(bone + " is not a bone");
      }
    }
    double height = words.size() > 1 ? number(words, 1) : 0;
    placement =
        new Placement(
            p.base(),
            p.tilt(),
            p.roll(),
            p.spin(),
            p.point(),
            new Vec(p.at().x(), height, p.at().z()),
            bones);
  }

  private void keep(List<String> words) {
    Placement p = placement;
    String point = words.getFirst();
    if (!Points.known(point)) {
      throw new IllegalArgumentException(point + " is not a point of the body");
    }
    boolean height = words.size() > 2;
    placement =
        new Placement(
            p.base(),
            p.tilt(),
            p.roll(),
            p.spin(),
            point,
            new Vec(
                number(words, 1),
                height ? number(words, 2) : p.at().y(),
                words.size() > 3 ? number(words, 3) : p.at().z()),
            height ? List.of() : p.rest());
  }

  private static void hold(Map<Side, Contact> limbs, @Nullable Side only, List<String> words) {
    Contact contact = words.getFirst().equals("loose") ? null : contact(words);
    for (Side side : only == null ? Side.values() : new Side[] {only}) {
      if (contact == null) {
        limbs.remove(side);
      } else {
        limbs.put(side, onSide(contact, side, words));
      }
    }
  }

  private static Contact contact(List<String> words) {
    boolean onBody = words.getFirst().equals("on");
    int next = onBody ? 2 : 1;
    Vec at = new Vec(number(words, next), number(words, next + 1), number(words, next + 2));
    next += 3;
    Contact.Hold hold = Contact.Hold.FREE;
    double turn = 0;
    double pitch = 0;
    Vec bend = null;
    while (next < words.size()) {
      switch (words.get(next++)) {
        case "flat" -> hold = Contact.Hold.FLAT;
        case "wall" -> hold = Contact.Hold.WALL;
        case "turned" -> turn = number(words, next++);
        case "heel-up" -> pitch = number(words, next++);
        case "bend" -> {
          bend = new Vec(number(words, next), number(words, next + 1), number(words, next + 2));
          next += 3;
        }
        default -> throw new IllegalArgumentException(words.get(next - 1) + " is not known here");
      }
    }
    return new Contact(null, at, hold, turn, pitch, bend);
  }

  /** The contact of one side: its bone, and outward directions in the room's. */
  private static Contact onSide(Contact contact, Side side, List<String> words) {
    Bone bone = null;
    if (words.getFirst().equals("on")) {
      String name = words.get(1);
      boolean other = name.startsWith("other-");
      boolean right = name.startsWith("right-");
      boolean left = name.startsWith("left-");
      String kind = name.substring(other ? 6 : right ? 6 : left ? 5 : 0);
      Side bears =
          right
              ? Side.RIGHT
              : left ? Side.LEFT : other == (side == Side.RIGHT) ? Side.LEFT : Side.RIGHT;
      bone = Bone.of(bears, kind);
      if (bone == null) {
        throw new IllegalArgumentException(kind + " is not a bone");
      }
    }
    Vec at = contact.at();
    if (bone != null && bone.side() == null) {
      at = new Vec(at.x(), at.y(), at.z() * side.sign());
    }
    Vec bend = contact.bend();
    return new Contact(
        bone,
        at,
        contact.hold(),
        contact.turn(),
        contact.pitch(),
        bend == null ? null : new Vec(bend.x(), bend.y(), bend.z() * side.sign()));
  }

  private void angles(String name, @Nullable Side side, List<String> words) {
    String joint = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    int next = 0;
    for (Movement movement : Movement.values()) {
      if (movement.joint().equals(joint)) {
        double degrees = next < words.size() ? number(words, next) : 0;
        next++;
        if (!movement.sided()) {
          angles.set(null, movement, degrees);
        } else {
          for (Side one : side == null ? Side.values() : new Side[] {side}) {
            angles.set(one, movement, degrees);
          }
        }
      }
    }
    if (next == 0) {
      throw new IllegalArgumentException(name + " is not known");
    }
    if (words.size() > next) {
      throw new IllegalArgumentException("at most " + next + " numbers are allowed");
    }
  }

  private static double number(List<String> words, int index) {
    return Double.parseDouble(words.get(index));
  }
}
