package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Setting;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessment.Ranked;
import health.plumbline.reasoning.Assessment.Weight;
import health.plumbline.reasoning.NextQuestion;
import health.plumbline.reasoning.QuickAssessment;
import health.plumbline.reasoning.RankedCondition;
import health.plumbline.reasoning.UnansweredScreen;
import health.plumbline.web.view.ClinicianPage;
import health.plumbline.web.view.ClinicianPage.Row;
import health.plumbline.web.view.ClinicianPage.Test;
import health.plumbline.web.view.ClinicianPage.TestGroup;
import health.plumbline.web.view.Fault;
import health.plumbline.web.view.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The same assessment as a clinician looks at it: the examination with what each test is worth, how
 * each result moves the probabilities, and a summary for the notes.
 */
final class ClinicianView {

  private static final Set<Finding.Role> EXAMINATION = Set.of(Finding.Role.EXAMINED);
  private static final int PROPOSED = 8;
  private static final int CAUSES = 10;
  private static final int WEIGHTS = 6;
  private static final double LEAST_WEIGHT = 0.2;
  private static final int MOVES = 4;
  private static final double LEAST_MOVE = 0.01;
  private static final int HUNDRED = 100;

  private final Engine engine;
  private final Words words;
  private final Pages pages;
  private final Plain plain;
  private final SealedAnswers sealed;
  private final Listener listener;
  private final Intake intake;
  private final Questions questions;
  private final CareCards cards;
  private final TestCards tests;
  private final NotesSummary notes;

  ClinicianView(
      Engine engine,
      Words words,
      Pages pages,
      Plain plain,
      SealedAnswers sealed,
      Listener listener,
      Intake intake,
      Questions questions,
      CareCards cards) {
    this.engine = engine;
    this.words = words;
    this.pages = pages;
    this.plain = plain;
    this.sealed = sealed;
    this.listener = listener;
    this.intake = intake;
    this.questions = questions;
    this.cards = cards;
    this.tests = new TestCards(engine.knowledge(), words);
    this.notes = new NotesSummary(engine, words, plain);
  }

  /** The page without a change. */
  String page(Answers answers) {
    return page(answers, answers, Map.of(), Map.of());
  }

  /** The page after findings were entered. */
  String examined(Form form, Answers before) {
    Map<String, String> results = new LinkedHashMap<>();
    Map<String, String> faults = new LinkedHashMap<>();
    Map<String, String> rejected = new HashMap<>();
    for (Finding finding : engine.knowledge().vocabulary().findings()) {
      if (finding.role() != Finding.Role.EXAMINED || !form.has(Intake.ANSWER + finding.id())) {
        continue;
      }
      String result = intake.answer(finding, form);
      if (result.isEmpty() || result.equals(Answers.NOT_SURE)) {
        continue;
      }
      String fault = intake.fault(finding, result);
      if (fault.isEmpty()) {
        results.put(finding.id(), result);
      } else {
        faults.put(Intake.ANSWER + finding.id(), finding.name() + ": " + fault);
        rejected.put(finding.id(), result);
      }
    }
    Setting setting =
        Arrays.stream(Setting.values())
            .filter(it -> it != Setting.TEACHING && it.id().equals(form.value("setting")))
            .findFirst()
            .orElse(before.setting());
    return page(before, before.withExamined(results, setting), faults, rejected);
  }

  private String page(
      Answers before, Answers answers, Map<String, String> faults, Map<String, String> rejected) {
    Listener.Heard heard = listener.hear(answers);
    Assessment assessment = engine.assess(heard.known(), answers.setting());
    Map<String, Double> asked = quick(answers.withExamined(Map.of(), answers.setting()));
    Map<String, Double> probabilities = probabilities(assessment);
    Map<String, Double> bits = new LinkedHashMap<>();
    engine
        .assessor()
        .next(heard.presentation(), answers.setting(), EXAMINATION, PROPOSED)
        .forEach((NextQuestion it) -> bits.put(it.findingId(), it.bits()));
    Map<String, String> entered = new LinkedHashMap<>(answers.examined());
    entered.putAll(rejected);
    List<Fault> listed = new ArrayList<>();
    faults.forEach((field, text) -> listed.add(new Fault(field, text)));
    return pages.render(
        "clinician",
        new ClinicianPage(
            pages.frame(words.text("clinician.title"), sealed.seal(answers)),
            Arrays.stream(Setting.values())
                .filter(it -> it != Setting.TEACHING)
                .map(
                    it ->
                        new Option(
                            it.id(), Plain.upperFirst(it.displayName()), it == answers.setting()))
                .toList(),
            cards.headline(assessment.urgency().level()),
            CareCards.kind(assessment.urgency().level()),
            reasons(assessment),
            change(before, answers, probabilities),
            assessment.differential().stream()
                .limit(CAUSES)
                .map(it -> row(it, asked.getOrDefault(it.condition(), 0.0)))
                .toList(),
            bits.keySet().stream()
                .map(id -> test(id, "", bits.getOrDefault(id, 0.0), faults, probabilities))
                .toList(),
            entered.entrySet().stream()
                .map(it -> test(it.getKey(), it.getValue(), 0, faults, probabilities))
                .toList(),
            others(entered.keySet(), bits.keySet(), faults, probabilities),
            listed,
            notes.write(answers, heard, assessment)));
  }

