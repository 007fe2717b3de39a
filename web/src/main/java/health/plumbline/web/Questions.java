package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Finding;
import health.plumbline.reasoning.Interview;
import health.plumbline.web.view.Fault;
import health.plumbline.web.view.Field;
import health.plumbline.web.view.Option;
import health.plumbline.web.view.QuestionPage;
import health.plumbline.web.view.ResultPage.Care;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages that ask: age, sex, the emergency screen and every question of the interview. */
final class Questions {

  private final Engine engine;
  private final Words words;
  private final Plain plain;
  private final Pages pages;
  private final Intake intake;
  private final QuestionsLeft left;

  Questions(Engine engine, Words words, Plain plain, Pages pages, Intake intake) {
    this.engine = engine;
    this.words = words;
    this.plain = plain;
    this.pages = pages;
    this.intake = intake;
    this.left = new QuestionsLeft(engine.knowledge().settings());
  }

  /**
   * A page that asks.
   *
   * @param place which one
   * @param answers the answers so far, which fill it in
   * @param seal the same, sealed
   * @param form what was sent and could not be taken, or null
   * @param faults why not
   * @param care what to do meanwhile, if what was said so far may be an emergency; null if not
   */
  String page(
      Course.Place place,
      Answers answers,
      String seal,
      @Nullable Form form,
      Map<String, String> faults,
      @Nullable Care care) {
    String key = place.key();
    List<Field> fields = new ArrayList<>();
    String title;
    String lead = "";
    if (key.equals(Course.AGE)) {
      title = words.text("age.title");
      lead = words.text("age.lead");
      Integer age = answers.age();
      String value =
          form != null ? form.value(Course.AGE) : age == null ? "" : Integer.toString(age);
      fields.add(
          new Field(
              Course.AGE,
              "",
              "",
              Field.Kind.NUMBER,
              List.of(),
              value,
              false,
              faults.getOrDefault(Course.AGE, "")));
    } else if (key.equals(Course.SEX)) {
      title = words.text("sex.title");
      lead = words.text("sex.lead");
      fields.add(sex(answers, faults));
    } else {
      List<String> ids = Course.findingsOn(key, engine, intake.basics(answers));
      boolean several = ids.size() > 1;
      title = several ? words.text("screen.title") : plain.question(plain.finding(ids.getFirst()));
      if (several) {
        lead = words.text("screen.lead");
      } else if (care != null) {
        lead = words.text("confirm.lead");
      } else if (place.doubt() != null) {
        lead = words.text("doubt.lead", "quote", place.doubt().quote().replaceAll("\\s+", " "));
      }
      for (String id : ids) {
        Finding finding = plain.finding(id);
        String answer =
            form != null ? intake.answer(finding, form) : answers.given().getOrDefault(id, "");
        fields.add(
            field(
                finding,
                several ? plain.question(finding) : "",
                answer,
                faults.getOrDefault(Intake.ANSWER + id, "")));
      }
    }
    List<Fault> listed = new ArrayList<>();
    faults.forEach(
        (field, text) -> listed.add(new Fault(field, text(field, text, faults.size() > 1))));
    return pages.render(
        "question",
        new QuestionPage(
            pages.frame(title, seal),
            key,
            title,
            care,
            lead,
            fields,
            listed,
            why(place),
            progress(place, answers),
            !answers.trail().isEmpty(),
            place.ask() != null && place.ask().stage() == Interview.Stage.ADAPTIVE));
  }

  /** In the list of faults one of several questions stands with its words. */
  private String text(String field, String fault, boolean several) {
    return several && field.startsWith(Intake.ANSWER)
        ? plain.question(plain.finding(field.substring(Intake.ANSWER.length())))
        : fault;
  }

  /** How a finding is answered. */
  Field field(Finding finding, String label, String answer, String error) {
    String name = Intake.ANSWER + finding.id();
    boolean unsure = answer.equals(Answers.NOT_SURE);
    return switch (finding.values()) {
      case Finding.Values.YesNo() ->
          new Field(
              name,
              label,
              "",
              Field.Kind.CHOICE,
              List.of(
                  option("yes", answer), option("no", answer), option(Answers.NOT_SURE, answer)),
              "",
              false,
              error);
      case Finding.Values.Categories(List<String> ids) -> {
        List<Option> options = new ArrayList<>();
        for (String id : ids) {
          options.add(new Option(id, id, id.equals(answer)));
        }
        options.add(option(Answers.NOT_SURE, answer));
        yield new Field(name, label, "", Field.Kind.CHOICE, options, "", false, error);
      }
      case Finding.Values.Numeric numeric -> {
        boolean duration = Durations.isDuration(finding);
        String amount = unsure ? "" : Durations.amount(answer);
        yield new Field(
            name,
            label,
            duration
                ? words.text("duration.hint")
                : words.text(
                    "number.hint",
                    "least",
                    Long.toString((long) numeric.least()),
                    "most",
                    Long.toString((long) numeric.most())),
            duration ? Field.Kind.DURATION : Field.Kind.NUMBER,
            duration
                ? Durations.UNITS.stream()
                    .map(
                        unit ->
                            new Option(
                                unit,
                                words.text("duration.unit." + unit),
                                unit.equals(Durations.unit(answer))))
                    .toList()
                : List.of(),
            amount,
            unsure,
            error);
      }
    };
  }

  private Option option(String value, String answer) {
    return new Option(value, words.text("answer." + value), value.equals(answer));
  }

  private Field sex(Answers answers, Map<String, String> faults) {
    List<Option> options =
        List.of("female", "male", Answers.UNSAID).stream()
            .map(id -> new Option(id, words.text("sex." + id), id.equals(answers.sex())))
            .toList();
    return new Field(
        Course.SEX,
        "",
        "",
        Field.Kind.CHOICE,
        options,
        "",
        false,
        faults.getOrDefault(Course.SEX, ""));
  }

  private String why(Course.Place place) {
    if (Course.isScreen(place.key())) {
      return words.text("why.screen");
    }
    if (place.doubt() != null) {
      return words.text("why.doubt");
    }
    if (place.ask() == null) {
      return words.has("why." + place.key()) ? words.text("why." + place.key()) : "";
    }
    return switch (place.ask().stage()) {
      case SCREEN, FOLLOW_UP -> words.text("why.follow-up");
      case SAFETY -> words.text("why.safety");
      case CONFIRM -> words.text("why.confirm");
      case ADAPTIVE ->
          place.ask().why().isEmpty()
              ? words.text("why.adaptive")
              : plain.inPlainWords(place.ask().why());
    };
  }

  private String progress(Course.Place place, Answers answers) {
    if (place.ask() == null || place.ask().stage() != Interview.Stage.ADAPTIVE) {
      return "";
    }
    int likely =
        left.likely(
            place.ask().bits(),
            (int) answers.trail().stream().filter(it -> it.startsWith("q-")).count());
    return likely <= 1
        ? words.text("progress.last")
        : words.text("progress.left", "count", Integer.toString(likely));
  }
}
