package health.plumbline.care;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.Urgency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All content of plans, read from the data folder {@code care} and checked as a whole: every id
 * resolves, every condition has advice, rows that share a merge key belong together. A fault names
 * file, line and column.
 */
final class CareContent {

  private static final String DATA = "care/";

  private final KnowledgeBase knowledge;
  private final PlanSettings settings;
  private final Map<String, MedicineQuestion> questions = new LinkedHashMap<>();
  private final Map<String, MedicineClass> medicineClasses = new LinkedHashMap<>();
  private final List<Medicine> medicines = new ArrayList<>();
  private final NamedMedicines namedMedicines = NamedMedicines.load();
  private final Map<String, Subject> subjects = new LinkedHashMap<>();
  private final Map<String, String> phrases = new LinkedHashMap<>();
  private final Map<String, Category> planCategories = new LinkedHashMap<>();
  private final Map<String, List<Advice>> adviceByCondition = new LinkedHashMap<>();
  private final Map<String, MergeGroup> mergeGroups = new HashMap<>();
  private final Map<String, Set<String>> conditionsByKey = new HashMap<>();
  private final List<GeneralRule> generalRules = new ArrayList<>();
  private final List<SafetyNetRule> safetyNet = new ArrayList<>();
  private final List<Exercise> exercises = new ArrayList<>();
  private final List<ImpliedFact> impliedFacts = new ArrayList<>();
  private final List<Contraindication> contraindications = new ArrayList<>();
  private final Map<String, List<Contraindication>> contraindicationsBySubject = new HashMap<>();

  /**
   * Something that a contraindication can speak of.
   *
   * @param layName name in plain words
   * @param cautionPhrase id of the phrase that lists what is unknown
   */
  record Subject(String layName, String cautionPhrase) {}

  private record MergeGroup(Category category, boolean against) {}

  private CareContent(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.settings = PlanSettings.load();
  }

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  static CareContent load(KnowledgeBase knowledge) {
    CareContent content = new CareContent(knowledge);
    content.loadQuestions();
    content.loadMedicineClasses();
    content.loadSubjects();
    content.loadPhrases();
    content.loadCategories();
    content.loadExercises();
    content.loadRecommendations();
    content.loadGeneralRules();
    content.loadSafetyNet();
    content.loadImpliedFacts();
    content.loadContraindications();
    return content;
  }

  KnowledgeBase knowledge() {
    return knowledge;
  }

