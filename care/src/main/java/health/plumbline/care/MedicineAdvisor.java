package health.plumbline.care;

import health.plumbline.care.MedicineLine.Status;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which medicine one person may take, and how much.
 *
 * <p>Three-valued like every contraindication, but stricter than a line of advice: while anything
 * that could forbid a medicine or ask for advice is unknown and can be asked, the medicine is not
 * advised and no dose is given; the line asks instead. What only an examination or the laboratory
 * could tell does not hold it back. A contraindication that is true forbids, whatever else is true:
 * there is no way to argue with it. What nobody can buy without a prescriber never gets a dose.
 */
final class MedicineAdvisor {

  private static final String FILE = "care/medicine-doses.csv";
  private static final String AGE = "age-65-or-over";

  private final CareContent content;
  private final Map<String, List<MedicineDose>> doses = new LinkedHashMap<>();

  /**
   * Reads the doses.
   *
   * @throws IllegalStateException naming file, line and column if the file is malformed
   */
  MedicineAdvisor(CareContent content) {
    this.content = content;
    for (DataFile.Row row : DataFile.read(FILE).rows()) {
      String medicine = row.required("medicine_id");
      if (content.safety().medicines().stream().noneMatch(it -> it.id().equals(medicine))) {
        throw row.fault("medicine_id", medicine + " is not a medicine");
      }
      doses.computeIfAbsent(medicine, id -> new ArrayList<>()).add(dose(row, medicine));
    }
  }

  private MedicineDose dose(DataFile.Row row, String medicine) {
    MedicineDose dose =
        new MedicineDose(
            row.required("id"),
            medicine,
            content.rows().expression(row, "when"),
            amount(row, "age_least"),
            amount(row, "single_most"),
            row.text("unit"),
            amount(row, "times_most"),
            amount(row, "hours_apart_least"),
            amount(row, "daily_most"),
            amount(row, "days_most"),
            row.required("patient_dose"),
            row.required("patient_length"),
            row.required("patient_stop"),
            row.required("clinician"),
            row.grade("grade"),
            row.required("source_id"));
    Double single = dose.singleMost();
    Double times = dose.timesMost();
    Double daily = dose.dailyMost();
    if (single != null && times != null && daily != null && single * times > daily) {
      throw row.fault(
          "daily_most", times + " times " + single + " is more than the " + daily + " allowed");
    }
    if ((single != null || daily != null) && dose.unit().isEmpty()) {
      throw row.fault("unit", "a value is required");
    }
    Double apart = dose.hoursApartLeast();
    if (apart != null && times != null && apart * times > 24) {
      throw row.fault("hours_apart_least", "so many doses do not fit into 24 hours");
    }
    return dose;
  }

  private static @Nullable Double amount(DataFile.Row row, String column) {
    if (!row.has(column)) {
      return null;
    }
    double amount = row.number(column);
    if (!(amount > 0)) {
      throw row.fault(column, amount + " is not above 0");
    }
    return amount;
  }

  /** All doses. */
  List<MedicineDose> doses() {
    return doses.values().stream().flatMap(List::stream).toList();
  }

  /**
   * What to say about medicines.
   *
   * @param wanted keys of the medicines and groups that the plan would use for the leading
   *     conditions; every other one that can be bought is named only if it is not safe
   */
  List<MedicineLine> advise(Facts facts, Set<String> wanted) {
    List<MedicineLine> lines = new ArrayList<>();
    for (Medicine medicine : content.safety().medicines()) {
      if (!medicine.overTheCounter() || !doses.containsKey(medicine.id())) {
        continue;
      }
      MedicineLine line = judge(medicine, facts);
      boolean asked = medicine.uses().stream().anyMatch(use -> wanted.contains(use.key()));
      if (asked || line.status() == Status.NOT_SAFE) {
        lines.add(line);
      }
    }
    lines.sort(java.util.Comparator.comparing(MedicineLine::status));
    return lines;
  }

