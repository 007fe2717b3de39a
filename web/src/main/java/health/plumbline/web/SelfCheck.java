package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Urgency;
import health.plumbline.narrative.Understood;
import health.plumbline.reasoning.Interview;
import health.plumbline.reasoning.Triage;
import health.plumbline.web.view.Fault;
import health.plumbline.web.view.OtherPages.CheckPage;
import health.plumbline.web.view.OtherPages.Chip;
import health.plumbline.web.view.OtherPages.MessagePage;
import health.plumbline.web.view.OtherPages.UnderstoodPage;
import health.plumbline.web.view.OtherPages.WordsPage;
import health.plumbline.web.view.ResultPage.Care;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a page sent and gives the next page.
 *
 * <p>Each page carries all answers so far, sealed. A page that is sent twice, from two tabs, after
 * going back or after a reload therefore gives the same next page as the first time: nothing here
 * remembers anybody.
 */
final class SelfCheck {

  /** Fields of every form. */
  static final String SEAL = "seal";

  static final String PAGE = "page";
  static final String ACTION = "action";

  /** The pages that ask no finding. */
  private static final Set<String> PAGES =
      Set.of(Course.AGE, Course.SEX, Course.WORDS, Course.UNDERSTOOD, Course.CHART, Course.CHECK);

  private static final String START = "start";
  private static final String CHANGE = "change:";
  private static final String REMOVE = "remove:";
  private static final String RESTORE = "restore:";

  private final Words words;
  private final Pages pages;
  private final Plain plain;
  private final SealedAnswers sealed;
  private final Engine engine;
  private final Listener listener;
  private final Course course;
  private final Intake intake;
  private final Questions questions;
  private final CareCards cards;
  private final AnswerList answerList;
  private final Results results;
  private final ClinicianView clinician;
  private final BodyChart chart;
  private final HandOver handOver;

  SelfCheck(
      Words words,
      Pages pages,
      Plain plain,
      SealedAnswers sealed,
      Engine engine,
      Listener listener,
      Course course,
      Intake intake,
      Questions questions,
      CareCards cards,
      AnswerList answerList,
      Results results,
      ClinicianView clinician,
      BodyChart chart,
      HandOver handOver) {
    this.words = words;
    this.pages = pages;
    this.plain = plain;
    this.sealed = sealed;
    this.engine = engine;
    this.listener = listener;
    this.course = course;
    this.intake = intake;
    this.questions = questions;
    this.cards = cards;
    this.answerList = answerList;
    this.results = results;
    this.clinician = clinician;
    this.chart = chart;
    this.handOver = handOver;
  }

  /** The page before the first question. */
  String start() {
    return pages.render("start", pages.frame(words.text("start.title")));
  }

  /** For somebody who comes with answers that can no longer be opened, or with none. */
  String lost() {
    return pages.render(
        "message",
        new MessagePage(
            pages.frame(words.text("lost.title")),
            words.text("lost.title"),
            List.of(words.text("lost.text"), words.text("lost.emergency")),
            words.text("lost.button")));
  }

  /** Where the person goes to leave nothing behind on a shared screen. */
  String finished() {
    return pages.render(
        "message",
        new MessagePage(
            pages.frame(words.text("finished.title")),
            words.text("finished.title"),
            List.of(words.text("finished.text"), words.text("finished.tab")),
            words.text("finished.button")));
  }

  /** The page that follows what was sent. */
  String answer(Form form) {
    String page = form.value(PAGE);
    if (page.equals(START)) {
      return show(Answers.NONE);
    }
    Optional<Answers> opened = sealed.open(form.value(SEAL));
    if (opened.isEmpty()) {
      return lost();
    }
    Answers answers = opened.get();
    String action = form.value(ACTION);
    if (action.equals("back")) {
      return show(answers.back());
    }
    if (action.startsWith(CHANGE)) {
      return change(action.substring(CHANGE.length()), answers);
    }
    if (action.startsWith(REMOVE)) {
      Set<String> removed = new LinkedHashSet<>(answers.removed());
      removed.add(action.substring(REMOVE.length()));
      return understood(answers.withRemoved(removed));
    }
    if (action.startsWith(RESTORE)) {
      Set<String> removed = new LinkedHashSet<>(answers.removed());
      removed.remove(action.substring(RESTORE.length()));
      return understood(answers.withRemoved(removed));
    }
    return switch (action) {
      case "enough" -> show(answers.withPage(Course.ENOUGH, false));
      case "more" -> show(answers.withoutPage(Course.ENOUGH).withoutPage(Course.CHECK));
      case "update" -> results(intake.changed(form, answers, asked(answers)));
      case "clinician" -> clinician.page(answers);
      case "examined" -> clinician.examined(form, answers);
      case "result" -> results(answers);
      default -> take(page, form, answers);
    };
  }

