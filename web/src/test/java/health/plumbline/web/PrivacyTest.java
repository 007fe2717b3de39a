package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing that a person says is written to disk or log. */
final class PrivacyTest {

  /** Words that stand nowhere else. Not written as one, so that this class does not hold it. */
  private static final String MARKER = String.join("", "zaubern", "uss", "kipferl");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(Site.address() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String form(Map<String, String> fields) {
    List<String> parts = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            parts.add(
                URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return String.join("&", parts);
  }

  private static String seal(String page) {
    Matcher seal = Pattern.compile("name=\"seal\" value=\"([^\"]*)\"").matcher(page);
    assertThat(seal.find()).isTrue();
    return seal.group(1);
  }

  @Test
  void nothingSaidIsOnDiskOrInTheLog() throws IOException, InterruptedException {
    Instant begun = Instant.now();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    List<String> pages = new ArrayList<>();
    try (PrintStream all = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      System.setOut(all);
      System.setErr(all);
      String type = "application/x-www-form-urlencoded";
      String page = post("/check", type, "page=start").body();
      for (Map<String, String> fields :
          List.of(
              Map.of("page", "age", "age", "58"),
              Map.of("page", "sex", "sex", "male"),
              Map.of("page", "words", "words", MARKER + " my left hip hurts"),
              Map.of("page", "understood"),
              // What goes wrong must not be told either.
              Map.of("page", MARKER, "action", MARKER),
              Map.of("action", "change:" + MARKER),
              Map.of("action", "remove:" + MARKER),
              Map.of("page", "chart", "pain", MARKER, "worst", MARKER))) {
        Map<String, String> all2 = new java.util.HashMap<>(fields);
        all2.put("seal", seal(page));
        page = post("/check", type, form(all2)).body();
        pages.add(page);
      }
      post("/check", type, "seal=" + MARKER);
      post("/check", type, "%zz=" + MARKER);
      post("/check", "multipart/form-data; boundary=x", "--x\r\n" + MARKER);
      post("/" + MARKER, "text/plain", MARKER);
      for (String path : List.of("/api/assess", "/api/interview")) {
        post(path, "application/json", "{\"text\": \"" + MARKER + " back pain\"}");
        post(path, "application/json", "{\"findings\": {\"" + MARKER + "\": \"yes\"}}");
        post(path, "application/json", MARKER);
        post(path + "?setting=" + MARKER, "application/json", "{}");
        post(path, "application/json", "{\"text\": \"" + MARKER.repeat(20_000) + "\"}");
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(String.join("", pages)).as("it was sent at all").contains(MARKER);
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContainIgnoringCase(MARKER);
    assertThat(filesWith(MARKER, begun)).isEmpty();
  }

  /** The search finds what is there; else an empty list would prove nothing. */
  @Test
  void theSearchFindsWhatIsThere() throws IOException {
    Instant begun = Instant.now();
    Path file = Files.createTempFile("privacy", ".txt");
    try {
      Files.writeString(file, "a little " + MARKER + "x");
      assertThat(filesWith(MARKER + "x", begun)).containsExactly(file.toRealPath());
    } finally {
      Files.delete(file);
    }
  }

  /** Files written since then, below the working folder and where temporary files go. */
  private static List<Path> filesWith(String marker, Instant since) throws IOException {
    byte[] needle = marker.getBytes(StandardCharsets.UTF_8);
    List<Path> found = new ArrayList<>();
    for (String root : List.of(System.getProperty("java.io.tmpdir"), "target")) {
      Files.walkFileTree(
          Path.of(root).toRealPath(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              boolean fresh =
                  attributes.isRegularFile()
                      && attributes.size() < 50_000_000
                      && attributes
                              .lastModifiedTime()
                              .compareTo(FileTime.from(since.minusSeconds(1)))
                          >= 0;
              try {
                if (fresh && contains(Files.readAllBytes(file), needle)) {
                  found.add(file);
                }
              } catch (IOException e) {
                // Gone again, or of somebody else.
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return found;
  }

  private static boolean contains(byte[] text, byte[] needle) {
    outer:
    for (int i = 0; i + needle.length <= text.length; i++) {
      for (int j = 0; j < needle.length; j++) {
        if (text[i + j] != needle[j]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }
}
