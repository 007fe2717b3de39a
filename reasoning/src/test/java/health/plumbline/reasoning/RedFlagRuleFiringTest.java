package health.plumbline.reasoning;

import static health.plumbline.reasoning.Presentations.KNOWLEDGE;
import static health.plumbline.reasoning.Presentations.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the data file; the source of each is in the display name by way of the record. */
final class RedFlagRuleFiringTest {

  private static final String NO_RED_FLAG = "no-red-flag";

  static List<RedFlagRule> rules() {
    return TRIAGE.rules().rules().stream()
        .filter(rule -> !rule.when().findings().contains(NO_RED_FLAG))
        .toList();
  }

  static List<RedFlagRule> confirmedRules() {
    return rules().stream().filter(rule -> !rule.confirm().isEmpty()).toList();
  }

  private static Set<String> firedIds(Triage.Result result) {
    Set<String> ids = new TreeSet<>();
    result.fired().forEach(fired -> ids.add(fired.rule().id()));
    return ids;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everySmallestPictureFiresTheRuleAtItsLevel(RedFlagRule rule) {
    for (Map<String, Truth> picture : Presentations.minimal(rule.when(), rule.unansweredNot())) {
      Triage.Result result = TRIAGE.assess(Presentations.with(picture));
      assertThat(firedIds(result))
          .as("%s (%s) on %s", rule.id(), rule.sourceIds(), picture)
          .contains(rule.id());
      Urgency floor = rule.urgency() == Urgency.SELF_CARE ? Urgency.ROUTINE : rule.urgency();
      assertThat(result.level().atLeast(floor)).as("%s on %s", rule.id(), picture).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyAnswerNoKeepsTheRuleSilent(RedFlagRule rule) {
    Presentation.Builder builder = Presentations.builder();
    rule.when().findings().forEach(id -> Presentations.answerNo(builder, id));
    assertThat(firedIds(TRIAGE.assess(builder.build())))
        .as("%s (%s)", rule.id(), rule.sourceIds())
        .doesNotContain(rule.id());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nothingKnownFiresNothing(RedFlagRule rule) {
    assertThat(firedIds(TRIAGE.assess(Presentations.builder().build()))).doesNotContain(rule.id());
  }

  @ParameterizedTest
  @MethodSource("confirmedRules")
  void aConfirmingAnswerNarrowsButLeavesAFloor(RedFlagRule rule) {
    boolean narrowed = false;
    for (Map<String, Truth> picture : Presentations.minimal(rule.when(), rule.unansweredNot())) {
      Presentation unanswered = Presentations.with(picture);
      List<String> open =
          rule.confirm().stream().filter(id -> unanswered.value(id).isEmpty()).toList();
      for (int answers = 0; answers < 1 << open.size(); answers++) {
        Presentation.Builder builder = unanswered.toBuilder(KNOWLEDGE.vocabulary());
        boolean longstanding = false;
        for (int i = 0; i < open.size(); i++) {
          boolean yes = (answers & (1 << i)) != 0;
          builder.finding(open.get(i), yes ? FindingValue.YES : FindingValue.NO);
          longstanding |= yes && open.get(i).equals("bladder-bowel-change-longstanding");
        }
        Triage.Result result = TRIAGE.assess(builder.build());
        narrowed |= !firedIds(result).contains(rule.id());
        boolean fallInPregnancy = rule.id().equals("pregnancy-injury");
        boolean alreadyCalm = rule.urgency() == Urgency.URGENT_2_WEEKS;
        boolean grave =
            picture.equals(Map.of("saddle-numbness", Truth.TRUE))
                || picture.equals(Map.of("urinary-retention", Truth.TRUE))
                || picture.equals(Map.of("collapse-or-syncope", Truth.TRUE))
                || picture.equals(Map.of("chest-pain", Truth.TRUE));
        Urgency floor =
            longstanding || fallInPregnancy || alreadyCalm
                ? Urgency.ROUTINE
                : grave ? Urgency.SAME_DAY : Urgency.URGENT_2_WEEKS;
        assertThat(result.level().atLeast(floor))
            .as("%s on %s came out at %s", rule.id(), picture, result.level().id())
            .isTrue();
      }
    }
    assertThat(narrowed).as("%s is narrowed by %s", rule.id(), rule.confirm()).isTrue();
  }

  /** "Not sure" is no answer: without one to a confirming question nothing is narrowed. */
  @ParameterizedTest
  @MethodSource("confirmedRules")
  void notSureNeverNarrows(RedFlagRule rule) {
    for (Map<String, Truth> picture : Presentations.minimal(rule.when(), rule.unansweredNot())) {
      assertThat(firedIds(TRIAGE.assess(Presentations.with(picture)))).contains(rule.id());
    }
  }

  @Test
  void oneMoreFindingNeverLowersTheLevel() {
    Set<String> narrowing = new TreeSet<>();
    for (RedFlagRule rule : TRIAGE.rules().rules()) {
      if (rule.unansweredNot() == UnansweredNot.FIRES) {
        for (String negated : rule.when().negatedFindings()) {
          narrowing.addAll(TRIAGE.derived().basis(negated));
        }
      }
    }
    List<String> findings = new ArrayList<>();
    for (Finding finding : KNOWLEDGE.vocabulary().findings()) {
      if (finding.values() instanceof Finding.Values.YesNo
          && finding.role() != Finding.Role.DERIVED
          && !narrowing.contains(finding.id())) {
        findings.add(finding.id());
      }
    }
    assertThat(findings).hasSizeGreaterThan(300);
    assertThat(narrowing)
        .doesNotContain("saddle-numbness", "urinary-retention", "collapse-or-syncope", "fever");
    SplittableRandom random = new SplittableRandom(20261125);
    for (int i = 0; i < 400; i++) {
      Presentation.Builder builder = Presentations.builder().age(random.nextInt(1, 100));
      Urgency level = TRIAGE.assess(builder.build()).level();
      for (int step = 0; step < 8; step++) {
        String added = findings.get(random.nextInt(findings.size()));
        builder.finding(added, FindingValue.YES);
        Urgency next = TRIAGE.assess(builder.build()).level();
        assertThat(next.atLeast(level)).as("%s added", added).isTrue();
        level = next;
      }
    }
  }

  @Test
  void firedRulesStandMostUrgentFirst() {
    Triage.Result result =
        TRIAGE.assess(
            Presentations.of("saddle-numbness fever pain-lumbar-central bilateral-sciatica"));
    assertThat(result.fired()).hasSizeGreaterThan(3);
    assertThat(result.fired()).isSortedAccordingTo((a, b) -> a.level().compareTo(b.level()));
    assertThat(result.level()).isEqualTo(Urgency.EMERGENCY_NOW);
  }
}