  private List<String> reasons(Assessment assessment) {
    List<String> reasons = new ArrayList<>();
    if (assessment.urgency().awaitsScreen()) {
      reasons.add(
          UnansweredScreen.forClinician(engine.knowledge(), assessment.urgency().unanswered()));
    }
    assessment.urgency().reasons().stream()
        .map(it -> it.clinicianText().isEmpty() ? it.text() : it.clinicianText())
        .distinct()
        .forEach(reasons::add);
    return reasons;
  }

  private List<TestGroup> others(
      Set<String> entered,
      Set<String> proposed,
      Map<String, String> faults,
      Map<String, Double> probabilities) {
    Map<String, List<Test>> groups = new TreeMap<>();
    for (Finding finding : engine.knowledge().vocabulary().findings()) {
      if (finding.role() == Finding.Role.EXAMINED
          && !entered.contains(finding.id())
          && !proposed.contains(finding.id())) {
        groups
            .computeIfAbsent(group(finding), key -> new ArrayList<>())
            .add(test(finding.id(), "", 0, faults, probabilities));
      }
    }
    return groups.entrySet().stream().map(it -> new TestGroup(it.getKey(), it.getValue())).toList();
  }

  private String group(Finding finding) {
    return finding.group().isEmpty()
        ? words.text("clinician.group.other")
        : Plain.upperFirst(finding.group().replace('-', ' '));
  }

  private Test test(
      String id,
      String result,
      double bits,
      Map<String, String> faults,
      Map<String, Double> probabilities) {
    Finding finding = plain.finding(id);
    return new Test(
        questions.field(
            finding, finding.name(), result, faults.getOrDefault(Intake.ANSWER + id, "")),
        finding.name(),
        bits == 0
            ? ""
            : words.text("clinician.bits", "bits", String.format(Locale.UK, "%.2f", bits)),
        finding.procedure(),
        finding.positiveMeans(),
        tests.warning(id, probabilities),
        tests.figures(id));
  }

  private List<String> change(Answers before, Answers after, Map<String, Double> now) {
    if (before.examined().equals(after.examined()) && before.setting() == after.setting()) {
      return List.of();
    }
    Map<String, Double> then = quick(before);
    return now.entrySet().stream()
        .filter(it -> Math.abs(it.getValue() - then.getOrDefault(it.getKey(), 0.0)) >= LEAST_MOVE)
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<String, Double> it) ->
                    -Math.abs(it.getValue() - then.getOrDefault(it.getKey(), 0.0))))
        .limit(MOVES)
        .map(
            it ->
                words.text(
                    "clinician.moved",
                    "name",
                    engine.knowledge().condition(it.getKey()).orElseThrow().name(),
                    "before",
                    percent(then.getOrDefault(it.getKey(), 0.0)),
                    "after",
                    percent(it.getValue())))
        .toList();
  }

  private Map<String, Double> quick(Answers answers) {
    QuickAssessment quick =
        engine.assessor().assessQuickly(listener.hear(answers).presentation(), answers.setting());
    return quick.differential().stream()
        .collect(Collectors.toMap(RankedCondition::conditionId, RankedCondition::probability));
  }

  private static Map<String, Double> probabilities(Assessment assessment) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    assessment.differential().forEach(it -> probabilities.put(it.condition(), it.probability()));
    return probabilities;
  }

  private Row row(Ranked ranked, double asked) {
    return new Row(
        ranked.name(),
        words.text(
            "clinician.probability",
            "now",
            percent(ranked.probability()),
            "low",
            percent(ranked.interval().lo()),
            "high",
            percent(ranked.interval().hi())),
        percent(asked),
        (int) Math.round(HUNDRED * ranked.probability()),
        ranked.grade().name(),
        weights(ranked.supports()),
        weights(ranked.opposes()));
  }

  private String weights(List<Weight> weights) {
    return weights.stream()
        .filter(weight -> Math.abs(weight.bits()) >= LEAST_WEIGHT)
        .limit(WEIGHTS)
        .map(weight -> String.format(Locale.UK, "%s %+.1f", plain.clinical(weight), weight.bits()))
        .collect(Collectors.joining("; "));
  }

  static String percent(double p) {
    double percent = HUNDRED * p;
    return percent < 1
        ? String.format(Locale.UK, "%.1f%%", percent)
        : String.format(Locale.UK, "%.0f%%", percent);
  }
}
