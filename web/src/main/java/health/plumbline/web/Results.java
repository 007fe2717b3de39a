package health.plumbline.web;

import health.plumbline.care.Category;
import health.plumbline.care.ExerciseDetail;
import health.plumbline.care.Plan;
import health.plumbline.care.PlanLine;
import health.plumbline.care.figure.ExerciseFigures;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.BackHipLink;
import health.plumbline.web.view.ResultPage;
import health.plumbline.web.view.ResultPage.Detail;
import health.plumbline.web.view.ResultPage.Link;
import health.plumbline.web.view.ResultPage.PlanPart;
import health.plumbline.web.view.ResultPage.SourceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result page. */
final class Results {

  private final Engine engine;
  private final Words words;
  private final Pages pages;
  private final Listener listener;
  private final CareCards cards;
  private final Causes causes;
  private final AnswerList answerList;
  private final BodyFigures figures;
  private final ExerciseFigures drawings;

  Results(
      Engine engine,
      Words words,
      Pages pages,
      Listener listener,
      CareCards cards,
      Causes causes,
      AnswerList answerList,
      BodyFigures figures,
      ExerciseFigures drawings) {
    this.engine = engine;
    this.words = words;
    this.pages = pages;
    this.listener = listener;
    this.cards = cards;
    this.causes = causes;
    this.answerList = answerList;
    this.figures = figures;
    this.drawings = drawings;
  }

  String page(Answers answers, String seal) {
    Listener.Heard heard = listener.hear(answers);
    Assessment assessment = engine.assess(heard.known(), answers.setting());
    Plan plan = engine.plan(assessment);
    Map<String, SourceLine> cited = new LinkedHashMap<>();
    ResultPage.Care care =
        cards.card(
            answers,
            heard.presentation(),
            assessment.urgency().level(),
            assessment.urgency().reasons(),
            !assessment.urgency().settleFirst().isEmpty());
    care.sources().forEach(source -> cited.put(source.id(), source));
    List<Link> links = links(assessment, cited);
    List<PlanPart> parts = plan(plan, cited);
    return pages.render(
        "result",
        new ResultPage(
            pages.frame(care.headline(), seal),
            care,
            assessment.urgency().level() == Urgency.EMERGENCY_NOW,
            engine.assessor().outOfScope(heard.presentation()),
            answers.setting().displayName(),
            causes.causes(assessment),
            causes.together(assessment),
            causes.notMissed(assessment),
            links,
            figures.linked(
                answers.marks(), answers.worst(), causes.shades(assessment), assessment.links()),
            parts,
            plan.leftOut().stream()
                .map(it -> new ResultPage.LeftOut(it.what(), it.why(), cite(it.sourceId(), cited)))
                .toList(),
            answerList.groups(answers, true),
            List.copyOf(cited.values()),
            assessment.knowledgeVersion(),
            plan.hasExercises(),
            !answers.trail().isEmpty(),
            answers.has(Course.ENOUGH)));
  }

  private List<Link> links(Assessment assessment, Map<String, SourceLine> cited) {
    List<Link> links = new ArrayList<>();
    for (BackHipLink.Link link : assessment.links()) {
      links.add(
          new Link(
              links.size() + 1,
              words.text("link." + link.mechanism()),
              link.text(),
              link.path(),
              cite(link.sourceId(), cited)));
    }
    return links;
  }

  private List<PlanPart> plan(Plan plan, Map<String, SourceLine> cited) {
    List<PlanPart> parts = new ArrayList<>();
    for (Category category : Category.values()) {
      List<ResultPage.PlanLine> lines = new ArrayList<>();
      for (PlanLine line : plan.lines(category)) {
        lines.add(
            new ResultPage.PlanLine(
                text(line),
                line.exercise() == null ? List.of() : line.cautions(),
                line.direction() == health.plumbline.care.Direction.AGAINST,
                words.text(
                    "plan.support",
                    "strength",
                    words.text("plan.strength." + line.strength().id()),
                    "grade",
                    words.text("grade." + line.grade().name())),
                exercise(line.exercise()),
                picture(line.exercise()),
                line.sourceIds().stream().map(id -> cite(id, cited)).toList()));
      }
      if (!lines.isEmpty()) {
        parts.add(new PlanPart(category.id(), words.text("plan." + category.id()), lines));
      }
    }
    return parts;
  }

  /** Of an exercise its name; how it is done and what to mind stand below. */
  private static String text(PlanLine line) {
    ExerciseDetail exercise = line.exercise();
    return exercise == null ? line.text() : exercise.name();
  }

  private List<Detail> exercise(@org.jspecify.annotations.Nullable ExerciseDetail exercise) {
    List<Detail> details = new ArrayList<>();
    if (exercise != null) {
      add(details, "exercise.steps", exercise.steps());
      add(details, "exercise.dose", exercise.dose());
      add(details, "exercise.harder", exercise.harder());
      add(details, "exercise.easier", exercise.easier());
      add(details, "exercise.stop", exercise.stop());
    }
    return details;
  }

  /** The drawing of an exercise, start and end; it carries its own words for a screen reader. */
  private String picture(@org.jspecify.annotations.Nullable ExerciseDetail exercise) {
    return exercise == null
        ? ""
        : drawings.svgForPage(exercise.exerciseId(), ExerciseFigures.View.BOTH).orElse("");
  }

  private void add(List<Detail> details, String label, String text) {
    if (!text.isBlank()) {
      details.add(new Detail(words.text(label), text));
    }
  }

  private SourceLine cite(String id, Map<String, SourceLine> cited) {
    return cited.computeIfAbsent(id, cards::source);
  }
}
