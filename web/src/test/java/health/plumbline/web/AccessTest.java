package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page, for whoever sees little, hears a page read out, or holds a small screen. */
final class AccessTest {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** How pages are looked at. */
  enum Look {
    LIGHT(1280, 900, ColorScheme.LIGHT),
    DARK(1280, 900, ColorScheme.DARK),
    /** The smallest phones. */
    NARROW(320, 640, ColorScheme.LIGHT),
    /** A desk of 1280 by 900 at a zoom of 200%. */
    ZOOMED(640, 450, ColorScheme.DARK);

    final int width;
    final int height;
    final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }
  }

  private static final class Examiner {
    final List<String> found = new ArrayList<>();
    final Visit visit;

    final Look look;

    Examiner(Visit visit, Look look) {
      this.visit = visit;
      this.look = look;
    }

    private void note(String name, AxeResults results) {
      results
          .getViolations()
          .forEach(
              it ->
                  found.add(name + ": " + it.getId() + " " + it.getNodes().getFirst().getTarget()));
    }

    void examine(String name) {
      visit.picture();
      Page page = visit.page();
      // Opened, all tests of the clinician's page make a page so long that it is looked at once.
      if (look == Look.LIGHT || !name.equals("clinician")) {
        page.evaluate("() => document.querySelectorAll('details').forEach(it => it.open = true)");
      }
      // What the checker finds does not hang on the width, and in the dark only colours differ.
      if (look == Look.LIGHT) {
        note(name, new AxeBuilder(page).withTags(WCAG).analyze());
      } else if (look == Look.DARK) {
        note(name, new AxeBuilder(page).withRules(List.of("color-contrast")).analyze());
      }
      Object overflow =
          page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
      if (((Number) overflow).intValue() > 0) {
        found.add(name + ": scrolls sideways by " + overflow + " px");
      }
      Object small =
          page.evaluate(
              "() => [...document.querySelectorAll('main button:not(.first-submit), main .choice,"
                  + " main summary, main select')].filter(it => it.offsetParent &&"
                  + " it.getBoundingClientRect().height < 24).map(it => it.outerHTML.slice(0,"
                  + " 80))");
      ((List<?>) small).forEach(it -> found.add(name + ": small target " + it));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsWithinReach(Look look) {
    try (Visit visit = Visit.of("axe-" + look, look.width, look.height, look.scheme, true, 1)) {
      Examiner examiner = new Examiner(visit, look);
      Page page = visit.page();
      page.navigate(Site.address() + "/");
      examiner.examine("start");
      page.click("main button.main");
      examiner.examine("age");
      visit.next();
      assertThat(page.locator(".faults").innerText()).contains("Type your age");
      examiner.examine("age with a fault");
      visit.age(30).sex("female");
      examiner.examine("pregnancy");
      visit.questions(Map.of(), "no");
      examiner.examine("words");
      visit.words("ache in my left hip for 6 months after a fall, no fever");
      examiner.examine("understood");
      page.locator("button.remove").first().click();
      examiner.examine("understood with something taken out");
      visit.understood();
      examiner.examine("chart");
      visit.chart("pain=lateral-hip:left", "numb=lateral-thigh:left");
      examiner.examine("screen");
      visit.next();
      assertThat(page.locator(".faults li").count()).isEqualTo(4);
      examiner.examine("screen with faults");
      boolean number = false;
      for (int i = 0; i < 50 && !visit.key().equals("check"); i++) {
        if (!number && page.locator("input.number").count() > 0) {
          number = true;
          examiner.examine("number");
        }
        if (visit.key().startsWith("q-") && page.locator("button[value=enough]").count() > 0) {
          examiner.examine("question");
          page.click("button[value=enough]");
        } else {
          visit.answer(Map.of("fever", "not-sure"), "no");
          visit.next();
        }
      }
      examiner.examine("check");
      visit.next();
      assertThat(page.locator(".not-sure").innerText()).contains("You were not sure about");
      examiner.examine("result");
      page.click("button[value=clinician]");
      examiner.examine("clinician");
      page.navigate(Site.address() + "/finished");
      examiner.examine("finished");
      page.navigate(Site.address() + "/check");
      examiner.examine("lost");
      assertThat(examiner.found).isEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  /** The checker finds what is wrong; else a page without faults would prove nothing. */
  @Test
  void theCheckerFindsFaults() {
    try (Visit visit = Visit.desk()) {
      Page page = visit.page();
      page.navigate(Site.address() + "/");
      page.evaluate(
          "() => { document.querySelector('main button.main').textContent = '';"
              + " document.querySelector('h1').remove(); }");
      List<String> ids =
          new AxeBuilder(page)
              .withTags(WCAG).analyze().getViolations().stream().map(it -> it.getId()).toList();
      assertThat(ids).contains("button-name", "page-has-heading-one");
    }
  }

  /** From right to left everything mirrors by itself: no left or right stands in the styles. */
  @Test
  void stylesAreReadyForWritingFromRightToLeft() throws java.io.IOException {
    String css;
    try (var in = AccessTest.class.getResourceAsStream("/static/plumbline.css")) {
      css = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    assertThat(css)
        .doesNotContainPattern("(margin|padding|border)-(left|right)")
        .doesNotContainPattern("[\\s;{](left|right)\\s*:")
        .doesNotContainPattern("text-align:\\s*(left|right)")
        .contains("prefers-color-scheme: dark")
        .contains("prefers-reduced-motion")
        .contains("@media print");
  }
}
