package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateLimitFilterTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final Words words = Words.british();
  private final RateLimitFilter filter =
      new RateLimitFilter(10, now::get, new Replies(words, new Pages(words)));

  @Test
  void letsABurstPassThenTheRate() {
    for (int i = 0; i < 40; i++) {
      assertThat(filter.mayPass("a")).as("request %d of the burst", i).isTrue();
    }
    assertThat(filter.mayPass("a")).isFalse();
    assertThat(filter.mayPass("b")).as("another address").isTrue();
    now.addAndGet(SECOND / 10);
    assertThat(filter.mayPass("a")).isTrue();
    assertThat(filter.mayPass("a")).isFalse();
    now.addAndGet(100 * SECOND);
    int passed = 0;
    while (filter.mayPass("a")) {
      passed++;
    }
    assertThat(passed).as("no more than a burst, however long the wait").isEqualTo(40);
  }

  /** Over HTTP: a program gets a problem, a person a page that leads on, both when to come back. */
  @Test
  void whoeverAsksTooOftenIsToldWhenToComeBack() throws IOException, InterruptedException {
    try (WebServer server =
            WebServer.start(Site.engine(), new WebServer.Options(0, "127.0.0.1", 1));
        HttpClient client = HttpClient.newHttpClient()) {
      String address = "http://127.0.0.1:" + server.port();
      HttpResponse<String> program = get(client, address + "/api/openapi.json");
      for (int i = 0; i < 50 && program.statusCode() == 200; i++) {
        program = get(client, address + "/api/openapi.json");
      }
      assertThat(program.statusCode()).isEqualTo(429);
      assertThat(program.headers().firstValue("Retry-After")).contains("1");
      assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(program.body()).contains("\"status\":429").contains("\"field\":\"request\"");
      HttpResponse<String> person = get(client, address + "/");
      assertThat(person.statusCode()).isEqualTo(429);
      assertThat(person.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(person.body())
          .contains("Your answers are still in it")
          .contains("999")
          .contains("href=\"/\"");
    }
  }

  private static HttpResponse<String> get(HttpClient client, String address)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
