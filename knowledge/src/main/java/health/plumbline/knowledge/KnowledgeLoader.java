package health.plumbline.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the data files of the {@link KnowledgeBase} and checks each row: every condition and
 * finding that it names is known. A fault stops the program and names file, line and column.
 */
final class KnowledgeLoader {

  private static final String BASELINE = "baseline.csv";

  /** Where a number comes from: measured, estimated from a measured one, or by experts. */
  private static final String[] BASES = {"published", "adapted", "elicited"};

  private final Map<String, Condition> conditions = readConditions();
  private final Vocabulary vocabulary = VocabularyLoader.load();
  private final List<Baseline> baselines = checkedBaselines();

  /** Condition id to condition, in the order of the data file. */
  Map<String, Condition> conditions() {
    return conditions;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  List<Baseline> baselines() {
    return baselines;
  }

  /** The leaks as they stand, for what is computed from them before there is a vocabulary. */
  static List<Baseline> readBaselines() {
    return DataFile.read(BASELINE).rows().stream().map(KnowledgeLoader::baseline).toList();
  }

  private List<Baseline> checkedBaselines() {
    List<Baseline> checked = new ArrayList<>();
    for (DataFile.Row row : DataFile.read(BASELINE).rows()) {
      knownFinding(row, "finding_id");
      checked.add(baseline(row));
    }
    return List.copyOf(checked);
  }

  private static Baseline baseline(DataFile.Row row) {
    return new Baseline(
        row.required("finding_id"),
        row.required("value"),
        row.openProportion("p"),
        row.interval(),
        row.number("female_factor"),
        row.number("age_under_45_factor"),
        row.number("age_45_64_factor"),
        row.number("age_65_plus_factor"),
        grade(row),
        row.required("basis"),
        row.text("source_id"));
  }

  List<Parameter> parameters() {
    Set<String> evidence = new HashSet<>();
    for (Baseline baseline : baselines) {
      evidence.add(baseline.findingId() + " " + baseline.value());
    }
    List<Parameter> parameters = new ArrayList<>();
    for (DataFile.Row row : DataFile.read(ElicitedPooling.FILE).rows()) {
      String findingId = row.required("finding_id");
      String value = row.required("value");
      if (!evidence.contains(findingId + " " + value)) {
        throw row.fault("finding_id", findingId + " " + value + " has no row in " + BASELINE);
      }
      parameters.add(
          new Parameter(
              knownCondition(row, "condition_id"),
              findingId,
              value,
              row.openProportion("p"),
              row.interval(),
              row.grade("grade"),
              row.required("basis"),
              row.text("source_id")));
    }
    return List.copyOf(parameters);
  }

  List<Prior> priors() {
    List<Prior> priors = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("prior.csv").rows()) {
      priors.add(
          new Prior(
              knownCondition(row, "condition_id"),
              row.oneOf("setting", Setting.values(), Setting::id),
              row.openProportion("share"),
              row.interval(),
              row.number("sex_ratio_female_to_male"),
              List.of(
                  row.number("age_16_29"),
                  row.number("age_30_44"),
                  row.number("age_45_59"),
                  row.number("age_60_74"),
                  row.number("age_75_plus")),
              grade(row),
              row.required("basis"),
              row.text("source_id")));
    }
    return List.copyOf(priors);
  }

  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("pairs.csv").rows()) {
      pairs.add(
          new Pair(
              knownCondition(row, "condition_a"),
              knownCondition(row, "condition_b"),
              row.number("ratio"),
              row.interval(),
              grade(row),
              row.text("source_id")));
    }
    return List.copyOf(pairs);
  }

  List<LatentGroup> latentGroups() {
    List<LatentGroup> groups = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (DataFile.Row row : DataFile.read("latent-groups.csv").rows()) {
      List<String> members = vocabulary.known(row, "members");
      for (String member : members) {
        if (!taken.add(member)) {
          throw row.fault("members", member + " is in two groups");
        }
      }
      groups.add(
          new LatentGroup(
              row.required("id"),
              row.required("name"),
              row.number("loading"),
              members,
              row.grade("grade"),
              row.required("reason")));
    }
    return List.copyOf(groups);
  }

  List<NestedFinding> nestedFindings() {
    List<NestedFinding> nested = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("nested-findings.csv").rows()) {
      nested.add(
          new NestedFinding(
              knownFinding(row, "container"),
              knownFinding(row, "contained"),
              row.required("reason")));
    }
    return List.copyOf(nested);
  }

  List<ActionThreshold> actionThresholds() {
    List<ActionThreshold> thresholds = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("action-thresholds.csv").rows()) {
      thresholds.add(
          new ActionThreshold(
              knownCondition(row, "condition_id"),
              row.proportion("threshold"),
              row.oneOf("urgency", Urgency.values(), Urgency::id),
              vocabulary.known(row, "settle_by"),
              row.grade("grade"),
              row.text("source_id"),
              row.required("note")));
    }
    return List.copyOf(thresholds);
  }

  private String knownCondition(DataFile.Row row, String column) {
    String id = row.required(column);
    if (!conditions.containsKey(id)) {
      throw row.fault(column, id + " is not a condition");
    }
    return id;
  }

  private String knownFinding(DataFile.Row row, String column) {
    String id = row.required(column);
    if (vocabulary.find(id).isEmpty()) {
      throw row.fault(column, id + " is not a finding");
    }
    return id;
  }

  /** Elicited and adapted figures are estimates; only a published one can be better. */
  static Grade grade(DataFile.Row row) {
    return row.oneOf("basis", BASES, Function.identity()).equals("published") ? Grade.B : Grade.C;
  }

  private static Map<String, Condition> readConditions() {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("conditions.csv").rows()) {
      String id = row.required("id");
      Condition condition =
          new Condition(
              id,
              row.required("name"),
              row.required("lay_name"),
              row.required("group"),
              row.required("definition"),
              row.list("mechanisms"),
              row.text("icd10"),
              row.text("icd11"),
              row.text("snomed"),
              row.list("source_ids"));
      row.putOnce("id", conditions, id, condition);
    }
    return conditions;
  }
}
