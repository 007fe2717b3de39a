package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.anatomy.Anatomy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the answers of a page into what is known, or says what has to be put right first. Nothing
 * that was typed is lost on the way: what cannot be taken is shown again with the reason.
 */
final class Intake {

  /** Longest text in characters. */
  static final int LONGEST_TEXT = 5000;

  /** Prefix of the fields that answer a finding. */
  static final String ANSWER = "a.";

  /** Prefix of the units of durations. */
  static final String UNIT = "u.";

  /** Prefix of "not sure" beside a number. */
  static final String UNSURE = "n.";

  private final Engine engine;
  private final Anatomy anatomy;
  private final Words words;

  Intake(Engine engine, Anatomy anatomy, Words words) {
    this.engine = engine;
    this.anatomy = anatomy;
    this.words = words;
  }

  /**
   * What came of it.
   *
   * @param answers the answers with those of the page, or as they were if there are faults
   * @param faults field to what is wrong, in the order of the page
   */
  record Outcome(Answers answers, Map<String, String> faults) {
    boolean taken() {
      return faults.isEmpty();
    }
  }

  /**
   * Takes a page.
   *
   * @param askedNow whether it is the page that was to be asked
   */
  Outcome take(String page, Form form, Answers answers, boolean askedNow) {
    return switch (page) {
      case Course.AGE -> age(form, answers, askedNow);
      case Course.SEX -> sex(form, answers, askedNow);
      case Course.WORDS -> text(form, answers, askedNow);
      case Course.CHART -> chart(form, answers, askedNow);
      case Course.UNDERSTOOD, Course.CHECK ->
          new Outcome(answers.withPage(page, askedNow), Map.of());
      default -> questions(page, form, answers, askedNow);
    };
  }

  private Outcome age(Form form, Answers answers, boolean askedNow) {
    String typed = form.value(Course.AGE).strip();
    if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) > Presentation.OLDEST) {
      return fault(answers, Course.AGE, words.text("age.error"));
    }
    return new Outcome(
        answers.withAge(Integer.parseInt(typed)).withPage(Course.AGE, askedNow), Map.of());
  }

  private Outcome sex(Form form, Answers answers, boolean askedNow) {
    String chosen = form.value(Course.SEX);
    if (!Set.of("female", "male", Answers.UNSAID).contains(chosen)) {
      return fault(answers, Course.SEX, words.text("choice.error"));
    }
    return new Outcome(answers.withSex(chosen).withPage(Course.SEX, askedNow), Map.of());
  }

  private Outcome text(Form form, Answers answers, boolean askedNow) {
    String text = readable(form.value(Course.WORDS));
    if (text.length() > LONGEST_TEXT) {
      return fault(
          answers,
          Course.WORDS,
          words.text(
              "words.error.long",
              "most",
              Integer.toString(LONGEST_TEXT),
              "over",
              Integer.toString(text.length() - LONGEST_TEXT)));
    }
    Answers with = answers.withText(text).withPage(Course.WORDS, askedNow);
    // Other words are shown to be understood anew.
    return new Outcome(
        text.equals(answers.text()) ? with : with.withoutPage(Course.UNDERSTOOD), Map.of());
  }

  /** The text with line ends as one character and without what no keyboard writes. */
  static String readable(String typed) {
    StringBuilder text = new StringBuilder(typed.length());
    typed
        .replace("\r\n", "\n")
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .forEach(text::appendCodePoint);
    return text.toString().strip();
  }

  private Outcome chart(Form form, Answers answers, boolean askedNow) {
    Set<Mark> marks = new LinkedHashSet<>();
    for (Mark.Kind kind : Mark.Kind.values()) {
      for (String place : form.values(kind.id())) {
        Mark.parse(place, kind, anatomy.regions()).ifPresent(marks::add);
      }
    }
    if (marks.isEmpty() && !form.has("cannot-show")) {
      return fault(answers, Course.CHART, words.text("chart.error"));
    }
    String worst = form.value("worst");
    boolean marked =
        marks.stream()
            .anyMatch(mark -> mark.kind() == Mark.Kind.PAIN && mark.place().equals(worst));
    return new Outcome(
        answers.withMarks(marks, marked ? worst : "").withPage(Course.CHART, askedNow), Map.of());
  }

  private Outcome questions(String page, Form form, Answers answers, boolean askedNow) {
    Map<String, String> faults = new LinkedHashMap<>();
    Answers more = answers;
    for (String id : Course.findingsOn(page, engine, basics(answers))) {
      Finding finding = engine.knowledge().vocabulary().require(id);
      String answer = answer(finding, form);
      String fault = fault(finding, answer);
      if (fault.isEmpty()) {
        more = more.withGiven(id, answer);
      } else {
        faults.put(ANSWER + id, fault);
      }
    }
    return faults.isEmpty()
        ? new Outcome(more.withPage(page, askedNow), Map.of())
        : new Outcome(answers, faults);
  }

  /** The answer as the person gave it; empty if there is none. */
  String answer(Finding finding, Form form) {
    if (form.has(UNSURE + finding.id())) {
      return Answers.NOT_SURE;
    }
    String typed = form.value(ANSWER + finding.id()).strip().replace(',', '.');
    if (typed.isEmpty() || !Durations.isDuration(finding)) {
      return typed;
    }
    String unit = form.value(UNIT + finding.id());
    return Durations.UNITS.contains(unit) ? typed + " " + unit : typed;
  }

  /** What is wrong with an answer; empty if nothing. */
  String fault(Finding finding, String answer) {
    if (answer.equals(Answers.NOT_SURE)) {
      return "";
    }
    if (answer.isEmpty()) {
      return words.text(isNumber(finding) ? "number.error.missing" : "choice.error");
    }
    try {
      finding.parse(Durations.inUnitOf(finding, answer));
      return "";
    } catch (InvalidInputException | NumberFormatException e) {
      if (!(finding.values() instanceof Finding.Values.Numeric numeric)) {
        return words.text("choice.error");
      }
      return Durations.isDuration(finding)
          ? words.text("duration.error")
          : words.text(
              "number.error",
              "least",
              Long.toString((long) numeric.least()),
              "most",
              Long.toString((long) numeric.most()));
    }
  }

  static boolean isNumber(Finding finding) {
    return finding.values() instanceof Finding.Values.Numeric;
  }

  /** Age and sex alone. */
  Presentation basics(Answers answers) {
    Presentation.Builder basics = Presentation.builder(engine.knowledge().vocabulary());
    Integer age = answers.age();
    if (age != null) {
      basics.age(age);
    }
    if (answers.knownSex() != null) {
      basics.sex(answers.knownSex());
    }
    return basics.build();
  }

  private static Outcome fault(Answers answers, String field, String text) {
    return new Outcome(answers, Map.of(field, text));
  }

  /** The findings that a form answers on a page where every answer can be changed. */
  Answers changed(Form form, Answers answers, List<String> findingIds) {
    Answers more = answers;
    for (String id : findingIds) {
      Finding finding = engine.knowledge().vocabulary().require(id);
      String answer = answer(finding, form);
      if (!answer.isEmpty() && fault(finding, answer).isEmpty()) {
        more = more.withGiven(id, answer);
      }
    }
    return more;
  }
}
