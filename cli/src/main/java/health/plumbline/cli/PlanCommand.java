package health.plumbline.cli;

import health.plumbline.care.CarePlan;
import health.plumbline.care.Daily;
import health.plumbline.care.History;
import health.plumbline.care.Means;
import health.plumbline.care.ergonomics.Workplace;
import health.plumbline.care.figure.ExerciseFigures;
import health.plumbline.contract.AssessmentJson;
import health.plumbline.contract.CaseFile;
import health.plumbline.contract.CaseFileReader;
import health.plumbline.contract.Engine;
import health.plumbline.contract.PlanExtras;
import health.plumbline.handover.Document;
import health.plumbline.handover.Handed;
import health.plumbline.handover.LetterDocument;
import health.plumbline.handover.Paper;
import health.plumbline.handover.Pdf;
import health.plumbline.handover.PlanCalendar;
import health.plumbline.handover.PlanDocument;
import health.plumbline.handover.Xhtml;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.reasoning.Assessment;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The whole plan: what an assessment hands over. */
@Command(
    name = "plan",
    description = "Makes the whole plan: medicines, a programme of weeks, a letter, a calendar.",
    addMethodSubcommands = false,
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Plumbline parent;

  @Mixin private PersonOption person = new PersonOption();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text)")
  private Format format = Format.text;

  @Option(names = "--letter", description = "the letter to GP or specialist instead of the plan")
  private boolean letter;

  @Option(names = "--paper", description = "a4 or letter, for pdf (default: a4)")
  private String paper = "a4";

  @Option(
      names = "--output",
      paramLabel = "F",
      description = "file to write to; with --cases the folder for pdf, ics and html")
  private @Nullable Path output;

  @Option(
      names = "--explain",
      description = "for each line which row, source and check; for each row left out, why")
  private boolean explain;

  @Option(names = "--ask", description = "ask in the terminal what medicines need to know")
  private boolean ask;

  @Option(
      names = "--history",
      paramLabel = "ID=yes|no",
      description = "answer to a question on history, for example stomach-ulcer=no; repeatable")
  private Map<String, String> history = new LinkedHashMap<>();

  @Option(
      names = "--medicine",
      paramLabel = "NAME",
      description = "a medicine that is taken, or none; name all of them; repeatable")
  private @Nullable List<String> medicines;

  @Option(
      names = "--equipment",
      paramLabel = "ID",
      split = ",",
      description = "equipment beyond an ordinary home, for example band,cycle,pool")
  private Set<String> equipment = Set.of();

  @Option(
      names = "--without",
      paramLabel = "ID",
      split = ",",
      description = "what is not there, for example floor for who cannot get down to it")
  private Set<String> without = Set.of();

  @Option(names = "--minutes", paramLabel = "N", description = "minutes a day for exercises")
  private @Nullable Integer minutes;

  @Option(
      names = "--measure",
      paramLabel = "NAME=N",
      description = "own numbers, for example stature_cm=172, desk_cm=74; repeatable")
  private Map<String, Double> measures = new LinkedHashMap<>();

  @Option(
      names = "--start",
      paramLabel = "YYYY-MM-DD",
      description = "day on which the plan begins (default: today)")
  private @Nullable String start;

  @Mixin private SettingOption settingOption = new SettingOption();

  @Mixin private ColourOption colourOption = new ColourOption();

  private @Nullable ExerciseFigures figures;

  /** Forms of output. */
  enum Format {
    text,
    json,
    html,
    pdf,
    ics;

    boolean isFile() {
      return this == html || this == pdf || this == ics;
    }
  }

  /** A plan on the way out. */
  private record Made(
      CaseFile it, Engine.Known known, Assessment assessment, CarePlan plan, Handed handed) {}

  @Override
  public Integer call() throws IOException {
    person.requireOne("plan");
    if (explain && format.isFile()) {
      throw InvalidInputException.of("--explain", "goes with --format text and json");
    }
    paper();
    Engine engine = Plumbline.engine(parent);
    if (person.casesFile != null) {
      return batch(engine, person.casesFile);
    }
    CaseFileReader reader = new CaseFileReader(engine.knowledge().vocabulary());
    CaseFile it;
    PlanExtras extras = PlanExtras.UNKNOWN;
    if (person.caseFile != null) {
      String json = TextFiles.read("--case", person.caseFile);
      it = reader.read(json, "");
      extras = new PlanExtrasReader(engine.carePlanner().outcomes()).read(json);
    } else {
      it = person.ofWords(engine);
    }
    write(engine, make(engine, it, withOptions(extras)), System.out, output);
    return 0;
  }

  private int batch(Engine engine, Path file) throws IOException {
    if (ask) {
      throw InvalidInputException.of("--ask", "goes with one person, not with --cases");
    }
    if (format.isFile() && output == null) {
      throw InvalidInputException.of(
          "--output", "is needed with --cases and --format " + format + ": the folder to write to");
    }
    CaseFileReader reader = new CaseFileReader(engine.knowledge().vocabulary());
    PlanExtrasReader extras = new PlanExtrasReader(engine.carePlanner().outcomes());
    boolean failed = false;
    int number = 0;
    int cases = 0;
    try (BufferedReader lines = TextFiles.open("--cases", file)) {
      String line;
      while ((line = lines.readLine()) != null) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        cases++;
        String fallback = "line-" + number;
        try {
          CaseFile it = reader.read(line, fallback);
          Made made = make(engine, it, withOptions(extras.read(line)));
          Path target =
              output == null || !format.isFile()
                  ? null
                  : output.resolve(it.id().replaceAll("[^A-Za-z0-9._-]", "_") + "." + format);
          write(engine, made, System.out, target);
        } catch (RuntimeException e) {
          failed = true;
          String id = reader.idOf(line, fallback);
          BatchAssessor.Problem problem = BatchAssessor.Problem.of(e);
          System.err.println(id + ": " + problem.message());
          if (format == Format.json) {
            System.out.println(
                new AssessmentJson(engine.knowledge(), false)
                    .writeError(id, problem.field(), problem.message()));
          }
        }
      }
    }
    if (cases == 0) {
      throw InvalidInputException.of("--cases", file + " holds no case");
    }
    return failed ? Plumbline.BAD_INPUT : 0;
  }

  private PlanExtras withOptions(PlanExtras extras) {
    History answers = extras.history();
    for (Map.Entry<String, String> entry : history.entrySet()) {
      answers =
          answers.withAnswer(
              entry.getKey(),
              PlanExtrasReader.yes("--history " + entry.getKey(), entry.getValue()));
    }
    if (medicines != null) {
      answers =
          answers.withMedicines(
              medicines.stream().filter(name -> !name.equalsIgnoreCase("none")).toList());
    }
    Means means = extras.means();
    if (!equipment.isEmpty() || !without.isEmpty() || minutes != null) {
      means =
          new Means(
              equipment.isEmpty() ? means.equipment() : equipment,
              without.isEmpty() ? means.without() : without,
              minutes == null ? means.minutes() : minutes);
    }
    Daily daily = extras.daily();
    if (!measures.isEmpty()) {
      Map<String, Double> all = new LinkedHashMap<>(daily.workplace().measures());
      all.putAll(measures);
      daily = new Daily(new Workplace(all), daily.lift(), daily.scores());
    }
    return new PlanExtras(answers, means, daily);
  }

  private Made make(Engine engine, CaseFile it, PlanExtras extras) throws IOException {
    Engine.Known known = engine.known(it, person.input);
    PlanExtras all = extras;
    if (!it.text().isBlank() && person.input != Engine.Input.findings) {
      all =
          new PlanExtras(
              extras
                  .history()
                  .withMentioned(engine.carePlanner().namedMedicines().mentionedIn(it.text())),
              extras.means(),
              extras.daily());
    }
    Assessment assessment = engine.assess(known, settingOption.setting());
    CarePlan plan = engine.carePlan(assessment, all, explain);
    if (ask) {
      HistoryQuestions questions =
          new HistoryQuestions(
              engine.knowledge().vocabulary(),
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
              System.err);
      boolean more = !plan.openQuestions().isEmpty();
      while (more) {
        HistoryQuestions.Answered answered =
            questions.ask(plan.openQuestions(), known.presentation(), all.history());
        known = new Engine.Known(answered.presentation(), known.understood(), known.doubts());
        all = new PlanExtras(answered.history(), all.means(), all.daily());
        assessment = engine.assess(known, settingOption.setting());
        plan = engine.carePlan(assessment, all, explain);
        more = answered.more() && !plan.openQuestions().isEmpty();
      }
    }
    return new Made(
        it,
        known,
        assessment,
        plan,
        new Handed(
            engine.knowledge(),
            it.id(),
            it.text(),
            assessment,
            plan,
            start(),
            id -> figures().svgForPage(id, ExerciseFigures.View.BOTH),
            id -> figures().describe(id)));
  }

  /** The drawings, read when a page first needs one. */
  private ExerciseFigures figures() {
    if (figures == null) {
      figures = ExerciseFigures.load();
    }
    return figures;
  }

  private void write(Engine engine, Made made, PrintStream out, @Nullable Path target)
      throws IOException {
    byte[] bytes =
        switch (format) {
          case text -> text(engine, made);
          case json -> json(engine, made).getBytes(StandardCharsets.UTF_8);
          case html -> Xhtml.page(document(made.handed())).getBytes(StandardCharsets.UTF_8);
          case pdf -> Pdf.write(document(made.handed()), paper());
          case ics -> PlanCalendar.write(made.handed()).getBytes(StandardCharsets.UTF_8);
        };
    if (target == null) {
      if (format == Format.pdf && "1".equals(System.getenv("PLUMBLINE_TERMINAL"))) {
        throw InvalidInputException.of(
            "--output", "is needed: a PDF cannot be shown in a terminal");
      }
      out.write(bytes);
      out.flush();
      return;
    }
    try {
      Path folder = target.toAbsolutePath().getParent();
      if (folder != null && person.casesFile != null) {
        Files.createDirectories(folder);
      }
      Files.write(target, bytes);
    } catch (IOException e) {
      throw InvalidInputException.of("--output", target + " cannot be written");
    }
  }

  private byte[] text(Engine engine, Made made) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      Terminal terminal = output == null ? colourOption.terminal() : Terminal.of(false);
      if (person.casesFile != null) {
        out.println("== " + made.it().id());
      }
      new DocumentText(terminal, out)
          .print(document(made.handed()), made.assessment().urgency().level().ordinal());
      if (explain) {
        new ExplainText(engine.knowledge(), terminal, out).print(made.plan().trace());
      }
    }
    return bytes.toByteArray();
  }

  private String json(Engine engine, Made made) {
    return new AssessmentJson(engine.knowledge(), person.casesFile == null)
            .write(
                made.it().id(),
                made.known(),
                made.assessment(),
                made.plan().plan(),
                new PlanJson(made.plan(), made.handed().start()))
        + System.lineSeparator();
  }

  private Document document(Handed handed) {
    return letter ? LetterDocument.of(handed) : PlanDocument.of(handed);
  }

  private Paper paper() {
    return switch (paper.toLowerCase(Locale.ROOT)) {
      case "a4" -> Paper.A4;
      case "letter" -> Paper.LETTER;
      default -> throw new InvalidInputException("--paper", paper, "a4 or letter");
    };
  }

  private LocalDate start() {
    if (start == null) {
      return LocalDate.now(ZoneId.systemDefault());
    }
    try {
      return LocalDate.parse(start);
    } catch (DateTimeException e) {
      throw new InvalidInputException("--start", start, "a day such as 2026-03-02");
    }
  }
}