  /** Judges one medicine, whether or not it can be bought. */
  MedicineLine judge(Medicine medicine, Facts facts) {
    Set<String> never = new LinkedHashSet<>();
    Set<String> askFirst = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    List<Check> checks = new ArrayList<>();
    for (Contraindication row : contraindications(medicine)) {
      checks.add(Check.of(row, facts));
      switch (facts.of(row.when())) {
        case TRUE -> {
          (row.never() ? never : askFirst).add(row.say());
          sources.add(row.sourceId());
        }
        case UNKNOWN -> open.addAll(open(row.when(), facts));
        case FALSE -> {}
      }
    }
    MedicineDose dose = dose(medicine, facts, open);
    if (dose != null && dose.ageLeast() != null) {
      Integer age = facts.age();
      if (age == null) {
        open.add(AGE);
      } else if (age < dose.ageLeast()) {
        dose = null;
        askFirst.add(content.phrase("medicine-young"));
      }
    }
    Status status =
        !never.isEmpty()
            ? Status.NOT_SAFE
            : !open.isEmpty()
                ? Status.QUESTIONS_FIRST
                : !askFirst.isEmpty() || dose == null ? Status.ASK_FIRST : Status.SUITABLE;
    boolean dosed = status == Status.SUITABLE || status == Status.ASK_FIRST;
    List<String> reasons = List.copyOf(status == Status.NOT_SAFE ? never : askFirst);
    List<MedicineQuestion> questions =
        status == Status.QUESTIONS_FIRST ? questions(open) : List.of();
    if (dosed && dose != null) {
      sources.add(dose.sourceId());
    }
    if (sources.isEmpty()) {
      sources.add(medicine.sourceId());
    }
    return new MedicineLine(
        medicine.id(),
        medicine.layName(),
        status,
        text(medicine, status, dose, reasons, questions),
        dosed && dose != null ? dose.clinicalText() : String.join(" ", reasons),
        dosed && dose != null ? dose.given() : null,
        reasons,
        questions,
        checks,
        dosed && dose != null ? dose.grade() : weakest(medicine.grade()),
        List.copyOf(sources));
  }

  private static Grade weakest(Grade grade) {
    return grade.compareTo(Grade.B) < 0 ? Grade.B : grade;
  }

  private List<Contraindication> contraindications(Medicine medicine) {
    Set<Contraindication> rows = new LinkedHashSet<>();
    medicine.uses().forEach(use -> rows.addAll(content.safety().contraindications(use)));
    return List.copyOf(rows);
  }

  /** The dose for this person; what stands in the way of knowing it is added to {@code open}. */
  private @Nullable MedicineDose dose(Medicine medicine, Facts facts, Set<String> open) {
    for (MedicineDose dose : doses.getOrDefault(medicine.id(), List.of())) {
      switch (facts.of(dose.when())) {
        case TRUE -> {
          return dose;
        }
        case UNKNOWN -> {
          if (dose.when() != null) {
            open.addAll(open(dose.when(), facts));
          }
        }
        case FALSE -> {}
      }
    }
    return null;
  }

  /** What is unknown in an expression and can be asked. */
  private List<String> open(RedFlagExpression when, Facts facts) {
    List<String> open = new ArrayList<>();
    for (String atom : when.findings()) {
      if (facts.apply(atom) == Truth.UNKNOWN && question(atom) != null) {
        open.add(atom);
      }
    }
    return open;
  }

  private List<MedicineQuestion> questions(Set<String> atoms) {
    Map<String, MedicineQuestion> questions = new LinkedHashMap<>();
    for (String atom : atoms) {
      MedicineQuestion question = question(atom);
      if (question != null) {
        questions.putIfAbsent(question.id(), question);
      }
    }
    return List.copyOf(questions.values());
  }

  private @Nullable MedicineQuestion question(String atom) {
    if (atom.equals(AGE)) {
      return new MedicineQuestion("age", content.phrase("medicine-question-age"), "", "");
    }
    String id =
        atom.startsWith(Facts.TAKES)
            ? Facts.MEDICINES.substring(Facts.QUESTION.length())
            : atom.startsWith(Facts.QUESTION) ? atom.substring(Facts.QUESTION.length()) : "";
    if (!id.isEmpty()) {
      return content.safety().question(id).orElse(null);
    }
    return content
        .knowledge()
        .vocabulary()
        .find(atom)
        .filter(finding -> finding.role() == Finding.Role.ASKED && !finding.question().isEmpty())
        .map(finding -> new MedicineQuestion(finding.id(), finding.question(), "", ""))
        .orElse(null);
  }

  private String text(
      Medicine medicine,
      Status status,
      @Nullable MedicineDose dose,
      List<String> reasons,
      List<MedicineQuestion> questions) {
    String name = medicine.layName();
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return switch (status) {
      case SUITABLE ->
          dose == null
              ? capital
              : content.phrase(
                  "medicine-suitable",
                  "name",
                  capital,
                  "dose",
                  dose.dose(),
                  "length",
                  dose.length(),
                  "stop",
                  dose.stop());
      case ASK_FIRST ->
          dose == null
              ? content.phrase(
                  "medicine-ask-first-no-dose", "name", capital, "reasons", joined(reasons))
              : content.phrase(
                  // Heat and cold need care, nobody's leave.
                  dose.ageLeast() == null ? "medicine-with-care" : "medicine-ask-first",
                  "name",
                  capital,
                  "reasons",
                  joined(reasons),
                  "dose",
                  dose.dose(),
                  "length",
                  dose.length(),
                  "stop",
                  dose.stop());
      case QUESTIONS_FIRST ->
          content.phrase(
              "medicine-questions-first",
              "name",
              capital,
              "questions",
              joined(questions.stream().map(MedicineQuestion::question).toList()));
      case NOT_SAFE ->
          content.phrase("medicine-not-safe", "name", name, "reasons", joined(reasons));
    };
  }

  private static String joined(List<String> sentences) {
    return String.join(" ", sentences);
  }
}
