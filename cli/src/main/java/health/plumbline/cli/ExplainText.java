package health.plumbline.cli;

import health.plumbline.care.Category;
import health.plumbline.care.Check;
import health.plumbline.care.TraceEntry;
import health.plumbline.care.TraceEntry.Outcome;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Truth;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints, row by row, why a line is in a plan and why another is not. */
final class ExplainText {

  private final KnowledgeBase knowledge;
  private final Terminal terminal;
  private final PrintStream out;
  private final Paragraphs paragraphs;

  ExplainText(KnowledgeBase knowledge, Terminal terminal, PrintStream out) {
    this.knowledge = knowledge;
    this.terminal = terminal;
    this.out = out;
    this.paragraphs = new Paragraphs(out, Terminal.width());
  }

  void print(List<TraceEntry> trace) {
    out.println();
    out.println(terminal.bold("Rule by rule"));
    for (Category category : Category.values()) {
      List<TraceEntry> own = trace.stream().filter(entry -> entry.category() == category).toList();
      if (own.isEmpty()) {
        continue;
      }
      out.println();
      out.println("  " + terminal.bold(category.id()));
      for (Outcome outcome : Outcome.values()) {
        own.stream().filter(entry -> entry.outcome() == outcome).forEach(this::print);
      }
    }
  }

  private void print(TraceEntry entry) {
    paragraphs.print(
        "    • ",
        terminal.bold("[" + entry.outcome().id() + "]")
            + " "
            + entry.kind()
            + " "
            + entry.rowId()
            + (entry.conditionId().isEmpty() ? "" : ", for " + entry.conditionId())
            + ": "
            + entry.what());
    String strength = entry.strength() == null ? "" : entry.strength().id() + ", ";
    String citation =
        knowledge.sources().find(entry.sourceId()).map(source -> source.citation()).orElse("");
    paragraphs.print("        ", entry.why() + ".");
    paragraphs.print(
        "        ",
        terminal.faint(
            strength + "grade " + entry.grade() + "; " + entry.sourceId() + ": " + citation));
    if (entry.checks().isEmpty()) {
      return;
    }
    List<String> applies = new ArrayList<>();
    List<String> open = new ArrayList<>();
    int passed = 0;
    for (Check check : entry.checks()) {
      String said =
          check.rowId() + (check.never() ? " (never" : " (ask first") + "; " + check.known() + ")";
      if (check.truth() == Truth.TRUE) {
        applies.add(said);
      } else if (check.truth() == Truth.UNKNOWN) {
        open.add(said);
      } else {
        passed++;
      }
    }
    paragraphs.print(
        "        ",
        "Contraindications checked: "
            + entry.checks().size()
            + "; do not apply: "
            + passed
            + "; apply: "
            + (applies.isEmpty() ? "none" : String.join(", ", applies))
            + "; not known: "
            + (open.isEmpty() ? "none" : String.join(", ", open))
            + ".");
  }
}
