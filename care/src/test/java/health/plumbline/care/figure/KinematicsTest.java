package health.plumbline.care.figure;

import static health.plumbline.care.figure.Figures.CONTENT;
import static health.plumbline.care.figure.Figures.KINEMATICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KinematicsTest {

  private static final double EXACT = 1e-6;
  private static final Placement STANDING =
      new Placement(Placement.Base.STAND, 0, 0, 0, "pelvis", Vec.ZERO, List.of("foot", "toes"));

  private static Pose pose(Angles angles) {
    return new Pose(STANDING, angles, Map.of(), Map.of());
  }

  private static Body standing(Angles angles) {
    return KINEMATICS.solve(pose(angles)).body();
  }

  /** Drillis and Contini (1966): hip at 0.530, knee 0.285, ankle 0.039, shoulder 0.818. */
  @Test
  void somebodyWhoStandsHasTheHeightsOfTheLiterature() {
    Body body = standing(new Angles());
    assertThat(Points.of(body, "crown").y()).isCloseTo(100, within(1.0));
    assertThat(Points.of(body, "right-hip").y()).isCloseTo(53.0, within(0.3));
    assertThat(Points.of(body, "right-knee").y()).isCloseTo(28.5, within(0.3));
    assertThat(Points.of(body, "right-ankle").y()).isCloseTo(3.9, within(0.3));
    assertThat(Points.of(body, "left-shoulder").y()).isCloseTo(81.8, within(0.3));
  }

  @Test
  void movementsGoTheWayTheirNamesSay() {
    for (Side side : Side.values()) {
      String limb = side.id() + "-";
      Body neutral = standing(new Angles());
      Vec knee = moved(side, Movement.HIP_FLEXION, limb + "knee", neutral);
      assertThat(knee.x()).isPositive();
      Vec out = moved(side, Movement.HIP_ABDUCTION, limb + "knee", neutral);
      assertThat(out.z() * side.sign()).isPositive();
      assertThat(moved(side, Movement.KNEE_FLEXION, limb + "ankle", neutral).x()).isNegative();
      assertThat(moved(side, Movement.ELBOW_FLEXION, limb + "wrist", neutral).x()).isPositive();
      assertThat(moved(side, Movement.ANKLE_FLEXION, limb + "toes", neutral).y()).isPositive();
      Vec toes = moved(side, Movement.HIP_ROTATION, limb + "toes", neutral);
      assertThat(toes.z() * side.sign()).as("turned outward").isPositive();
    }
    Body neutral = standing(new Angles());
    assertThat(moved(null, Movement.LUMBAR_FLEXION, "head", neutral).x()).isPositive();
    assertThat(moved(null, Movement.LUMBAR_SIDE_BEND, "head", neutral).z()).isPositive();
    assertThat(moved(null, Movement.THORAX_ROTATION, "nose", neutral).z()).isPositive();
    assertThat(moved(null, Movement.NECK_FLEXION, "nose", neutral).y()).isNegative();
  }

  private static Vec moved(@Nullable Side side, Movement movement, String point, Body from) {
    Angles angles = new Angles();
    angles.set(side, movement, 20);
    Body body = standing(angles);
    Vec hips = Points.of(from, "pelvis").minus(Points.of(body, "pelvis"));
    return Points.of(body, point).plus(hips).minus(Points.of(from, point));
  }

  /** Solving a limb for a place and posing it by the angles found gives the same limb. */
  @Test
  void anglesReadFromAHeldLimbPutItWhereItWasHeld() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int i = 0; i < 500; i++) {
      Map<Side, Contact> hands = new EnumMap<>(Side.class);
      Map<Side, Contact> feet = new EnumMap<>(Side.class);
      Vec hand =
          new Vec(random.nextDouble(5, 20), random.nextDouble(70, 95), random.nextDouble(18));
      Vec foot =
          new Vec(random.nextDouble(-18, 20), random.nextDouble(8, 30), random.nextDouble(14));
      hands.put(Side.RIGHT, new Contact(null, hand, Contact.Hold.FREE, 0, 0, null));
      feet.put(Side.LEFT, new Contact(null, foot, Contact.Hold.FREE, 0, 0, null));
      Kinematics.Solution held = KINEMATICS.solve(new Pose(STANDING, new Angles(), hands, feet));
      assertThat(held.miss()).isLessThan(0.01);
      assertThat(Points.of(held.body(), "right-hand").minus(hand).length()).isLessThan(0.02);
      Vec ankle = new Vec(foot.x(), foot.y(), -foot.z());
      assertThat(Points.of(held.body(), "left-ankle").minus(ankle).length()).isLessThan(0.02);
      Body posed = KINEMATICS.solve(new Pose(STANDING, held.angles(), Map.of(), Map.of())).body();
      Vec shift = Points.of(posed, "pelvis").minus(Points.of(held.body(), "pelvis"));
      for (String point : List.of("right-elbow", "right-hand", "left-knee", "left-ankle")) {
        Vec difference = Points.of(posed, point).minus(Points.of(held.body(), point)).minus(shift);
        assertThat(difference.length()).as(point).isLessThan(1e-3);
      }
    }
  }

  @Test
  void aPlaceOutOfReachIsMissedByTheRestOfTheWay() {
    Vec far = new Vec(80, 81.8, 10.8);
    Contact contact = new Contact(null, far, Contact.Hold.FREE, 0, 0, null);
    Kinematics.Solution solution =
        KINEMATICS.solve(new Pose(STANDING, new Angles(), Map.of(Side.RIGHT, contact), Map.of()));
    Vec palm = Points.of(solution.body(), "right-hand");
    assertThat(solution.miss()).isCloseTo(far.minus(palm).length(), within(0.1)).isGreaterThan(40);
  }

  @Test
  void bonesKeepTheirLengthInEveryPosture() {
    Figures.all()
        .flatMap(figure -> Figures.course(figure).stream())
        .forEach(
            body -> {
              for (Side side : Side.values()) {
                length(body, side + "-hip", side + "-knee", Bone.RIGHT_THIGH);
                length(body, side + "-knee", side + "-ankle", Bone.RIGHT_SHANK);
                length(body, side + "-shoulder", side + "-elbow", Bone.RIGHT_UPPER_ARM);
                length(body, side + "-elbow", side + "-wrist", Bone.RIGHT_FOREARM);
              }
            });
  }

  private static void length(Body body, String from, String to, Bone bone) {
    Vec a = Points.of(body, from.toLowerCase(Locale.ROOT));
    Vec b = Points.of(body, to.toLowerCase(Locale.ROOT));
    assertThat(b.minus(a).length()).isCloseTo(CONTENT.skeleton().length(bone), within(EXACT));
  }
}