  /**
   * A file of the plan to keep; empty if there are no answers that lead to one. Only somebody who
   * came through has it, as with the result.
   */
  Optional<HandOver.Download> download(Form form) {
    return sealed
        .open(form.value(SEAL))
        .filter(this::cameThrough)
        .flatMap(
            answers ->
                Arrays.stream(HandOver.Kind.values())
                    .filter(kind -> kind.id().equals(form.value(ACTION)))
                    .findFirst()
                    .map(kind -> handOver.make(kind, answers)));
  }

  private boolean cameThrough(Answers answers) {
    String place = course.next(answers).key();
    return place.equals(Course.RESULT) || place.equals(Course.CHECK);
  }

  private String take(String page, Form form, Answers answers) {
    boolean askedNow = page.equals(answers.due());
    if (page.isEmpty() || page.equals(Course.RESULT) || !(askedNow || answers.has(page))) {
      // Sent from a page that is not due, for example by a form that somebody else made.
      return show(answers);
    }
    Intake.Outcome outcome = intake.take(page, form, answers, askedNow);
    if (outcome.taken()) {
      return show(outcome.answers());
    }
    Course.Place place = askedNow ? course.next(answers) : new Course.Place(page);
    return page(place, answers, form, outcome.faults());
  }

  private List<String> asked(Answers answers) {
    List<String> ids = new ArrayList<>();
    for (String page : answers.trail()) {
      ids.addAll(Course.findingsOn(page, engine, intake.basics(answers)));
    }
    return ids;
  }

  private String change(String page, Answers answers) {
    boolean shows =
        PAGES.contains(page) || !Course.findingsOn(page, engine, intake.basics(answers)).isEmpty();
    return answers.has(page) && shows
        ? page(new Course.Place(page), answers, null, Map.of())
        : show(answers);
  }

  private String results(Answers answers) {
    // Only somebody who came through has a result: a form cannot jump over the emergency screen.
    return cameThrough(answers)
        ? results.page(
            answers.withPage(Course.CHECK, false), seal(answers.withPage(Course.CHECK, false)))
        : show(answers);
  }

  private String show(Answers answers) {
    Course.Place place = course.next(answers);
    return page(place, answers.withDue(place.key()), null, Map.of());
  }

  private String page(
      Course.Place place, Answers answers, @Nullable Form form, Map<String, String> faults) {
    return switch (place.key()) {
      case Course.WORDS -> words(answers, form, faults);
      case Course.UNDERSTOOD -> understood(answers);
      case Course.CHART -> chart.page(answers, seal(answers), form, listed(faults));
      case Course.CHECK ->
          pages.render(
              "check",
              new CheckPage(
                  pages.frame(words.text("check.title"), seal(answers)),
                  answerList.groups(answers, false)));
      case Course.RESULT -> results.page(answers, seal(answers));
      default ->
          questions.page(
              place, answers, seal(answers), form, faults, whileConfirming(place, answers));
    };
  }

  private String words(Answers answers, @Nullable Form form, Map<String, String> faults) {
    return pages.render(
        "words",
        new WordsPage(
            pages.frame(words.text("words.title"), seal(answers)),
            form == null ? answers.text() : Intake.readable(form.value(Course.WORDS)),
            listed(faults),
            Intake.LONGEST_TEXT));
  }

  private String understood(Answers answers) {
    Listener.Heard heard = listener.hear(answers);
    Map<String, Chip> chips = new LinkedHashMap<>();
    for (Understood item : heard.understood()) {
      chips.put(item.findingId(), chip(item));
    }
    List<Chip> removed =
        listener.read(answers.text()).understood().stream()
            .filter(item -> answers.removed().contains(item.findingId()))
            .map(this::chip)
            .toList();
    Triage.Result triage = engine.assessor().triage().assess(heard.presentation());
    return pages.render(
        "understood",
        new UnderstoodPage(
            pages.frame(words.text("understood.title"), seal(answers)),
            answers.text(),
            List.copyOf(chips.values()),
            removed,
            triage.level() == Urgency.EMERGENCY_NOW
                ? cards.card(answers, heard.presentation(), triage)
                : null));
  }

  /** While a question may narrow an emergency, what to do if in doubt stands above it. */
  private @Nullable Care whileConfirming(Course.Place place, Answers answers) {
    if (place.ask() == null || place.ask().stage() != Interview.Stage.CONFIRM) {
      return null;
    }
    Presentation presentation = listener.hear(answers).presentation();
    Triage.Result triage = engine.assessor().triage().assess(presentation);
    return triage.level() == Urgency.EMERGENCY_NOW
        ? cards.card(answers, presentation, triage)
        : null;
  }

  private Chip chip(Understood item) {
    return new Chip(item.findingId(), plain.understood(item), item.quote().replaceAll("\\s+", " "));
  }

  private static List<Fault> listed(Map<String, String> faults) {
    List<Fault> listed = new ArrayList<>();
    faults.forEach((field, text) -> listed.add(new Fault(field, text)));
    return listed;
  }

  private String seal(Answers answers) {
    return sealed.seal(answers);
  }
}
