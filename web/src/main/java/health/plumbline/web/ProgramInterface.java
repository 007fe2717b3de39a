package health.plumbline.web;

import health.plumbline.contract.AssessmentJson;
import health.plumbline.contract.CaseFile;
import health.plumbline.contract.CaseFileReader;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessor;
import health.plumbline.reasoning.Interview;
import health.plumbline.reasoning.Interview.Step;
import health.plumbline.reasoning.Triage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What programs can ask for: an assessment, and the next step of an interview. */
final class ProgramInterface {

  private final Engine engine;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private volatile String description = "";

  ProgramInterface(Engine engine) {
    this.engine = engine;
  }

  /**
   * A whole assessment, in the JSON form of the command.
   *
   * @throws InvalidInputException naming the field that cannot be used
   */
  String assess(String json, Setting setting) {
    CaseFile it = reader().read(json, "");
    Engine.Known known = engine.known(it, Engine.Input.both);
    Assessment assessment = engine.assess(known, setting);
    return new AssessmentJson(engine.knowledge(), false)
        .write(it.id(), known, assessment, engine.plan(assessment));
  }

  /**
   * The next step of an interview: a question, or that it is over.
   *
   * @param json a case that may also hold {@code asked}, the findings asked so far, and {@code
   *     examination}, whether tests of a clinician may be asked for
   * @throws InvalidInputException naming the field that cannot be used
   */
  String interview(String json, Setting setting) {
    CaseFile it = reader().read(json, "");
    JsonNode root = parse(json);
    Set<String> asked = asked(root.get("asked"));
    Set<Finding.Role> roles =
        examination(root.get("examination"))
            ? Assessor.QUESTIONS_AND_EXAMINATION
            : Assessor.QUESTIONS;
    Engine.Known heard =
        it.text().isBlank()
            ? new Engine.Known(it.coded(), List.of(), List.of())
            : engine.known(it, Engine.Input.both);
    Presentation known = heard.presentation();
    // What the words leave in doubt and no answer has settled.
    List<String> doubtful =
        heard.doubtful().stream().filter(id -> known.value(id).isEmpty()).toList();
    Step step =
        new Interview(engine.knowledge(), engine.assessor())
            .next(known, asked, setting, roles, doubtful);
    Triage.Result triage = engine.assessor().triage().assess(known);
    Urgency soFar =
        doubtful.isEmpty()
            ? triage.level()
            : triage
                .level()
                .moreUrgent(
                    engine
                        .assessor()
                        .assessQuickly(known, setting, Set.copyOf(doubtful))
                        .urgency());
    ObjectNode reply = mapper.createObjectNode();
    reply.put("case_id", it.id());
    reply.put("knowledge_version", engine.knowledge().version());
    reply.put("urgency_so_far", soFar.id());
    switch (step) {
      case Step.Ask ask -> {
        Finding finding = ask.finding();
        reply.put("step", "ask");
        reply.put("stage", spelled(ask.stage()));
        reply.put("finding", finding.id());
        reply.put(
            "question", finding.question().isEmpty() ? finding.procedure() : finding.question());
        values(finding, reply.putObject("values"));
        reply.put("why", ask.why());
        reply.put("bits", Math.round(ask.bits() * 1e6) / 1e6);
      }
      case Step.Stop(Step.Reason reason) -> {
        reply.put("step", "stop");
        reply.put("reason", spelled(reason));
      }
    }
    return mapper.writeValueAsString(reply);
  }

  /** The interface itself, as an OpenAPI document made from the knowledge at hand. */
  String description() {
    String made = description;
    if (made.isEmpty()) {
      made = new OpenApiDocument(engine.knowledge()).write();
      description = made;
    }
    return made;
  }

  private CaseFileReader reader() {
    return new CaseFileReader(engine.knowledge().vocabulary());
  }

  private JsonNode parse(String json) {
    try {
      return mapper.readTree(json);
    } catch (JacksonException e) {
      throw InvalidInputException.of("case", "not valid JSON");
    }
  }

  private Set<String> asked(@org.jspecify.annotations.Nullable JsonNode node) {
    Set<String> asked = new LinkedHashSet<>();
    if (node == null || node.isNull()) {
      return asked;
    }
    if (!node.isArray()) {
      throw InvalidInputException.of("asked", "must be an array of finding ids");
    }
    for (JsonNode item : node) {
      if (!item.isString()) {
        throw InvalidInputException.of("asked", "must be an array of finding ids");
      }
      asked.add(engine.knowledge().vocabulary().require(item.asString()).id());
    }
    return asked;
  }

  private static boolean examination(@org.jspecify.annotations.Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return false;
    }
    if (!node.isBoolean()) {
      throw InvalidInputException.of("examination", "must be true or false");
    }
    return node.asBoolean();
  }

  private static void values(Finding finding, ObjectNode values) {
    switch (finding.values()) {
      case Finding.Values.YesNo() -> {
        ArrayNode allowed = values.put("type", "category").putArray("allowed");
        allowed.add("yes").add("no");
      }
      case Finding.Values.Categories(List<String> ids) -> {
        ArrayNode allowed = values.put("type", "category").putArray("allowed");
        ids.forEach(allowed::add);
      }
      case Finding.Values.Numeric(String unit, double least, double most) ->
          values.put("type", "number").put("unit", unit).put("least", least).put("most", most);
    }
  }

  private static String spelled(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
