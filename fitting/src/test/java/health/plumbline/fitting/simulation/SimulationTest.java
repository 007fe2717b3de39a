package health.plumbline.fitting.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Patients drawn from the very model that assesses them: it must be calibrated on these. */
final class SimulationTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final int PATIENTS = 400;
  private static final long SEED = 11;

  /** A condition with fewer patients tells nothing about its area. */
  private static final int FEWEST = 10;

  private static List<Verdict> verdicts = List.of();

  @BeforeAll
  static void simulate() {
    verdicts =
        Simulation.ofTheModel(KNOWLEDGE, Setting.TEACHING, PATIENTS, SEED)
            .verdicts(Telling.ANSWERS, Integer.MAX_VALUE);
  }

  @Test
  void theModelIsCalibratedOnItsOwnPatients() {
    Calibration first = Calibration.ofFirst(verdicts);
    assertThat(first.statements()).isEqualTo(PATIENTS);
    assertThat(first.error()).isLessThan(first.errorLimit());
    Calibration possible = Calibration.ofAll(verdicts, Figures.POSSIBLE);
    assertThat(possible.error()).isLessThan(possible.errorLimit());
  }

  @Test
  void aModelThatIsTooSureOfItselfIsFoundOut() {
    List<Verdict> sharpened = verdicts.stream().map(v -> with(v, v.probability(), 2.5)).toList();
    Calibration possible = Calibration.ofAll(sharpened, Figures.POSSIBLE);
    assertThat(possible.error()).isGreaterThan(possible.errorLimit());
  }

  @Test
  void aModelThatSpeaksOfSomebodyElseDoesNotDiscriminate() {
    List<Verdict> others = new ArrayList<>(verdicts);
    Collections.shuffle(others, new Random(3));
    List<Verdict> permuted = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      permuted.add(with(verdicts.get(i), others.get(i).probability(), 1));
    }
    Figures right = Figures.of(KNOWLEDGE, verdicts);
    Figures wrong = Figures.of(KNOWLEDGE, permuted);
    assertThat(Discrimination.median(right.areas(), FEWEST)).isGreaterThan(0.9);
    assertThat(Discrimination.median(wrong.areas(), FEWEST)).isBetween(0.42, 0.58);
    assertThat(wrong.topOne().hi()).isLessThan(right.topOne().lo());
    for (Discrimination area : wrong.areas()) {
      if (area.with() >= FEWEST) {
        assertThat(area.area()).isBetween(0.5 - 4 * chance(area), 0.5 + 4 * chance(area));
      }
    }
  }

  /** Standard error of an area of a half. */
  private static double chance(Discrimination area) {
    double with = area.with();
    return Math.sqrt((PATIENTS + 1) / (12 * with * (PATIENTS - with)));
  }

  @Test
  void theSameSeedGivesTheSamePatientsVerdictsAndInterviews() {
    Figures one = Figures.of(KNOWLEDGE, uncertain(5).verdicts(Telling.ALL.get(3), 60));
    Figures two = Figures.of(KNOWLEDGE, uncertain(5).verdicts(Telling.ALL.get(3), 60));
    Figures other = Figures.of(KNOWLEDGE, uncertain(6).verdicts(Telling.ALL.get(3), 60));
    assertThat(two.all().bins()).isEqualTo(one.all().bins());
    assertThat(two.areas()).isEqualTo(one.areas());
    assertThat(other.all().bins()).isNotEqualTo(one.all().bins());
  }

  private static Simulation uncertain(long seed) {
    return Simulation.uncertain(KNOWLEDGE, Setting.PRIMARY, 4, 2, seed);
  }

  @Test
  void anInterviewEndsStable() {
    for (Course course : uncertain(5).interviews(2)) {
      assertThat(course.stableAfter()).isBetween(0, course.questions());
      assertThat(course.after(course.stableAfter()).sameVerdict(course.moments().getLast()))
          .isTrue();
      assertThat(course.last().urgency()).isEqualTo(course.moments().getLast().urgency());
      assertThat(course.last().first()).isEqualTo(course.moments().getLast().first());
    }
  }

  @Test
  void refusesNobodyAndUnknownOptions() {
    assertThatThrownBy(() -> Simulation.uncertain(KNOWLEDGE, Setting.PRIMARY, 0, 5, 1))
        .hasMessage("patients and patients per draw must be 1 or more, were 0, 5");
    assertThatThrownBy(() -> Simulate.options("--patients", "-3"))
        .hasMessage("--patients: -3 is not a whole number from 1 to 999999999");
    assertThatThrownBy(() -> Simulate.options("--people", "3"))
        .hasMessageStartingWith("--people is no option; allowed are --patients");
  }

  /** The odds of every probability to a power: above 1 it is too sure of itself. */
  private static Verdict with(Verdict verdict, double[] probability, double power) {
    double[] changed = new double[probability.length];
    for (int d = 0; d < changed.length; d++) {
      double odds = Math.pow(probability[d] / (1 - Math.min(probability[d], 1 - 1e-12)), power);
      changed[d] = odds / (1 + odds);
    }
    return new Verdict(verdict.draw(), verdict.truth(), changed, Urgency.ROUTINE);
  }
}
