package health.plumbline.care.figure;

import static health.plumbline.care.figure.Figures.FIGURES;
import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.care.figure.ExerciseFigures.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Writes all pictures into one page, {@code target/exercise-figures-light.html} and {@code
 * -dark.html}, to be looked at: no test can say whether a person recognises an exercise.
 */
final class PictureSheetTest {

  @ParameterizedTest
  @CsvSource({"light, #fff, #222", "dark, #14191e, #eee"})
  void writesTheSheet(String theme, String paper, String ink) throws IOException {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html><html lang=\"en\" data-theme=\"").append(theme);
    page.append("\"><meta charset=\"utf-8\"><title>Exercises</title><style>body{margin:8px;");
    page.append("background:").append(paper).append(";color:").append(ink);
    page.append(";font:14px sans-serif;display:grid;gap:12px;align-items:start;");
    page.append("grid-template-columns:repeat(auto-fill,320px)}h2{font-size:14px}</style>");
    for (String id : FIGURES.exercises()) {
      page.append("<section><h2>").append(id).append("</h2>");
      page.append(FIGURES.svg(id, View.BOTH).orElseThrow());
      page.append("<details><summary>Movement</summary>");
      page.append(FIGURES.svg(id, View.ANIMATED).orElseThrow()).append("</details><p>");
      page.append(FIGURES.describe(id)).append("</p></section>\n");
    }
    Path sheet = Path.of("target", "exercise-figures-" + theme + ".html");
    Files.createDirectories(sheet.getParent());
    Files.writeString(sheet, page);
    assertThat(Files.readString(sheet).split("<section>")).hasSize(FIGURES.exercises().size() + 1);
  }
}
