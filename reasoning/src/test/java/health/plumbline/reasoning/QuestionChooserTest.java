package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class QuestionChooserTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Assessor ASSESSOR = Assessor.of(KNOWLEDGE);

  /** The short cut over rough information finds the question that the full search finds. */
  @Test
  void theBestQuestionIsTheBestOfAll() {
    int same = 0;
    int people = 60;
    for (int seed = 0; seed < people; seed++) {
      Presentation person = person(new SplittableRandom(seed));
      NextQuestion quick = best(person, 1);
      // A large number of results makes the chooser look closely at every finding.
      NextQuestion full = best(person, 100);
      assertThat(quick.score()).as("seed %d", seed).isGreaterThan(0.97 * full.score());
      same += quick.findingId().equals(full.findingId()) ? 1 : 0;
    }
    assertThat(same).isGreaterThanOrEqualTo(people - 1);
  }

  /** Source: harmful-tests.csv; DESIGN of the product, "tests that may harm". */
  @Test
  void neverProposesAHopWhereAStressFractureIsPossible() {
    Presentation runner =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .age(25)
            .sex(Sex.FEMALE)
            .finding("pain-groin", "yes")
            .finding("running-or-military-training", "yes")
            .finding("training-increase", "yes")
            .finding("pain-activity-related", "yes")
            .build();
    assertThat(ASSESSOR.next(runner, Setting.PRIMARY, Assessor.QUESTIONS_AND_EXAMINATION, 400))
        .isNotEmpty()
        .extracting(NextQuestion::findingId)
        .doesNotContain(
            "hop-test-positive",
            "fulcrum-test-positive",
            "single-leg-stance-pain",
            "resisted-abduction-pain");
  }

  @Test
  void doesNotAskAManAboutPeriods() {
    Presentation man =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .age(30)
            .sex(Sex.MALE)
            .finding("pain-lower-abdomen", "yes")
            .build();
    assertThat(ASSESSOR.next(man, Setting.PRIMARY, Assessor.QUESTIONS, 400))
        .extracting(NextQuestion::findingId)
        .doesNotContain("pregnancy", "dysmenorrhoea", "pelvic-pain-cyclical");
  }

  @Test
  void asksNothingThatIsKnownOrWasAsked() {
    Presentation person = person(new SplittableRandom(5));
    NextQuestion first = best(person, 1);
    assertThat(
            ASSESSOR.next(
                person, Setting.PRIMARY, Assessor.QUESTIONS, Set.of(first.findingId()), 400))
        .extracting(NextQuestion::findingId)
        .doesNotContain(first.findingId())
        .doesNotContainAnyElementsOf(person.findings().keySet());
  }

  private static NextQuestion best(Presentation person, int most) {
    return ASSESSOR
        .next(person, Setting.PRIMARY, Assessor.QUESTIONS_AND_EXAMINATION, most)
        .getFirst();
  }

  private static Presentation person(SplittableRandom random) {
    List<Finding> findings =
        KNOWLEDGE.vocabulary().findings().stream()
            .filter(f -> f.values() instanceof Finding.Values.YesNo)
            .filter(f -> f.role() == Finding.Role.ASKED || f.role() == Finding.Role.REGION)
            .toList();
    Presentation.Builder builder =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .age(20 + random.nextInt(60))
            .sex(random.nextBoolean() ? Sex.FEMALE : Sex.MALE);
    int known = random.nextInt(15);
    for (int i = 0; i < known; i++) {
      builder.finding(
          findings.get(random.nextInt(findings.size())).id(),
          random.nextInt(3) == 0 ? FindingValue.YES : FindingValue.NO);
    }
    return builder.build();
  }
}
