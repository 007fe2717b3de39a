package health.plumbline.cli;

import health.plumbline.contract.Engine;
import health.plumbline.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the server, goes once through the self-check and stops.
 *
 * <p>The launcher has the JVM watch this when the server is first wanted ({@code
 * -XX:AOTCacheOutput}, JEP 514), as {@link Rehearsal} for the other commands.
 */
final class ServeRehearsal {

  private static final Pattern HIDDEN = Pattern.compile("name=\"(seal|page)\" value=\"([^\"]*)\"");
  private static final Pattern QUESTION = Pattern.compile("name=\"(a\\.[^\"]+)\"");
  private static final int PAGES = 16;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  private ServeRehearsal(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  /** Exits with 0 if every page was answered. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (WebServer server =
        WebServer.start(new Engine(), new WebServer.Options(0, "127.0.0.1", 0))) {
      new ServeRehearsal(server.port()).run();
    }
    System.exit(0);
  }

  private void run() throws IOException, InterruptedException {
    for (String path : new String[] {"/", "/plumbline.css", "/plumbline.js", "/api/openapi.json"}) {
      send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }
    post(
        "/api/assess",
        "application/json",
        "{\"age\": 62, \"sex\": \"female\", \"text\": \"stiff hip and groin pain\"}");
    post("/api/interview", "application/json", "{\"age\": 62, \"sex\": \"female\"}");
    String page = form(Map.of("page", "start"));
    for (int i = 0; i < PAGES && !page.contains("value=\"clinician\""); i++) {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher hidden = HIDDEN.matcher(page);
      while (hidden.find()) {
        fields.put(hidden.group(1), hidden.group(2));
      }
      fields.put("age", "62");
      fields.put("sex", "female");
      fields.put("words", "deep ache in my left groin for six months, hard to put on socks");
      fields.put("pain", "groin:left");
      Matcher question = QUESTION.matcher(page);
      while (question.find()) {
        fields.put(question.group(1), "no");
        fields.put("n." + question.group(1).substring(2), page.contains("inputmode") ? "1" : "");
      }
      fields.values().removeIf(String::isEmpty);
      fields.put("action", page.contains("value=\"enough\"") && i > PAGES / 2 ? "enough" : "");
      page = form(fields);
    }
  }

  private String form(Map<String, String> fields) throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return post("/check", "application/x-www-form-urlencoded", body.toString());
  }

  private String post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + response.statusCode());
    }
    return response.body();
  }
}
