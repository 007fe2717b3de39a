package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages as a browser without any comfort gets them, over HTTP. */
final class SelfCheckTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([^\"]*)\"");
  private static final Pattern NAME = Pattern.compile("name=\"([a-z.-]+)\"");
  private static final Pattern VALUE =
      Pattern.compile("(?:name=\"action\" )?value=\"([a-z0-9.:-]{1,60})\"");

  private static HttpResponse<String> post(Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(Site.address() + "/check"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Whatever a form sends, there is a page and no fault of the program: forms filled at random with
   * the names and values of the pages themselves.
   */
  @Test
  void noFormBreaksIt() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260101);
    String page = post(Map.of("page", "start")).body();
    String[] nonsense = {
      "", "-1", "999", "yes", "groin:left", "enough", "change:enough", "😖", "q-"
    };
    for (int i = 0; i < 150; i++) {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher name = NAME.matcher(page);
      String shown = page;
      while (name.find()) {
        Matcher value = VALUE.matcher(shown);
        String chosen = nonsense[random.nextInt(nonsense.length)];
        while (value.find() && random.nextInt(12) > 0) {
          chosen = value.group(1);
        }
        fields.put(name.group(1), chosen);
      }
      fields.put("age", Integer.toString(random.nextInt(10, 90)));
      Matcher seal = SEAL.matcher(page);
      if (seal.find()) {
        fields.put("seal", seal.group(1));
      } else {
        fields.put("page", "start");
      }
      if (random.nextBoolean()) {
        fields.remove("action");
      }
      HttpResponse<String> response = post(fields);
      assertThat(response.statusCode()).as("%s", fields.keySet()).isEqualTo(200);
      assertThat(response.body()).contains("<h1").contains("</html>");
      page = response.body();
    }
  }

  @Test
  void lettersBeyondAsciiArriveAsTheyWereTyped() {
    String page = post(Map.of("page", "start")).body();
    page = step(page, Map.of("page", "age", "age", "50"));
    page = step(page, Map.of("page", "sex", "sex", "male"));
    page = step(page, Map.of("page", "words", "words", "can’t walk, ça brûle, 腰痛 😖"));
    assertThat(page).contains("can’t walk, ça brûle, 腰痛 😖");
  }

  private static String step(String page, Map<String, String> fields) {
    Matcher seal = SEAL.matcher(page);
    assertThat(seal.find()).isTrue();
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("seal", seal.group(1));
    return post(all).body();
  }

  @Test
  void tellsBrowsersWhatPagesMayDo() throws IOException, InterruptedException {
    HttpResponse<String> start =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(Site.address() + "/")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(start.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(start.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(start.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(post(Map.of("page", "start")).headers().firstValue("Cache-Control"))
        .contains("private, no-cache");
    HttpResponse<String> finished =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(Site.address() + "/finished")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(finished.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
  }
}
