package health.plumbline.web;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.anatomy.Anatomy;
import health.plumbline.narrative.Understood;
import health.plumbline.reasoning.Assessment.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says findings, places, answers and conditions in the words of the person. */
final class Plain {

  /** Prefix of the findings "pain felt in a region". */
  static final String REGION_PREFIX = "pain-";

  private final KnowledgeBase knowledge;
  private final Anatomy anatomy;
  private final Words words;
  private final List<Condition> longestNameFirst;

  Plain(KnowledgeBase knowledge, Anatomy anatomy, Words words) {
    this.knowledge = knowledge;
    this.anatomy = anatomy;
    this.words = words;
    this.longestNameFirst =
        knowledge.conditions().stream()
            .sorted(Comparator.comparingInt((Condition c) -> c.name().length()).reversed())
            .toList();
  }

  Finding finding(String id) {
    return knowledge.vocabulary().require(id);
  }

  /** A condition in plain words. */
  String condition(String id) {
    return knowledge.condition(id).map(Condition::layName).orElse(id);
  }

  /** A sentence of the core with the names of conditions in plain words. */
  String inPlainWords(String sentence) {
    String plain = sentence;
    for (Condition condition : longestNameFirst) {
      plain = plain.replace(condition.name(), condition.layName());
    }
    return plain;
  }

  /** A region with its side, for example {@code groin, left side}. */
  String place(String regionId, Side side) {
    String name = anatomy.region(regionId).map(it -> it.layName()).orElse(regionId);
    return switch (side) {
      case LEFT -> words.text("place.left", "place", name);
      case RIGHT -> words.text("place.right", "place", name);
      case BOTH -> words.text("place.both", "place", name);
      case UNSTATED -> name;
    };
  }

  /** The same from the spelling of forms. */
  String place(String place) {
    int colon = place.indexOf(':');
    return colon < 0
        ? place(place, Side.UNSTATED)
        : place(
            place.substring(0, colon),
            place.substring(colon + 1).equals("left") ? Side.LEFT : Side.RIGHT);
  }

  /** What was read from the person's words. */
  String understood(Understood item) {
    Finding finding = finding(item.findingId());
    boolean absent = item.value().equals(FindingValue.NO);
    String text;
    if (finding.role() == Finding.Role.REGION) {
      text =
          words.text(
              "understood.pain",
              "place",
              place(finding.id().substring(REGION_PREFIX.length()), item.side()));
    } else {
      String side =
          item.side() == Side.UNSTATED ? "" : " (" + words.text("side." + item.side().id()) + ")";
      text =
          finding.values() instanceof Finding.Values.YesNo
              ? finding.name() + side
              : finding.name() + ": " + answer(finding, item.value().toString());
    }
    return absent ? words.text("understood.not", "what", lowerFirst(text)) : upperFirst(text);
  }

  /** A question as the person was asked it. */
  String question(Finding finding) {
    return finding.question().isEmpty() ? finding.name() : finding.question();
  }

  /** An answer in words, with its unit. */
  String answer(Finding finding, String answer) {
    if (answer.equals("yes") || answer.equals("no") || answer.equals(Answers.NOT_SURE)) {
      return words.text("answer." + answer);
    }
    if (!(finding.values() instanceof Finding.Values.Numeric numeric)) {
      return answer;
    }
    if (Durations.isDuration(finding)) {
      return duration(answer);
    }
    return switch (numeric.unit()) {
      case "min" -> words.text("unit.minutes", "amount", answer);
      case "deg" -> words.text("unit.degrees", "amount", answer);
      case "mm" -> words.text("unit.millimetres", "amount", answer);
      case "{0-10}" -> words.text("unit.of-ten", "amount", answer);
      default -> answer;
    };
  }

  /** A duration as it was said; one that was read in weeks in the unit that fits it best. */
  private String duration(String answer) {
    String said = answer.contains(" ") ? answer : Durations.inBestUnit(answer);
    String amount = Durations.amount(said);
    String key = "duration." + Durations.unit(said);
    return amount.equals("1") ? words.text(key + ".1") : words.text(key, "amount", amount);
  }

  /** A piece of evidence as the person gave it. */
  String evidence(Weight weight) {
    Finding finding = finding(weight.finding());
    if (finding.role() == Finding.Role.REGION) {
      String place = place(finding.id().substring(REGION_PREFIX.length()), Side.UNSTATED);
      return switch (weight.value()) {
        case "yes" -> words.text("evidence.pain", "place", place);
        case "no" -> words.text("evidence.no-pain", "place", place);
        default -> words.text("evidence.unmarked", "place", place);
      };
    }
    if (finding.question().isEmpty()) {
      return words.text(
          "evidence.found",
          "finding",
          finding.name(),
          "answer",
          lowerFirst(answer(finding, weight.value())));
    }
    return words.text(
        "evidence.answer",
        "question",
        finding.question(),
        "answer",
        lowerFirst(answer(finding, weight.value())));
  }

  /** A piece of evidence in the words of a clinician. */
  String clinical(Weight weight) {
    Finding finding = finding(weight.finding());
    return switch (weight.value()) {
      case "yes" -> finding.name();
      case "no" -> words.text("clinical.no", "finding", lowerFirst(finding.name()));
      case "not marked" -> words.text("clinical.unmarked", "finding", lowerFirst(finding.name()));
      default -> finding.name() + " " + answer(finding, weight.value());
    };
  }

  static String lowerFirst(String text) {
    return text.length() > 1 && Character.isLowerCase(text.charAt(1))
        ? text.substring(0, 1).toLowerCase(Locale.UK) + text.substring(1)
        : text;
  }

  static String upperFirst(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
  }
}
