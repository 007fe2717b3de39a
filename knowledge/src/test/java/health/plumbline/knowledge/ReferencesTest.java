package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Finding.Role;
import health.plumbline.knowledge.Finding.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every id in every data file leads somewhere. */
final class ReferencesTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Vocabulary VOCABULARY = KNOWLEDGE.vocabulary();

  private static final Set<String> CONDITION_COLUMNS =
      Set.of(
          "condition_id",
          "condition_ids",
          "condition_a",
          "condition_b",
          "source_condition_ids",
          "typical_of",
          "contraindicated_conditions",
          "indicated_conditions");

  /** A cell of these columns may also hold words that name no id. */
  private static final Set<String> PROSE_SOURCE_COLUMNS =
      Set.of("red-flag-decisions.csv", "emergency-screen.csv");

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

  private static List<String> ids(String file) {
    return DataFile.read(file).rows().stream().map(row -> row.required("id")).toList();
  }

  /** Places of the items of a column that the test refuses. */
  private static List<String> refused(DataFile file, String column, Predicate<String> resolves) {
    List<String> refused = new ArrayList<>();
    for (DataFile.Row row : file.rows()) {
      for (String id : row.list(column)) {
        if (!resolves.test(id)) {
          refused.add(row.place(column) + ": " + id);
        }
      }
    }
    return refused;
  }

  @Test
  void everySourceResolves() {
    List<String> refused = new ArrayList<>();
    int columns = 0;
    for (DataFile file : DataFolder.files()) {
      for (String column : List.of("source_id", "source_ids", "source")) {
        if (DataFolder.hasColumn(file, column)) {
          columns++;
          boolean prose = PROSE_SOURCE_COLUMNS.contains(file.path());
          refused.addAll(
              refused(
                  file,
                  column,
                  id ->
                      KNOWLEDGE.sources().find(id).isPresent()
                          || (prose && !ID.matcher(id).matches())));
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(columns).isGreaterThan(35);
  }

  @Test
  void everyConditionResolves() {
    Set<String> unranked = new HashSet<>(ids("unranked-conditions.csv"));
    Set<String> populations = new HashSet<>(ids("published/populations.csv"));
    List<String> refused = new ArrayList<>();
    int columns = 0;
    for (DataFile file : DataFolder.files()) {
      for (String column : file.columns()) {
        if (CONDITION_COLUMNS.contains(column)) {
          columns++;
          refused.addAll(
              refused(
                  file,
                  column,
                  id ->
                      KNOWLEDGE.condition(id).isPresent()
                          || ((file.path().startsWith("published/")
                                  || file.path().equals("fitted/selection.csv"))
                              && populations.contains(id))
                          || (file.path().equals("red-flags.csv") && unranked.contains(id))
                          || (file.path().equals("care/safety-net.csv") && id.equals("any"))));
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(columns).isGreaterThan(25);
  }

  @Test
  void everyUnrankedConditionIsGuardedByARuleAndNotAlsoRanked() {
    Set<String> guarded = new HashSet<>();
    RedFlagRules.load(VOCABULARY).rules().forEach(rule -> guarded.add(rule.conditionId()));
    assertThat(guarded).containsAll(ids("unranked-conditions.csv"));
    assertThat(ids("unranked-conditions.csv"))
        .doesNotHaveDuplicates()
        .noneMatch(id -> KNOWLEDGE.condition(id).isPresent());
  }

  @Test
  void everyFindingResolvesByItsCanonicalId() {
    Set<String> constructs = new HashSet<>(ids("published/constructs.csv"));
    Set<String> internal = new HashSet<>();
    for (DataFile.Row row : DataFile.read("derived-findings.csv").rows()) {
      if (row.has("internal") && row.flag("internal")) {
        internal.add(row.required("finding_id"));
      }
    }
    List<String> refused = new ArrayList<>();
    int columns = 0;
    for (DataFile file : DataFolder.files()) {
      if (Set.of("published/populations.csv", "published/population-classes.csv")
          .contains(file.path())) {
        continue;
      }
      for (String column :
          List.of("finding_id", "container", "contained", "settle_by", "confirm", "members")) {
        if (DataFolder.hasColumn(file, column)) {
          columns++;
          refused.addAll(
              refused(
                  file,
                  column,
                  id ->
                      VOCABULARY.find(id).filter(f -> f.id().equals(id)).isPresent()
                          || ((file.path().startsWith("published/")
                                  || file.path().equals("fitted/selection.csv"))
                              && constructs.contains(id))
                          || (file.path().equals("derived-findings.csv") && internal.contains(id))
                          || (file.path().equals("simulated-confirmations.csv")
                              && id.equals("frailty"))));
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(columns).isGreaterThan(20);
  }

  @Test
  void everyRegionResolves() {
    Set<String> regions = new HashSet<>(ids("anatomy/regions.csv"));
    List<String> refused = new ArrayList<>();
    for (DataFile file : DataFolder.files()) {
      for (String column :
          List.of("region_id", "felt_in", "referral_regions", "supplies_skin_regions")) {
        if (DataFolder.hasColumn(file, column)) {
          refused.addAll(refused(file, column, regions::contains));
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(regions)
        .allSatisfy(
            id ->
                assertThat(VOCABULARY.find("pain-" + id).map(Finding::role))
                    .as(id)
                    .contains(Role.REGION));
  }

  @Test
  void everyValueIsOneOfItsFinding() {
    List<String> refused = new ArrayList<>();
    int rows = 0;
    for (DataFile file : DataFolder.files()) {
      // Published values are checked at load; those of simulated amounts are groups of people.
      if (file.path().startsWith("published/")
          || file.path().equals("simulated-amounts.csv")
          || !DataFolder.hasColumn(file, "finding_id")
          || !DataFolder.hasColumn(file, "value")) {
        continue;
      }
      for (DataFile.Row row : file.rows()) {
        Finding finding = VOCABULARY.require(row.required("finding_id"));
        String value = row.required("value");
        Bins bins = KNOWLEDGE.bins().get(finding.id());
        boolean known =
            switch (finding.values()) {
              case Values.YesNo() -> value.equals("yes") || value.equals("no");
              case Values.Categories(List<String> ids) -> ids.contains(value);
              case Values.Numeric numeric -> bins != null && bins.values().contains(value);
            };
        rows++;
        if (!known) {
          refused.add(row.place("value") + ": " + finding.id() + " " + value);
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(rows).isGreaterThan(20_000);
  }

  @Test
  void everySettingHasTheShareOfEveryCondition() {
    List<String> wanted = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      if (setting != Setting.TEACHING) {
        KNOWLEDGE.conditions().forEach(it -> wanted.add(setting + " " + it.id()));
      }
    }
    KNOWLEDGE.priors().forEach(it -> given.add(it.setting() + " " + it.conditionId()));
    assertThat(given).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void everyLevelOfUrgencyHasItsAdvice() {
    assertThat(DataFile.read("urgency-advice.csv").rows())
        .extracting(row -> row.required("level"))
        .containsExactlyElementsOf(Arrays.stream(Urgency.values()).map(Urgency::id).toList());
  }

  @Test
  void aTestThatMayHarmIsExaminedAndNamesTheConditionsItMayHarmIn() {
    for (DataFile.Row row : DataFile.read("harmful-tests.csv").rows()) {
      Finding finding = VOCABULARY.require(row.required("finding_id"));
      assertThat(finding.role()).as(row.place("finding_id")).isEqualTo(Role.EXAMINED);
      assertThat(row.list("condition_ids")).as(row.place("condition_ids")).isNotEmpty();
      assertThat(row.proportion("threshold")).as(row.place("threshold")).isPositive();
      row.required("reason");
    }
  }

  @Test
  void aGateClosesAQuestionForSomebodyAndLeavesItOpenForOthers() {
    for (DataFile.Row row : DataFile.read("question-gates.csv").rows()) {
      assertThat(VOCABULARY.require(row.required("finding_id")).question())
          .as(row.place("finding_id"))
          .isNotEmpty();
      if (row.has("sex")) {
        Sex.parse(row.text("sex"));
      }
      assertThat(row.number("least_age", 0))
          .as(row.place("least_age"))
          .isBetween(0.0, row.number("most_age", Presentation.OLDEST));
      row.required("reason");
    }
  }

  /** A sign that is read out as an emergency is one: each finding stands in such a rule. */
  @Test
  void everyEmergencySignRestsOnAnEmergencyRule() {
    Set<String> sources = new HashSet<>(ids("sources.csv"));
    Map<String, Set<String>> ruleSources = new HashMap<>();
    for (RedFlagRule rule : RedFlagRules.load(VOCABULARY).rules()) {
      if (rule.urgency() == Urgency.EMERGENCY_NOW) {
        for (String finding : rule.when().findings()) {
          ruleSources.computeIfAbsent(finding, key -> new HashSet<>()).addAll(rule.sourceIds());
        }
      }
    }
    List<EmergencySign> signs = EmergencySign.load(VOCABULARY);
    assertThat(signs).extracting(EmergencySign::id).doesNotHaveDuplicates().isNotEmpty();
    for (EmergencySign sign : signs) {
      assertThat(sources).as(sign.id()).contains(sign.sourceId());
      assertThat(ruleSources.keySet()).as(sign.id()).containsAll(sign.findings());
      assertThat(sign.findings())
          .as("a rule on %s cites %s", sign.id(), sign.sourceId())
          .anyMatch(id -> ruleSources.getOrDefault(id, Set.of()).contains(sign.sourceId()));
    }
  }

  @Test
  void theEmergencyScreenAsksInAnOrderWithoutGaps() {
    List<DataFile.Row> rows = DataFile.read("emergency-screen.csv").rows();
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).number("order")).isEqualTo(i + 1);
      assertThat(VOCABULARY.require(rows.get(i).required("finding_id")).role())
          .isEqualTo(Role.ASKED);
    }
    assertThat(rows).isNotEmpty();
  }

  @Test
  void membersOfALatentGroupBearOnProbability() {
    Set<String> evidence = new HashSet<>();
    KNOWLEDGE.baselines().forEach(baseline -> evidence.add(baseline.findingId()));
    for (LatentGroup group : KNOWLEDGE.latentGroups()) {
      assertThat(group.members()).as(group.id()).hasSizeGreaterThan(1);
      assertThat(evidence).as(group.id()).containsAll(group.members());
      assertThat(group.loading()).as(group.id()).isPositive();
    }
    assertThat(KNOWLEDGE.latentGroups()).extracting(LatentGroup::id).doesNotHaveDuplicates();
  }

  @Test
  void nestingHasNoCircle() {
    for (NestedFinding start : KNOWLEDGE.nestedFindings()) {
      Set<String> inside = new HashSet<>(Set.of(start.contained()));
      boolean grown = true;
      while (grown) {
        grown = false;
        for (NestedFinding next : KNOWLEDGE.nestedFindings()) {
          grown |= inside.contains(next.container()) && inside.add(next.contained());
        }
      }
      assertThat(inside).as(start.container()).doesNotContain(start.container());
    }
  }

  @Test
  void whatTheSimulationAloneUsesBearsOnNoProbability() {
    Set<String> evidence = new HashSet<>();
    KNOWLEDGE.baselines().forEach(baseline -> evidence.add(baseline.findingId()));
    for (DataFile.Row row : DataFile.read("simulated-baseline.csv").rows()) {
      assertThat(evidence).as(row.place("finding_id")).doesNotContain(row.text("finding_id"));
    }
  }
}
