package health.plumbline.reasoning;

import static health.plumbline.reasoning.Presentations.KNOWLEDGE;
import static health.plumbline.reasoning.Presentations.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class TriageTest {

  private static Presentation.Builder screened() {
    Presentation.Builder builder = Presentations.builder();
    TRIAGE.screen().forEach(id -> builder.finding(id, FindingValue.NO));
    return builder;
  }

  private static final String CALM =
      "pain-lumbar-central duration-weeks=1 failure-to-improve-one-month=no";

  @Test
  void nothingKnownIsRoutineNotSelfCare() {
    assertThat(TRIAGE.assess(Presentations.builder().build()).level()).isEqualTo(Urgency.ROUTINE);
  }

  @Test
  void selfCareNeedsTheWholeScreenAnsweredNoAndAShortSpell() {
    Presentation.Builder builder = screened();
    for (String word : CALM.split(" ")) {
      int equals = word.indexOf('=');
      builder.finding(
          equals < 0 ? word : word.substring(0, equals),
          equals < 0 ? "yes" : word.substring(equals + 1));
    }
    assertThat(TRIAGE.assess(builder.build()).level()).isEqualTo(Urgency.SELF_CARE);
    for (String withdrawn : TRIAGE.screen()) {
      Presentation open =
          builder.build().toBuilder(KNOWLEDGE.vocabulary()).withdraw(withdrawn).build();
      assertThat(TRIAGE.assess(open).level())
          .as("%s unanswered", withdrawn)
          .isEqualTo(Urgency.ROUTINE);
    }
    for (String withdrawn : new String[] {"duration-weeks", "failure-to-improve-one-month"}) {
      Presentation open =
          builder.build().toBuilder(KNOWLEDGE.vocabulary()).withdraw(withdrawn).build();
      assertThat(TRIAGE.assess(open).level()).isEqualTo(Urgency.ROUTINE);
    }
    Presentation longer =
        builder.build().toBuilder(KNOWLEDGE.vocabulary()).finding("duration-weeks", "20").build();
    assertThat(TRIAGE.assess(longer).level()).isEqualTo(Urgency.ROUTINE);
  }

  /** Source of the two weeks: girft2023-ces, bmjbp-ces. */
  @Test
  void asksWhetherABladderChangeIsOld() {
    String leak = "urinary-incontinence pain-lumbar ";
    Triage.Result result = TRIAGE.assess(Presentations.of(leak));
    assertThat(result.level()).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(result.confirmWith()).startsWith("bladder-bowel-change-within-2-weeks");
    assertThat(level(leak + "bladder-bowel-change-within-2-weeks"))
        .isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level(leak + "bladder-bowel-change-within-2-weeks=no")).isEqualTo(Urgency.SAME_DAY);
    assertThat(
            level(
                leak
                    + "bladder-bowel-change-within-2-weeks=no"
                    + " bladder-bowel-change-longstanding=no"))
        .isEqualTo(Urgency.SAME_DAY);
    Presentation old = Presentations.of(leak + "bladder-bowel-change-longstanding");
    assertThat(TRIAGE.assess(old).level()).isEqualTo(Urgency.ROUTINE);
    assertThat(TRIAGE.assess(old).confirmWith()).isEmpty();
    assertThat(level(leak + "bladder-bowel-change-longstanding=no"))
        .isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(
            level(leak + "bladder-bowel-change-longstanding bladder-bowel-change-within-2-weeks"))
        .as("the more dangerous of two answers that contradict each other holds")
        .isEqualTo(Urgency.EMERGENCY_NOW);
  }

  /** A denervated sphincter leaks on effort too, so sensation and emptying have to be as before. */
  @Test
  void leakingOnEffortAloneDoesNotNarrow() {
    String leak = "urinary-incontinence pain-lumbar leak-only-on-effort ";
    assertThat(level(leak)).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level(leak + "bladder-works-as-before=no")).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level(leak + "bladder-works-as-before")).isEqualTo(Urgency.SAME_DAY);
    assertThat(level(leak + "bladder-works-as-before bladder-bowel-change-within-2-weeks=no"))
        .isEqualTo(Urgency.URGENT_2_WEEKS);
  }

  /** Sources: nice-cg95 1.2.1 (12 hours), bosner2010-cws and verdon2007-cws (chest wall). */
  @Test
  void chestPainIsAnEmergencyUntilAnAnswerSaysOtherwise() {
    assertThat(level("chest-pain")).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level("chest-pain chest-pain-gone-12-hours")).isEqualTo(Urgency.SAME_DAY);
    assertThat(level("chest-pain chest-pain-on-pressing-only")).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level("chest-pain chest-pain-on-pressing-only chest-pain-heart-signs"))
        .isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level("chest-pain chest-pain-on-pressing-only chest-pain-heart-signs=no"))
        .isEqualTo(Urgency.SAME_DAY);
    assertThat(level("chest-pain chest-pain-gone-12-hours breathlessness"))
        .isEqualTo(Urgency.EMERGENCY_NOW);
  }

  /** Source: nice-ng156, cardiovascular collapse or loss of consciousness. */
  @Test
  void legsThatGaveWayAreNoFaint() {
    assertThat(level("collapse-or-syncope")).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level("collapse-or-syncope collapse-legs-gave-way-only=no"))
        .isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level("collapse-or-syncope collapse-legs-gave-way-only"))
        .isEqualTo(Urgency.SAME_DAY);
    assertThat(level("hypotension-shock collapse-legs-gave-way-only"))
        .isEqualTo(Urgency.EMERGENCY_NOW);
  }

  /** Sources: girft2023-ces and bmjbp-ces: new within 14 days, or deterioration. */
  @Test
  void numbnessBetweenTheLegsIsAnEmergencyUnlessItIsOldAndNoWorse() {
    assertThat(level("saddle-numbness")).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level("saddle-numbness saddle-change-within-2-weeks"))
        .isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level("saddle-numbness saddle-change-within-2-weeks=no"))
        .isEqualTo(Urgency.SAME_DAY);
    assertThat(level("saddle-numbness saddle-change-within-2-weeks=no urinary-retention"))
        .isEqualTo(Urgency.EMERGENCY_NOW);
  }

  /** Source: idsa2015-nvo; davis2004-sea for fever with a risk. */
  @Test
  void theFeverOfAColdStillCountsWithARiskOrANerveSign() {
    String cold = "pain-lumbar-central fever fever-gone-with-cold ";
    assertThat(level("pain-lumbar-central fever")).isEqualTo(Urgency.SAME_DAY);
    assertThat(level(cold)).isEqualTo(Urgency.URGENT_2_WEEKS);
    assertThat(level(cold + "leg-weakness")).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level(cold + "intravenous-drug-use")).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(level(cold + "diabetes")).isEqualTo(Urgency.SAME_DAY);
  }

  private static Urgency level(String words) {
    return TRIAGE.assess(Presentations.of(words)).level();
  }

  @Test
  void noOldBladderChangeTalksAwaySaddleNumbnessOrRetention() {
    for (String sign : new String[] {"saddle-numbness", "urinary-retention"}) {
      Triage.Result result =
          TRIAGE.assess(
              Presentations.of(
                  sign
                      + " urinary-incontinence bladder-bowel-change-longstanding"
                      + " new-or-worse-within-4-weeks=no onset-over-4-weeks-ago"));
      assertThat(result.level()).as(sign).isEqualTo(Urgency.EMERGENCY_NOW);
    }
  }

  @Test
  void asksNothingWhenNoAnswerCanLowerTheLevel() {
    assertThat(TRIAGE.assess(Presentations.of("sepsis-signs urinary-incontinence")).confirmWith())
        .isEmpty();
  }

  @Test
  void oldPainInBothLegsGetsItsCalmTextOnlyOnceAllIsAnswered() {
    String asked =
        "bilateral-sciatica duration-weeks=60 bilateral-leg-symptoms-new=no"
            + " progressive-neurological-deficit=no saddle-numbness=no urinary-retention=no"
            + " urinary-hesitancy-or-altered-sensation=no urinary-incontinence=no"
            + " bowel-incontinence=no";
    assertThat(TRIAGE.assess(Presentations.of(asked)).fired())
        .extracting(fired -> fired.rule().id())
        .doesNotContain("ces-both-legs-old")
        .contains("ces-both-legs-any");
    assertThat(TRIAGE.assess(Presentations.of(asked + " sexual-dysfunction-new=no")).fired())
        .extracting(fired -> fired.rule().id())
        .contains("ces-both-legs-old");
  }

  @Test
  void theScreenIsShortAndReachesTheEmergencyRules() {
    assertThat(TRIAGE.screen()).hasSizeLessThanOrEqualTo(12).doesNotHaveDuplicates();
    Set<String> reached = new HashSet<>();
    int emergencies = 0;
    for (RedFlagRule rule : TRIAGE.rules().rules()) {
      if (rule.urgency() != Urgency.EMERGENCY_NOW
          || rule.when().findings().contains("age-under-16")
          || rule.when().findings().contains("age-9-to-16")) {
        continue;
      }
      emergencies++;
      if (rule.when().findings().stream().anyMatch(TRIAGE.screen()::contains)) {
        reached.add(rule.id());
      }
    }
    assertThat(reached.size())
        .as("of %d emergency rules for adults", emergencies)
        .isGreaterThan(emergencies / 2);
    assertThat(reached)
        .contains(
            "ces-saddle-numbness",
            "mscc-neuro",
            "infection-fever-neuro",
            "septic-hip",
            "trauma-major",
            "hip-older-no-fall",
            "aaa-collapse",
            "chest-pain",
            "pe-suspected");
  }

  @Test
  void theWholeAssessmentIsAFunctionOfThePresentation() {
    Presentation presentation = Presentations.of("age=70 fever pain-lumbar leg-weakness");
    assertThat(TRIAGE.assess(presentation)).isEqualTo(TRIAGE.assess(presentation));
  }

  /** That most rules are not even judged must change nothing. */
  @Test
  void findsEveryRuleThatHolds() {
    List<Finding> findings =
        KNOWLEDGE.vocabulary().findings().stream()
            .filter(finding -> finding.values() instanceof Finding.Values.YesNo)
            .filter(finding -> finding.role() != Finding.Role.DERIVED)
            .toList();
    SplittableRandom random = new SplittableRandom(3);
    int fired = 0;
    for (int person = 0; person < 400; person++) {
      Presentation.Builder builder = Presentations.builder().age(random.nextInt(16, 95));
      for (int i = random.nextInt(40); i >= 0; i--) {
        builder.finding(
            findings.get(random.nextInt(findings.size())).id(),
            random.nextInt(3) == 0 ? FindingValue.NO : FindingValue.YES);
      }
      Presentation presentation = builder.build();
      Function<String, Truth> truths = TRIAGE.derived().truths(presentation);
      List<String> expected =
          TRIAGE.rules().rules().stream()
              .filter(rule -> rule.holds(truths) == Truth.TRUE)
              .map(RedFlagRule::id)
              .toList();
      fired += expected.size();
      assertThat(TRIAGE.fired(presentation))
          .as("person %d", person)
          .extracting(each -> each.rule().id())
          .containsAll(expected);
    }
    assertThat(fired).isGreaterThan(400);
  }
}
