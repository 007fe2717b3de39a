package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Urgency;
import health.plumbline.narrative.Doubt;
import health.plumbline.reasoning.Assessor;
import health.plumbline.reasoning.Interview;
import health.plumbline.reasoning.Interview.Step;
import health.plumbline.reasoning.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way through the self-check: which page comes next follows from the answers alone.
 *
 * <p>Age, sex and pregnancy, own words, body chart, the emergency screen, then what the interview
 * asks, then the answers to check, then the result. As soon as an emergency stands that no open
 * question could take away, the result comes at once, wherever the person is.
 */
final class Course {

  static final String AGE = "age";
  static final String SEX = "sex";
  static final String PREGNANCY = "pregnancy";
  static final String WORDS = "words";
  static final String UNDERSTOOD = "understood";
  static final String CHART = "chart";
  static final String CHECK = "check";
  static final String RESULT = "result";

  /** On the trail once the person has had enough of questions. */
  static final String ENOUGH = "enough";

  private static final String SCREEN = "screen-";
  private static final String QUESTION = "q-";

  private final Engine engine;
  private final Interview interview;
  private final Listener listener;

  Course(Engine engine, Listener listener) {
    this.engine = engine;
    this.listener = listener;
    this.interview = new Interview(engine.knowledge(), engine.assessor());
  }

  /**
   * Where the person stands.
   *
   * @param key key of the page to show
   * @param ask why it is asked and how much it tells, null on pages that are no question
   * @param doubt what in the words led to the question, or null
   */
  record Place(String key, Step.@Nullable Ask ask, @Nullable Doubt doubt) {
    Place(String key) {
      this(key, null, null);
    }
  }

  /** The page to show. */
  Place next(Answers answers) {
    if (!answers.has(AGE)) {
      return new Place(AGE);
    }
    if (!answers.has(SEX)) {
      return new Place(SEX);
    }
    Listener.Heard heard = listener.hear(answers);
    Presentation known = heard.presentation();
    if (!answers.has(PREGNANCY) && mayBePregnant(answers)) {
      return new Place(PREGNANCY);
    }
    if (!answers.has(WORDS)) {
      return new Place(WORDS);
    }
    if (!answers.has(UNDERSTOOD) && !answers.text().isBlank()) {
      return new Place(UNDERSTOOD);
    }
    Step step = interview.next(known, heard.asked(), answers.setting(), Assessor.QUESTIONS);
    if (isEmergency(known, heard, step)) {
      return new Place(RESULT);
    }
    if (step instanceof Step.Ask ask && ask.stage() == Interview.Stage.CONFIRM) {
      return new Place(QUESTION + ask.finding().id(), ask, null);
    }
    if (!answers.has(CHART)) {
      return new Place(CHART);
    }
    Optional<Doubt> doubt = heard.toAsk();
    if (doubt.isPresent()) {
      return new Place(QUESTION + doubt.get().findingId(), null, doubt.get());
    }
    String screen = nextScreenPage(heard);
    if (screen != null) {
      return new Place(screen);
    }
    if (step instanceof Step.Ask ask && !answers.has(ENOUGH) && !answers.has(CHECK)) {
      return new Place(QUESTION + ask.finding().id(), ask, null);
    }
    return new Place(answers.has(CHECK) ? RESULT : CHECK);
  }

  /** An emergency that no open question could take away. */
  private boolean isEmergency(Presentation known, Listener.Heard heard, Step step) {
    if (step instanceof Step.Stop(Step.Reason reason)) {
      if (reason == Step.Reason.EMERGENCY) {
        return true;
      }
      if (reason == Step.Reason.OUT_OF_SCOPE) {
        Triage.Result triage = engine.assessor().triage().assess(known);
        return triage.level() == Urgency.EMERGENCY_NOW
            && heard.asked().containsAll(triage.confirmWith());
      }
    }
    return false;
  }

  private boolean mayBePregnant(Answers answers) {
    Presentation.Builder basics = Presentation.builder(engine.knowledge().vocabulary());
    Integer age = answers.age();
    if (age != null) {
      basics.age(age);
    }
    if (answers.knownSex() != null) {
      basics.sex(answers.knownSex());
    }
    return engine.assessor().applies(PREGNANCY, basics.build());
  }

  private @Nullable String nextScreenPage(Listener.Heard heard) {
    List<List<String>> pages = screenPages(engine, heard.presentation());
    for (int i = 0; i < pages.size(); i++) {
      for (String id : pages.get(i)) {
        if (!heard.asked().contains(id) && heard.presentation().value(id).isEmpty()) {
          return SCREEN + (i + 1);
        }
      }
    }
    return null;
  }

  /** The emergency screen in pages; all that applies to the person, answered or not. */
  private static List<List<String>> screenPages(Engine engine, Presentation person) {
    int most = (int) engine.knowledge().settings().get("screen-questions-a-page");
    List<List<String>> pages = new ArrayList<>();
    for (String id : engine.assessor().triage().screen()) {
      if (engine.assessor().applies(id, person)) {
        if (pages.isEmpty() || pages.getLast().size() == most) {
          pages.add(new ArrayList<>());
        }
        pages.getLast().add(id);
      }
    }
    return pages;
  }

  /**
   * The findings asked on a page; none on a page that is no question, or where a finding does not
   * apply to the person (any more).
   *
   * @param person age and sex
   */
  static List<String> findingsOn(String pageKey, Engine engine, Presentation person) {
    if (pageKey.startsWith(SCREEN)) {
      List<List<String>> pages = screenPages(engine, person);
      for (int i = 0; i < pages.size(); i++) {
        if (pageKey.equals(SCREEN + (i + 1))) {
          return pages.get(i);
        }
      }
      return List.of();
    }
    String id = pageKey.startsWith(QUESTION) ? pageKey.substring(QUESTION.length()) : pageKey;
    boolean question = pageKey.startsWith(QUESTION) || pageKey.equals(PREGNANCY);
    return question
            && engine.knowledge().vocabulary().find(id).filter(f -> f.id().equals(id)).isPresent()
            && engine.assessor().applies(id, person)
        ? List.of(id)
        : List.of();
  }

  /** Whether a page belongs to the emergency screen. */
  static boolean isScreen(String pageKey) {
    return pageKey.startsWith(SCREEN);
  }
}