  PlanSettings settings() {
    return settings;
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

  /** The questions on history that the vocabulary of findings lacks. */
  Collection<MedicineQuestion> questions() {
    return questions.values();
  }

  Optional<MedicineQuestion> question(String id) {
    return Optional.ofNullable(questions.get(id));
  }

  Collection<MedicineClass> medicineClasses() {
    return medicineClasses.values();
  }

  NamedMedicines namedMedicines() {
    return namedMedicines;
  }

  /** All medicines and physical means, in file order. */
  List<Medicine> medicines() {
    return medicines;
  }

  List<ImpliedFact> impliedFacts() {
    return impliedFacts;
  }

  List<Contraindication> contraindications() {
    return contraindications;
  }

  /** Contraindications that speak of a subject, those of the whole kind included. */
  List<Contraindication> contraindications(Use use) {
    List<Contraindication> both =
        new ArrayList<>(contraindicationsBySubject.getOrDefault(use.kind() + ":all", List.of()));
    both.addAll(contraindicationsBySubject.getOrDefault(use.key(), List.of()));
    return both;
  }

  /** The subject of a use. */
  Subject subject(Use use) {
    Subject subject = subjects.get(use.key());
    if (subject == null) {
      throw new IllegalStateException(DATA + "subjects.csv: " + use.key() + " is missing");
    }
    return subject;
  }

  /** A phrase with its gaps filled, {@code {name}} by the value that follows the name. */
  String phrase(String id, String... namesAndValues) {
    String text = phrases.get(id);
    if (text == null) {
      throw new IllegalStateException(DATA + "phrases.csv: " + id + " is missing");
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1]);
    }
    return text;
  }

  private static List<DataFile.Row> rows(String file) {
    return DataFile.read(DATA + file).rows();
  }

  private void loadQuestions() {
    for (DataFile.Row row : rows("medicine-questions.csv")) {
      MedicineQuestion question =
          new MedicineQuestion(
              row.required("id"),
              row.required("question"),
              row.required("why"),
              row.required("source_id"));
      if (questions.put(question.id(), question) != null) {
        throw row.fault("id", question.id() + " occurs twice");
      }
    }
  }

  private void loadMedicineClasses() {
    for (DataFile.Row row : rows("medicine-classes.csv")) {
      row.required("source_id");
      MedicineClass one =
          new MedicineClass(
              row.required("id"),
              row.required("lay_name"),
              row.list("implies"),
              row.list("denies"));
      if (medicineClasses.put(one.id(), one) != null) {
        throw row.fault("id", one.id() + " occurs twice");
      }
      for (String atom : one.implies()) {
        requireAtom(row, "implies", atom);
      }
      for (String atom : one.denies()) {
        requireAtom(row, "denies", atom);
      }
    }
    for (String id : namedMedicines.classes()) {
      if (!medicineClasses.containsKey(id)) {
        throw new IllegalStateException(DATA + "named-medicines.csv: no class " + id);
      }
    }
  }

  private void loadSubjects() {
    for (DataFile.Row row : rows("subjects.csv")) {
      String key = row.required("kind") + ":" + row.required("id");
      Subject subject = new Subject(row.required("lay_name"), row.required("caution_phrase"));
      if (subjects.put(key, subject) != null) {
        throw row.fault("id", key + " occurs twice");
      }
    }
    for (DataFile.Row row : rows("medicines.csv")) {
      String id = row.text("group").isEmpty() ? row.required("id") : row.text("group");
      if (!subjects.containsKey("medicine:" + id)) {
        throw row.fault("id", id + " is not among the subjects");
      }
      medicines.add(
          new Medicine(
              row.required("id"),
              row.text("group"),
              row.required("lay_name"),
              row.flag("otc_uk"),
              row.grade("grade"),
              row.required("source_id")));
    }
  }

  private void loadPhrases() {
    for (DataFile.Row row : rows("phrases.csv")) {
      phrases.put(row.required("id"), row.required("text"));
    }
    subjects.values().forEach(subject -> phrase(subject.cautionPhrase()));
  }

  private void loadCategories() {
    for (DataFile.Row row : rows("categories.csv")) {
      planCategories.put(
          row.required("category"), row.oneOf("plan_category", Category.values(), Category::id));
    }
  }

  private void loadExercises() {
    Set<String> ids = new LinkedHashSet<>();
    for (DataFile.Row row : rows("exercises.csv")) {
      String id = row.required("id");
      if (!ids.add(id)) {
        throw row.fault("id", id + " occurs twice");
      }
      if (!subjects.containsKey("exercise:" + id)) {
        throw row.fault("id", id + " is not among the subjects");
      }
      Set<String> indicated = new LinkedHashSet<>(row.list("indicated_conditions"));
      indicated.forEach(condition -> requireCondition(row, "indicated_conditions", condition));
      row.list("contraindicated_conditions")
          .forEach(condition -> requireCondition(row, "contraindicated_conditions", condition));
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
    for (DataFile.Row row : rows("recommendations.csv")) {
      String condition = row.required("condition_id");
      requireCondition(row, "condition_id", condition);
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
      subjects.put(
          "recommendation:" + advice.id(), new Subject(advice.action(), "only-if-medicine"));
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
                    DATA + "recommendations.csv: no row for " + condition.id());
              }
            });
  }

  private void loadGeneralRules() {
    for (DataFile.Row row : rows("general.csv")) {
      Category category = row.oneOf("category", Category.values(), Category::id);
      Advice advice = advice(row, "", category);
      if (advice.text().isEmpty()) {
        throw row.fault("patient_text", "a value is required");
      }
      String subject = row.text("left_out_subject");
      if (!subject.isEmpty() && !subjects.containsKey(subject)) {
        throw row.fault("left_out_subject", subject + " is not among the subjects");
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
        throw new IllegalStateException(DATA + "general.csv: no line for " + urgency.id());
      }
    }
  }

  private void loadSafetyNet() {
    Set<String> groups =
        knowledge.conditions().stream().map(c -> c.group()).collect(Collectors.toSet());
    for (DataFile.Row row : rows("safety-net.csv")) {
      Advice advice =
          new Advice(
              row.required("id"),
              "",
              Category.SAFETY_NET,
              Category.SAFETY_NET.id(),
              row.required("merge_key"),
              Stage.NOW,
              row.oneOf("urgency", Urgency.values(), Urgency::id),
              expression(row, "when"),
              uses(row),
              Direction.FOR,
              row.oneOf("strength", Strength.values(), Strength::id),
              row.grade("grade"),
              row.required("patient_text"),
              row.required("watch"),
              row.required("source_id"));
      for (String condition : row.list("condition_ids")) {
        if (!condition.equals("any")) {
          requireCondition(row, "condition_ids", condition);
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
              expression(row, "only_when"),
              Set.copyOf(row.list("condition_ids")),
              Set.copyOf(row.list("groups")),
              Set.copyOf(row.eachOf("shown_at", Urgency.values(), Urgency::id))));
    }
  }

  private void loadImpliedFacts() {
    for (DataFile.Row row : rows("implied-facts.csv")) {
      String finding = row.required("finding_id");
      requireFinding(row, "finding_id", finding);
      requireFinding(row, "from", row.required("from"));
      impliedFacts.add(
          new ImpliedFact(
              finding,
              row.flag("value"),
              row.required("from"),
              row.has("least") ? Double.valueOf(row.number("least")) : null,
              row.has("most") ? Double.valueOf(row.number("most")) : null,
              row.text("equals")));
    }
  }

  private void loadContraindications() {
    Set<String> ids = new LinkedHashSet<>();
    for (DataFile.Row row : rows("contraindications.csv")) {
      String kind = row.required("subject_kind");
      String subject = row.required("subject_id");
      if (!subject.equals("all") && !subjects.containsKey(kind + ":" + subject)) {
        throw row.fault("subject_id", kind + ":" + subject + " is not among the subjects");
      }
      if (!ids.add(row.required("id"))) {
        throw row.fault("id", row.text("id") + " occurs twice");
      }
      row.grade("grade");
      row.required("when");
      RedFlagExpression when = expression(row, "when");
      if (when == null) {
        throw row.fault("when", "a value is required");
      }
      Contraindication contraindication =
          new Contraindication(
              row.required("id"),
              kind,
              subject,
              when,
              row.text("when"),
              row.either("severity", "never", "ask-first"),
              row.required("say"),
              row.text("if_unknown"),
              row.required("source_id"));
      contraindications.add(contraindication);
      contraindicationsBySubject
          .computeIfAbsent(kind + ":" + subject, k -> new ArrayList<>())
          .add(contraindication);
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
            expression(row, "when"),
            uses(row),
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

  private List<Use> uses(DataFile.Row row) {
    List<Use> uses = new ArrayList<>();
    for (String text : row.list("uses")) {
      Use use = row.parsed("uses", text, Use::parse);
      if (!subjects.containsKey(use.key())) {
        throw row.fault("uses", use.key() + " is not among the subjects");
      }
      uses.add(use);
    }
    return List.copyOf(uses);
  }

  @Nullable RedFlagExpression expression(DataFile.Row row, String column) {
    if (!row.has(column)) {
      return null;
    }
    RedFlagExpression expression =
        row.parsed(column, row.text(column), text -> RedFlagExpression.parse(column, text));
    expression.findings().forEach(atom -> requireAtom(row, column, atom));
    return expression;
  }

  private void requireAtom(DataFile.Row row, String column, String atom) {
    if (atom.startsWith(Facts.CONDITION)) {
      requireCondition(row, column, atom.substring(Facts.CONDITION.length()));
    } else if (atom.startsWith(Facts.QUESTION)) {
      if (!questions.containsKey(atom.substring(Facts.QUESTION.length()))) {
        throw row.fault(column, atom + " is not among the questions");
      }
    } else if (atom.startsWith(Facts.TAKES)) {
      if (!medicineClasses.containsKey(atom.substring(Facts.TAKES.length()))) {
        throw row.fault(column, atom + " is not among the classes of medicines");
      }
    } else if (!atom.equals(Facts.SERIOUS_SUSPECTED)) {
      requireFinding(row, column, atom);
    }
  }

  private void requireCondition(DataFile.Row row, String column, String id) {
    if (knowledge.condition(id).isEmpty()) {
      throw row.fault(column, id + " is not a condition");
    }
  }

  private void requireFinding(DataFile.Row row, String column, String id) {
    boolean canonical =
        knowledge.vocabulary().find(id).filter(found -> found.id().equals(id)).isPresent();
    if (!canonical) {
      throw row.fault(column, id + " is not the canonical id of a finding");
    }
  }
}
