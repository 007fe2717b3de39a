package health.plumbline.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures of a {@link ReaderScore}, as text or as one JSON object. */
final class ReaderReport {

  private static final int FINDINGS_LISTED = 40;
  private static final int CONFUSIONS_LISTED = 20;

  private final String of;
  private final ReaderScore score;
  private final boolean strict;

  /**
   * @param of what was read, for the heading
   * @param strict whether age and sex are in the total and nothing but it was measured
   */
  ReaderReport(String of, ReaderScore score, boolean strict) {
    this.of = of;
    this.score = score;
    this.strict = strict;
  }

  void print(PrintStream out) {
    out.printf("Reader on %s: %d%n", of, score.items);
    tally(out, strict ? "findings, age and sex" : "findings", score.all);
    tally(out, "age and sex", score.demographics);
    out.printf(
        "  red flags stated or in doubt that were set or asked about: %s%n",
        score.redFlags.proportion());
    out.printf("  negation right: %s%n", score.negation());
    out.printf(
        "    denials that were noticed, read as denials: %s%n",
        score.denialsReadAsDenials.proportion());
    out.printf(
        "    statements that were noticed, not read as denials: %s%n",
        score.statementsNotReadAsDenials.proportion());
    if (!strict) {
      out.printf("  side of a painful place right: %s%n", score.sides.proportion());
      out.printf(
          Locale.ROOT,
          "  words quoted touch those annotated: %s; mean overlap %.2f%n",
          score.spans.proportion(),
          score.meanOverlap());
      out.printf("  read what must not be read: %s%n", score.mustNotSet.proportion());
      out.println("  by register");
      score.byRegister.forEach((register, tally) -> row(out, register, tally));
    }
    out.printf("  by finding, most errors first (%d of them)%n", FINDINGS_LISTED);
    worst().stream()
        .limit(FINDINGS_LISTED)
        .forEach(entry -> row(out, entry.getKey(), entry.getValue()));
    if (!score.confusions.isEmpty()) {
      out.println("  confusions");
      confusions().stream()
          .limit(CONFUSIONS_LISTED)
          .forEach(entry -> out.printf("    %3d  %s%n", entry.getValue(), entry.getKey()));
    }
  }

  private static void tally(PrintStream out, String what, ReaderScore.Tally tally) {
    out.printf(Locale.ROOT, "  %s: F1 %.3f%n", what, tally.f1());
    out.printf("    precision: %s%n", tally.precision());
    out.printf("    recall:    %s%n", tally.recall());
  }

  private static void row(PrintStream out, String name, ReaderScore.Tally tally) {
    out.printf(
        Locale.ROOT,
        "    %-42s F1 %.3f  right %4d  wrong %4d  missed %4d%n",
        name,
        tally.f1(),
        tally.right,
        tally.wrong,
        tally.missed);
  }

  private List<Map.Entry<String, ReaderScore.Tally>> worst() {
    return score.byFinding.entrySet().stream()
        .filter(entry -> entry.getValue().errors() > 0)
        .sorted(
            Comparator.<Map.Entry<String, ReaderScore.Tally>>comparingInt(
                    entry -> -entry.getValue().errors())
                .thenComparingDouble(entry -> entry.getValue().f1()))
        .toList();
  }

  private List<Map.Entry<String, Integer>> confusions() {
    return score.confusions.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .toList();
  }

  String json() {
    ObjectNode root = JsonMapper.builder().build().createObjectNode();
    root.put("texts", score.items);
    tally(root.putObject("findings"), score.all);
    tally(root.putObject("age_and_sex"), score.demographics);
    proportion(root.putObject("red_flag_recall"), score.redFlags.proportion());
    proportion(root.putObject("negation_accuracy"), score.negation());
    proportion(root.putObject("denials_read_as_denials"), score.denialsReadAsDenials.proportion());
    proportion(
        root.putObject("statements_not_read_as_denials"),
        score.statementsNotReadAsDenials.proportion());
    proportion(root.putObject("side_accuracy"), score.sides.proportion());
    ObjectNode spans = root.putObject("spans");
    proportion(spans, score.spans.proportion());
    spans.put("mean_overlap", rounded(score.meanOverlap()));
    proportion(root.putObject("must_not_read"), score.mustNotSet.proportion());
    ObjectNode registers = root.putObject("by_register");
    score.byRegister.forEach((register, tally) -> tally(registers.putObject(register), tally));
    ObjectNode findings = root.putObject("by_finding");
    worst().forEach(entry -> tally(findings.putObject(entry.getKey()), entry.getValue()));
    ArrayNode confusions = root.putArray("confusions");
    confusions()
        .forEach(
            entry ->
                confusions
                    .addObject()
                    .put("confusion", entry.getKey())
                    .put("times", entry.getValue()));
    return root.toString();
  }

  private static void tally(ObjectNode node, ReaderScore.Tally tally) {
    node.put("f1", rounded(tally.f1()));
    proportion(node.putObject("precision"), tally.precision());
    proportion(node.putObject("recall"), tally.recall());
  }

  private static void proportion(ObjectNode node, Proportion proportion) {
    node.put("hits", proportion.hits());
    node.put("n", proportion.n());
    if (proportion.n() > 0) {
      node.put("share", rounded((double) proportion.hits() / proportion.n()));
      node.putArray("interval").add(rounded(proportion.lo())).add(rounded(proportion.hi()));
    }
  }

  private static double rounded(double share) {
    return Math.round(share * 1e4) / 1e4;
  }
}
