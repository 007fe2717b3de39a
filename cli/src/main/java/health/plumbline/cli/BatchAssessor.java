package health.plumbline.cli;

import health.plumbline.contract.AssessmentJson;
import health.plumbline.contract.CaseFile;
import health.plumbline.contract.CaseFileReader;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Setting;
import health.plumbline.reasoning.Assessment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Assesses many cases, a chunk at a time so that memory stays bounded.
 *
 * <p>Within a chunk cases are worked in the order of age band and sex, since people of one kind
 * share the rows of the network; results come out in the order of the input.
 */
final class BatchAssessor {

  private static final int CHUNK = 1024;

  private record Line(int number, String json) {}

  private record Prepared(
      Line line,
      String caseId,
      Engine.@Nullable Known known,
      @Nullable InvalidInputException error) {

    String kind() {
      return known == null
          ? ""
          : AgeBand.of(known.presentation().age()) + " " + known.presentation().sex();
    }
  }

  /**
   * The result of one case.
   *
   * @param caseId its id
   * @param json the JSON object on one line
   * @param line a summary on one line
   * @param error what is wrong with it, or null
   */
  record Result(String caseId, String json, String line, @Nullable InvalidInputException error) {}

  private final Engine engine;
  private final Engine.Input input;
  private final Setting setting;
  private final CaseFileReader reader;
  private final AssessmentJson json;
  private final List<Line> chunk = new ArrayList<>();
  private int lineNumber;

  BatchAssessor(Engine engine, Engine.Input input, Setting setting) {
    this.engine = engine;
    this.input = input;
    this.setting = setting;
    this.reader = new CaseFileReader(engine.knowledge().vocabulary());
    this.json = new AssessmentJson(engine.knowledge(), false);
  }

  /** Reads the next cases; false at the end of the input. */
  boolean readChunk(BufferedReader lines) throws IOException {
    chunk.clear();
    try {
      String line;
      while (chunk.size() < CHUNK && (line = lines.readLine()) != null) {
        lineNumber++;
        if (!line.isBlank()) {
          chunk.add(new Line(lineNumber, line));
        }
      }
    } catch (CharacterCodingException e) {
      throw InvalidInputException.of(
          "--cases", "after line " + lineNumber + " the file is not UTF-8 text");
    }
    return !chunk.isEmpty();
  }

  /** Assesses the cases just read. */
  List<Result> assess() {
    List<Prepared> prepared = chunk.parallelStream().map(this::prepare).toList();
    int[] order =
        IntStream.range(0, prepared.size())
            .boxed()
            .sorted(Comparator.comparing(i -> prepared.get(i).kind()))
            .mapToInt(Integer::intValue)
            .toArray();
    Result[] results = new Result[prepared.size()];
    int from = 0;
    while (from < order.length) {
      int to = from;
      String kind = prepared.get(order[from]).kind();
      while (to < order.length && prepared.get(order[to]).kind().equals(kind)) {
        to++;
      }
      IntStream.range(from, to)
          .parallel()
          .forEach(i -> results[order[i]] = assess(prepared.get(order[i])));
      from = to;
    }
    return List.of(results);
  }

  private Prepared prepare(Line line) {
    String fallbackId = "line-" + line.number();
    try {
      CaseFile it = reader.read(line.json(), fallbackId);
      try {
        return new Prepared(line, it.id(), engine.known(it, input), null);
      } catch (InvalidInputException e) {
        return new Prepared(line, it.id(), null, e);
      }
    } catch (InvalidInputException e) {
      return new Prepared(line, reader.idOf(line.json(), fallbackId), null, e);
    }
  }

  private Result assess(Prepared prepared) {
    Engine.Known known = prepared.known();
    InvalidInputException error = prepared.error();
    if (known == null) {
      InvalidInputException reason =
          error == null ? InvalidInputException.of("case", "cannot be read") : error;
      return new Result(
          prepared.caseId(),
          json.writeError(prepared.caseId(), reason),
          prepared.caseId() + "  error  " + reason.getMessage(),
          reason);
    }
    Assessment assessment = engine.assess(known.presentation(), setting);
    return new Result(
        prepared.caseId(),
        json.write(prepared.caseId(), known, assessment, engine.plan(assessment)),
        summary(prepared.caseId(), assessment),
        null);
  }

  private static String summary(String caseId, Assessment assessment) {
    StringBuilder line = new StringBuilder(caseId);
    line.append("  ").append(assessment.urgency().level().id());
    assessment.differential().stream()
        .limit(3)
        .forEach(
            ranked ->
                line.append(
                    String.format(
                        Locale.ROOT,
                        "  %s %.0f%%",
                        ranked.condition(),
                        100 * ranked.probability())));
    return line.toString();
  }
}
