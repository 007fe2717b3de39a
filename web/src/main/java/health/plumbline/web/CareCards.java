package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Source;
import health.plumbline.knowledge.Urgency;
import health.plumbline.knowledge.UrgencyAdvice;
import health.plumbline.reasoning.Assessment.Reason;
import health.plumbline.reasoning.Triage;
import health.plumbline.web.view.ResultPage.Care;
import health.plumbline.web.view.ResultPage.SourceLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The card that says what to do, where and how fast, before anything else is said. */
final class CareCards {

  private static final int MOST_ADVICE = 3;
  private static final int MOST_ALSO = 2;

  private final Engine engine;
  private final Words words;
  private final Plain plain;

  CareCards(Engine engine, Words words, Plain plain) {
    this.engine = engine;
    this.words = words;
    this.plain = plain;
  }

  /**
   * The card.
   *
   * @param answers what the person said
   * @param presentation the same put together
   * @param level how soon care is needed
   * @param reasons why, most urgent first
   * @param untilAnswered whether the level stands only until a question is answered
   */
  Care card(
      Answers answers,
      Presentation presentation,
      Urgency level,
      List<Reason> reasons,
      boolean untilAnswered) {
    Set<String> advice = new LinkedHashSet<>();
    Set<String> also = new LinkedHashSet<>();
    Set<String> sources = new LinkedHashSet<>();
    for (Reason reason : reasons) {
      boolean takes = reason.level() == level && advice.size() < MOST_ADVICE;
      if (takes) {
        advice.add(reason.text());
        sources.addAll(reason.sources());
      } else if ((level != Urgency.EMERGENCY_NOW || untilAnswered)
          && reason.level() != level
          && reason.level().atLeast(Urgency.URGENT_2_WEEKS)) {
        // Whoever is sent to hospital now must not read of calmer ways as if there were a choice.
        if (also.size() < MOST_ALSO && !advice.contains(reason.text())) {
          also.add(reason.text());
          sources.addAll(reason.sources());
        }
      }
    }
    List<String> notSure = notSure(answers);
    return new Care(
        level.id(),
        kind(level),
        UrgencyAdvice.of(level).headline(),
        List.copyOf(advice),
        List.copyOf(also),
        notSure,
        notSure.isEmpty() ? "" : UrgencyAdvice.of(Urgency.EMERGENCY_NOW).advice(),
        phone(answers, presentation, level),
        sources.stream().map(this::source).toList());
  }

  /** The kind of card of a level. */
  static String kind(Urgency level) {
    return switch (level) {
      case EMERGENCY_NOW -> "emergency";
      case SAME_DAY, URGENT_2_WEEKS -> "urgent";
      case ROUTINE, SELF_CARE -> "calm";
    };
  }

  /** What to do at a level, in a few words. */
  String headline(Urgency level) {
    return UrgencyAdvice.of(level).headline();
  }

  /** The card of rules alone, before a whole assessment is made. */
  Care card(Answers answers, Presentation presentation, Triage.Result triage) {
    return card(
        answers,
        presentation,
        triage.level(),
        triage.fired().stream()
            .map(
                fired ->
                    new Reason(
                        fired.rule().id(),
                        fired.level(),
                        fired.rule().advice(),
                        fired.rule().clinicianAdvice(),
                        String.join(";", fired.rule().sourceIds()),
                        fired.rule().grade()))
            .toList(),
        false);
  }

  /** Emergency questions that the person could not answer: an unknown is no reassurance. */
  private List<String> notSure(Answers answers) {
    return engine.assessor().triage().screen().stream()
        .filter(id -> Answers.NOT_SURE.equals(answers.given().get(id)))
        .map(id -> plain.question(plain.finding(id)))
        .toList();
  }

  private List<String> phone(Answers answers, Presentation presentation, Urgency level) {
    List<String> lines = new ArrayList<>();
    Integer age = presentation.age();
    Sex sex = presentation.sex();
    if (age != null) {
      lines.add(
          words.text(
              sex == null ? "phone.age" : "phone.age." + sex.id(), "age", Integer.toString(age)));
    }
    if (presentation.isPresent(Course.PREGNANCY)) {
      lines.add(words.text("phone.pregnant"));
    }
    String places =
        answers.marks().stream()
            .filter(mark -> mark.kind() == Mark.Kind.PAIN)
            .map(mark -> plain.place(mark.place()))
            .collect(Collectors.joining("; "));
    if (!places.isEmpty()) {
      lines.add(words.text("phone.pain", "places", places));
    }
    String numb =
        answers.marks().stream()
            .filter(mark -> mark.kind() == Mark.Kind.NUMB)
            .map(mark -> plain.place(mark.place()))
            .collect(Collectors.joining("; "));
    if (!numb.isEmpty()) {
      lines.add(words.text("phone.numb", "places", numb));
    }
    String duration = answers.given().get("duration-weeks");
    if (duration != null && !duration.equals(Answers.NOT_SURE)) {
      lines.add(
          words.text(
              "phone.since", "duration", plain.answer(plain.finding("duration-weeks"), duration)));
    }
    for (String id : alarming(presentation)) {
      Finding finding = plain.finding(id);
      lines.add(words.text("phone.yes", "what", Plain.lowerFirst(finding.name())));
    }
    lines.add(
        words.text("phone.told", "headline", Plain.lowerFirst(UrgencyAdvice.of(level).headline())));
    return lines;
  }

  /** What the rules that fired rest on and the person said yes to. */
  private Set<String> alarming(Presentation presentation) {
    Set<String> alarming = new LinkedHashSet<>();
    for (Triage.Fired fired : engine.assessor().triage().assess(presentation).fired()) {
      if (fired.level().atLeast(Urgency.URGENT_2_WEEKS)) {
        for (String id : fired.rule().when().findings()) {
          if (presentation.value(id).filter(FindingValue.YES::equals).isPresent()
              && !id.equals(Course.PREGNANCY)
              && plain.finding(id).role() == Finding.Role.ASKED) {
            alarming.add(id);
          }
        }
      }
    }
    return alarming;
  }

  /** A citation. */
  SourceLine source(String id) {
    return engine
        .knowledge()
        .sources()
        .find(id)
        .map((Source s) -> new SourceLine(id, s.citation(), s.link()))
        .orElseGet(() -> new SourceLine(id, words.text("source." + id), ""));
  }
}
