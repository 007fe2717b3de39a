package health.plumbline.care;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.care.MedicineLine.Status;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every medicine against everything that can speak against a medicine: 28 medicines by some sixty
 * facts, one fact at a time, held against a table that was written by hand from the columns of
 * {@code medicines.csv} and from the guidelines that they name, not from the contraindications.
 */
final class MedicineTableTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final CareContent CONTENT = CareContent.load(KNOWLEDGE);
  private static final MedicineAdvisor ADVISOR = new MedicineAdvisor(CONTENT);

  /** A name for each class of medicines, and the other classes that this name belongs to. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("nsaid", "naproxen"),
          Map.entry("aspirin", "aspirin 75 mg"),
          Map.entry("antiplatelet", "ticagrelor"),
          Map.entry("clopidogrel", "clopidogrel"),
          Map.entry("anticoagulant", "apixaban"),
          Map.entry("steroid", "prednisolone"),
          Map.entry("ssri-snri", "sertraline"),
          Map.entry("lithium", "lithium"),
          Map.entry("methotrexate", "methotrexate"),
          Map.entry("ciclosporin-tacrolimus", "tacrolimus"),
          Map.entry("ace-arb", "ramipril 5 mg"),
          Map.entry("diuretic", "indapamide"),
          Map.entry("blood-pressure", "amlodipine"),
          Map.entry("enzyme-inducer", "carbamazepine"),
          Map.entry("paracetamol", "lemsip"),
          Map.entry("opioid", "codeine"),
          Map.entry("gabapentinoid", "pregabalin"),
          Map.entry("sedative", "zopiclone"),
          Map.entry("ginkgo", "ginkgo biloba"),
          Map.entry("unrecognised", "the green pill"));

  private static final String TABLETS_NEVER =
      """
      anticoagulant-use pregnancy missed-period-or-possible-pregnancy single-kidney-or-transplant
      chronic-liver-or-kidney-disease creatinine-raised question:stomach-ulcer
      question:nsaid-reaction question:heart-failure question:chickenpox condition:pyelonephritis
      condition:abdominal-aortic-aneurysm condition:hip-fracture
      condition:femoral-neck-stress-fracture condition:spinal-infection
      condition:septic-arthritis-hip fever condition:peripheral-arterial-disease
      known-vascular-disease takes:nsaid takes:aspirin takes:antiplatelet takes:clopidogrel
      takes:anticoagulant takes:lithium takes:methotrexate takes:ciclosporin-tacrolimus
      """;

  private static final String TABLETS_ASK =
      """
      age-65-or-over corticosteroid-use hypertension inflammatory-bowel-disease
      condition:fibromyalgia question:asthma takes:steroid takes:ssri-snri takes:ace-arb
      takes:diuretic takes:blood-pressure takes:ginkgo takes:unrecognised
      """;

  private static final String GEL_NEVER =
      """
      pregnancy question:nsaid-reaction question:broken-skin condition:shingles
      unilateral-dermatomal-vesicular-rash
      """;

  private static final String GEL_ASK =
      """
      single-kidney-or-transplant chronic-liver-or-kidney-disease anticoagulant-use
      takes:anticoagulant question:stomach-ulcer question:heart-failure takes:nsaid question:asthma
      missed-period-or-possible-pregnancy
      """;

  private static final String COLD_NEVER =
      "question:numb-skin question:cold-sensitivity condition:peripheral-arterial-disease";

  private static final String INJECTION_NEVER =
      """
      condition:spinal-infection condition:septic-arthritis-hip fever skin-infection-over-joint
      condition:hip-fracture condition:femoral-neck-stress-fracture condition:spinal-malignancy
      condition:cauda-equina-syndrome
      """;

  private static final String INJECTION_ASK = "anticoagulant-use takes:anticoagulant diabetes";

  private static final String ANY_MEDICINE =
      "question:interacting-medicines takes:"
          + String.join(" takes:", new TreeSet<>(NAMES.keySet()));

  private static final String OPIOID_NEVER =
      "pregnancy question:breastfeeding takes:sedative takes:opioid takes:gabapentinoid";

  private record Expected(Set<String> never, Set<String> ask) {
    static Expected of(String never, String ask) {
      return new Expected(words(never), words(ask));
    }
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>(List.of(text.strip().split("\\s+")));
    words.remove("");
    return words;
  }

  private static final Map<String, Expected> TABLE = new LinkedHashMap<>();

  static {
    TABLE.put(
        "paracetamol",
        Expected.of(
            "question:paracetamol-allergy question:severe-liver-disease question:other-paracetamol"
                + " takes:paracetamol",
            "chronic-liver-or-kidney-disease alcohol-heavy anticoagulant-use takes:anticoagulant"
                + " question:low-body-weight takes:enzyme-inducer takes:unrecognised"));
    for (String tablet :
        List.of("ibuprofen", "naproxen", "nsaid-class-pregnancy", "diclofenac-oral")) {
      TABLE.put(tablet, Expected.of(TABLETS_NEVER, TABLETS_ASK));
    }
    TABLE.put("topical-diclofenac", Expected.of(GEL_NEVER, GEL_ASK));
    TABLE.put("topical-ibuprofen", Expected.of(GEL_NEVER, GEL_ASK));
    TABLE.put("codeine", Expected.of(OPIOID_NEVER, "question:asthma"));
    TABLE.put("tramadol-strong-opioids", Expected.of(OPIOID_NEVER, "question:asthma"));
    TABLE.put("gabapentinoids", Expected.of("pregnancy takes:opioid takes:sedative", ""));
    TABLE.put(
        "antidepressants-pain", Expected.of("", "anticoagulant-use pregnancy " + ANY_MEDICINE));
    TABLE.put("benzodiazepines", Expected.of("pregnancy takes:opioid takes:gabapentinoid", ""));
    TABLE.put(
        "oral-corticosteroid",
        Expected.of("condition:spinal-infection condition:septic-arthritis-hip fever", "diabetes"));
    TABLE.put("capsaicin-cream", Expected.of("question:broken-skin", ""));
    TABLE.put("lidocaine-plaster", Expected.of("question:broken-skin", ""));
    TABLE.put(
        "heat",
        Expected.of(
            "question:numb-skin condition:peripheral-arterial-disease condition:shingles"
                + " unilateral-dermatomal-vesicular-rash condition:spinal-infection"
                + " condition:septic-arthritis-hip condition:spinal-malignancy",
            "pregnancy"));
    TABLE.put("ice", Expected.of(COLD_NEVER, ""));
    TABLE.put(
        "tens",
        Expected.of(
            "question:implanted-device pregnancy question:broken-skin", "question:epilepsy"));
    TABLE.put("glucosamine", Expected.of("anticoagulant-use takes:anticoagulant", ""));
    TABLE.put("omeprazole", Expected.of("", "takes:clopidogrel takes:methotrexate"));
    TABLE.put(
        "aciclovir",
        Expected.of("", "pregnancy single-kidney-or-transplant chronic-liver-or-kidney-disease"));
    TABLE.put("tamsulosin", Expected.of("", ANY_MEDICINE));
    TABLE.put(
        "injection-hip",
        Expected.of(INJECTION_NEVER, INJECTION_ASK + " question:planned-hip-replacement"));
    for (String injection :
        List.of(
            "injection-trochanter",
            "injection-epidural",
            "injection-sij",
            "injection-facet",
            "injection-nerve-small")) {
      TABLE.put(injection, Expected.of(INJECTION_NEVER, INJECTION_ASK));
    }
  }

  /** Everything that can speak against a medicine. */
  private static Set<String> atoms() {
    Set<String> atoms = new LinkedHashSet<>();
    CONTENT.safety().contraindications().stream()
        .filter(row -> row.kind().equals("medicine"))
        .forEach(row -> atoms.addAll(row.when().findings()));
    CONTENT.safety().medicineClasses().forEach(one -> atoms.add(Facts.TAKES + one.id()));
    CONTENT.safety().questions().forEach(question -> atoms.add(Facts.QUESTION + question.id()));
    return atoms;
  }

  /** A person of whom everything is known and only these facts are true. */
  private static Facts person(Set<String> trueAtoms) {
    Presentation.Builder person =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .sex(Sex.FEMALE)
            .age(trueAtoms.contains("age-65-or-over") ? 70 : 40);
    Set<String> suspected = new HashSet<>();
    Map<String, Boolean> answers = new LinkedHashMap<>();
    List<String> medicines = new ArrayList<>();
    for (String atom : atoms()) {
      boolean holds = trueAtoms.contains(atom);
      if (atom.startsWith(Facts.CONDITION)) {
        if (holds) {
          suspected.add(atom.substring(Facts.CONDITION.length()));
        }
      } else if (atom.startsWith(Facts.TAKES)) {
        if (holds) {
          medicines.add(NAMES.getOrDefault(atom.substring(Facts.TAKES.length()), ""));
        }
      } else if (atom.equals(Facts.MEDICINES)) {
        if (holds) {
          medicines.add("metformin");
        }
      } else if (atom.startsWith(Facts.QUESTION)) {
        answers.put(atom.substring(Facts.QUESTION.length()), holds);
      } else if (!atom.equals("age-65-or-over")) {
        person.finding(atom, holds ? FindingValue.YES : FindingValue.NO);
      }
    }
    return new Facts(person.build(), new History(answers, medicines), CONTENT, suspected, false);
  }

  @Test
  void theTableNamesEveryMedicineAndOnlyKnownFacts() {
    assertThat(TABLE.keySet())
        .containsExactlyInAnyOrderElementsOf(
            CONTENT.safety().medicines().stream().map(Medicine::id).toList());
    TABLE
        .values()
        .forEach(
            row -> {
              assertThat(atoms()).containsAll(row.never()).containsAll(row.ask());
            });
    assertThat(NAMES.keySet())
        .containsExactlyInAnyOrderElementsOf(
            CONTENT.safety().medicineClasses().stream().map(MedicineClass::id).toList());
  }

  @Test
  void everyPairOfMedicineAndContraindicationHasItsVerdict() {
    int pairs = 0;
    List<String> wrong = new ArrayList<>();
    for (String atom : atoms()) {
      Facts facts = person(Set.of(atom));
      for (Medicine medicine : CONTENT.safety().medicines()) {
        pairs++;
        Expected expected = TABLE.get(medicine.id());
        MedicineLine line = ADVISOR.judge(medicine, facts);
        String is =
            line.status() == Status.NOT_SAFE
                ? "never"
                : line.reasons().isEmpty() && line.status() != Status.QUESTIONS_FIRST
                    ? "clear"
                    : line.status() == Status.QUESTIONS_FIRST ? "asks" : "ask-first";
        String should =
            expected == null
                ? "?"
                : expected.never().contains(atom)
                    ? "never"
                    : expected.ask().contains(atom) ? "ask-first" : "clear";
        if (!is.equals(should)) {
          wrong.add(medicine.id() + " with " + atom + " is " + is + ", not " + should);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(pairs).isGreaterThan(1_500);
  }

  @Test
  void nothingThatIsTrueBesidesLiftsABan() {
    List<String> all = List.copyOf(atoms());
    for (String ban : all) {
      for (String other : all) {
        Facts facts = person(new HashSet<>(List.of(ban, other)));
        for (Medicine medicine : CONTENT.safety().medicines()) {
          Expected expected = TABLE.get(medicine.id());
          if (expected != null && expected.never().contains(ban)) {
            MedicineLine line = ADVISOR.judge(medicine, facts);
            assertThat(line.status())
                .as(medicine.id() + " with " + ban + " and " + other)
                .isEqualTo(Status.NOT_SAFE);
            assertThat(line.dose()).isNull();
            assertThat(line.reasons()).isNotEmpty();
          }
        }
      }
    }
  }

  @Test
  void bloodPressureTabletsAndWaterTabletsTogetherForbidAnAntiInflammatory() {
    Medicine ibuprofen = medicine("ibuprofen");
    assertThat(ADVISOR.judge(ibuprofen, person(Set.of("takes:ace-arb"))).status())
        .isEqualTo(Status.ASK_FIRST);
    assertThat(ADVISOR.judge(ibuprofen, person(Set.of("takes:ace-arb", "takes:diuretic"))).status())
        .isEqualTo(Status.NOT_SAFE);
  }

  @Test
  void whatIsUnknownIsAskedBeforeAnyDose() {
    Facts stranger =
        new Facts(
            Presentation.builder(KNOWLEDGE.vocabulary()).build(),
            History.UNKNOWN,
            CONTENT,
            Set.of(),
            false);
    for (Medicine medicine : CONTENT.safety().medicines()) {
      MedicineLine line = ADVISOR.judge(medicine, stranger);
      assertThat(line.dose()).as(medicine.id()).isNull();
      assertThat(line.status()).as(medicine.id()).isNotEqualTo(Status.SUITABLE);
    }
    MedicineLine ibuprofen = ADVISOR.judge(medicine("ibuprofen"), stranger);
    assertThat(ibuprofen.status()).isEqualTo(Status.QUESTIONS_FIRST);
    assertThat(ibuprofen.questions().stream().map(MedicineQuestion::id))
        .contains(
            "age",
            "pregnancy",
            "anticoagulant-use",
            "stomach-ulcer",
            "nsaid-reaction",
            "asthma",
            "heart-failure",
            "single-kidney-or-transplant",
            "interacting-medicines")
        .doesNotContain("creatinine-raised", "fever-unknown")
        .doesNotHaveDuplicates();
    assertThat(ibuprofen.text()).startsWith("Ibuprofen tablets: not yet.").doesNotContain("200 mg");
  }

  @Test
  void oneUnansweredQuestionIsEnoughToHoldItBack() {
    Set<String> questions = new LinkedHashSet<>();
    for (Contraindication row :
        CONTENT.safety().contraindications(new Use("medicine", "oral-nsaid", false))) {
      row.when().findings().stream()
          .filter(a -> a.startsWith(Facts.QUESTION))
          .forEach(questions::add);
    }
    assertThat(questions).hasSizeGreaterThan(3);
    for (String left : questions) {
      Map<String, Boolean> answers = new LinkedHashMap<>();
      CONTENT.safety().questions().forEach(question -> answers.put(question.id(), false));
      answers.remove(left.substring(Facts.QUESTION.length()));
      Presentation.Builder man = Presentation.builder(KNOWLEDGE.vocabulary()).sex(Sex.MALE).age(40);
      atoms().stream()
          .filter(atom -> !atom.contains(":") && !atom.equals("age-65-or-over"))
          .forEach(atom -> man.finding(atom, FindingValue.NO));
      MedicineLine line =
          ADVISOR.judge(
              medicine("ibuprofen"),
              new Facts(man.build(), new History(answers, List.of()), CONTENT, Set.of(), false));
      assertThat(line.status()).as(left).isEqualTo(Status.QUESTIONS_FIRST);
      assertThat(line.questions()).hasSize(1);
    }
  }

  @Test
  void aHealthyAdultGetsDoseMaximumAndLength() {
    MedicineLine line = ADVISOR.judge(medicine("ibuprofen"), person(Set.of()));
    assertThat(line.status()).isEqualTo(Status.SUITABLE);
    assertThat(line.text())
        .contains("1 or 2 tablets of 200 mg")
        .contains("Never more than 6 tablets in 24 hours")
        .contains("never longer than 10 days");
    MedicineLine.Dose dose = line.dose();
    assertThat(dose).isNotNull();
    assertThat(line.sourceIds()).containsExactly("nhs2026-ibuprofen-how");
  }

  @Test
  void noDoseExceedsItsMaximum() {
    assertThat(ADVISOR.doses()).hasSize(6);
    Map<String, Double> daily = Map.of("paracetamol", 4000.0, "ibuprofen", 1200.0);
    for (MedicineDose dose : ADVISOR.doses()) {
      Double most = daily.get(dose.medicineId());
      if (most != null) {
        assertThat(dose.dailyMost()).as(dose.id()).isEqualTo(most);
        assertThat(dose.daysMost()).as(dose.id()).isNotNull();
      }
    }
  }

  @Test
  void namesOfMedicinesAreFoundWhateverStandsAround() {
    NamedMedicines names = CONTENT.safety().namedMedicines();
    assertThat(names.classesOf(List.of("Ramipril 5mg, once daily"))).containsExactly("ace-arb");
    assertThat(names.classesOf(List.of("co-codamol 30/500")))
        .containsExactlyInAnyOrder("paracetamol", "opioid");
    assertThat(names.classesOf(List.of("metformin"))).isEmpty();
    assertThat(names.classesOf(List.of("none"))).isEmpty();
    assertThat(names.classesOf(List.of("something for my nerves"))).containsExactly("unrecognised");
  }

  private static Medicine medicine(String id) {
    return CONTENT.safety().medicines().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
