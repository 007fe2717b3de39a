package health.plumbline.knowledge;

import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.RedFlagRule.Support;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The red-flag rules of {@code red-flags.csv}. Rules are OR-ed and the most urgent one that holds
 * wins, so a rule never has to say "and no worse rule holds".
 */
public final class RedFlagRules {

  private static final String FILE = "red-flags.csv";

  private final Map<String, RedFlagRule> rules;

  private RedFlagRules(Map<String, RedFlagRule> rules) {
    this.rules = Collections.unmodifiableMap(rules);
  }

  /**
   * Reads the rules and checks them: formulas parse, findings resolve by canonical id and can be
   * known, levels are valid, advice and source are given.
   *
   * @throws IllegalStateException naming file, line, column and what is wrong
   */
  public static RedFlagRules load(Vocabulary vocabulary) {
    return load(vocabulary, FILE);
  }

  static RedFlagRules load(Vocabulary vocabulary, String path) {
    Map<String, RedFlagRule> rules = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read(path).rows()) {
      RedFlagRule rule = rule(row, vocabulary);
      row.putOnce("id", rules, rule.id(), rule);
    }
    return new RedFlagRules(rules);
  }

  /** All rules in the order of the data file. */
  public List<RedFlagRule> rules() {
    return List.copyOf(rules.values());
  }

  /** The rule with this id, empty if there is none. */
  public Optional<RedFlagRule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  private static RedFlagRule rule(DataFile.Row row, Vocabulary vocabulary) {
    String id = row.required("id");
    RedFlagExpression when =
        row.parsed("when", row.required("when"), text -> RedFlagExpression.parse(id, text));
    for (String findingId : when.findings()) {
      checkKnowable(row, "when", findingId, vocabulary);
    }
    List<String> confirm = row.list("confirm");
    for (String findingId : confirm) {
      checkKnowable(row, "confirm", findingId, vocabulary);
      if (vocabulary.require(findingId).role() != Finding.Role.ASKED) {
        throw row.fault("confirm", findingId + " cannot be asked");
      }
    }
    Urgency urgency = row.oneOf("urgency", Urgency.values(), Urgency::id);
    return new RedFlagRule(
        id,
        row.required("condition_id"),
        when,
        urgency,
        unansweredNot(row, urgency),
        row.required("advice"),
        row.text("clinician_advice"),
        confirm,
        sources(row),
        row.text("locator"),
        row.required("verified"),
        row.grade("grade"),
        row.oneOf("support", Support.values()),
        row.text("note"));
  }

  private static void checkKnowable(
      DataFile.Row row, String column, String findingId, Vocabulary vocabulary) {
    Finding finding =
        vocabulary
            .find(findingId)
            .orElseThrow(() -> row.fault(column, findingId + " is not a finding"));
    if (!finding.id().equals(findingId)) {
      throw row.fault(column, findingId + " is an alias; write " + finding.id());
    }
    boolean knowable =
        switch (finding.role()) {
          case ASKED -> !finding.question().isEmpty();
          case COARSE_REGION -> !finding.members().isEmpty();
          case DEMOGRAPHIC, REGION, EXAMINED, INVESTIGATED, DERIVED -> true;
        };
    if (!knowable) {
      throw row.fault(column, findingId + " can neither be asked, examined nor derived");
    }
  }

  private static UnansweredNot unansweredNot(DataFile.Row row, Urgency urgency) {
    UnansweredNot policy = row.oneOf("unanswered_not", UnansweredNot.values());
    boolean urgent = urgency.atLeast(Urgency.SAME_DAY);
    boolean calm = Urgency.ROUTINE.atLeast(urgency);
    if ((urgent && policy == UnansweredNot.WAITS) || (calm && policy == UnansweredNot.FIRES)) {
      throw row.fault(
          "unanswered_not",
          row.text("unanswered_not") + " is not safe for a rule of " + urgency.id());
    }
    return policy;
  }

  private static List<String> sources(DataFile.Row row) {
    row.required("source_id");
    return row.list("source_id");
  }
}
