package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.RedFlagRule.Support;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RedFlagRulesTest {

  private static final Vocabulary VOCABULARY = KnowledgeBase.load().vocabulary();
  private static final RedFlagRules RULES = RedFlagRules.load(VOCABULARY);
  private static final Pattern FORBIDDEN =
      Pattern.compile("\\byou have\\b|\\byou've\\b|ruled? out|no warning sign|@");
  private static final Pattern FALLBACK =
      Pattern.compile("[Ii]f nobody|cannot reach|do them today");
  private static final Pattern EMERGENCY = Pattern.compile("A&E|999|go to the hospital");

  static List<RedFlagRule> rules() {
    return RULES.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void adviceSaysWhatToDoAndNeverGivesAVerdict(RedFlagRule rule) {
    String advice = rule.advice().toLowerCase(Locale.ROOT);
    assertThat(advice).doesNotContainPattern(FORBIDDEN);
    assertThat(rule.clinicianAdvice().toLowerCase(Locale.ROOT)).doesNotContain("no warning sign");
    switch (rule.urgency()) {
      case EMERGENCY_NOW ->
          assertThat(rule.advice())
              .as("calls the emergency number")
              .contains("999")
              .containsPattern("112|^Ring your maternity");
      case SAME_DAY, URGENT_2_WEEKS ->
          assertThat(rule.advice())
              .as("says where to go if nobody can see the person, and what makes it an emergency")
              .containsPattern(FALLBACK)
              .containsPattern(EMERGENCY);
      case ROUTINE, SELF_CARE -> assertThat(rule.advice()).hasSizeGreaterThan(40);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void usesCoarsePlacesThatIncludeTheMidline(RedFlagRule rule) {
    assertThat(rule.when().findings())
        .as("the low back to one side alone leaves out the midline")
        .doesNotContain("pain-lumbar", "pain-back-place-unsaid", "pain-hip-place-unsaid");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void judgementAndMemoryAreGradeC(RedFlagRule rule) {
    if (rule.support() == Support.CLINICAL_JUDGEMENT
        || rule.verified().equals("recalled")
        || rule.verified().equals("unsourced")) {
      assertThat(rule.grade()).isEqualTo(Grade.C);
    }
    if (rule.urgency() == Urgency.EMERGENCY_NOW) {
      assertThat(rule.verified())
          .as("an emergency rule rests on a source that was seen")
          .isIn("full-text", "abstract", "secondary");
      assertThat(rule.sourceIds()).isNotEqualTo(List.of("clinical-judgement"));
      if (rule.support() == Support.CLINICAL_JUDGEMENT) {
        assertThat(rule.note()).contains("to be signed off");
      }
    }
  }

  /** Signs that no answer to another question takes away. */
  private static final Set<String> NEVER_NARROWED =
      Set.of("sepsis-signs", "leg-cold-pale", "testicular-pain-sudden", "self-harm-intent");

  /**
   * Signs that an answered confirming question takes to the same day and never below; the reason
   * for each is under "second narrowing" in red-flag-decisions.csv.
   */
  private static final Set<String> NEVER_BELOW_SAME_DAY =
      Set.of("saddle-numbness", "urinary-retention", "collapse-or-syncope", "chest-pain");

  @ParameterizedTest
  @MethodSource("rules")
  void theGravestSignsAreNeverNarrowed(RedFlagRule rule) {
    if (rule.urgency() != Urgency.EMERGENCY_NOW) {
      return;
    }
    if (rule.when() instanceof RedFlagExpression.Atom(String findingId)
        && NEVER_NARROWED.contains(findingId)) {
      assertThat(rule.confirm()).isEmpty();
    }
    assertThat(rule.when().negatedFindings())
        .doesNotContainAnyElementsOf(NEVER_NARROWED)
        .doesNotContainAnyElementsOf(NEVER_BELOW_SAME_DAY);
  }

  @Test
  void theGravestSignsAreNeverNarrowedBelowTheSameDay() {
    Set<String> reasoned = new HashSet<>();
    for (DataFile.Row row : DataFile.read("red-flag-decisions.csv").rows()) {
      if (row.required("problem").equals("second narrowing")) {
        reasoned.add(row.required("rule_id"));
      }
    }
    for (String sign : NEVER_BELOW_SAME_DAY) {
      RedFlagExpression alone = new RedFlagExpression.Atom(sign);
      assertThat(RULES.rules())
          .as("a rule that asks for %s alone, whatever else is answered", sign)
          .anyMatch(
              rule ->
                  rule.urgency() == Urgency.SAME_DAY
                      && rule.when().equals(alone)
                      && rule.confirm().isEmpty());
      assertThat(
              RULES.rules().stream()
                  .filter(rule -> rule.urgency() == Urgency.EMERGENCY_NOW)
                  .filter(rule -> rule.when().findings().contains(sign))
                  .filter(rule -> !rule.confirm().isEmpty())
                  .filter(
                      rule ->
                          rule.holds(id -> id.equals(sign) ? Truth.TRUE : Truth.UNKNOWN)
                              == Truth.TRUE))
          .as("the reason for narrowing %s is on record", sign)
          .isNotEmpty()
          .allMatch(rule -> reasoned.contains(rule.id()));
    }
  }

  @Test
  void eachGraveSignAloneIsAnEmergency() {
    Set<String> grave = new HashSet<>(NEVER_NARROWED);
    grave.addAll(NEVER_BELOW_SAME_DAY);
    for (String sign : grave) {
      assertThat(
              RULES.rules().stream()
                  .filter(rule -> rule.urgency() == Urgency.EMERGENCY_NOW)
                  .anyMatch(
                      rule ->
                          rule.holds(id -> id.equals(sign) ? Truth.TRUE : Truth.UNKNOWN)
                              == Truth.TRUE))
          .as(sign)
          .isTrue();
    }
  }

  @Test
  void calmingRulesWaitForEveryAnswerThatTheyNegate() {
    for (RedFlagRule rule : RULES.rules()) {
      if (rule.unansweredNot() != UnansweredNot.WAITS) {
        continue;
      }
      Set<String> negated = rule.when().negatedFindings();
      if (negated.isEmpty()) {
        continue;
      }
      assertThat(rule.holds(id -> negated.contains(id) ? Truth.UNKNOWN : Truth.TRUE))
          .as(rule.id())
          .isNotEqualTo(Truth.TRUE);
    }
  }

  @Test
  void urgentRulesFireWhileTheirNarrowingIsUnanswered() {
    for (RedFlagRule rule : RULES.rules()) {
      if (!rule.urgency().atLeast(Urgency.SAME_DAY)) {
        continue;
      }
      Set<String> negated = rule.when().negatedFindings();
      assertThat(rule.holds(id -> negated.contains(id) ? Truth.UNKNOWN : Truth.TRUE))
          .as(rule.id())
          .isEqualTo(Truth.TRUE);
    }
  }

  @Test
  void theEmergencyRulesThatAwaitSignOffAreListed() throws IOException {
    try (InputStream in =
        RedFlagRulesTest.class.getResourceAsStream("emergency-rules-for-sign-off.txt")) {
      assertThat(in).isNotNull();
      String listed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(RuleSignOffs.load(RULES, VOCABULARY).emergenciesAwaitingSignOff())
          .extracting(RedFlagRule::id)
          .containsExactlyElementsOf(listed.lines().toList());
    }
  }

  @Test
  void childrenGetScopeAdvice() {
    for (RedFlagRule rule : RULES.rules()) {
      Set<String> findings = rule.when().findings();
      boolean forChildren =
          findings.contains("age-under-16")
              || findings.contains("age-under-5")
              || findings.contains("age-9-to-16");
      if (forChildren && !rule.when().negatedFindings().contains("age-under-16")) {
        assertThat(rule.advice()).as(rule.id()).startsWith("This check is made for adults");
      }
    }
  }

  @Test
  void everyProposalOfTheReviewAndEveryRuleIsOnRecord() {
    Set<String> reviewed = Set.of("expression", "gap", "too-low", "too-broad", "too-high", "text");
    Map<String, List<String>> decisions = new HashMap<>();
    int proposals = 0;
    for (DataFile.Row row : DataFile.read("red-flag-decisions.csv").rows()) {
      String decision = row.required("decision");
      assertThat(decision).isIn("adopted", "adapted", "rejected");
      row.required("what_was_done");
      row.required("reason");
      row.required("source");
      if (reviewed.contains(row.required("problem"))) {
        proposals++;
      }
      String id = row.required("rule_id");
      decisions
          .computeIfAbsent(id.substring(id.indexOf('/') + 1), key -> new ArrayList<>())
          .add(decision);
    }
    assertThat(proposals).as("rows of the safety review and gaps found since").isEqualTo(165 + 43);
    Set<String> ids = new HashSet<>(RULES.rules().stream().map(RedFlagRule::id).toList());
    assertThat(decisions.keySet()).containsAll(ids);
  }
}
