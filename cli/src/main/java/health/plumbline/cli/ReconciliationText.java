package health.plumbline.cli;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.published.PublishedFigure;
import health.plumbline.reasoning.Comparison;
import health.plumbline.reasoning.Reconciled;
import health.plumbline.reasoning.Reconciliation;
import health.plumbline.reasoning.ReconciliationSummary;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints how the model agrees with the published figures. */
final class ReconciliationText {

  private final KnowledgeBase knowledge;
  private final Terminal terminal;
  private final PrintStream out;

  ReconciliationText(KnowledgeBase knowledge, Terminal terminal, PrintStream out) {
    this.knowledge = knowledge;
    this.terminal = terminal;
    this.out = out;
  }

  /** The report in short; its first line is {@code reproduced A/B: n of m (p %)}. */
  void print() {
    ReconciliationSummary fitted = ReconciliationSummary.of(new Reconciliation(knowledge));
    ReconciliationSummary before =
        ReconciliationSummary.of(new Reconciliation(KnowledgeBase.loadEstimates(), Map.of()));
    Paragraphs paragraphs = new Paragraphs(out, Terminal.width());
    out.println(fitted.headline());
    paragraphs.print(
        "",
        String.format(
            Locale.ROOT,
            "Published figures of grade A or B that lie within their 95%% interval for their own"
                + " study's people. Before fitting: %d of %d.",
            before.reproduced(),
            before.compared()));
    out.println();
    List<Reconciled> missed = fitted.missed();
    out.println(terminal.bold("Not reproduced: " + missed.size()));
    for (Reconciled miss : missed) {
      PublishedFigure figure = miss.figure();
      List<String> against = fitted.contradictions().getOrDefault(figure.id(), List.of());
      paragraphs.print(
          "  • ",
          figure.id()
              + ", "
              + figure.provenance().sourceId()
              + ": "
              + String.join(" and ", figure.subjectIds())
              + (figure.findingId().isEmpty() ? "" : ", " + figure.findingId())
              + ". "
              + comparisons(miss)
              + (against.isEmpty() ? "" : " Contradicts " + String.join(", ", against) + ".")
              + " "
              + fitted.reasons().getOrDefault(figure.id(), ""));
    }
    out.println();
    out.println(terminal.bold("Left out"));
    fitted
        .leftOut()
        .forEach((reason, count) -> paragraphs.print(String.format("%5d  ", count), reason));
  }

  /** What the model implies for a figure, in words. */
  static String implied(Reconciled reconciled) {
    return reconciled.compared()
        ? "The model, for these people: " + comparisons(reconciled)
        : "Not compared with the model: " + reconciled.leftOut() + ".";
  }

  private static String comparisons(Reconciled reconciled) {
    return reconciled.comparisons().stream()
        .map(ReconciliationText::comparison)
        .collect(Collectors.joining("; ", "", "."));
  }

  private static String comparison(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%s %.3g, %s %.3g to %.3g (%s)",
        comparison.measure().displayName(),
        comparison.implied(),
        comparison.inside() ? "inside" : "OUTSIDE",
        comparison.low(),
        comparison.high(),
        comparison.basis().displayName());
  }
}
