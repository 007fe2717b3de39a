package health.plumbline.cli;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Source;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.InfluentialNumber;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Names the numbers whose uncertainty matters most for the first cause. */
final class UncertaintyText {

  private final KnowledgeBase knowledge;
  private final Terminal terminal;
  private final Paragraphs paragraphs;
  private final PrintStream out;

  UncertaintyText(KnowledgeBase knowledge, Terminal terminal, PrintStream out) {
    this.knowledge = knowledge;
    this.terminal = terminal;
    this.paragraphs = new Paragraphs(out, Terminal.width());
    this.out = out;
  }

  void print(Assessment assessment, List<InfluentialNumber> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    out.println();
    out.println(terminal.bold("WHICH NUMBERS MATTER MOST FOR THIS"));
    String first = assessment.differential().getFirst().name();
    for (InfluentialNumber number : numbers) {
      paragraphs.print(
          "  • ",
          what(number)
              + String.format(
                  Locale.ROOT,
                  ": %s (90%% interval %s to %s). ",
                  percent(number.number()),
                  percent(number.interval().lo()),
                  percent(number.interval().hi()))
              + String.format(
                  Locale.ROOT,
                  "At its lower limit %s would be at %s, at its upper limit at %s, instead of %s.",
                  first,
                  percent(number.atLow()),
                  percent(number.atHigh()),
                  percent(number.probability())));
      paragraphs.print("    ", terminal.faint(support(number)));
    }
  }

  private String what(InfluentialNumber number) {
    String condition = knowledge.condition(number.conditionId()).map(it -> it.name()).orElse("");
    if (number.findingId().isEmpty()) {
      return "How many who come in have " + condition;
    }
    String finding = knowledge.vocabulary().require(number.findingId()).name();
    String value = number.value().equals("yes") ? "" : ": " + number.value();
    return condition.isEmpty()
        ? "How often people without a cause of it have “" + finding + value + "”"
        : "How often people with " + condition + " have “" + finding + value + "”";
  }

  private String support(InfluentialNumber number) {
    String grade =
        switch (number.grade()) {
          case A -> "grade A, systematic review";
          case B -> "grade B, primary study";
          case C -> "grade C, an estimate";
        };
    return number.sourceId().isEmpty()
        ? grade
        : grade
            + "; "
            + knowledge.sources().find(number.sourceId()).map(Source::citation).orElse("");
  }

  private static String percent(double p) {
    double percent = 100 * p;
    return String.format(Locale.ROOT, percent < 10 ? "%.2g%%" : "%.0f%%", percent);
  }
}
