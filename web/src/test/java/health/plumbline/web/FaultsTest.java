package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** A fault of the program itself: no trace, nothing of what was typed, and a way on. */
final class FaultsTest {

  private final Words words = Words.british();
  private final Faults faults = new Faults(new Replies(words, new Pages(words)));

  /** A request of which nothing is known but its address. */
  private static HttpServletRequest at(String address) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FaultsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getRequestURI")) {
                return address;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private ResponseEntity<byte[]> reply(String address) {
    return faults.other(new IllegalStateException("secret pain in my hip"), at(address));
  }

  private static String body(ResponseEntity<byte[]> reply) {
    byte[] body = reply.getBody();
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }

  @Test
  void leadsOnAndSaysNothingOfWhatWasTyped() {
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    PrintStream err = System.err;
    ResponseEntity<byte[]> page;
    ResponseEntity<byte[]> problem;
    try (PrintStream all = new PrintStream(logged, true, StandardCharsets.UTF_8)) {
      System.setErr(all);
      page = reply("/check");
      problem = reply("/api/assess");
    } finally {
      System.setErr(err);
    }
    assertThat(page.getStatusCode().value()).isEqualTo(500);
    assertThat(body(page))
        .contains("Something went wrong on our side")
        .contains("999")
        .contains("href=\"/\"")
        .doesNotContain("secret")
        .doesNotContain("IllegalState");
    assertThat(problem.getStatusCode().value()).isEqualTo(500);
    assertThat(String.valueOf(problem.getHeaders().getContentType()))
        .isEqualTo("application/problem+json");
    assertThat(body(problem)).contains("\"field\":\"request\"").doesNotContain("secret");
    assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
  }
}
