package health.plumbline.care;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All content of plans, read from the data folder {@code care} and checked as a whole: every id
 * resolves, every condition has advice, rows that share a merge key belong together. A fault names
 * file, line and column.
 */
final class CareContent {

  private final KnowledgeBase knowledge;
  private final PlanSettings settings;
  private final CareRows rows;
  private final SafetyContent safety;
  private final Map<String, String> phrases = new LinkedHashMap<>();
  private final Map<String, Category> planCategories = new LinkedHashMap<>();
  private final Map<String, List<Advice>> adviceByCondition = new LinkedHashMap<>();
  private final Map<String, MergeGroup> mergeGroups = new HashMap<>();
  private final Map<String, Set<String>> conditionsByKey = new HashMap<>();
  private final List<GeneralRule> generalRules = new ArrayList<>();
  private final List<SafetyNetRule> safetyNet = new ArrayList<>();
  private final List<Exercise> exercises = new ArrayList<>();

  private record MergeGroup(Category category, boolean against) {}

  private CareContent(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.settings = PlanSettings.load();
    this.rows = new CareRows(knowledge);
    this.safety = new SafetyContent(rows);
  }

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  static CareContent load(KnowledgeBase knowledge) {
    CareContent content = new CareContent(knowledge);
    content.loadPhrases();
    content.loadCategories();
    content.loadExercises();
    content.loadRecommendations();
    content.loadGeneralRules();
    content.loadSafetyNet();
    content.safety.loadContraindications();
    return content;
  }

  KnowledgeBase knowledge() {
    return knowledge;
  }

  PlanSettings settings() {
    return settings;
  }

  /** What checks further rows of the folder. */
  CareRows rows() {
    return rows;
  }

  /** What decides whether a treatment is safe. */
  SafetyContent safety() {
    return safety;
  }

  /** Rows of a condition in file order, those for clinicians only included. */
  List<Advice> advice(String conditionId) {
    return adviceByCondition.getOrDefault(conditionId, List.of());
  }

  /** Whether only few conditions share what a key says. */
  boolean specific(String mergeKey) {
    return conditionsByKey.getOrDefault(mergeKey, Set.of()).size()
        <= settings.count("specific-conditions-most");
  }

  List<GeneralRule> generalRules() {
    return generalRules;
  }

  List<SafetyNetRule> safetyNet() {
    return safetyNet;
  }

  List<Exercise> exercises() {
    return exercises;
  }

