package health.plumbline.care;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.RedFlagExpression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What decides whether a treatment is safe for a person: the treatments, what forbids them, and
 * what has to be known of the person for it.
 */
final class SafetyContent {

  private static final String[] SUBJECT_KINDS = {
    "exercise", "manual-therapy", "medicine", "recommendation"
  };

  private final CareRows rows;
  private final Map<String, MedicineQuestion> questions = new LinkedHashMap<>();
  private final Map<String, MedicineClass> medicineClasses = new LinkedHashMap<>();
  private final List<Medicine> medicines = new ArrayList<>();
  private final NamedMedicines namedMedicines = NamedMedicines.load();
  private final Map<String, Subject> subjects = new LinkedHashMap<>();
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

  /**
   * Reads everything but the contraindications, which may name treatments of later files.
   *
   * @throws IllegalStateException naming file, line and column if a file is malformed
   */
  SafetyContent(CareRows rows) {
    this.rows = rows;
    loadQuestions();
    loadMedicineClasses();
    loadSubjects();
    loadMedicines();
    loadImpliedFacts();
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
      throw new IllegalStateException(CareRows.DATA + "subjects.csv: " + use.key() + " is missing");
    }
    return subject;
  }

  /** All subjects that were added until now. */
  Collection<Subject> subjects() {
    return subjects.values();
  }

  /** Makes a treatment known that a later file describes. */
  void add(DataFile.Row row, String key, Subject subject) {
    rows.knowSubject(key);
    row.putOnce("id", subjects, key, subject);
  }

  private void loadQuestions() {
    for (DataFile.Row row : CareRows.of("medicine-questions.csv")) {
      MedicineQuestion question =
          new MedicineQuestion(
              row.required("id"),
              row.required("question"),
              row.required("why"),
              row.required("source_id"));
      rows.knowAtom(Facts.QUESTION + question.id());
      row.putOnce("id", questions, question.id(), question);
    }
  }

  private void loadMedicineClasses() {
    for (DataFile.Row row : CareRows.of("medicine-classes.csv")) {
      row.required("source_id");
      MedicineClass one =
          new MedicineClass(
              row.required("id"),
              row.required("lay_name"),
              row.list("implies"),
              row.list("denies"));
      rows.knowAtom(Facts.TAKES + one.id());
      row.putOnce("id", medicineClasses, one.id(), one);
      for (String atom : one.implies()) {
        rows.requireAtom(row, "implies", atom);
      }
      for (String atom : one.denies()) {
        rows.requireAtom(row, "denies", atom);
      }
    }
    for (String id : namedMedicines.classes()) {
      if (!medicineClasses.containsKey(id)) {
        throw new IllegalStateException(CareRows.DATA + "named-medicines.csv: no class " + id);
      }
    }
  }

  private void loadSubjects() {
    for (DataFile.Row row : CareRows.of("subjects.csv")) {
      String key = row.required("kind") + ":" + row.required("id");
      add(row, key, new Subject(row.required("lay_name"), row.required("caution_phrase")));
    }
  }

  private void loadMedicines() {
    for (DataFile.Row row : CareRows.of("medicines.csv")) {
      String id = row.text("group").isEmpty() ? row.required("id") : row.text("group");
      rows.requireSubject(row, "id", "medicine:" + id);
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

  private void loadImpliedFacts() {
    for (DataFile.Row row : CareRows.of("implied-facts.csv")) {
      String finding = row.required("finding_id");
      rows.requireFinding(row, "finding_id", finding);
      rows.requireFinding(row, "from", row.required("from"));
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

  /** Reads what forbids a treatment; every treatment that it may name must be known by now. */
  void loadContraindications() {
    Set<String> ids = new LinkedHashSet<>();
    for (DataFile.Row row : CareRows.of("contraindications.csv")) {
      // where it forbids all of a kind, no subject would tell that the kind is misspelt
      String kind = row.oneOf("subject_kind", SUBJECT_KINDS, Function.identity());
      String subject = row.required("subject_id");
      if (!subject.equals("all")) {
        rows.requireSubject(row, "subject_id", kind + ":" + subject);
      }
      if (!ids.add(row.required("id"))) {
        throw row.fault("id", row.text("id") + " occurs twice");
      }
      row.grade("grade");
      RedFlagExpression when = rows.expression(row, "when");
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
}
