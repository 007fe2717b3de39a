package health.plumbline.cli;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.RedFlagRules;
import health.plumbline.knowledge.RuleSignOffs;
import health.plumbline.knowledge.RuleSignOffs.SignOff;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Shows a red-flag rule: when it fires, what it says, on what it rests, and who signed it off. */
final class RuleEvidence {

  private final KnowledgeBase knowledge;
  private final RedFlagRules rules;
  private final Terminal terminal;
  private final Paragraphs paragraphs;
  private final PrintStream out;

  RuleEvidence(KnowledgeBase knowledge, Terminal terminal, Paragraphs paragraphs, PrintStream out) {
    this.knowledge = knowledge;
    this.rules = RedFlagRules.load(knowledge.vocabulary());
    this.terminal = terminal;
    this.paragraphs = paragraphs;
    this.out = out;
  }

  RedFlagRules rules() {
    return rules;
  }

  void print(RedFlagRule rule) {
    out.println(terminal.bold("Rule " + rule.id()) + "  (" + rule.urgency().id() + ")");
    paragraphs.print("Guards against: ", rule.conditionId());
    paragraphs.print("Fires when: ", formula(rule.id()));
    paragraphs.print(
        "While a \"not\" is unanswered: ", rule.unansweredNot().name().toLowerCase(Locale.ROOT));
    for (String id : rule.confirm()) {
      paragraphs.print(
          "May be narrowed by: ", id + ": " + knowledge.vocabulary().require(id).question());
    }
    paragraphs.print("Says: ", rule.advice());
    if (!rule.clinicianAdvice().isEmpty()) {
      paragraphs.print("To a clinician: ", rule.clinicianAdvice());
    }
    paragraphs.print(
        "Rests on: ",
        "grade "
            + rule.grade()
            + ", "
            + rule.support().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + ", source seen: "
            + rule.verified()
            + (rule.locator().isEmpty() ? "" : "; " + rule.locator()));
    for (String id : rule.sourceIds()) {
      knowledge
          .sources()
          .find(id)
          .ifPresent(
              source ->
                  paragraphs.print("  ", id + ": " + source.citation() + " " + source.link()));
    }
    if (!rule.note().isEmpty()) {
      paragraphs.print("Note: ", rule.note());
    }
    paragraphs.print("Sign-off: ", signOff(rule));
    List<DataFile.Row> decisions =
        DataFile.read("red-flag-decisions.csv").rows().stream()
            .filter(row -> row.required("rule_id").equals(rule.id()))
            .toList();
    if (!decisions.isEmpty()) {
      out.println(terminal.bold("Decisions on record"));
      for (DataFile.Row row : decisions) {
        paragraphs.print(
            "  • ",
            row.required("problem")
                + ", "
                + row.required("decision")
                + ": "
                + row.required("what_was_done")
                + " "
                + row.required("reason")
                + " ["
                + row.required("source")
                + "]");
      }
    }
  }

  private String signOff(RedFlagRule rule) {
    RuleSignOffs signOffs = RuleSignOffs.load(rules, knowledge.vocabulary());
    String now = " The rule as it stands has the digest " + signOffs.digest(rule.id()) + ".";
    return signOffs.signOff(rule.id()).map(signed -> said(signed, signOffs)).orElse("none yet.")
        + now;
  }

  private static String said(SignOff signed, RuleSignOffs signOffs) {
    String by = signed.signedOn() + " by " + signed.role() + " (" + signed.reference() + ").";
    return signOffs.state(signed.ruleId()) == RuleSignOffs.State.SIGNED
        ? by
        : "lapsed; the rule has changed since " + by;
  }

  private static String formula(String ruleId) {
    return DataFile.read("red-flags.csv").rows().stream()
        .filter(row -> row.required("id").equals(ruleId))
        .map(row -> row.required("when"))
        .findFirst()
        .orElseThrow();
  }
}
