package health.plumbline.fitting.simulation;

import health.plumbline.fitting.simulation.Course.Moment;
import health.plumbline.fitting.simulation.Telling.Questions;
import health.plumbline.knowledge.ActionThreshold;
import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.Assessor;
import health.plumbline.reasoning.Interview;
import health.plumbline.reasoning.PatientSampler;
import health.plumbline.reasoning.QuickAssessment;
import health.plumbline.reasoning.RankedCondition;
import health.plumbline.reasoning.SampledPatient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Simulated patients of one setting, and what the fitted model says of them.
 *
 * <p>The patients come from the model with its numbers drawn anew every {@code perDraw} patients;
 * the fitted model, which knows nothing of the draw, assesses them. The same seed gives the same
 * patients and verdicts, on any number of cores.
 */
final class Simulation {

  private record Patient(int draw, SampledPatient sampled) {}

  private final KnowledgeBase knowledge;
  private final Assessor assessor;
  private final Questions questions;
  private final Interview interview;
  private final Setting setting;
  private final int screenPage;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Patient> patients = new ArrayList<>();

  private Simulation(KnowledgeBase knowledge, Setting setting) {
    this.knowledge = knowledge;
    this.assessor = Assessor.of(knowledge);
    this.questions = Questions.of(knowledge, assessor);
    this.interview = new Interview(knowledge, assessor);
    this.setting = setting;
    this.screenPage = (int) knowledge.settings().get("screen-questions-a-page");
    for (Condition condition : knowledge.conditions()) {
      numbers.put(condition.id(), numbers.size());
    }
  }

  /** Patients of the model with its numbers drawn from their uncertainty. */
  static Simulation uncertain(
      KnowledgeBase knowledge, Setting setting, int patients, int perDraw, long seed) {
    return drawn(knowledge, setting, patients, perDraw, seed, new ParameterDraws(knowledge)::draw);
  }

  /** Patients of the fitted model itself. */
  static Simulation ofTheModel(KnowledgeBase knowledge, Setting setting, int patients, long seed) {
    return drawn(knowledge, setting, patients, patients, seed, random -> knowledge);
  }

