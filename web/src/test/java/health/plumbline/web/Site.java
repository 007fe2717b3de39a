package health.plumbline.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import health.plumbline.contract.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One server and one browser for all tests; both end with the process. */
final class Site {

  /** Where Chromium is, if not where distributions put it. */
  private static final String CHROMIUM = "PLUMBLINE_CHROMIUM";

  /** Set to 1, it leaves the browser tests out, with a message; never where CI is set. */
  private static final String SKIP = "PLUMBLINE_SKIP_BROWSER_TESTS";

  private static final Engine ENGINE = new Engine();
  private static final WebServer SERVER =
      WebServer.start(ENGINE, new WebServer.Options(0, "127.0.0.1", 0));

  private Site() {}

  private static @Nullable Browser browser;

  /** Where Chromium is; empty if it is nowhere that anybody knows of. */
  static Optional<Path> chromium(@Nullable String named) {
    return Stream.of(
            named == null ? "" : named,
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(it -> !it.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The failure of each browser test on a machine without Chromium: one line, and no trace. */
  static AssertionError withoutChromium() {
    AssertionError missing =
        new AssertionError(
            "The browser tests need Chromium and found none. Maybe: apt-get install chromium, or"
                + " set "
                + CHROMIUM
                + " to its path.");
    missing.setStackTrace(new StackTraceElement[0]);
    return missing;
  }

  static Engine engine() {
    return ENGINE;
  }

  /** Address of the server, without a slash at the end. */
  static String address() {
    return "http://127.0.0.1:" + SERVER.port();
  }

  /** The browser; a failure to get one is told anew to every test. */
  static synchronized Browser browser() {
    boolean skipped = "1".equals(System.getenv(SKIP)) && System.getenv("CI") == null;
    Assumptions.assumeFalse(skipped, "Browser tests are left out because " + SKIP + "=1");
    Browser running = browser;
    if (running == null) {
      Path executable = chromium(System.getenv(CHROMIUM)).orElseThrow(Site::withoutChromium);
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      running =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable)
                      .setArgs(List.of("--disable-dev-shm-usage")));
      browser = running;
    }
    return running;
  }
}
