package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody's visit to the site, in a browser of its own. */
final class Visit implements AutoCloseable {

  private static final int PATIENCE = 60;

  /** Names a folder for pictures of every page visited; without it none are taken. */
  private static final String PICTURES = "plumbline.pictures";

  private final BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();
  private final String label;
  private int pictures;

  private Visit(BrowserContext context, String label) {
    this.context = context;
    this.label = label;
    context.setDefaultTimeout(15_000);
    this.page = context.newPage();
    listen(page);
  }

  /** A visit on a desk. */
  static Visit desk() {
    return of("desk", 1280, 900, ColorScheme.LIGHT, true, 1);
  }

  /** A visit on a small phone. */
  static Visit phone() {
    return of("phone", 320, 640, ColorScheme.LIGHT, true, 1);
  }

  /** A visit without scripts. */
  static Visit withoutScripts() {
    return of("no-scripts", 1280, 900, ColorScheme.LIGHT, false, 1);
  }

  static Visit of(
      String label, int width, int height, ColorScheme scheme, boolean scripts, double scale) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setDeviceScaleFactor(scale)
            .setHasTouch(width < 600)
            .setJavaScriptEnabled(scripts);
    return new Visit(Site.browser().newContext(options), label);
  }

  private void listen(Page tab) {
    tab.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.text().contains("Content Security")) {
            complaints.add(message.text());
          }
        });
    tab.onPageError(complaints::add);
    tab.onRequest(
        request -> {
          if (!request.url().startsWith(Site.address()) && !request.url().startsWith("data:")) {
            complaints.add("called another machine: " + request.url());
          }
        });
  }

  Page page() {
    return page;
  }

  /** A further tab with the same start. */
  Page newTab() {
    Page tab = context.newPage();
    listen(tab);
    return tab;
  }

  String heading() {
    return page.locator("h1").innerText().strip();
  }

  /** The key of the page shown; empty on pages that ask nothing. */
  String key() {
    Locator key = page.locator("main form:not(.back-form) input[name=page]").first();
    return key.count() == 0 ? "" : key.getAttribute("value");
  }

  Visit start() {
    page.navigate(Site.address() + "/");
    picture();
    page.locator("main button.main").click();
    return this;
  }

  Visit age(int years) {
    assertThat(key()).isEqualTo("age");
    page.fill("input[name=age]", Integer.toString(years));
    picture();
    return next();
  }

  Visit sex(String sex) {
    assertThat(key()).isEqualTo("sex");
    page.check("input[name=sex][value=" + sex + "]");
    picture();
    return next();
  }

  Visit words(String words) {
    assertThat(key()).isEqualTo("words");
    page.fill("textarea", words);
    picture();
    return next();
  }

  Visit understood() {
    assertThat(key()).isEqualTo("understood");
    picture();
    return next();
  }

  /** Marks places by their spelling, for example {@code pain=groin:left}. */
  Visit chart(String... marks) {
    assertThat(key()).isEqualTo("chart");
    // The script folds the list once the page is there; before that it may still stand open.
    page.waitForLoadState();
    Locator list = page.locator("details.list");
    if (list.getAttribute("open") == null) {
      list.locator("summary").first().click();
    }
    for (String mark : marks) {
      String[] parts = mark.split("=");
      Locator numb = page.locator("details.numb-list");
      if (parts[0].equals("numb") && numb.getAttribute("open") == null) {
        numb.locator("summary").click();
      }
      page.check("input[name=" + parts[0] + "][value='" + parts[1] + "']");
    }
    if (list.locator("summary").count() > 0 && page.locator(".painting").isVisible()) {
      list.locator("summary").first().click();
    }
    picture();
    return next();
  }

  /**
   * Answers questions until something else comes.
   *
   * @param answers finding to answer; what is not in it is answered {@code otherwise}
   */
  Visit questions(Map<String, String> answers, String otherwise) {
    for (int i = 0; i < PATIENCE; i++) {
      String key = key();
      if (!key.startsWith("q-") && !key.startsWith("screen-") && !key.equals("pregnancy")) {
        return this;
      }
      answer(answers, otherwise);
      if (i < 6) {
        picture();
      }
      next();
    }
    throw new AssertionError("still asking after " + PATIENCE + " pages: " + heading());
  }

  /** Answers what the page asks, without going on. */
  void answer(Map<String, String> answers, String otherwise) {
    for (Locator field : page.locator("fieldset.field").all()) {
      String name = field.getAttribute("id");
      String answer = answers.getOrDefault(name.substring(2), otherwise);
      field.locator("input[value='" + answer + "']").check();
    }
    for (Locator number : page.locator("input.number").all()) {
      String id = number.getAttribute("name").substring(2);
      String answer = answers.getOrDefault(id, "not-sure");
      if (answer.equals("not-sure")) {
        page.check("input[name='n." + id + "']");
      } else {
        number.fill(Durations.amount(answer));
        if (page.locator("select[name='u." + id + "']").count() > 0) {
          page.selectOption("select[name='u." + id + "']", Durations.unit(answer));
        }
      }
    }
  }

  Visit check() {
    assertThat(key()).isEqualTo("check");
    picture();
    return next();
  }

  /** Presses the button that goes on. */
  Visit next() {
    page.locator("main form:not(.back-form) .actions button.main").first().click();
    return this;
  }

  Visit back() {
    page.locator("button.back").click();
    return this;
  }

  String text() {
    return page.locator("main").innerText();
  }

  /** A picture of the page, if pictures are wanted. */
  void picture() {
    String folder = System.getProperty(PICTURES);
    if (folder != null) {
      // What sticks to the top of the window stands where it belongs then.
      page.evaluate("() => window.scrollTo(0, 0)");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(folder, String.format("%s-%02d-%s.png", label, ++pictures, key()))));
    }
  }

  void switchTo(Page tab) {
    this.page = tab;
  }

  /** What the console complained of, and calls to other machines. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
