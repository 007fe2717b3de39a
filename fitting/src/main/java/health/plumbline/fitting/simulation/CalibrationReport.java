package health.plumbline.fitting.simulation;

import health.plumbline.fitting.simulation.Calibration.Bin;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Setting;
import health.plumbline.reasoning.Interview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The report in Markdown with its plots. */
final class CalibrationReport {

  private static final int FEWEST = 10;

  /**
   * The figures of one setting.
   *
   * @param byTelling figures for each amount of knowledge, in the order of {@link Telling#ALL}
   * @param interviewed figures for what the interview finds out
   * @param stopping the courses of the interviews
   * @param seriousInterviewed figures for interviews of patients with a serious condition only
   * @param serious the courses of these
   */
  record Part(
      Setting setting,
      Map<Telling, Figures> byTelling,
      Figures interviewed,
      Stopping stopping,
      Figures seriousInterviewed,
      Stopping serious) {

    Figures answers() {
      Figures figures = byTelling.get(Telling.ANSWERS);
      if (figures == null) {
        throw new IllegalStateException("no figures for " + Telling.ANSWERS.name());
      }
      return figures;
    }
  }

  private final KnowledgeBase knowledge;
  private final List<Part> parts;
  private final int perDraw;
  private final long seed;
  private final StringBuilder text = new StringBuilder();

  CalibrationReport(KnowledgeBase knowledge, List<Part> parts, int perDraw, long seed) {
    this.knowledge = knowledge;
    this.parts = parts;
    this.perDraw = perDraw;
    this.seed = seed;
  }

