package health.plumbline.cli;

import health.plumbline.contract.AssessmentJson;
import health.plumbline.contract.CaseFile;
import health.plumbline.contract.CaseFileReader;
import health.plumbline.contract.Engine;
import health.plumbline.contract.Wording;
import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Setting;
import health.plumbline.reasoning.Assessment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Assesses many cases, a chunk at a time so that memory stays bounded.
 *
 * <p>Within a chunk cases are worked in the order of age band and sex, since people of one kind
 * share the rows of the network; results come out in the order of the input.
 */
final class BatchAssessor {

  private static final int CHUNK = 512;

  private record Line(int number, String json) {}

  /** A case as far as it could be read: what is known of it, or what is wrong with it. */
  private record Prepared(String caseId, Engine.@Nullable Known known, @Nullable Problem problem) {

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
   * @param line the JSON object, or the summary, as one line of UTF-8 with its end: letter by
   *     letter a stream of text takes longer than writing the answer did
   * @param problem what is wrong with it, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // written out as it is
  record Result(String caseId, byte[] line, @Nullable Problem problem) {

    static Result of(String caseId, String line, @Nullable Problem problem) {
      return new Result(
          caseId, (line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8), problem);
    }
  }

  /**
   * Why a case has no answer.
   *
   * @param field field of the case at fault
   * @param message one line
   */
  record Problem(String field, String message) {

    static Problem of(RuntimeException e) {
      if (e instanceof InvalidInputException invalid) {
        String message = invalid.getMessage();
        return new Problem(invalid.field(), message == null ? invalid.field() : message);
      }
      // A fault of the program in one case must not cost the others their answers.
      return new Problem("case", Plumbline.faultLine(e));
    }
  }

  /** From what is known of a person to the assessment. */
  interface Assess {
    Assessment of(Engine.Known known, Setting setting);
  }

  private final Engine engine;
  private final Assess assess;
  private final Engine.Input input;
  private final Setting setting;
  private final CaseFileReader reader;

  /** Writes JSON, or null for summaries. */
  private final @Nullable AssessmentJson json;

  private final List<Line> chunk = new ArrayList<>();
  private int lineNumber;

  /**
   * @param json whether the results are JSON objects rather than summaries
   */
  BatchAssessor(Engine engine, Engine.Input input, Setting setting, boolean json) {
    this(engine, engine::assess, input, setting, json);
  }

  BatchAssessor(Engine engine, Assess assess, Engine.Input input, Setting setting, boolean json) {
    this.engine = engine;
    this.assess = assess;
    this.input = input;
    this.setting = setting;
    this.reader = new CaseFileReader(engine.knowledge().vocabulary());
    this.json = json ? new AssessmentJson(engine.knowledge(), false) : null;
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
    String id = "line-" + line.number();
    try {
      CaseFile it = reader.read(line.json(), id);
      id = it.id();
      return new Prepared(id, engine.known(it, input), null);
    } catch (RuntimeException e) {
      return new Prepared(reader.idOf(line.json(), id), null, Problem.of(e));
    }
  }

  private Result assess(Prepared prepared) {
    Engine.Known known = prepared.known();
    Problem problem = prepared.problem();
    if (known != null) {
      try {
        Assessment assessment = assess.of(known, setting);
        return Result.of(prepared.caseId(), answer(prepared.caseId(), known, assessment), null);
      } catch (RuntimeException e) {
        problem = Problem.of(e);
      }
    }
    Problem reason = Objects.requireNonNull(problem);
    return Result.of(
        prepared.caseId(),
        json == null
            ? prepared.caseId() + "  error  " + reason.message()
            : json.writeError(prepared.caseId(), reason.field(), reason.message()),
        reason);
  }

  private String answer(String caseId, Engine.Known known, Assessment assessment) {
    return json == null
        ? summary(caseId, assessment)
        : json.write(caseId, known, assessment, engine.plan(assessment));
  }

  private static String summary(String caseId, Assessment assessment) {
    StringBuilder line = new StringBuilder(caseId);
    line.append("  ").append(assessment.urgency().level().id());
    if (assessment.urgency().awaitsScreen()) {
      line.append(
          Wording.phrase(
              "unanswered-short",
              "count",
              Integer.toString(assessment.urgency().unanswered().size())));
    }
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