  private static Simulation drawn(
      KnowledgeBase knowledge,
      Setting setting,
      int patients,
      int perDraw,
      long seed,
      Function<SplittableRandom, KnowledgeBase> numbers) {
    if (patients < 1 || perDraw < 1) {
      throw new IllegalArgumentException(
          "patients and patients per draw must be 1 or more, were " + patients + ", " + perDraw);
    }
    Simulation simulation = new Simulation(knowledge, setting);
    PatientSampler sampler = PatientSampler.of(knowledge);
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int draw = 0; simulation.patients.size() < patients; draw++) {
      SplittableRandom random = seeds.split();
      PatientSampler drawn = sampler.with(numbers.apply(random));
      for (int i = 0; i < perDraw && simulation.patients.size() < patients; i++) {
        simulation.patients.add(new Patient(draw, drawn.draw(setting, random)));
      }
    }
    return simulation;
  }

  /**
   * The verdicts on patients spread evenly over all draws, one kind of person after the other.
   *
   * @param most no more patients than this
   */
  List<Verdict> verdicts(Telling telling, int most) {
    return inTurn(
        spread(most),
        patient ->
            verdict(
                patient,
                assessor.assessQuickly(telling.of(patient.sampled(), questions), setting)));
  }

  /** Interviews of patients spread evenly over all draws. */
  List<Course> interviews(int most) {
    return inTurn(spread(most), this::interview);
  }

  private List<Patient> spread(int most) {
    int n = Math.min(most, patients.size());
    List<Patient> chosen = new ArrayList<>();
    for (long i = 0; i < n; i++) {
      chosen.add(patients.get((int) (i * patients.size() / n)));
    }
    return chosen;
  }

  /** Interviews of the first patients with a serious condition among their causes. */
  List<Course> interviewsOfSerious(int most) {
    return inTurn(
        patients.stream().filter(patient -> patient.sampled().isSerious()).limit(most).toList(),
        this::interview);
  }

  /** Persons of one kind share the rows of the network: one kind after the other. */
  private <T> List<T> inTurn(List<Patient> people, Function<Patient, T> each) {
    Map<String, List<Patient>> byKind = new TreeMap<>();
    for (Patient patient : people) {
      byKind
          .computeIfAbsent(
              AgeBand.of((Integer) patient.sampled().age()) + " " + patient.sampled().sex(),
              kind -> new ArrayList<>())
          .add(patient);
    }
    List<T> results = new ArrayList<>();
    for (Collection<Patient> kind : byKind.values()) {
      kind.parallelStream().map(each).forEachOrdered(results::add);
    }
    return results;
  }

  private Course interview(Patient patient) {
    SampledPatient sampled = patient.sampled();
    Presentation known = sampled.opening(knowledge.vocabulary()).build();
    Set<String> asked = new LinkedHashSet<>();
    List<Moment> moments = new ArrayList<>();
    int screened = 0;
    int alone = 0;
    while (true) {
      QuickAssessment now = assessor.assessQuickly(known, setting);
      int pages = alone + (screened + screenPage - 1) / screenPage;
      moments.add(moment(sampled, pages, now));
      switch (interview.next(known, asked, setting, Assessor.QUESTIONS)) {
        case Interview.Step.Stop(Interview.Step.Reason reason) -> {
          Presentation everything = Telling.ANSWERS.of(sampled, questions);
          QuickAssessment complete = assessor.assessQuickly(everything, setting);
          return new Course(
              sampled.isSerious(),
              complete.urgency(),
              forGoodReason(sampled, everything, complete),
              moments,
              reason,
              verdict(patient, now));
        }
        case Interview.Step.Ask ask -> {
          String id = ask.finding().id();
          if (ask.stage() == Interview.Stage.SCREEN) {
            screened++;
          } else {
            alone++;
          }
          asked.add(id);
          Optional<FindingValue> answer = sampled.answer(id);
          if (answer.isPresent()) {
            known = known.toBuilder(knowledge.vocabulary()).finding(id, answer.get()).build();
          }
        }
      }
    }
  }

  private boolean forGoodReason(
      SampledPatient patient, Presentation everything, QuickAssessment complete) {
    boolean byRule =
        assessor.triage().assess(everything).fired().stream()
            .filter(fired -> fired.level().atLeast(Urgency.SAME_DAY))
            .anyMatch(fired -> patient.causes().contains(fired.rule().conditionId()));
    boolean byProbability = false;
    for (ActionThreshold row : knowledge.actionThresholds()) {
      for (RankedCondition ranked : complete.differential()) {
        byProbability |=
            row.urgency().atLeast(Urgency.SAME_DAY)
                && ranked.conditionId().equals(row.conditionId())
                && ranked.probability() >= row.threshold()
                && patient.causes().contains(row.conditionId());
      }
    }
    return byRule || byProbability;
  }

  private Moment moment(SampledPatient patient, int pages, QuickAssessment now) {
    String first = now.differential().getFirst().conditionId();
    return new Moment(pages, number(first), patient.causes().contains(first), now.urgency());
  }

  private Verdict verdict(Patient patient, QuickAssessment quick) {
    boolean[] truth = new boolean[numbers.size()];
    patient.sampled().causes().forEach(id -> truth[number(id)] = true);
    double[] probability = new double[numbers.size()];
    quick
        .differential()
        .forEach(ranked -> probability[number(ranked.conditionId())] = ranked.probability());
    return new Verdict(patient.draw(), truth, probability, quick.urgency());
  }

  private int number(String condition) {
    Integer number = numbers.get(condition);
    if (number == null) {
      throw new IllegalArgumentException(condition + " is not a condition");
    }
    return number;
  }
}
