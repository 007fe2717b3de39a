package health.plumbline.care.figure;

import static health.plumbline.care.figure.Figures.CONTENT;
import static health.plumbline.care.figure.Figures.KINEMATICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Postures are possible and stand where they say. Lengths are hundredths of the stature. */
final class PosturesTest {

  /** A centimetre or so for an adult. */
  private static final double NEAR = 0.6;

  /** How far flesh gives way where it presses on the floor, and passes through it on the way. */
  private static final double PRESS = 1.0;

  private static final double PRESS_ON_THE_WAY = 3.0;

  static List<Figure> figures() {
    return List.copyOf(CONTENT.figures().values());
  }

  private static String contactPoint(Side side, boolean hand, Contact contact) {
    String limb = side.id() + "-";
    if (hand) {
      return limb + "hand";
    }
    return limb
        + (contact.hold() == Contact.Hold.FREE ? "ankle" : contact.pitch() > 0 ? "ball" : "sole");
  }

  private static Vec place(Body body, Side side, boolean hand, Contact contact) {
    String point = contactPoint(side, hand, contact);
    return point.endsWith("ball")
        ? body.origin(side == Side.RIGHT ? Bone.RIGHT_TOES : Bone.LEFT_TOES)
        : Points.of(body, point);
  }

  private static void staysPut(
      Figure figure, boolean hand, Map<Side, Contact> start, Map<Side, Contact> end) {
    List<Body> course = Figures.course(figure);
    start.forEach(
        (side, contact) -> {
          if (contact.equals(end.get(side)) && contact.bone() == null) {
            Vec first = place(course.getFirst(), side, hand, contact);
            for (Body body : course) {
              assertThat(place(body, side, hand, contact).minus(first).length())
                  .as(figure.exerciseId() + " " + side.id() + (hand ? " hand" : " foot"))
                  .isLessThan(NEAR);
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("figures")
  void heldHandsAndFeetStayInPlaceDuringTheWholeMovement(Figure figure) {
    staysPut(figure, true, figure.start().hands(), figure.end().hands());
    staysPut(figure, false, figure.start().feet(), figure.end().feet());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void handsLaidFlatLieOnTheirSurface(Figure figure) {
    for (Pose pose : List.of(figure.start(), figure.end())) {
      Body body = KINEMATICS.solve(pose).body();
      pose.hands()
          .forEach(
              (side, contact) -> {
                if (contact.hold() == Contact.Hold.FLAT) {
                  Bone hand = side == Side.RIGHT ? Bone.RIGHT_HAND : Bone.LEFT_HAND;
                  assertThat(CONTENT.skeleton().lowest(body, bone -> bone == hand))
                      .isCloseTo(contact.at().y(), within(NEAR));
                }
              });
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void feetLaidFlatStandOnTheirSurface(Figure figure) {
    for (Pose pose : List.of(figure.start(), figure.end())) {
      Body body = KINEMATICS.solve(pose).body();
      pose.feet()
          .forEach(
              (side, contact) -> {
                if (contact.hold() == Contact.Hold.FLAT) {
                  assertThat(
                          CONTENT
                              .skeleton()
                              .lowest(
                                  body,
                                  bone ->
                                      bone.side() == side
                                          && (bone.kind().equals("foot")
                                              || bone.kind().equals("toes"))))
                      .as(figure.exerciseId())
                      .isCloseTo(contact.at().y(), within(NEAR));
                }
              });
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void nobodySinksIntoTheFloorOrFloatsAboveIt(Figure figure) {
    List<Body> course = Figures.course(figure);
    for (Body body : course) {
      assertThat(CONTENT.skeleton().lowest(body, bone -> true))
          .as(figure.exerciseId())
          .isGreaterThan(-PRESS_ON_THE_WAY);
    }
    for (Body body : List.of(course.getFirst(), course.getLast())) {
      double lowest = CONTENT.skeleton().lowest(body, bone -> true);
      assertThat(lowest).as(figure.exerciseId()).isGreaterThan(-PRESS);
      boolean carried =
          figure.props().stream()
              .anyMatch(prop -> List.of("bed", "step", "stool", "cycle").contains(prop.kind()));
      if (!carried) {
        assertThat(lowest).as(figure.exerciseId()).isLessThan(NEAR);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void jointsStayWithinTheirRangesDuringTheWholeMovement(Figure figure) {
    Ranges ranges = Ranges.load();
    Kinematics.Solution start = KINEMATICS.solve(figure.start());
    Kinematics.Solution end = KINEMATICS.solve(figure.end());
    assertThat(ranges.fault(start.angles())).isNull();
    assertThat(ranges.fault(end.angles())).isNull();
    Pose half = figure.start().towards(figure.end(), start.angles(), end.angles(), 0.5);
    assertThat(ranges.fault(KINEMATICS.solve(half).angles())).as(figure.exerciseId()).isNull();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void headNeverEntersTheTrunkAndHandsReachWhatTheyHold(Figure figure) {
    for (Pose pose : List.of(figure.start(), figure.end())) {
      Kinematics.Solution solution = KINEMATICS.solve(pose);
      assertThat(solution.miss()).as(figure.exerciseId()).isLessThan(NEAR);
      Vec head = Points.of(solution.body(), "head");
      assertThat(head.minus(Points.of(solution.body(), "shoulder-blades")).length())
          .isGreaterThan(12);
    }
  }

  @Test
  void theShadedMuscleIsTheTarget() {
    // Plain cases, after the target muscles of exercises.csv.
    assertThat(muscles("hamstring-supine")).containsExactly("hamstrings");
    assertThat(muscles("calf-stretch-wall")).containsExactly("calf");
    assertThat(muscles("clamshell")).containsExactly("hip-rotators");
    assertThat(muscles("front-plank")).containsExactly("abdominals");
    assertThat(muscles("knee-extension-seated")).containsExactly("quadriceps");
    assertThat(muscles("sciatic-slider-slump")).containsExactly("sciatic-nerve");
  }

  private static List<String> muscles(String id) {
    return Figures.figure(id).muscles().stream().map(shade -> shade.muscle().id()).toList();
  }
}
