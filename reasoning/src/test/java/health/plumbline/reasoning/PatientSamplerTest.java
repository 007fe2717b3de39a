package health.plumbline.reasoning;

import static health.plumbline.reasoning.Presentations.KNOWLEDGE;
import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.NestedFinding;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Simulated patients against the probabilities of the model that they are drawn from. */
final class PatientSamplerTest {

  /** Five standard errors: of 400 comparisons one goes beyond by chance in some 4,000 seeds. */
  private static final double FARTHEST = 5;

  private static final List<SampledPatient> PATIENTS = patients(4000);

  private static List<SampledPatient> patients(int n) {
    PatientSampler sampler = PatientSampler.of(KNOWLEDGE);
    SplittableRandom random = new SplittableRandom(17);
    List<SampledPatient> patients = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      patients.add(sampler.draw(Setting.TEACHING, random));
    }
    return patients;
  }

  @Test
  void causesComeFromThePrior() {
    ConditionIndex conditions = new ConditionIndex(KNOWLEDGE);
    HypothesisSpace space = new HypothesisSpace(conditions.size());
    PriorModel priors = new PriorModel(KNOWLEDGE, space, conditions);
    double[] expected = new double[conditions.size()];
    double[] variance = new double[conditions.size()];
    double[] drawn = new double[conditions.size()];
    for (SampledPatient patient : PATIENTS) {
      double[] shares =
          space.marginals(priors.prior(Setting.TEACHING, patient.age(), patient.sex()));
      for (int d = 0; d < shares.length; d++) {
        expected[d] += shares[d];
        variance[d] += shares[d] * (1 - shares[d]);
      }
      patient.causes().forEach(id -> drawn[conditions.of(id)]++);
    }
    for (int d = 0; d < drawn.length; d++) {
      assertThat((drawn[d] - expected[d]) / Math.sqrt(variance[d]))
          .as(conditions.id(d))
          .isBetween(-FARTHEST, FARTHEST);
    }
  }

  /** Every finding keeps its probability under the causes, though groups share a factor. */
  @Test
  void findingsComeFromTheNetwork() {
    ConditionIndex conditions = new ConditionIndex(KNOWLEDGE);
    HypothesisSpace space = new HypothesisSpace(conditions.size());
    Network network =
        new Networks(KNOWLEDGE, space, conditions).network(AgeBand.FROM_45_TO_64, Sex.FEMALE);
    Map<Set<String>, Integer> numbers = new HashMap<>();
    for (int h = 0; h < space.size(); h++) {
      Set<String> causes = new HashSet<>();
      for (byte d : space.members(h)) {
        causes.add(conditions.id(d));
      }
      numbers.put(causes, h);
    }
    List<SampledPatient> kind =
        PATIENTS.stream()
            .filter(p -> p.sex() == Sex.FEMALE && p.age() >= 45 && p.age() < 65)
            .toList();
    assertThat(kind.size()).isGreaterThan(500);
    // A wider finding differs where a rarer one within it is more frequent by the data.
    Set<String> wider =
        KNOWLEDGE.nestedFindings().stream()
            .map(NestedFinding::container)
            .collect(Collectors.toSet());
    for (int v = 0; v < network.variables().size(); v++) {
      Variable variable = network.variable(v);
      if (variable.kind() == Variable.Kind.NOMINAL || wider.contains(variable.id())) {
        continue;
      }
      double[] present = network.rows(v)[0];
      double expected = 0;
      double variance = 0;
      double drawn = 0;
      for (SampledPatient patient : kind) {
        double p = present[numbers.getOrDefault(Set.copyOf(patient.causes()), -1)];
        expected += p;
        variance += p * (1 - p);
        drawn += patient.value(v) >= 1 ? 1 : 0;
      }
      assertThat((drawn - expected) / Math.sqrt(variance + 1))
          .as(variable.id())
          .isBetween(-FARTHEST, FARTHEST);
    }
  }

  @Test
  void findingsOfOneGroupGoTogether() {
    int both = 0;
    int first = 0;
    int second = 0;
    List<SampledPatient> without =
        PATIENTS.stream()
            .filter(p -> !p.causes().contains("sacroiliac-joint-dysfunction"))
            .filter(p -> !p.causes().contains("axial-spondyloarthritis"))
            .toList();
    for (SampledPatient patient : without) {
      boolean a = isPresent(patient, "thigh-thrust-positive");
      boolean b = isPresent(patient, "compression-positive");
      first += a ? 1 : 0;
      second += b ? 1 : 0;
      both += a && b ? 1 : 0;
    }
    double apart = (double) first * second / without.size();
    assertThat((double) both).isGreaterThan(1.5 * apart);
  }

  @Test
  void nobodyVomitsWithoutNausea() {
    assertThat(PATIENTS.stream().filter(p -> isPresent(p, "vomiting")))
        .isNotEmpty()
        .allMatch(p -> isPresent(p, "nausea"));
  }

  @Test
  void aWrongAnswerIsNotTheTrueOne() {
    for (SampledPatient patient : PATIENTS.subList(0, 50)) {
      for (String id : List.of("fever", "duration-weeks", "pain-intensity", "faber-site")) {
        Optional<FindingValue> right = patient.answer(id);
        assertThat(patient.wrongAnswer(id)).isPresent().isNotEqualTo(right);
      }
    }
  }

  /** No invented answer calms a rule down for somebody who is in danger. */
  @Test
  void seriousPatientsDoNotAnswerConfirmingQuestions() {
    String confirming = "bladder-bowel-change-longstanding";
    assertThat(PATIENTS.stream().filter(SampledPatient::isSerious))
        .isNotEmpty()
        .allMatch(p -> p.answer(confirming).isEmpty());
    assertThat(PATIENTS.stream().filter(p -> !p.isSerious()))
        .allMatch(p -> p.answer(confirming).isPresent());
  }

  private static boolean isPresent(SampledPatient patient, String id) {
    return patient.answer(id).equals(Optional.of(FindingValue.YES));
  }
}
