package health.plumbline.cli;

import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Prior;
import health.plumbline.knowledge.Source;
import health.plumbline.knowledge.published.Evidence;
import health.plumbline.knowledge.published.PublishedFigures;
import health.plumbline.reasoning.Reconciliation;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows every figure behind a condition or a finding, with its source. */
@Command(
    name = "evidence",
    description = {
      "Shows every figure behind a condition or a finding, with its source.",
      "Without an id, lists the ids of conditions and findings.",
      "With --report, says how many published figures the model reproduces, and which it does not."
    },
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true)
final class EvidenceCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "ID", description = "condition or finding")
  private @Nullable String id;

  @Option(
      names = "--report",
      description = "how the model agrees with the published figures, in short")
  private boolean report;

  @Option(names = "--colour", negatable = true, description = "colour (default: on a terminal)")
  private @Nullable Boolean colour;

  @Override
  public Integer call() {
    KnowledgeBase knowledge = KnowledgeBase.load();
    PrintStream out = System.out;
    if (report) {
      if (id != null) {
        throw InvalidInputException.of("evidence", "takes an ID or --report, not both");
      }
      new ReconciliationText(knowledge, Terminal.of(colour), out).print();
      return 0;
    }
    if (id == null) {
      list(knowledge, out);
      return 0;
    }
    PublishedFigures figures = PublishedFigures.load(knowledge);
    Map<Evidence.Kind, List<Evidence.Line>> lines = Evidence.about(id, figures, knowledge);
    Optional<Condition> condition = knowledge.condition(id);
    Optional<Finding> finding = knowledge.vocabulary().find(id);
    if (condition.isEmpty() && finding.isEmpty() && lines.isEmpty()) {
      throw new InvalidInputException(
          "ID", id, "an id of a condition or finding (plumbline evidence lists them)");
    }
    Terminal terminal = Terminal.of(colour);
    Paragraphs paragraphs = new Paragraphs(out, Terminal.width());
    condition.ifPresent(it -> about(knowledge, it, terminal, paragraphs, out));
    finding.ifPresent(it -> about(knowledge, it, terminal, paragraphs, out));
    published(new Reconciliation(knowledge), lines, terminal, paragraphs, out);
    return 0;
  }

  private static void list(KnowledgeBase knowledge, PrintStream out) {
    out.println("Conditions");
    knowledge.conditions().forEach(it -> out.printf("  %-36s %s%n", it.id(), it.name()));
    out.println("Findings");
    knowledge
        .vocabulary()
        .findings()
        .forEach(
            it ->
                out.printf(
                    "  %-44s %-14s %s%n",
                    it.id(),
                    it.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    it.name()));
  }

  private static void about(
      KnowledgeBase knowledge,
      Condition condition,
      Terminal terminal,
      Paragraphs paragraphs,
      PrintStream out) {
    out.println(terminal.bold(condition.name()) + "  (" + condition.layName() + ")");
    paragraphs.print("", condition.definition());
    paragraphs.print(
        "",
        "ICD-10 "
            + orNone(condition.icd10())
            + ", ICD-11 "
            + orNone(condition.icd11())
            + ", SNOMED CT "
            + orNone(condition.snomed()));
    out.println();
    out.println(terminal.bold("Share of presenters in the model"));
    for (Prior prior : knowledge.priors()) {
      if (prior.conditionId().equals(condition.id())) {
        out.printf(
            Locale.ROOT,
            "  %-26s %.4f (%.4f to %.4f)  grade %s, %s %s%n",
            prior.setting().id(),
            prior.share(),
            prior.interval().lo(),
            prior.interval().hi(),
            prior.grade(),
            prior.basis(),
            prior.sourceId());
      }
    }
    out.println();
    out.println(
        terminal.bold("Findings in the model")
            + "  (probability under this condition alone, 90% interval; baseline)");
    Map<String, Baseline> baselines = baselines(knowledge);
    knowledge.parameters().stream()
        .filter(parameter -> parameter.conditionId().equals(condition.id()))
        .sorted(
            Comparator.comparingDouble(
                (Parameter p) -> -Math.abs(logit(p.p()) - logit(baseline(baselines, p)))))
        .forEach(p -> line(p, p.findingId(), baseline(baselines, p), out));
  }

  private static void about(
      KnowledgeBase knowledge,
      Finding finding,
      Terminal terminal,
      Paragraphs paragraphs,
      PrintStream out) {
    out.println(terminal.bold(finding.name()));
    if (!finding.question().isEmpty()) {
      paragraphs.print("Question: ", finding.question());
    }
    if (!finding.procedure().isEmpty()) {
      paragraphs.print("Procedure: ", finding.procedure());
    }
    if (!finding.positiveMeans().isEmpty()) {
      paragraphs.print("Means: ", finding.positiveMeans());
    }
    Map<String, Baseline> baselines = baselines(knowledge);
    List<Parameter> parameters =
        knowledge.parameters().stream()
            .filter(parameter -> parameter.findingId().equals(finding.id()))
            .sorted(Comparator.comparing(Parameter::value).thenComparingDouble(p -> -p.p()))
            .toList();
    if (!parameters.isEmpty()) {
      out.println();
      out.println(
          terminal.bold("In the model")
              + "  (probability under each condition alone, 90% interval; baseline)");
      parameters.forEach(p -> line(p, p.conditionId(), baseline(baselines, p), out));
    }
  }

  private static void line(Parameter p, String name, double baseline, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "  %-44s %-12s %.3f (%.3f to %.3f)  baseline %.3f  grade %s, %s %s%n",
        name,
        p.value(),
        p.p(),
        p.interval().lo(),
        p.interval().hi(),
        baseline,
        p.grade(),
        p.basis(),
        p.sourceId());
  }

  private static void published(
      Reconciliation reconciliation,
      Map<Evidence.Kind, List<Evidence.Line>> lines,
      Terminal terminal,
      Paragraphs paragraphs,
      PrintStream out) {
    out.println();
    if (lines.isEmpty()) {
      out.println("No published figure is on file: all of the above are estimates.");
    }
    lines.forEach(
        (kind, figures) -> {
          out.println(terminal.bold("Published: " + kind.displayName()));
          for (Evidence.Line figure : figures) {
            paragraphs.print(
                "  • ",
                figure.subject()
                    + (figure.finding().isEmpty() ? "" : ", " + figure.finding())
                    + ": "
                    + figure.value()
                    + (figure.n() == null ? "" : ", n " + figure.n())
                    + (figure.population().isEmpty() ? "" : ", among: " + figure.population())
                    + ". Grade "
                    + figure.grade()
                    + (figure.usable() ? "" : ", not used in the model"));
            paragraphs.print(
                "    ", ReconciliationText.implied(reconciliation.reconcile(figure.figure())));
            if (!figure.reservations().isEmpty()) {
              paragraphs.print("    ", terminal.faint(figure.reservations()));
            }
            Source source = figure.source();
            paragraphs.print("    ", terminal.faint(source.citation() + " " + source.link()));
          }
        });
  }

  private static Map<String, Baseline> baselines(KnowledgeBase knowledge) {
    Map<String, Baseline> baselines = new java.util.HashMap<>();
    knowledge.baselines().forEach(b -> baselines.put(b.findingId() + " " + b.value(), b));
    return baselines;
  }

  private static double baseline(Map<String, Baseline> baselines, Parameter p) {
    Baseline baseline = baselines.get(p.findingId() + " " + p.value());
    return baseline == null ? p.p() : baseline.p();
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  private static String orNone(String code) {
    return code.isEmpty() ? "none" : code;
  }
}
