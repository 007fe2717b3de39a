package health.plumbline.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Leaves pictures of every page, to be looked at after a change; checks nothing by itself. {@code
 * -Dplumbline.looks=PHONE,PRINTED} takes some of them only.
 */
@EnabledIfSystemProperty(named = "plumbline.pictures", matches = ".+")
final class LooksTest {

  /** How a page may be looked at. */
  enum Look {
    PHONE(360, 740, ColorScheme.LIGHT, true),
    PHONE_DARK(360, 740, ColorScheme.DARK, true),
    NARROW(320, 640, ColorScheme.LIGHT, true),
    DESK(1280, 900, ColorScheme.LIGHT, true),
    DESK_DARK(1280, 900, ColorScheme.DARK, true),
    /** A desk of 1280 by 900 at a zoom of 200%. */
    ZOOMED(640, 450, ColorScheme.LIGHT, true),
    WITHOUT_SCRIPTS(360, 740, ColorScheme.LIGHT, false),
    PRINTED(794, 1123, ColorScheme.LIGHT, true),
    RIGHT_TO_LEFT(360, 740, ColorScheme.LIGHT, true);

    final int width;
    final int height;
    final ColorScheme scheme;
    final boolean scripts;

    Look(int width, int height, ColorScheme scheme, boolean scripts) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
      this.scripts = scripts;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPage(Look look) {
    String wanted = System.getProperty("plumbline.looks", look.name());
    Assumptions.assumeTrue(List.of(wanted.split(",")).contains(look.name()));
    try (Visit visit = visit(look, "hip")) {
      Page page = visit.page();
      visit.start();
      snap(visit, look);
      visit.next();
      snap(visit, look);
      visit.age(66).sex("female");
      visit.words(
          "Deep ache in my left groin and buttock for six months, stiff for ten minutes in the"
              + " morning, can't put my socks on, no pins and needles, bladder fine");
      page.locator("button.remove").first().click();
      snap(visit, look);
      visit.understood();
      visit.chart("pain=groin:left", "pain=anterior-thigh:left", "numb=anterior-thigh:left");
      visit.next();
      snap(visit, look);
      visit.questions(
          Map.of(
              "pain-putting-on-shoes", "yes",
              "pain-rising-from-sitting", "yes",
              "pain-getting-in-out-of-car", "yes",
              "onset-insidious", "yes",
              "duration-weeks", "6 months",
              "morning-stiffness-minutes", "10"),
          "no");
      visit.check();
      snap(visit, look);
      if (look.scripts) {
        page.evaluate(
            "() => document.querySelectorAll('.plan details, .answer-group, .cause details,"
                + " .links details').forEach(it => it.open = true)");
        snap(visit, look);
      }
      page.click("button[value=clinician]");
      snap(visit, look);
      page.navigate(Site.address() + "/finished");
      snap(visit, look);
      page.navigate(Site.address() + "/check");
      snap(visit, look);
      page.navigate(Site.address() + "/no/such/page");
      snap(visit, look);
    }
    try (Visit visit = visit(look, "sciatica")) {
      visit.start().age(42).sex("male");
      visit
          .words(
              "For three weeks a sharp pain from my right buttock down the back of the leg to the"
                  + " outside of my foot, worse when I cough or sit")
          .understood()
          .chart(
              "pain=lower-buttock:right",
              "pain=posterior-thigh:right",
              "pain=calf:right",
              "numb=foot-lateral:right");
      visit
          .questions(
              Map.of(
                  "pain-below-knee", "yes",
                  "leg-pain-worse-than-back", "yes",
                  "tingling-numbness-leg", "yes",
                  "dermatomal-pain", "yes",
                  "pain-worse-cough-sneeze", "yes",
                  "duration-weeks", "3 weeks"),
              "no")
          .check();
      snap(visit, look);
    }
    try (Visit visit = visit(look, "cauda")) {
      visit.start().age(38).sex("female").questions(Map.of(), "no");
      visit.words("My back hurts since yesterday").understood().chart("pain=lumbar-central");
      visit.answer(Map.of("saddle-numbness", "yes", "fever", "not-sure"), "no");
      visit.next();
      snap(visit, look);
      for (int i = 0; i < 10 && visit.key().startsWith("q-"); i++) {
        visit.answer(Map.of(), "yes");
        visit.next();
      }
      snap(visit, look);
    }
  }

  private static void snap(Visit visit, Look look) {
    Page page = visit.page();
    if (look == Look.PRINTED) {
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }
    visit.picture();
    if (look == Look.PRINTED) {
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
  }

  private static Visit visit(Look look, String story) {
    String label = look.name().toLowerCase(Locale.ROOT) + "-" + story;
    Visit visit =
        Visit.of(
            label, look.width, look.height, look.scheme, look.scripts, look.width < 600 ? 2 : 1);
    if (look == Look.RIGHT_TO_LEFT) {
      visit
          .page()
          .addInitScript(
              "addEventListener('DOMContentLoaded', () => document.documentElement.dir = 'rtl')");
    }
    return visit;
  }
}
