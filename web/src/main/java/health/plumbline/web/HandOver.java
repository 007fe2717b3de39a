package health.plumbline.web;

import health.plumbline.care.CarePlan;
import health.plumbline.care.figure.ExerciseFigures;
import health.plumbline.contract.Engine;
import health.plumbline.contract.PlanExtras;
import health.plumbline.handover.Handed;
import health.plumbline.handover.LetterDocument;
import health.plumbline.handover.Paper;
import health.plumbline.handover.Pdf;
import health.plumbline.handover.PlanCalendar;
import health.plumbline.handover.PlanDocument;
import health.plumbline.reasoning.Assessment;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** The plan of a visit as files to keep: made when asked for, and kept by nobody here. */
final class HandOver {

  /** What can be taken along. */
  enum Kind {
    /** The plan on A4. */
    PLAN_A4("plan.pdf", "application/pdf"),
    /** The plan on letter paper. */
    PLAN_LETTER_PAPER("plan.pdf", "application/pdf"),
    /** The assessment in clinical words, for a GP or specialist. */
    LETTER("letter-to-clinician.pdf", "application/pdf"),
    /** The exercise programme, to put into a calendar. */
    CALENDAR("programme.ics", "text/calendar; charset=utf-8");

    private final String fileName;
    private final String mediaType;

    Kind(String fileName, String mediaType) {
      this.fileName = fileName;
      this.mediaType = mediaType;
    }

    /** The spelling in forms. */
    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A file to download.
   *
   * @param name its name
   * @param mediaType its type
   * @param bytes what is in it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed straight to the response
  record Download(String name, String mediaType, byte[] bytes) {}

  private final Engine engine;
  private final Listener listener;
  private final ExerciseFigures figures;
  private final InstantSource clock;

  HandOver(Engine engine, Listener listener, ExerciseFigures figures, InstantSource clock) {
    this.engine = engine;
    this.listener = listener;
    this.figures = figures;
    this.clock = clock;
  }

  /** The file. */
  Download make(Kind kind, Answers answers) {
    Listener.Heard heard = listener.hear(answers);
    Assessment assessment = engine.assess(heard.known(), answers.setting());
    CarePlan plan = engine.carePlan(assessment, PlanExtras.UNKNOWN, false);
    Handed handed =
        new Handed(
            engine.knowledge(),
            "",
            answers.text(),
            assessment,
            plan,
            LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()),
            id -> figures.svgForPage(id, ExerciseFigures.View.BOTH),
            figures::describe);
    byte[] bytes =
        switch (kind) {
          case PLAN_A4 -> Pdf.write(PlanDocument.of(handed), Paper.A4);
          case PLAN_LETTER_PAPER -> Pdf.write(PlanDocument.of(handed), Paper.LETTER);
          case LETTER -> Pdf.write(LetterDocument.of(handed), Paper.A4);
          case CALENDAR -> PlanCalendar.write(handed).getBytes(StandardCharsets.UTF_8);
        };
    return new Download(kind.fileName, kind.mediaType, bytes);
  }
}
