package health.plumbline.care.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast after WCAG 2.2: 4.5 for text (1.4.3), 3 for what carries meaning (1.4.11). */
final class InkTest {

  private static final String PAPER = "#ffffff";
  private static final String NIGHT = "#14191e";

  private static double luminance(String hex) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static String light(Ink ink, String attribute) {
    StringBuilder text = new StringBuilder();
    ink.both(text);
    return group(text.toString(), " " + attribute + "=\"(#\\w+)\"");
  }

  private static String dark(Ink ink, String property) {
    String css = ink.css() + (property.equals("stroke") ? "-edge" : "");
    return group(Ink.STYLE, "\\[data-theme=dark\\] \\." + css + "\\{" + property + ":(#\\w+)");
  }

  private static String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  @Test
  void numbersCanBeRead() {
    assertThat(contrast(light(Ink.LABEL, "fill"), PAPER)).isGreaterThan(4.5);
    assertThat(contrast(dark(Ink.LABEL, "fill"), NIGHT)).isGreaterThan(4.5);
  }

  @Test
  void arrowsStandOutFromPaperAndFromTheirHalo() {
    assertThat(contrast(light(Ink.ARROW, "stroke"), light(Ink.HALO, "stroke"))).isGreaterThan(3);
    assertThat(contrast(light(Ink.ARROW, "stroke"), PAPER)).isGreaterThan(3);
    assertThat(contrast(dark(Ink.ARROW, "stroke"), dark(Ink.HALO, "stroke"))).isGreaterThan(3);
    assertThat(contrast(dark(Ink.ARROW, "stroke"), NIGHT)).isGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"SKIN", "SHIRT", "SHORTS"})
  void nearLimbsHaveAnOutlineOrAFillThatStandsOut(Ink ink) {
    assertThat(contrast(light(ink, "stroke"), PAPER)).isGreaterThan(3);
    assertThat(contrast(dark(ink, "fill"), NIGHT)).isGreaterThan(3);
  }

  @Test
  void theMuscleHasAnOutlineThatStandsOutFromItsGround() {
    for (Ink ground : new Ink[] {Ink.SKIN, Ink.SHIRT}) {
      assertThat(contrast(light(Ink.MUSCLE, "stroke"), light(ground, "fill")))
          .as(ground.name())
          .isGreaterThan(3);
    }
    for (Ink ground : new Ink[] {Ink.SHIRT, Ink.SHORTS}) {
      assertThat(contrast(dark(Ink.MUSCLE, "stroke"), dark(ground, "fill")))
          .as(ground.name())
          .isGreaterThan(2.5);
    }
  }
}
