package health.plumbline.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import health.plumbline.reasoning.KeptRows.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows are kept for many kinds of people, within a bound, and never change an answer. */
final class KeptRowsTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();

  @Test
  void letsTheRowsGoThatWereNotUsedForLongest() {
    KeptRows kept = new KeptRows(1000);
    List<Slot<String>> slots = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      kept.begin();
      String name = "row " + i;
      slots.add(new Slot<>());
      assertThat(kept.get(slots.get(i), () -> name, rows -> 100)).isEqualTo(name);
    }
    assertThat(kept.bytes()).isEqualTo(1000);
    kept.begin();
    assertThat(kept.get(slots.getFirst(), () -> "made again", rows -> 100)).isEqualTo("row 0");
    kept.begin();
    kept.get(new Slot<>(), () -> "one too many", rows -> 100);
    assertThat(kept.bytes()).isLessThanOrEqualTo(1000).isGreaterThan(500);
    assertThat(kept.peek(slots.get(0))).as("used again").isEqualTo("row 0");
    assertThat(kept.peek(slots.get(1))).as("the oldest").isNull();
    assertThat(kept.peek(slots.get(9))).isEqualTo("row 9");
    assertThat(kept.get(slots.get(1), () -> "made again", rows -> 100)).isEqualTo("made again");
  }

  @Test
  void kindsOfPeopleShareTheRowsInWhichTheyDoNotDiffer() {
    ConditionIndex conditions = new ConditionIndex(KNOWLEDGE);
    HypothesisSpace space = new HypothesisSpace(conditions.size());
    Networks networks = new Networks(KNOWLEDGE, space, conditions);
    Network woman = networks.network(AgeBand.UNDER_45, Sex.FEMALE);
    Network man = networks.network(AgeBand.UNDER_45, Sex.MALE);
    int same = 0;
    for (int v = 0; v < woman.variables().size(); v++) {
      boolean equal =
          Arrays.equals(woman.variable(v).leak(), man.variable(v).leak())
              && Arrays.deepEquals(woman.variable(v).given(), man.variable(v).given());
      if (equal) {
        assertThat(woman.entropies(v)).as(woman.variable(v).id()).isSameAs(man.entropies(v));
      } else {
        assertThat(woman.entropies(v)).as(woman.variable(v).id()).isNotSameAs(man.entropies(v));
      }
      same += equal ? 1 : 0;
    }
    assertThat(same).isBetween(50, woman.variables().size() - 50);
  }

  /** With hardly any room, rows are made over and over, and all comes out the same. */
  @Test
  void theBoundChangesNoAnswer() {
    ConditionIndex conditions = new ConditionIndex(KNOWLEDGE);
    HypothesisSpace space = new HypothesisSpace(conditions.size());
    KeptRows roomy = new KeptRows(Long.MAX_VALUE);
    KeptRows tight = new KeptRows(3_000_000);
    Networks all = new Networks(KNOWLEDGE, space, conditions, roomy);
    Networks few = new Networks(KNOWLEDGE, space, conditions, tight);
    PriorModel priors = new PriorModel(KNOWLEDGE, space, conditions);
    QuestionChooser choosing = new QuestionChooser(KNOWLEDGE, all, conditions, space);
    QuestionChooser choosingTightly = new QuestionChooser(KNOWLEDGE, few, conditions, space);
    for (int round = 0; round < 2; round++) {
      for (int age : new int[] {30, 50, 80}) {
        for (Sex sex : Sex.values()) {
          var person =
              Presentation.builder(KNOWLEDGE.vocabulary())
                  .age(age)
                  .sex(sex)
                  .finding("pain-groin", "yes")
                  .finding("pain-putting-on-shoes", "yes")
                  .build();
          assertThat(rank(choosingTightly, few, priors, person))
              .as("%d, %s", age, sex)
              .isEqualTo(rank(choosing, all, priors, person));
        }
      }
    }
    assertThat(tight.bytes()).isLessThanOrEqualTo(3_000_000);
    assertThat(roomy.bytes()).isGreaterThan(10_000_000);
  }

  private static List<NextQuestion> rank(
      QuestionChooser chooser, Networks networks, PriorModel priors, Presentation person) {
    Belief belief =
        new Belief(
            networks.network(AgeBand.of(person.age()), person.sex()),
            priors.prior(Setting.PRIMARY, person.age(), person.sex()));
    belief.observeAll(new EvidenceCollector(KNOWLEDGE, networks).collect(person));
    return chooser.rank(belief, person, Assessor.QUESTIONS, Set.of(), 8);
  }
}
