package health.plumbline.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import health.plumbline.contract.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  private static final class Chromium {
    static final Playwright PLAYWRIGHT =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    static final Browser BROWSER =
        PLAYWRIGHT
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of("--disable-dev-shm-usage")));

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
    }

    private static Path executable() {
      return Stream.of(
              System.getenv().getOrDefault(CHROMIUM, ""),
              "/usr/bin/chromium",
              "/usr/bin/chromium-browser",
              "/usr/bin/google-chrome",
              "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
          .filter(it -> !it.isEmpty())
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(
              () ->
                  new AssertionError(
                      "The browser tests need Chromium and found none. Maybe: apt-get install"
                          + " chromium, or set "
                          + CHROMIUM
                          + " to its path."));
    }
  }

  static Engine engine() {
    return ENGINE;
  }

  /** Address of the server, without a slash at the end. */
  static String address() {
    return "http://127.0.0.1:" + SERVER.port();
  }

  /** The browser. */
  static Browser browser() {
    boolean skipped = "1".equals(System.getenv(SKIP)) && System.getenv("CI") == null;
    Assumptions.assumeFalse(skipped, "Browser tests are left out because " + SKIP + "=1");
    return Chromium.BROWSER;
  }
}
