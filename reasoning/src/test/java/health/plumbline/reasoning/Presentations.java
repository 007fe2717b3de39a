package health.plumbline.reasoning;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Presentations for tests. */
final class Presentations {

  static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  static final Triage TRIAGE = Triage.of(KNOWLEDGE);

  private static final Map<String, Integer> AGES =
      Map.ofEntries(
          Map.entry("age-65-or-over", 65),
          Map.entry("age-45-or-over", 45),
          Map.entry("age-under-16", 15),
          Map.entry("age-under-5", 4),
          Map.entry("age-9-to-16", 9),
          Map.entry("age-50-or-over", 50),
          Map.entry("age-over-55", 56),
          Map.entry("age-60-or-over", 60),
          Map.entry("age-over-70", 71),
          Map.entry("age-75-or-over", 75),
          Map.entry("age-over-80", 81));

  private Presentations() {}

  static Presentation.Builder builder() {
    return Presentation.builder(KNOWLEDGE.vocabulary());
  }

  /** From words such as {@code age=70 sex=female fever=yes}; a bare id means yes. */
  static Presentation of(String words) {
    Presentation.Builder builder = builder();
    for (String word : words.split("\\s+")) {
      int equals = word.indexOf('=');
      String id = equals < 0 ? word : word.substring(0, equals);
      builder.finding(id, equals < 0 ? "yes" : word.substring(equals + 1));
    }
    return builder.build();
  }

  /**
   * All smallest ways to make a formula hold, as finding to wanted truth. Under a not that fires
   * while unanswered nothing is answered.
   */
  static List<Map<String, Truth>> minimal(
      RedFlagExpression expression, UnansweredNot unansweredNot) {
    return switch (expression) {
      case RedFlagExpression.Atom(String id) -> List.of(Map.of(id, Truth.TRUE));
      case RedFlagExpression.Not not -> {
        Map<String, Truth> absent = new LinkedHashMap<>();
        if (unansweredNot == UnansweredNot.WAITS) {
          not.findings().forEach(id -> absent.put(id, Truth.FALSE));
        }
        yield List.of(absent);
      }
      case RedFlagExpression.Or(List<RedFlagExpression> terms) -> {
        List<Map<String, Truth>> any = new ArrayList<>();
        terms.forEach(term -> any.addAll(minimal(term, unansweredNot)));
        yield any;
      }
      case RedFlagExpression.And(List<RedFlagExpression> terms) -> {
        List<Map<String, Truth>> all = List.of(Map.of());
        for (RedFlagExpression term : terms) {
          List<Map<String, Truth>> next = new ArrayList<>();
          for (Map<String, Truth> left : all) {
            for (Map<String, Truth> right : minimal(term, unansweredNot)) {
              Map<String, Truth> both = new LinkedHashMap<>(left);
              both.putAll(right);
              next.add(both);
            }
          }
          all = next;
        }
        yield all;
      }
    };
  }

  /** A presentation in which the findings have the wanted truth and nothing else is known. */
  static Presentation with(Map<String, Truth> wanted) {
    Presentation.Builder builder = builder();
    int age = -1;
    for (Map.Entry<String, Truth> entry : wanted.entrySet()) {
      String id = entry.getKey();
      boolean yes = entry.getValue() == Truth.TRUE;
      Integer years = AGES.get(id);
      if (years != null && yes) {
        boolean younger = id.equals("age-under-16") || id.equals("age-under-5") || age < 16;
        age = age < 0 || id.startsWith("age-under") ? years : younger ? age : Math.max(age, years);
      } else if (id.equals("sex-female")) {
        builder.sex(yes ? Sex.FEMALE : Sex.MALE);
      } else {
        builder.finding(id, yes ? FindingValue.YES : FindingValue.NO);
      }
    }
    if (age >= 0) {
      builder.age(age);
    }
    return builder.build();
  }

  /** Everything that the finding rests on answered as a healthy man of 30 would. */
  static void answerNo(Presentation.Builder builder, String findingId) {
    builder.age(30).sex(Sex.MALE);
    for (String id : TRIAGE.derived().basis(findingId)) {
      Finding finding = KNOWLEDGE.vocabulary().find(id).orElse(null);
      if (finding == null || finding.role() == Finding.Role.DEMOGRAPHIC) {
        continue;
      }
      switch (finding.values()) {
        case Finding.Values.YesNo() -> builder.finding(id, FindingValue.NO);
        case Finding.Values.Numeric(String unit, double least, double most) ->
            builder.finding(id, new FindingValue.Quantity(least));
        case Finding.Values.Categories(List<String> ids) ->
            builder.finding(id, new FindingValue.Category(ids.getFirst()));
      }
    }
  }
}