  /** File name below the folder of documents to its content. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("CALIBRATION.md", markdown());
    for (Part part : parts) {
      String id = part.setting().id();
      files.put("calibration/curve-" + id + ".svg", curve(part));
      files.put("calibration/stable-" + id + ".svg", stable(part));
      files.put("calibration/areas-" + id + ".svg", areas(part));
    }
    return files;
  }

  private String markdown() {
    Part first = parts.getFirst();
    int patients = first.answers().patients();
    line("# Calibration and discrimination on simulated patients");
    line("");
    line(
        "Generated ([how](../CONTRIBUTING.md#simulated-patients)); do not edit. Knowledge version"
            + " `%s`, %,d patients a setting, numbers of the model drawn anew every %d patients (%d"
            + " draws), %,d interviews a setting, seed %d.",
        knowledge.version(),
        patients,
        perDraw,
        (patients + perDraw - 1) / perDraw,
        first.stopping().courses().size(),
        seed);
    line("");
    line("What this shows, and what it cannot show:");
    line("");
    line(
        "- The patients are drawn from the model, with **all its numbers drawn from their"
            + " uncertainty**: each probability normal on the logit scale within its 90%% interval,"
            + " shares and co-occurrence ratios log-normal within theirs, loadings log-normal (sd"
            + " %.1f where they have no interval). The fitted model, which does not know the draw,"
            + " assesses them. So this measures how much the stated uncertainty of the numbers"
            + " costs. It says nothing of errors of structure (which conditions there are, which"
            + " findings hang together) nor of real patients: those would do worse.",
        ParameterDraws.LOADING_SD);
    line(
        "- Age and sex come from the case mix of `model-settings.csv`, causes from the drawn prior,"
            + " findings from the drawn network with its latent factors. Each painful place is"
            + " marked with probability `pain-map-completeness`.");
    line(
        "- Questions that bear on rules alone are answered at their share among ordinary people;"
            + " confirming questions, which can only calm a rule down, are answered \"not sure\" by"
            + " people with a serious condition (so sensitivity of urgency is a little flattered)"
            + " and at their elicited share by the others. All of these shares are grade C.");
    line(
        "- Right means: among the true causes, of which there may be up to three. Intervals are 95%"
            + " (Wilson), those of top-1, top-3 and over-triage widened for patients who share a"
            + " draw. Missing and wrong answers fall at random, each by itself; of yes-or-no"
            + " questions a wrong answer is the opposite one, so that 10% wrong answers among some"
            + " two hundred put about twenty false ones into every picture: harsher than people"
            + " are.");
    line("");
    headline();
    for (Part part : parts) {
      part(part);
    }
    return text.toString();
  }

  private void headline() {
    line("## In short");
    line("");
    line("| | aim | %s |", String.join(" | ", parts.stream().map(p -> p.setting().id()).toList()));
    line("|---|---|%s", "---|".repeat(parts.size()));
    row("calibration error, all statements", "≤ 0.05", p -> three(p.answers().all().error()));
    row(
        "calibration error, statements of 5% and more",
        "≤ 0.05", p -> three(p.answers().possible().error()));
    row(
        "calibration error, the most probable condition",
        "≤ 0.05",
        p -> three(p.answers().first().error()));
    row(
        "the same after an interview (by chance alone)",
        "≤ 0.05",
        p ->
            three(p.interviewed().first().error())
                + " ("
                + three(p.interviewed().first().errorByChance())
                + ")");
    row("top-1, every question answered", "", p -> p.answers().topOne().percent());
    row("top-3, every question answered", "", p -> p.answers().topThree().percent());
    row("top-1, interview", "", p -> p.interviewed().topOne().percent());
    row("top-3, interview", "", p -> p.interviewed().topThree().percent());
    row(
        "median area under the curve of the conditions (of those with 10 patients or more)",
        "",
        p -> three(Discrimination.median(p.answers().areas(), FEWEST)));
    row(
        "median questions to a stable verdict",
        "≤ 15",
        p -> Integer.toString(p.stopping().median(Course::stableAfter)));
    row(
        "the same in pages of the self-check",
        "≤ 15",
        p -> Integer.toString(p.stopping().median(Course::pagesUntilStable)));
    row(
        "emergencies missed by stopping early, of those that every answer would find",
        "0",
        p ->
            p.serious().missedAfter(Integer.MAX_VALUE, false)
                + " of "
                + p.serious().emergencies(false));
    row(
        "the same, where that rests on a condition that they truly have",
        "0",
        p ->
            p.serious().missedAfter(Integer.MAX_VALUE, true)
                + " of "
                + p.serious().emergencies(true));

    line("");
  }

  private void row(String what, String aim, Function<Part, String> figure) {
    line("| %s | %s | %s |", what, aim, String.join(" | ", parts.stream().map(figure).toList()));
  }

  private void part(Part part) {
    String id = part.setting().id();
    line("## Setting `%s`", id);
    line("");
    if (part.setting() == Setting.TEACHING) {
      line("For evaluation only; serious conditions are as frequent here as in case collections.");
      line("");
    }
    line("### Calibration");
    line("");
    line("![Calibration curve](calibration/curve-%s.svg)", id);
    line("");
    line("Every statement about every condition, every question answered:");
    line("");
    bins(part.answers().all());
    line("The statement about the most probable condition:");
    line("");
    bins(part.answers().first());
    line("### How much it takes");
    line("");
    line(
        "| known | patients | calibration error, all | 5% and more | first (by chance alone) | top-1 | top-3 | median area"
            + " | serious sent same day | over-triage: emergency | same day or at once |");
    line("|---|---|---|---|---|---|---|---|---|---|---|");
    part.byTelling().forEach((telling, figures) -> figures(telling.name(), figures));
    figures("what the interview asks", part.interviewed());
    line("");
    line(
        "Over-triage is the share of patients without any serious condition who are sent to"
            + " emergency care, or to care the same day or at once. Real people answer fewer"
            + " questions: the last row is the one that counts.");
    line("");
    areasTable(part);
    urgency(part);
    stopping(part);
  }

  private void bins(Calibration calibration) {
    line("| said | came true | statements |");
    line("|---|---|---|");
    for (Bin bin : calibration.bins()) {
      line("| %.1f%% | %s | %,d |", 100 * bin.said(), bin.came().percent(), bin.came().n());
    }
    line("");
  }

  private void figures(String name, Figures f) {
    line(
        "| %s | %,d | %s | %s | %s (%s) | %s | %s | %s | %s | %s | %s |",
        name,
        f.patients(),
        three(f.all().error()),
        three(f.possible().error()),
        three(f.first().error()),
        three(f.first().errorByChance()),
        f.topOne().percent(),
        f.topThree().percent(),
        three(Discrimination.median(f.areas(), FEWEST)),
        f.serious().counts(),
        f.emergencyForNothing().percent(),
        f.sameDayForNothing().percent());
  }

  private void areasTable(Part part) {
    line("### Area under the curve by condition");
    line("");
    line("![Area under the curve](calibration/areas-%s.svg)", part.setting().id());
    line("");
    line(
        "Every question answered, and with the examination besides; conditions with fewer than %d"
            + " patients are left blank.",
        FEWEST);
    line("");
    line("| condition | patients | answers | and examination |");
    line("|---|---|---|---|");
    Figures examined = part.byTelling().get(Telling.EXAMINED);
    List<String> ids = conditionIds();
    for (int d = 0; d < ids.size(); d++) {
      Discrimination answers = part.answers().areas().get(d);
      line(
          "| %s | %,d | %s | %s |",
          ids.get(d),
          answers.with(),
          area(answers),
          examined == null ? "–" : area(examined.areas().get(d)));
    }
    line("");
  }

  private void urgency(Part part) {
    line("### Urgency by serious condition");
    line("");
    line(
        "Patients with the condition among their causes who are sent to care the same day or at"
            + " once, and those sent at least as fast as the action threshold of the condition asks"
            + " for. With every question: all patients; interview: %,d patients with a serious"
            + " condition.",
        part.serious().courses().size());
    line("");
    line(
        "| condition | own level | same day, every question | own level, every question | same day,"
            + " interview | own level, interview |");
    line("|---|---|---|---|---|---|");
    knowledge
        .actionThresholds()
        .forEach(
            row ->
                line(
                    "| %s | %s | %s | %s | %s | %s |",
                    row.conditionId(),
                    row.urgency().id(),
                    counts(part.answers().sensitivity(), row.conditionId()),
                    counts(part.answers().atOwnLevel(), row.conditionId()),
                    counts(part.seriousInterviewed().sensitivity(), row.conditionId()),
                    counts(part.seriousInterviewed().atOwnLevel(), row.conditionId())));
    line("");
  }

  private void stopping(Part part) {
    Stopping stopping = part.stopping();
    line("### Choice of questions and stopping");
    line("");
    line("![Stable verdicts](calibration/stable-%s.svg)", part.setting().id());
    line("");
    line("| questions | median | 90th percentile |");
    line("|---|---|---|");
    line(
        "| until first condition and urgency change no more | %d | %d |",
        stopping.median(Course::stableAfter), stopping.quantile(0.9, Course::stableAfter));
    line(
        "| the same in pages of the self-check, which shows the emergency screen %d questions to a"
            + " page | %d | %d |",
        (int) knowledge.settings().get("screen-questions-a-page"),
        stopping.median(Course::pagesUntilStable),
        stopping.quantile(0.9, Course::pagesUntilStable));
    line(
        "| until the interview stops | %d | %d |",
        stopping.median(Course::questions), stopping.quantile(0.9, Course::questions));
    line("");
    line("Interviews stopped because:");
    line("");
    for (Interview.Step.Reason reason : Interview.Step.Reason.values()) {
      Proportion share = stopping.stoppedBy(reason);
      if (share.hits() > 0) {
        line("- %s: %s", reason.name().toLowerCase(Locale.ROOT).replace('_', ' '), share.percent());
      }
    }
    line("");
    line(
        "Had every interview ended after so many questions. An emergency here is a patient with a"
            + " serious condition whom the answers to all questions would send to care the same day"
            + " or at once; it is missed if the interview does not. In brackets only those where"
            + " that level rests on a rule or a probability of a condition that they truly have:"
            + " with some two hundred answers a rule for something else often holds by accident."
            + " Emergencies are counted in %,d interviews of patients with a serious condition, the"
            + " other columns in all.",
        part.serious().courses().size());
    line("");
    line("| after | first is right | verdict is that of the end | emergencies missed |");
    line("|---|---|---|---|");
    for (int questions : new int[] {12, 15, 20, 25, 30, 35, Integer.MAX_VALUE}) {
      line(
          "| %s | %s | %s | %d of %d (%d of %d) |",
          questions == Integer.MAX_VALUE ? "the end" : Integer.toString(questions),
          stopping.rightAfter(questions).percent(),
          stopping.settledAfter(questions).percent(),
          part.serious().missedAfter(questions, false),
          part.serious().emergencies(false),
          part.serious().missedAfter(questions, true),
          part.serious().emergencies(true));
    }
    line("");
  }

  private String curve(Part part) {
    Plot plot =
        new Plot(
                "Calibration, setting " + part.setting().id(),
                "probability said",
                1,
                "share that came true",
                1)
            .diagonal();
    plot.series("every statement about every condition");
    part.answers().all().bins().forEach(bin -> point(plot, bin, false));
    plot.series("the most probable condition (with number of patients)");
    part.answers().first().bins().forEach(bin -> point(plot, bin, true));
    return plot.svg();
  }

  private static void point(Plot plot, Bin bin, boolean note) {
    plot.point(bin.said(), bin.came().value(), bin.came().lo(), bin.came().hi());
    if (note) {
      plot.note(bin.said(), bin.came().value(), String.format(Locale.ROOT, "%,d", bin.came().n()));
    }
  }

  private static String stable(Part part) {
    int most = Math.max(5, part.stopping().quantile(1, Course::questions));
    Plot plot =
        new Plot(
            "Stable verdicts, setting " + part.setting().id(),
            "questions asked",
            (most + 4) / 5 * 5,
            "interviews whose verdict changes no more (%)",
            100);
    plot.series("first condition and urgency");
    return plot.steps(part.stopping().stableBy(most)).svg();
  }

  private String areas(Part part) {
    List<String> ids = conditionIds();
    Plot plot =
        new Plot(
            "Area under the curve, setting " + part.setting().id(),
            "condition (order of the table)",
            ids.size() + 4 - (ids.size() - 1) % 5,
            "area under the curve",
            1);
    plot.series("every question answered");
    for (int d = 0; d < ids.size(); d++) {
      Discrimination area = part.answers().areas().get(d);
      if (area.with() >= FEWEST) {
        plot.point(d + 1, area.area(), area.lo(), area.hi());
      }
    }
    return plot.svg();
  }

  private List<String> conditionIds() {
    return new ArrayList<>(knowledge.conditions().stream().map(Condition::id).toList());
  }

  private static String counts(Map<String, Proportion> by, String condition) {
    Proportion proportion = by.get(condition);
    return proportion == null ? "–" : proportion.counts();
  }

  private static String area(Discrimination d) {
    return d.with() < FEWEST
        ? "–"
        : String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", d.area(), d.lo(), d.hi());
  }

  private static String three(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a library of its own
  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
