package health.plumbline.cli;

import health.plumbline.contract.CaseFile;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Side;
import health.plumbline.narrative.Reader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code evaluate --reader}: reads annotated texts and prints how well they were understood. */
final class EvaluateReader {

  /** A part of the program's own texts. */
  enum Split {
    development,
    test
  }

  /** How the figures are printed. */
  enum Format {
    text,
    json
  }

  private final Engine engine;
  private final Format format;
  private final boolean listErrors;
  private final PrintStream out;

  EvaluateReader(Engine engine, Format format, boolean listErrors, PrintStream out) {
    this.engine = engine;
    this.format = format;
    this.listErrors = listErrors;
    this.out = out;
  }

  /**
   * Scores the reader on annotated texts.
   *
   * @param file file of the user, empty for the program's own
   * @param split part of the program's own, or null for all
   */
  void texts(String file, @Nullable Split split) throws IOException {
    GoldReader gold = new GoldReader(engine.knowledge().vocabulary());
    List<GoldItem> items = new ArrayList<>();
    if (!file.isEmpty()) {
      items.addAll(gold.read(Path.of(file)));
    } else {
      for (Split part : split == null ? List.of(Split.values()) : List.of(split)) {
        items.addAll(gold.bundled(part.name()));
      }
    }
    String of =
        !file.isEmpty() ? file : split == null ? "development and test texts" : split + " texts";
    print(of, score(items, false), false);
  }

  /** Scores the reader on the texts of cases, against what was coded from them. */
  void cases(List<CaseFile> cases) {
    List<GoldItem> items = new ArrayList<>();
    for (CaseFile it : cases) {
      if (!it.text().isBlank()) {
        items.add(item(it));
      }
    }
    print("texts of cases against their coded findings", score(items, true), true);
  }

  private GoldItem item(CaseFile it) {
    Presentation coded = it.coded();
    List<GoldItem.Stated> findings = new ArrayList<>();
    for (Map.Entry<String, FindingValue> entry : coded.findings().entrySet()) {
      findings.add(
          new GoldItem.Stated(
              engine.knowledge().vocabulary().require(entry.getKey()),
              entry.getValue(),
              Side.UNSTATED,
              "",
              false));
    }
    return new GoldItem(
        it.id(), "case", it.text(), coded.age(), coded.sex(), findings, List.of(), List.of());
  }

  private ReaderScore score(List<GoldItem> items, boolean strict) {
    ReaderScore score = new ReaderScore(engine.knowledge(), strict);
    Reader reader = engine.reader();
    for (GoldItem item : items) {
      score.add(item, reader.read(item.text()));
    }
    return score;
  }

  private void print(String of, ReaderScore score, boolean strict) {
    ReaderReport report = new ReaderReport(of, score, strict);
    if (format == Format.json) {
      out.println(report.json());
    } else {
      report.print(out);
    }
    if (listErrors) {
      score.errors.forEach(out::println);
    }
  }
}
