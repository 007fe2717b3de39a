package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program sends and gets, over HTTP. */
final class ProgramInterfaceTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(Site.address() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void assessesInTheFormOfTheContract() {
    HttpResponse<String> reply =
        post(
            "/api/assess",
            """
            {"id": "x", "age": 62, "sex": "female", "text": "ache in my left groin",
             "findings": {"pain-putting-on-shoes": "yes", "hip-internal-rotation-degrees": 12},
             "pain_regions": ["groin:left", "lumbar-central"]}
            """);
    assertThat(reply.statusCode()).isEqualTo(200);
    JsonNode root = MAPPER.readTree(reply.body());
    assertThat(new ArrayList<>(root.propertyNames()))
        .containsExactly(
            "case_id",
            "knowledge_version",
            "understood",
            "urgency",
            "must_not_miss",
            "differential",
            "combinations",
            "links",
            "next",
            "plan");
    assertThat(root.get("differential").get(0).get("condition").asString())
        .isEqualTo("hip-osteoarthritis");
    assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void interviewsUntilNothingIsLeftToAsk() {
    Set<String> asked = new LinkedHashSet<>();
    List<String> stages = new ArrayList<>();
    String findings = "";
    JsonNode step;
    do {
      step =
          MAPPER.readTree(
              post(
                      "/api/interview",
                      "{\"age\": 62, \"sex\": \"female\", \"pain_regions\": [\"groin:left\"],"
                          + " \"findings\": {"
                          + findings
                          + "}, \"asked\": "
                          + MAPPER.writeValueAsString(asked)
                          + "}")
                  .body());
      if (step.get("step").asString().equals("ask")) {
        String finding = step.get("finding").asString();
        assertThat(asked.add(finding)).as("asked twice: " + finding).isTrue();
        assertThat(step.get("question").asString()).isNotEmpty();
        stages.add(step.get("stage").asString());
        if (step.get("values").get("type").asString().equals("category")) {
          findings += (findings.isEmpty() ? "" : ", ") + "\"" + finding + "\": \"no\"";
        }
      }
    } while (step.get("step").asString().equals("ask") && asked.size() < 60);
    assertThat(step.get("reason").asString()).isIn("nothing-worth-asking", "long-enough");
    assertThat(stages).startsWith("screen").contains("adaptive");
  }

  @Test
  void whatTheWordsLeaveInDoubtIsAskedFirstAndHoldsTheLevelUp() {
    String text = "\"text\": \"my back hurts, maybe numb down below\"";
    JsonNode first = MAPPER.readTree(post("/api/interview", "{" + text + "}").body());
    assertThat(first.get("finding").asString()).isEqualTo("saddle-numbness");
    assertThat(first.get("urgency_so_far").asString()).isEqualTo("emergency-now");
    // "Not sure" settles nothing.
    JsonNode unsure =
        MAPPER.readTree(
            post("/api/interview", "{" + text + ", \"asked\": [\"saddle-numbness\"]}").body());
    assertThat(unsure.get("urgency_so_far").asString()).isEqualTo("emergency-now");
    JsonNode no =
        MAPPER.readTree(
            post(
                    "/api/interview",
                    "{"
                        + text
                        + ", \"findings\": {\"saddle-numbness\": \"no\"},"
                        + " \"asked\": [\"saddle-numbness\"]}")
                .body());
    assertThat(no.get("urgency_so_far").asString()).isEqualTo("routine");
  }

  @Test
  void anEmergencyEndsTheInterview() {
    // What could narrow it is asked first, and the level stands meanwhile.
    Set<String> asked = new LinkedHashSet<>();
    JsonNode step;
    do {
      step =
          MAPPER.readTree(
              post(
                      "/api/interview",
                      "{\"age\": 40, \"findings\": {\"saddle-numbness\": \"yes\"}, \"asked\": "
                          + MAPPER.writeValueAsString(asked)
                          + "}")
                  .body());
      assertThat(step.get("urgency_so_far").asString()).isEqualTo("emergency-now");
      if (step.get("step").asString().equals("ask")) {
        assertThat(step.get("stage").asString()).isIn("confirm", "screen");
        asked.add(step.get("finding").asString());
      }
    } while (step.get("step").asString().equals("ask"));
    assertThat(asked).hasSizeLessThan(8);
    assertThat(step.get("step").asString()).isEqualTo("stop");
    assertThat(step.get("reason").asString()).isEqualTo("emergency");
    assertThat(step.get("urgency_so_far").asString()).isEqualTo("emergency-now");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/assess | {\"age\": -3, \"text\": \"my back\"} | 400 | age",
        "/api/assess | {\"findings\": {\"fever\": \"maybe\"}} | 400 | fever",
        "/api/assess | {\"findings\": {\"no-such\": \"yes\"}} | 400 | findings",
        "/api/assess | {\"pain_regions\": [\"elbow\"]} | 400 | pain_regions",
        "/api/assess | {\"sex\": \"x\", \"text\": \"my back\"} | 400 | sex",
        "/api/assess | not json | 400 | case",
        "/api/assess | [] | 400 | case",
        "/api/assess | {} | 400 | case",
        "/api/assess?setting=moon | {\"text\": \"my back\"} | 400 | setting",
        "/api/assess?setting=teaching | {\"text\": \"my back\"} | 400 | setting",
        "/api/interview | {\"asked\": \"fever\"} | 400 | asked",
        "/api/interview | {\"asked\": [\"no-such\"]} | 400 | findings",
        "/api/interview | {\"examination\": \"yes\"} | 400 | examination",
        "/api/nothing | {} | 404 | request",
      })
  void namesTheFieldThatCannotBeUsed(String path, String body, int status, String field) {
    HttpResponse<String> reply = post(path, body);
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = MAPPER.readTree(reply.body());
    assertThat(problem.get("field").asString()).isEqualTo(field);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("detail").asString()).isNotEmpty().doesNotContain("\n");
  }

  @Test
  void refusesWhatIsTooLargeOrNoText() {
    assertThat(
            post("/api/assess", "{\"text\": \"" + "a".repeat(ProgramController.LARGEST) + "\"}")
                .statusCode())
        .isEqualTo(413);
    HttpResponse<String> reply =
        send(
            HttpRequest.newBuilder(URI.create(Site.address() + "/api/assess"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 1})));
    assertThat(reply.statusCode()).isEqualTo(400);
    isProblem(reply, 400);
    isProblem(send(HttpRequest.newBuilder(URI.create(Site.address() + "/api/assess")).GET()), 405);
    isProblem(
        post("/api/interview", "{\"text\": \"" + "a".repeat(ProgramController.LARGEST) + "\"}"),
        413);
  }

  private static void isProblem(HttpResponse<String> reply, int status) {
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(new ArrayList<>(MAPPER.readTree(reply.body()).propertyNames()))
        .containsExactly("type", "title", "status", "detail", "field");
  }

  @Test
  void describesItself() {
    HttpResponse<String> reply =
        send(HttpRequest.newBuilder(URI.create(Site.address() + "/api/openapi.json")));
    JsonNode root = MAPPER.readTree(reply.body());
    assertThat(root.get("openapi").asString()).startsWith("3.1");
    assertThat(new ArrayList<>(root.get("paths").propertyNames()))
        .containsExactly("/api/assess", "/api/interview");
    JsonNode schemas = root.get("components").get("schemas");
    // Each reference leads somewhere.
    for (String part : reply.body().split("\"\\$ref\":\"#/components/schemas/")) {
      String name = part.substring(0, Math.max(0, part.indexOf('"')));
      if (!part.equals(reply.body().split("\"\\$ref\":\"#/components/schemas/")[0])) {
        assertThat(schemas.has(name)).as(name).isTrue();
      }
    }
    JsonNode caseProperties = schemas.get("Case").get("properties");
    assertThat(caseProperties.get("findings").get("properties").size())
        .isEqualTo(Site.engine().knowledge().vocabulary().findings().size());
    String region = caseProperties.get("pain_regions").get("items").get("pattern").asString();
    assertThat("groin:left").matches(region);
    assertThat("elbow:left").doesNotMatch(region);
    // What is sent back has no field that is not described.
    JsonNode described = schemas.get("Assessment").get("properties");
    JsonNode sent =
        MAPPER.readTree(post("/api/assess", "{\"age\": 60, \"text\": \"my groin hurts\"}").body());
    assertThat(described.propertyNames()).containsAll(sent.propertyNames());
    JsonNode step = MAPPER.readTree(post("/api/interview", "{\"age\": 60}").body());
    assertThat(schemas.toString()).contains("urgency_so_far");
    assertThat(
            schemas
                .valueStream()
                .filter(it -> it.has("properties"))
                .map(it -> it.get("properties").propertyNames())
                .anyMatch(it -> it.containsAll(step.propertyNames())))
        .as("a schema that has all of %s", step.propertyNames())
        .isTrue();
    for (JsonNode path : root.get("paths")) {
      assertThat(path.get("post").get("responses").propertyNames())
          .contains("200", "400", "413", "429");
    }
  }
}
