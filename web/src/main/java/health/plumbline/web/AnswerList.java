package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Finding;
import health.plumbline.web.view.Field;
import health.plumbline.web.view.ResultPage.AnswerGroup;
import health.plumbline.web.view.ResultPage.AnswerLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The answers of a person, to check and to change. */
final class AnswerList {

  private final Engine engine;
  private final Words words;
  private final Plain plain;
  private final Listener listener;
  private final Intake intake;
  private final Questions questions;

  AnswerList(
      Engine engine,
      Words words,
      Plain plain,
      Listener listener,
      Intake intake,
      Questions questions) {
    this.engine = engine;
    this.words = words;
    this.plain = plain;
    this.listener = listener;
    this.intake = intake;
    this.questions = questions;
  }

  /**
   * The answers in groups.
   *
   * @param inPlace whether single answers come with a way to change them where they stand
   */
  List<AnswerGroup> groups(Answers answers, boolean inPlace) {
    List<AnswerLine> you = new ArrayList<>();
    if (answers.age() != null) {
      you.add(line(Course.AGE, words.text("age.title"), Integer.toString(answers.age())));
    }
    if (!answers.sex().isEmpty()) {
      you.add(line(Course.SEX, words.text("sex.title"), words.text("sex." + answers.sex())));
    }
    List<AnswerLine> pain = new ArrayList<>();
    if (answers.has(Course.WORDS)) {
      pain.add(
          line(
              Course.WORDS,
              words.text("check.words"),
              answers.text().isBlank() ? words.text("check.nothing") : answers.text()));
      if (!answers.text().isBlank()) {
        String understood =
            listener.hear(answers).understood().stream()
                .map(plain::understood)
                .collect(Collectors.joining("; "));
        pain.add(
            line(
                Course.UNDERSTOOD,
                words.text("check.understood"),
                understood.isEmpty() ? words.text("check.nothing") : understood));
      }
    }
    if (answers.has(Course.CHART)) {
      pain.add(line(Course.CHART, words.text("check.pain"), places(answers, Mark.Kind.PAIN)));
      pain.add(line(Course.CHART, words.text("check.numb"), places(answers, Mark.Kind.NUMB)));
      if (!answers.worst().isEmpty()) {
        pain.add(line(Course.CHART, words.text("check.worst"), plain.place(answers.worst())));
      }
    }
    List<AnswerLine> screen = new ArrayList<>();
    List<AnswerLine> other = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String page : answers.trail()) {
      for (String id : Course.findingsOn(page, engine, intake.basics(answers))) {
        String answer = answers.given().get(id);
        if (answer == null || !seen.add(id)) {
          continue;
        }
        Finding finding = plain.finding(id);
        Field field =
            inPlace ? questions.field(finding, plain.question(finding), answer, "") : null;
        (Course.isScreen(page) ? screen : page.equals(Course.PREGNANCY) ? you : other)
            .add(
                new AnswerLine(
                    page, plain.question(finding), plain.answer(finding, answer), field));
      }
    }
    List<AnswerGroup> groups = new ArrayList<>();
    add(groups, "check.you", you);
    add(groups, "check.where", pain);
    add(groups, "check.screen", screen);
    add(groups, "check.questions", other);
    return groups;
  }

  private void add(List<AnswerGroup> groups, String title, List<AnswerLine> lines) {
    if (!lines.isEmpty()) {
      groups.add(new AnswerGroup(words.text(title), lines));
    }
  }

  private String places(Answers answers, Mark.Kind kind) {
    String places =
        answers.marks().stream()
            .filter(mark -> mark.kind() == kind)
            .map(mark -> plain.place(mark.place()))
            .collect(Collectors.joining("; "));
    return places.isEmpty() ? words.text("check.nothing") : places;
  }

  private static AnswerLine line(String page, String question, String answer) {
    return new AnswerLine(page, question, answer, null);
  }
}
