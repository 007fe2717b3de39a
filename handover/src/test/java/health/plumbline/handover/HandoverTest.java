package health.plumbline.handover;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import health.plumbline.care.CarePlan;
import health.plumbline.care.CarePlanner;
import health.plumbline.care.Daily;
import health.plumbline.care.PlanRequest;
import health.plumbline.care.WeightedCondition;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Page, PDF, letter and calendar of one plan. */
final class HandoverTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final String WORDS = "Sore <back> & hip “since May”, naïve £5";
  private static Handed handed = make(Optional.empty());

  @BeforeAll
  static void makeOnce() {
    handed =
        make(
            Optional.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\">"
                    + "<rect width=\"60\" height=\"40\" fill=\"#336699\"/></svg>"));
  }

  private static Handed make(Optional<String> picture) {
    Presentation person =
        Presentation.builder(KNOWLEDGE.vocabulary())
            .age(40)
            .finding("pain-lumbar", "yes")
            .finding("duration-weeks", "2")
            .build();
    Assessment assessment = Assessor.of(KNOWLEDGE).assess(person, Setting.PRIMARY);
    CarePlan plan =
        CarePlanner.load(KNOWLEDGE)
            .make(
                new PlanRequest(
                    person,
                    Urgency.ROUTINE,
                    List.of(new WeightedCondition("non-specific-low-back-pain", 0.9)),
                    Set.of()),
                Daily.UNKNOWN,
                false);
    return new Handed(
        KNOWLEDGE,
        "x",
        WORDS,
        assessment,
        plan,
        LocalDate.of(2026, 3, 4),
        id -> picture,
        id -> "How to do " + id + ".");
  }

  @Test
  void thePageIsWellFormedWhateverThePersonWrote() throws Exception {
    for (Document document : List.of(PlanDocument.of(handed), LetterDocument.of(handed))) {
      String page = Xhtml.page(document);
      var xml =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
      assertThat(xml.getElementsByTagName("h1").getLength()).isEqualTo(1);
      assertThat(xml.getElementsByTagName("h2").getLength()).isGreaterThan(3);
      assertThat(page).doesNotContain("src=").doesNotContain("{paper}");
    }
    assertThat(Xhtml.page(LetterDocument.of(handed)))
        .contains("Sore &lt;back&gt; &amp; hip “since May”, naïve £5");
  }

  @Test
  void everyExerciseHasItsPictureWithWords() {
    String page = Xhtml.page(PlanDocument.of(handed));
    handed
        .plan()
        .programme()
        .orElseThrow()
        .phases()
        .getFirst()
        .items()
        .forEach(
            item ->
                assertThat(page)
                    .contains("<svg alt=\"How to do " + item.exercise().exerciseId() + ".\""));
  }

  @Test
  void thePdfIsTaggedBookmarkedAndReadable() throws IOException {
    for (Paper paper : Paper.values()) {
      byte[] bytes = Pdf.write(PlanDocument.of(handed), paper);
      try (PDDocument pdf = Loader.loadPDF(bytes)) {
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        assertThat(catalog.getLanguage()).isEqualTo("en-GB");
        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        List<String> bookmarks = new ArrayList<>();
        for (PDOutlineItem item : catalog.getDocumentOutline().children()) {
          bookmarks.add(item.getTitle());
        }
        assertThat(bookmarks).contains("Exercise and stretching", "When to get help sooner");
        List<PDStructureElement> figures = new ArrayList<>();
        figures(catalog.getStructureTreeRoot().getKids(), figures);
        assertThat(figures)
            .hasSizeGreaterThan(3)
            .allSatisfy(figure -> assertThat(figure.getAlternateDescription()).isNotBlank());
        double width = pdf.getPage(0).getMediaBox().getWidth();
        assertThat(Math.round(width)).isEqualTo(paper == Paper.A4 ? 595 : 612);
        assertThat(new PDFTextStripper().getText(pdf))
            .contains("Your plan")
            .contains("Let the pain steer you")
            .contains("Page 1 of");
      }
    }
    try (PDDocument letter = Loader.loadPDF(Pdf.write(LetterDocument.of(handed), Paper.A4))) {
      assertThat(new PDFTextStripper().getText(letter)).contains("naïve £5");
    }
  }

  private static void figures(List<Object> kids, List<PDStructureElement> figures) {
    for (Object kid : kids) {
      if (kid instanceof PDStructureElement element) {
        if (element.getStructureType().equals("Figure")) {
          figures.add(element);
        }
        figures(element.getKids(), figures);
      }
    }
  }

  @Test
  void theCalendarIsOneSeriesForThoseDaysAndPhases() {
    String text = PlanCalendar.write(handed);
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.getEvents())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            event -> {
              assertThat(event.getUid().getValue()).endsWith("@plumbline.health");
              assertThat(event.getSummary().getValue()).isNotBlank();
            });
    assertThat(calendar.getEvents().stream().map(event -> event.getUid().getValue()))
        .doesNotHaveDuplicates();
    assertThat(text).contains("DTSTART:20260304T180000\r\n").contains("UNTIL=20260317T235900");
    assertThat(text).contains("DTSTART;VALUE=DATE:20260318");
    assertThat(PlanCalendar.write(handed)).isEqualTo(text);
  }

  @Test
  void theLetterHoldsNoSentenceForThePersonAboutExercise() {
    String letter = Xhtml.page(LetterDocument.of(handed));
    assertThat(letter)
        .contains("Dear colleague,")
        .contains("Over-the-counter analgesia")
        .contains("4 March 2026")
        .doesNotContain("Get medical advice before you exercise");
  }
}