  /** A phrase with its gaps filled, {@code {name}} by the value that follows the name. */
  String phrase(String id, String... namesAndValues) {
    String text = phrases.get(id);
    if (text == null) {
      throw new IllegalStateException(CareRows.DATA + "phrases.csv: " + id + " is missing");
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1]);
    }
    return text;
  }

  private void loadPhrases() {
    for (DataFile.Row row : CareRows.of("phrases.csv")) {
      phrases.put(row.required("id"), row.required("text"));
    }
    safety.subjects().forEach(subject -> phrase(subject.cautionPhrase()));
  }

  private void loadCategories() {
    for (DataFile.Row row : CareRows.of("categories.csv")) {
      planCategories.put(
          row.required("category"), row.oneOf("plan_category", Category.values(), Category::id));
    }
  }

  private void loadExercises() {
    Set<String> ids = new LinkedHashSet<>();
    for (DataFile.Row row : CareRows.of("exercises.csv")) {
      String id = row.required("id");
      if (!ids.add(id)) {
        throw row.fault("id", id + " occurs twice");
      }
      rows.requireSubject(row, "id", "exercise:" + id);
      Set<String> indicated = new LinkedHashSet<>(row.list("indicated_conditions"));
      indicated.forEach(condition -> rows.requireCondition(row, "indicated_conditions", condition));
      row.list("contraindicated_conditions")
          .forEach(
              condition -> rows.requireCondition(row, "contraindicated_conditions", condition));
      exercises.add(
          new Exercise(
              new ExerciseDetail(
                  id,
                  row.required("patient_name"),
                  row.required("patient_steps"),
                  row.required("patient_dose"),
                  row.required("patient_harder"),
                  row.required("patient_easier"),
                  row.required("patient_stop")),
              row.required("purpose"),
              row.required("family"),
              row.required("stage"),
              row.list("equipment"),
              indicated,
              row.required("name") + ": " + row.required("steps"),
              row.oneOf("direction", Direction.values(), Direction::id),
              row.oneOf("strength", Strength.values(), Strength::id),
              row.grade("grade"),
              row.required("source_id")));
    }
  }

  private void loadRecommendations() {
    Set<String> ids = new LinkedHashSet<>();
    for (DataFile.Row row : CareRows.of("recommendations.csv")) {
      String condition = row.required("condition_id");
      rows.requireCondition(row, "condition_id", condition);
      String column = row.has("plan_category") ? "plan_category" : "category";
      Category category = planCategories.get(row.required(column));
      if (category == null) {
        throw row.fault(column, row.text(column) + " is not a category");
      }
      Advice advice = advice(row, condition, category);
      if (row.either("audience", "person", "clinician") == advice.text().isEmpty()) {
        throw row.fault("patient_text", "must be given exactly if the audience is the person");
      }
      if (!ids.add(advice.id())) {
        throw row.fault("id", advice.id() + " occurs twice");
      }
      safety.add(
          row,
          "recommendation:" + advice.id(),
          new SafetyContent.Subject(advice.action(), "only-if-medicine"));
      conditionsByKey
          .computeIfAbsent(advice.mergeKey(), key -> new LinkedHashSet<>())
          .add(condition);
      adviceByCondition.computeIfAbsent(condition, c -> new ArrayList<>()).add(advice);
    }
    knowledge
        .conditions()
        .forEach(
            condition -> {
              if (advice(condition.id()).stream().noneMatch(Advice::forPerson)) {
                throw new IllegalStateException(
                    CareRows.DATA + "recommendations.csv: no row for " + condition.id());
              }
            });
  }

  private void loadGeneralRules() {
    for (DataFile.Row row : CareRows.of("general.csv")) {
      Category category = row.oneOf("category", Category.values(), Category::id);
      Advice advice = advice(row, "", category);
      if (advice.text().isEmpty()) {
        throw row.fault("patient_text", "a value is required");
      }
      String subject = row.text("left_out_subject");
      if (!subject.isEmpty()) {
        rows.requireSubject(row, "left_out_subject", subject);
      }
      generalRules.add(
          new GeneralRule(
              advice,
              Set.copyOf(row.eachOf("urgencies", Urgency.values(), Urgency::id)),
              row.oneOf("shown", GeneralRule.Shown.values(), GeneralRule.Shown::id),
              subject));
    }
    for (Urgency urgency : Urgency.values()) {
      if (generalRules.stream()
          .noneMatch(
              rule ->
                  rule.urgencies().contains(urgency)
                      && rule.advice().category() == Category.PROFESSIONAL)) {
        throw new IllegalStateException(CareRows.DATA + "general.csv: no line for " + urgency.id());
      }
    }
  }

  private void loadSafetyNet() {
    Set<String> groups =
        knowledge.conditions().stream().map(c -> c.group()).collect(Collectors.toSet());
    for (DataFile.Row row : CareRows.of("safety-net.csv")) {
      Advice advice =
          new Advice(
              row.required("id"),
              "",
              Category.SAFETY_NET,
              Category.SAFETY_NET.id(),
              row.required("merge_key"),
              Stage.NOW,
              row.oneOf("urgency", Urgency.values(), Urgency::id),
              rows.expression(row, "when"),
              rows.uses(row),
              Direction.FOR,
              row.oneOf("strength", Strength.values(), Strength::id),
              row.grade("grade"),
              row.required("patient_text"),
              row.required("watch"),
              row.required("source_id"));
      for (String condition : row.list("condition_ids")) {
        if (!condition.equals("any")) {
          rows.requireCondition(row, "condition_ids", condition);
        }
      }
      for (String group : row.list("groups")) {
        if (!groups.contains(group)) {
          throw row.fault("groups", group + " is not a group of conditions");
        }
      }
      safetyNet.add(
          new SafetyNetRule(
              advice,
              rows.expression(row, "only_when"),
              Set.copyOf(row.list("condition_ids")),
              Set.copyOf(row.list("groups")),
              Set.copyOf(row.eachOf("shown_at", Urgency.values(), Urgency::id))));
    }
  }

  private Advice advice(DataFile.Row row, String condition, Category category) {
    Advice advice =
        new Advice(
            row.required("id"),
            condition,
            category,
            row.required("category"),
            row.required("merge_key"),
            row.oneOf("stage", Stage.values(), Stage::id),
            row.has("speed") ? row.oneOf("speed", Urgency.values(), Urgency::id) : null,
            rows.expression(row, "when"),
            rows.uses(row),
            row.oneOf("direction", Direction.values(), Direction::id),
            row.oneOf("strength", Strength.values(), Strength::id),
            row.grade("grade"),
            row.text("patient_text"),
            row.required("action"),
            row.required("source_id"));
    MergeGroup group = new MergeGroup(category, advice.direction() == Direction.AGAINST);
    MergeGroup known = mergeGroups.putIfAbsent(advice.mergeKey(), group);
    if (known != null && !known.equals(group)) {
      throw row.fault(
          "merge_key", advice.mergeKey() + " joins rows of different category or direction");
    }
    return advice;
  }
}
