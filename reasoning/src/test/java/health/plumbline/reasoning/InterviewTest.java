package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Source of the order: DESIGN of the product, "a short screen for emergencies comes first". */
final class InterviewTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Assessor ASSESSOR = Assessor.of(KNOWLEDGE);
  private static final Interview INTERVIEW = new Interview(KNOWLEDGE, ASSESSOR);

  private record Course(List<String> asked, Interview.Step.Reason stopped) {}

  private static Course run(Function<String, FindingValue> answers, String... places) {
    Presentation.Builder opening =
        Presentation.builder(KNOWLEDGE.vocabulary()).age(50).sex(Sex.MALE);
    for (String place : places) {
      opening.finding(place, FindingValue.YES);
    }
    Presentation known = opening.build();
    Set<String> asked = new LinkedHashSet<>();
    while (true) {
      switch (INTERVIEW.next(known, asked, Setting.PRIMARY, Assessor.QUESTIONS)) {
        case Interview.Step.Stop(Interview.Step.Reason reason) -> {
          return new Course(new ArrayList<>(asked), reason);
        }
        case Interview.Step.Ask ask -> {
          String id = ask.finding().id();
          assertThat(asked.add(id)).as("%s is asked twice", id).isTrue();
          known = known.toBuilder(KNOWLEDGE.vocabulary()).finding(id, answers.apply(id)).build();
        }
      }
    }
  }

  private static FindingValue no(String id) {
    return switch (id) {
      case "duration-weeks" -> new FindingValue.Quantity(2);
      case "pain-intensity" -> new FindingValue.Quantity(4);
      case "morning-stiffness-minutes" -> new FindingValue.Quantity(0);
      default -> FindingValue.NO;
    };
  }

  @Test
  void theScreenComesFirstWhateverHurts() {
    Course course = run(InterviewTest::no, "pain-lumbar-central");
    List<String> screen = ASSESSOR.triage().screen();
    assertThat(course.asked()).startsWith(screen.toArray(String[]::new));
    assertThat(course.asked()).contains("duration-weeks");
    assertThat(course.stopped()).isNotEqualTo(Interview.Step.Reason.EMERGENCY);
  }

  @Test
  void anEmergencyStopsItAtOnce() {
    Course course =
        run(id -> id.startsWith("saddle-") ? FindingValue.YES : no(id), "pain-lumbar-central");
    assertThat(course.stopped()).isEqualTo(Interview.Step.Reason.EMERGENCY);
    assertThat(course.asked()).containsExactly("saddle-numbness", "saddle-change-within-2-weeks");
  }

  @Test
  void aSymptomThatMayBeOldIsConfirmed() {
    Course course =
        run(
            id ->
                id.equals("urinary-incontinence") || id.equals("bladder-bowel-change-longstanding")
                    ? FindingValue.YES
                    : no(id),
            "pain-lumbar-central");
    assertThat(course.asked())
        .containsSubsequence(
            "urinary-incontinence",
            "bladder-bowel-change-within-2-weeks",
            "bladder-bowel-change-longstanding",
            "bilateral-leg-symptoms-new");
    assertThat(course.stopped()).isNotEqualTo(Interview.Step.Reason.EMERGENCY);
  }

  /** A leak told of after "my slow stream is old" must not be taken for old as well. */
  @Test
  void oneAnswerNeverSpeaksForASymptomToldAfterIt() {
    Course course =
        run(
            id ->
                Set.of(
                            "urinary-hesitancy-or-altered-sensation",
                            "urinary-incontinence",
                            "bowel-incontinence",
                            "bladder-bowel-change-longstanding")
                        .contains(id)
                    ? FindingValue.YES
                    : no(id),
            "pain-lumbar-central");
    List<String> asked = course.asked();
    int confirmed = asked.indexOf("bladder-bowel-change-within-2-weeks");
    assertThat(asked.subList(0, confirmed))
        .contains("urinary-incontinence", "bowel-incontinence", "sexual-dysfunction-new");
  }

  /** Acute ischaemia (nhshighland-ali), a bleed on a blood thinner, cancer with a weak leg. */
  @Test
  void painInTheLegLeadsToTheQuestionsThatDecide() {
    Course course = run(id -> id.equals("leg-weakness") ? FindingValue.YES : no(id), "pain-calf");
    assertThat(course.asked())
        .contains(
            "leg-cold-pale",
            "leg-weakness",
            "history-cancer",
            "anticoagulant-use",
            "leg-swelling-one-side");
  }

  @Test
  void lowMoodIsFollowedByTheQuestionThatMatters() {
    Presentation known =
        Presentation.builder(KNOWLEDGE.vocabulary()).finding("low-mood", FindingValue.YES).build();
    FollowUpQuestions followUps = new FollowUpQuestions(KNOWLEDGE, ASSESSOR.triage().derived());
    assertThat(followUps.next(known, Set.of())).contains("thoughts-of-self-harm");
    assertThat(followUps.next(known, Set.of("thoughts-of-self-harm"))).isEmpty();
  }

  /**
   * A question that tells little is still asked before the end where its yes would find somebody in
   * danger. Simulated women of 65 and over, among whom danger is frequent.
   */
  @Test
  void beforeItStopsItAsksWhatCouldStillFindAnEmergency() {
    PatientSampler sampler = PatientSampler.of(KNOWLEDGE);
    SplittableRandom random = new SplittableRandom(5);
    int askedForSafety = 0;
    for (int i = 0; i < 150; i++) {
      SampledPatient patient = sampler.draw(Setting.TEACHING, random);
      if (patient.sex() != Sex.FEMALE || patient.age() < 65) {
        continue;
      }
      Presentation known = patient.opening(KNOWLEDGE.vocabulary()).build();
      Set<String> asked = new LinkedHashSet<>();
      while (INTERVIEW.next(known, asked, Setting.TEACHING, Assessor.QUESTIONS)
          instanceof Interview.Step.Ask ask) {
        String id = ask.finding().id();
        assertThat(asked.add(id)).as("%s is asked twice", id).isTrue();
        if (ask.stage() == Interview.Stage.SAFETY) {
          askedForSafety++;
          Presentation yes =
              known.toBuilder(KNOWLEDGE.vocabulary()).finding(id, FindingValue.YES).build();
          assertThat(ASSESSOR.triage().assess(known).level().atLeast(Urgency.SAME_DAY)).isFalse();
          assertThat(ASSESSOR.triage().assess(yes).level().atLeast(Urgency.SAME_DAY)).isTrue();
        }
        Optional<FindingValue> answer = patient.answer(id);
        if (answer.isPresent()) {
          known = known.toBuilder(KNOWLEDGE.vocabulary()).finding(id, answer.get()).build();
        }
      }
    }
    assertThat(askedForSafety).isPositive();
  }

  /** Source: pmm-backpain; the rules for children need answers as much as those for adults. */
  @Test
  void aChildIsAskedTheScreenAndNothingElse() {
    Presentation child = Presentation.builder(KNOWLEDGE.vocabulary()).age(9).build();
    Set<String> asked = new LinkedHashSet<>();
    while (INTERVIEW.next(child, asked, Setting.PRIMARY, Assessor.QUESTIONS)
        instanceof Interview.Step.Ask ask) {
      asked.add(ask.finding().id());
      child =
          child.toBuilder(KNOWLEDGE.vocabulary())
              .finding(ask.finding().id(), FindingValue.NO)
              .build();
    }
    assertThat(asked).containsExactlyElementsOf(ASSESSOR.triage().screen());
    assertThat(INTERVIEW.next(child, asked, Setting.PRIMARY, Assessor.QUESTIONS))
        .isEqualTo(new Interview.Step.Stop(Interview.Step.Reason.OUT_OF_SCOPE));
  }

  @Test
  void aChildWhoCannotPassUrineIsAnEmergency() {
    Presentation child =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .age(9)
            .finding("urinary-retention", FindingValue.YES)
            .build();
    assertThat(INTERVIEW.next(child, Set.of(), Setting.PRIMARY, Assessor.QUESTIONS))
        .isEqualTo(new Interview.Step.Stop(Interview.Step.Reason.EMERGENCY));
  }
}
