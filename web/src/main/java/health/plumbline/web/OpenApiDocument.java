package health.plumbline.web;

import health.plumbline.care.Category;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the interface for programs in OpenAPI 3.1, made from the knowledge at hand: which
 * findings, regions, conditions and levels there are stands in no second place that could differ.
 */
final class OpenApiDocument {

  private final KnowledgeBase knowledge;
  private final JsonMapper mapper = JsonMapper.builder().build();

  OpenApiDocument(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  String write() {
    ObjectNode root = mapper.createObjectNode();
    root.put("openapi", "3.1.0");
    ObjectNode info = root.putObject("info");
    info.put("title", "Plumbline");
    info.put("version", knowledge.version());
    info.put(
        "description",
        "Assesses back pain and hip pain. Stateless: each request carries all that is known. It is"
            + " not a diagnosis and not a medical device. A body may have up to "
            + ProgramController.LARGEST
            + " bytes; too many requests get status 429.");
    ObjectNode paths = root.putObject("paths");
    operation(
        paths.putObject("/api/assess"),
        "assess",
        "Urgency, causes, links, next questions and plan.",
        "Case",
        "Assessment");
    operation(
        paths.putObject("/api/interview"),
        "interview",
        "The next question, or that nothing more need be asked.",
        "InterviewSoFar",
        "Step");
    schemas(root.putObject("components").putObject("schemas"));
    return mapper.writeValueAsString(root);
  }

  private static void operation(
      ObjectNode path, String id, String summary, String request, String answer) {
    ObjectNode post = path.putObject("post");
    post.put("operationId", id);
    post.put("summary", summary);
    ObjectNode setting = post.putArray("parameters").addObject();
    setting.put("name", "setting").put("in", "query").put("required", false);
    setting.put("description", "where the person presents; every probability is conditional on it");
    ObjectNode schema = setting.putObject("schema");
    values(
        schema,
        Arrays.stream(Setting.values()).filter(it -> it != Setting.TEACHING).map(Setting::id));
    schema.put("default", Setting.PRIMARY.id());
    ObjectNode body = post.putObject("requestBody");
    body.put("required", true);
    ref(body.putObject("content").putObject("application/json").putObject("schema"), request);
    ObjectNode responses = post.putObject("responses");
    ObjectNode ok = responses.putObject("200");
    ok.put("description", summary);
    ref(ok.putObject("content").putObject("application/json").putObject("schema"), answer);
    for (String[] problem :
        List.of(
            new String[] {"400", "input that cannot be used; the field is named"},
            new String[] {"413", "the body is too large"},
            new String[] {"429", "too many requests; Retry-After says when to come back"})) {
      ObjectNode response = responses.putObject(problem[0]);
      response.put("description", problem[1]);
      ref(
          response.putObject("content").putObject("application/problem+json").putObject("schema"),
          "Problem");
    }
  }

  private void schemas(ObjectNode schemas) {
    caseProperties(object(schemas, "Case", List.of()));
    ObjectNode interview = object(schemas, "InterviewSoFar", List.of());
    caseProperties(interview);
    ObjectNode asked = interview.putObject("asked");
    asked.put("description", "findings asked so far, also those answered not sure");
    array(asked).put("type", "string");
    interview
        .putObject("examination")
        .put("type", "boolean")
        .put("description", "whether tests of a clinician may be asked for");
    step(
        object(schemas, "Step", List.of("case_id", "knowledge_version", "urgency_so_far", "step")));
    assessment(
        object(
            schemas,
            "Assessment",
            List.of(
                "case_id",
                "knowledge_version",
                "understood",
                "urgency",
                "must_not_miss",
                "differential",
                "combinations",
                "links",
                "next",
                "plan")));
    ObjectNode problem =
        object(schemas, "Problem", List.of("type", "title", "status", "detail", "field"));
    text(problem, "type", "title", "detail", "field");
    problem.putObject("status").put("type", "integer");
  }

  private void caseProperties(ObjectNode properties) {
    text(properties, "id", "text");
    properties
        .putObject("age")
        .put("type", "integer")
        .put("minimum", 0)
        .put("maximum", Presentation.OLDEST);
    values(properties.putObject("sex"), Stream.of("female", "male"));
    ObjectNode findings = properties.putObject("findings");
    findings.put("type", "object");
    ObjectNode each = findings.putObject("properties");
    for (Finding finding : knowledge.vocabulary().findings()) {
      ObjectNode schema = each.putObject(finding.id());
      schema.put("description", finding.name());
      switch (finding.values()) {
        case Finding.Values.YesNo() -> values(schema, Stream.of("yes", "no", "unknown"));
        case Finding.Values.Categories(List<String> ids) ->
            values(schema, Stream.concat(ids.stream(), Stream.of("unknown")));
        case Finding.Values.Numeric(String unit, double least, double most) ->
            schema
                .put("type", "number")
                .put("minimum", least)
                .put("maximum", most)
                .put("x-unit", unit);
      }
    }
    ObjectNode regions = properties.putObject("pain_regions");
    regions.put("description", "a region, alone or with :left, :right or :both");
    array(regions).put("type", "string").put("pattern", regionPattern());
  }

  private String regionPattern() {
    List<String> ids =
        knowledge.vocabulary().findings().stream()
            .filter(finding -> finding.role() == Finding.Role.REGION)
            .map(finding -> finding.id().substring(Plain.REGION_PREFIX.length()))
            .toList();
    return "^(" + String.join("|", ids) + ")(:(left|right|both))?$";
  }

  private void step(ObjectNode properties) {
    text(properties, "case_id", "knowledge_version", "finding", "question", "why");
    values(
        properties.putObject("urgency_so_far"), Arrays.stream(Urgency.values()).map(Urgency::id));
    values(properties.putObject("step"), Stream.of("ask", "stop"));
    values(properties.putObject("stage"), Stream.of("screen", "confirm", "follow-up", "adaptive"));
    values(
        properties.putObject("reason"),
        Stream.of("emergency", "nothing-worth-asking", "long-enough", "out-of-scope"));
    properties.putObject("bits").put("type", "number");
    ObjectNode allowed = properties.putObject("values");
    allowed.put("type", "object").put("description", "what can be answered");
  }

  private void assessment(ObjectNode properties) {
    text(properties, "case_id", "knowledge_version");
    ObjectNode understood = items(properties, "understood");
    text(understood, "finding", "value", "quote");
    understood.putObject("start").put("type", "integer");
    understood.putObject("end").put("type", "integer");
    ObjectNode urgency = properties.putObject("urgency").put("type", "object");
    ObjectNode urgencyProperties = urgency.putObject("properties");
    values(urgencyProperties.putObject("level"), Arrays.stream(Urgency.values()).map(Urgency::id));
    text(items(urgencyProperties, "reasons"), "rule", "text", "source");
    ObjectNode missed = items(properties, "must_not_miss");
    condition(missed, "condition");
    numbers(missed, "probability", "threshold");
    array(missed.putObject("settle_by")).put("type", "string");
    ObjectNode ranked = items(properties, "differential");
    condition(ranked, "condition");
    text(ranked, "name");
    numbers(ranked, "probability");
    ObjectNode interval = ranked.putObject("interval");
    array(interval).put("type", "number");
    interval.put("minItems", 2).put("maxItems", 2);
    values(ranked.putObject("grade"), Arrays.stream(Grade.values()).map(Grade::name));
    for (String direction : List.of("for", "against")) {
      ObjectNode weight = items(ranked, direction);
      text(weight, "finding", "value");
      numbers(weight, "weight");
    }
    ObjectNode combination = items(properties, "combinations");
    array(combination.putObject("conditions")).put("type", "string");
    numbers(combination, "probability");
    ObjectNode link = items(properties, "links");
    text(link, "mechanism", "condition", "text");
    array(link.putObject("path")).put("type", "string");
    ObjectNode next = items(properties, "next");
    text(next, "finding", "question", "why");
    numbers(next, "bits");
    ObjectNode plan = properties.putObject("plan").put("type", "object").putObject("properties");
    for (Category category : Category.values()) {
      ObjectNode line = items(plan, category.id());
      text(line, "id", "text", "direction", "strength", "grade");
      array(line.putObject("conditions")).put("type", "string");
      array(line.putObject("sources")).put("type", "string");
    }
  }

  private void condition(ObjectNode properties, String name) {
    Collection<Condition> conditions = knowledge.conditions();
    values(properties.putObject(name), conditions.stream().map(Condition::id));
  }

  private static ObjectNode object(ObjectNode schemas, String name, List<String> required) {
    ObjectNode schema = schemas.putObject(name);
    schema.put("type", "object");
    if (!required.isEmpty()) {
      ArrayNode names = schema.putArray("required");
      required.forEach(names::add);
    }
    return schema.putObject("properties");
  }

  private static ObjectNode items(ObjectNode properties, String name) {
    return array(properties.putObject(name)).put("type", "object").putObject("properties");
  }

  private static ObjectNode array(ObjectNode schema) {
    return schema.put("type", "array").putObject("items");
  }

  private static void values(ObjectNode schema, Stream<String> allowed) {
    schema.put("type", "string");
    ArrayNode values = schema.putArray("enum");
    allowed.forEach(values::add);
  }

  private static void text(ObjectNode properties, String... names) {
    for (String name : names) {
      properties.putObject(name).put("type", "string");
    }
  }

  private static void numbers(ObjectNode properties, String... names) {
    for (String name : names) {
      properties.putObject(name).put("type", "number");
    }
  }

  private static void ref(ObjectNode schema, String name) {
    schema.put("$ref", "#/components/schemas/" + name);
  }
}
