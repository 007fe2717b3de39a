package health.plumbline.care.figure;

import static health.plumbline.care.figure.Figures.CONTENT;
import static health.plumbline.care.figure.Figures.FIGURES;
import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.care.figure.ExerciseFigures.View;
import health.plumbline.knowledge.DataFile;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the pictures promise to whoever puts them into a page. */
final class ExerciseFiguresTest {

  private static final double SECONDS_WITHOUT_STOP_BUTTON = 5;

  private static String svg(String id, View view) {
    return FIGURES.svg(id, view).orElseThrow();
  }

  private static Element parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    return document.getDocumentElement();
  }

  private static List<Element> elements(Element root, String name) {
    NodeList nodes = root.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void everyExerciseHasAPicture() {
    List<String> exercises =
        DataFile.read("care/exercises.csv").rows().stream().map(row -> row.required("id")).toList();
    assertThat(exercises).hasSizeGreaterThan(60);
    assertThat(FIGURES.exercises()).containsExactlyInAnyOrderElementsOf(exercises);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void isAnImageWithTitleAndDescription(View view) throws Exception {
    for (String id : FIGURES.exercises()) {
      Element root = parsed(svg(id, view));
      assertThat(root.getLocalName()).isEqualTo("svg");
      assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
      assertThat(root.getAttribute("role")).isEqualTo("img");
      Element title = elements(root, "title").getFirst();
      Element description = elements(root, "desc").getFirst();
      assertThat(root.getAttribute("aria-labelledby"))
          .isEqualTo(title.getAttribute("id") + " " + description.getAttribute("id"));
      assertThat(title.getTextContent()).isEqualTo(Figures.figure(id).name());
      assertThat(description.getTextContent()).isEqualTo(FIGURES.describe(id));
      assertThat(root.getAttribute("viewBox")).as(id).startsWith("0 0 320 ");
    }
  }

  @Test
  void pathsHoldNumbersOnly() {
    for (String id : FIGURES.exercises()) {
      for (View view : View.values()) {
        assertThat(svg(id, view)).as(id).doesNotContain("NaN", "Infinity", "E-", "null");
      }
    }
  }

  @Test
  void allPicturesCanStandInOnePage() throws Exception {
    Set<String> ids = new HashSet<>();
    for (String id : FIGURES.exercises()) {
      for (View view : View.values()) {
        Element root = parsed(svg(id, view));
        assertThat(ids.add(root.getAttribute("id"))).isTrue();
        for (Element element : elements(root, "*")) {
          if (element.hasAttribute("id")) {
            assertThat(ids.add(element.getAttribute("id"))).as(id + view).isTrue();
          }
          if (element.getAttribute("fill").startsWith("url(#")) {
            assertThat(ids).contains(element.getAttribute("fill").replaceAll("url\\(#|\\)", ""));
          }
        }
      }
    }
  }

  @Test
  void endPicturesShadeTheMuscleAndStartPicturesDoNot() throws Exception {
    for (String id : FIGURES.exercises()) {
      assertThat(svg(id, View.START)).as(id).doesNotContain("class=\"pf-muscle\"");
      Element end = parsed(svg(id, View.END));
      List<String> paths = new ArrayList<>();
      elements(end, "path").stream()
          .filter(path -> path.getAttribute("class").equals("pf-muscle"))
          .forEach(path -> paths.add(path.getAttribute("d")));
      assertThat(paths).as(id).isNotEmpty();
      // Hatched as well as coloured: shading does not rest on colour alone.
      List<String> hatched =
          elements(end, "path").stream()
              .filter(path -> path.getAttribute("fill").startsWith("url(#"))
              .map(path -> path.getAttribute("d"))
              .toList();
      assertThat(hatched).as(id).isEqualTo(paths);
    }
  }

  @Test
  void whateverMovesShowsAnArrow() {
    for (Figure figure : CONTENT.figures().values()) {
      boolean walking =
          figure.exerciseId().endsWith("walking")
              || figure.exerciseId().startsWith("interval-walking");
      if (!walking) {
        assertThat(figure.arrows()).as(figure.exerciseId()).isNotEmpty();
      }
    }
  }

  @Test
  void nothingMovesUnlessTheReaderAllowsItAndNeverForFiveSeconds() throws Exception {
    for (String id : FIGURES.exercises()) {
      Element root = parsed(svg(id, View.ANIMATED));
      Element moving =
          elements(root, "g").stream()
              .filter(group -> group.getAttribute("class").equals("pf-moving"))
              .findFirst()
              .orElseThrow();
      assertThat(moving.getAttribute("display")).isEqualTo("none");
      assertThat(elements(root, "animate")).hasSameSizeAs(elements(moving, "animate"));
      for (Element animate : elements(moving, "animate")) {
        String seconds = animate.getAttribute("dur").replace("s", "");
        assertThat(Double.parseDouble(seconds)).isLessThan(SECONDS_WITHOUT_STOP_BUTTON);
        assertThat(animate.hasAttribute("repeatCount")).isFalse();
        String[] times = animate.getAttribute("keyTimes").split(";");
        String[] values = animate.getAttribute("values").split(";");
        assertThat(times).hasSameSizeAs(values);
        assertThat(times[0]).isEqualTo("0.000");
        assertThat(times[times.length - 1]).isEqualTo("1");
        // Paths of the same commands only can be led into each other.
        String commands = values[0].replaceAll("[^A-Za-z]", "");
        assertThat(values).as(id).allMatch(it -> it.replaceAll("[^A-Za-z]", "").equals(commands));
      }
    }
    assertThat(ExerciseFigures.styleSheet())
        .contains("@media (prefers-reduced-motion:no-preference){.pf-moving{display:inline}");
  }

  @Test
  void descriptionSaysWhatIsSeenInPlainWords() {
    for (String id : FIGURES.exercises()) {
      String text = FIGURES.describe(id);
      assertThat(text)
          .as(id)
          .startsWith("Seen from ")
          .contains(" First picture: ", " Second picture: ", " Shaded: ")
          .doesNotContain("{", "  ")
          .endsWith(".");
      assertThat(text.length()).as(text).isBetween(100, 420);
      assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("you have", "flexion", "supine");
    }
  }

  @Test
  void aPictureForAPageHasNoInlineStyle() throws Exception {
    for (String id : FIGURES.exercises()) {
      for (View view : View.values()) {
        Element root = parsed(FIGURES.svgForPage(id, view).orElseThrow());
        assertThat(elements(root, "style")).isEmpty();
        assertThat(elements(root, "*")).noneMatch(it -> it.hasAttribute("style"));
        assertThat(elements(root, "path"))
            .allMatch(it -> it.hasAttribute("fill") || it.hasAttribute("stroke"));
      }
    }
  }

  @Test
  void anUnknownExerciseHasNoPictureAndNoWords() {
    assertThat(FIGURES.svg("no-such-thing", View.BOTH)).isEmpty();
    assertThat(FIGURES.svgForPage("no-such-thing", View.BOTH)).isEmpty();
    assertThat(FIGURES.describe("no-such-thing")).isEmpty();
  }

  @Test
  void theSamePictureEveryTime() {
    ExerciseFigures again = ExerciseFigures.load();
    for (String id : FIGURES.exercises()) {
      assertThat(again.svg(id, View.BOTH)).isEqualTo(FIGURES.svg(id, View.BOTH));
    }
  }
}
