package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessment.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A neutral summary of what was said, found and reckoned, to paste into notes. */
final class NotesSummary {

  private static final int CAUSES = 5;

  private final Engine engine;
  private final Words words;
  private final Plain plain;

  NotesSummary(Engine engine, Words words, Plain plain) {
    this.engine = engine;
    this.words = words;
    this.plain = plain;
  }

  String write(Answers answers, Listener.Heard heard, Assessment assessment) {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            "notes.head",
            "version",
            assessment.knowledgeVersion(),
            "setting",
            assessment.setting().displayName()));
    String age = answers.age() == null ? words.text("notes.unknown") : answers.age().toString();
    lines.add(
        words.text(
            "notes.person",
            "age",
            age,
            "sex",
            answers.sex().isEmpty() || answers.sex().equals(Answers.UNSAID)
                ? words.text("notes.unknown")
                : answers.sex()));
    if (!answers.text().isBlank()) {
      lines.add(words.text("notes.words", "text", answers.text().replaceAll("\\s+", " ")));
    }
    add(lines, "notes.pain", places(answers, Mark.Kind.PAIN));
    add(lines, "notes.numb", places(answers, Mark.Kind.NUMB));
    add(lines, "notes.worst", answers.worst().isEmpty() ? "" : plain.place(answers.worst()));
    add(lines, "notes.present", findings(heard, answers, "yes"));
    add(lines, "notes.absent", findings(heard, answers, "no"));
    add(lines, "notes.amounts", amounts(heard, answers));
    add(
        lines,
        "notes.not-sure",
        answers.given().entrySet().stream()
            .filter(it -> it.getValue().equals(Answers.NOT_SURE))
            .filter(it -> heard.asked().contains(it.getKey()))
            .map(it -> plain.finding(it.getKey()).name())
            .collect(Collectors.joining("; ")));
    add(
        lines,
        "notes.examination",
        answers.examined().entrySet().stream()
            .map(
                it ->
                    plain.finding(it.getKey()).name()
                        + ": "
                        + Plain.lowerFirst(plain.answer(plain.finding(it.getKey()), it.getValue())))
            .collect(Collectors.joining("; ")));
    Urgency level = assessment.urgency().level();
    lines.add(
        words.text(
            "notes.urgency",
            "level",
            level.id(),
            "reasons",
            assessment.urgency().reasons().stream()
                .filter(it -> it.level() == level)
                .map(it -> it.clinicianText().isEmpty() ? it.text() : it.clinicianText())
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" "))));
    add(
        lines,
        "notes.causes",
        assessment.differential().stream()
            .limit(CAUSES)
            .map(NotesSummary::cause)
            .collect(Collectors.joining("; ")));
    add(
        lines,
        "notes.missed",
        assessment.mustNotMiss().stream()
            .map(
                it ->
                    engine.knowledge().condition(it.condition()).orElseThrow().name()
                        + " "
                        + ClinicianView.percent(it.probability()))
            .collect(Collectors.joining("; ")));
    return String.join("\n", lines);
  }

  private void add(List<String> lines, String key, String value) {
    if (!value.isEmpty()) {
      lines.add(words.text(key, "value", value));
    }
  }

  private static String cause(Ranked ranked) {
    return ranked.name()
        + " "
        + ClinicianView.percent(ranked.probability())
        + " ("
        + ClinicianView.percent(ranked.interval().lo())
        + "–"
        + ClinicianView.percent(ranked.interval().hi())
        + ", grade "
        + ranked.grade()
        + ")";
  }

  private String places(Answers answers, Mark.Kind kind) {
    return answers.marks().stream()
        .filter(mark -> mark.kind() == kind)
        .map(mark -> plain.place(mark.place()))
        .collect(Collectors.joining("; "));
  }

  private String findings(Listener.Heard heard, Answers answers, String value) {
    return heard.presentation().findings().entrySet().stream()
        .filter(it -> it.getValue().toString().equals(value))
        .filter(it -> !answers.examined().containsKey(it.getKey()))
        .map(Map.Entry::getKey)
        .map(id -> Plain.lowerFirst(plain.finding(id).name()))
        .collect(Collectors.joining("; "));
  }

  private String amounts(Listener.Heard heard, Answers answers) {
    return heard.presentation().findings().entrySet().stream()
        .filter(it -> !answers.examined().containsKey(it.getKey()))
        .filter(it -> !(plain.finding(it.getKey()).values() instanceof Finding.Values.YesNo))
        .map(
            it ->
                plain.finding(it.getKey()).name()
                    + ": "
                    + plain.answer(plain.finding(it.getKey()), it.getValue().toString()))
        .collect(Collectors.joining("; "));
  }
}
