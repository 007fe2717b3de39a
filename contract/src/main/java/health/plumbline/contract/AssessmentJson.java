package health.plumbline.contract;

import health.plumbline.care.Category;
import health.plumbline.care.Direction;
import health.plumbline.care.LeftOut;
import health.plumbline.care.Plan;
import health.plumbline.care.PlanLine;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.narrative.Doubt;
import health.plumbline.narrative.Understood;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessment.Weight;
import health.plumbline.reasoning.BackHipLink;
import health.plumbline.reasoning.NextQuestion;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes an assessment in the JSON form of the contract. */
public final class AssessmentJson {

  private static final double DIGITS = 1e6;
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

  // Most of an answer are weights of evidence, some thousand of them.
  private static final SerializableString FINDING = new SerializedString("finding");
  private static final SerializableString VALUE = new SerializedString("value");
  private static final SerializableString WEIGHT = new SerializedString("weight");

  /** Rule of the reason that names an unanswered emergency screen. */
  private static final String UNANSWERED = "emergency-screen:unanswered";

  /** There are fewer findings, but a value may be any number. */
  private static final int MOST_ENCODED = 2000;

  private final Map<String, SerializableString> encoded = new ConcurrentHashMap<>();
  private final JsonFactory factory = JsonFactory.builder().build();
  private final KnowledgeBase knowledge;
  private final boolean pretty;

  /**
   * @param pretty whether to break lines and indent; false puts one case on one line
   */
  public AssessmentJson(KnowledgeBase knowledge, boolean pretty) {
    this.knowledge = knowledge;
    this.pretty = pretty;
  }

  /** One case as a JSON object. */
  public String write(String caseId, Engine.Known known, Assessment assessment, Plan plan) {
    return write(caseId, known, assessment, plan, json -> {});
  }

  /** The same with more properties at its end. */
  public String write(
      String caseId,
      Engine.Known known,
      Assessment assessment,
      Plan plan,
      Consumer<JsonGenerator> more) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeStringProperty("case_id", caseId);
      json.writeStringProperty("knowledge_version", assessment.knowledgeVersion());
      understood(json, known.understood());
      urgency(json, assessment);
      mustNotMiss(json, assessment);
      differential(json, assessment);
      combinations(json, assessment);
      links(json, assessment);
      next(json, known.doubts(), assessment);
      plan(json, plan);
      more.accept(json);
      json.writeEndObject();
    }
    return out.toString();
  }

  /** What stands in the place of a case that has no answer. */
  public String writeError(String caseId, String field, String message) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeStringProperty("case_id", caseId);
      json.writeObjectPropertyStart("error");
      json.writeStringProperty("field", field);
      json.writeStringProperty("message", message);
      json.writeEndObject();
      json.writeEndObject();
    }
    return out.toString();
  }

  private JsonGenerator generator(StringWriter out) {
    ObjectWriteContext context =
        pretty
            ? new ObjectWriteContext.Base() {
              @Override
              public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
              }
            }
            : ObjectWriteContext.empty();
    return factory.createGenerator(context, out);
  }

  private static void understood(JsonGenerator json, List<Understood> understood) {
    json.writeArrayPropertyStart("understood");
    for (Understood item : understood) {
      json.writeStartObject();
      json.writeStringProperty("finding", item.findingId());
      json.writeStringProperty("value", item.value().toString());
      json.writeStringProperty("quote", item.quote());
      json.writeNumberProperty("start", item.start());
      json.writeNumberProperty("end", item.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void urgency(JsonGenerator json, Assessment assessment) {
    json.writeObjectPropertyStart("urgency");
    json.writeStringProperty("level", assessment.urgency().level().id());
    json.writeArrayPropertyStart("reasons");
    if (assessment.urgency().awaitsScreen()) {
      unanswered(json, assessment.urgency());
    }
    for (Assessment.Reason reason : assessment.urgency().reasons()) {
      reason(json, reason.rule(), reason.text(), reason.source());
    }
    if (!assessment.urgency().awaitsScreen() && !assessment.urgency().unanswered().isEmpty()) {
      unanswered(json, assessment.urgency());
    }
    json.writeEndArray();
    if (!assessment.urgency().settleFirst().isEmpty()) {
      json.writeArrayPropertyStart("settle_first");
      assessment.urgency().settleFirst().forEach(json::writeString);
      json.writeEndArray();
      json.writeStringProperty("level_if_all_no", assessment.urgency().otherwise().id());
    }
    json.writeEndObject();
  }

  /**
   * That questions of the emergency screen have no answer is a reason of its own: the first one
   * where the level would tell somebody that there is time. The questions stand under {@code next}.
   */
  private static void unanswered(JsonGenerator json, Assessment.UrgencyVerdict verdict) {
    reason(
        json,
        UNANSWERED,
        Wording.phrase("unanswered-reason", "count", Integer.toString(verdict.unanswered().size())),
        Wording.screenSources());
  }

  private static void reason(JsonGenerator json, String rule, String text, String source) {
    json.writeStartObject();
    json.writeStringProperty("rule", rule);
    json.writeStringProperty("text", text);
    json.writeStringProperty("source", source);
    json.writeEndObject();
  }

  private static void mustNotMiss(JsonGenerator json, Assessment assessment) {
    json.writeArrayPropertyStart("must_not_miss");
    for (Assessment.MustNotMiss item : assessment.mustNotMiss()) {
      json.writeStartObject();
      json.writeStringProperty("condition", item.condition());
      number(json, "probability", item.probability());
      number(json, "threshold", item.threshold());
      strings(json, "settle_by", item.settleBy());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void differential(JsonGenerator json, Assessment assessment) {
    json.writeArrayPropertyStart("differential");
    for (Assessment.Ranked ranked : assessment.differential()) {
      json.writeStartObject();
      json.writeStringProperty("condition", ranked.condition());
      json.writeStringProperty("name", ranked.name());
      number(json, "probability", ranked.probability());
      json.writeArrayPropertyStart("interval");
      json.writeNumber(rounded(ranked.interval().lo()));
      json.writeNumber(rounded(ranked.interval().hi()));
      json.writeEndArray();
      json.writeStringProperty("grade", ranked.grade().name());
      weights(json, "for", ranked.supports());
      weights(json, "against", ranked.opposes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void weights(JsonGenerator json, String name, List<Weight> weights) {
    json.writeArrayPropertyStart(name);
    for (Weight weight : weights) {
      json.writeStartObject();
      json.writeName(FINDING);
      json.writeString(encoded(weight.finding()));
      json.writeName(VALUE);
      json.writeString(encoded(weight.value()));
      json.writeName(WEIGHT);
      json.writeNumber(rounded(weight.bits()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** A short text that stands in every answer, in the form in which it is written. */
  private SerializableString encoded(String text) {
    if (encoded.size() >= MOST_ENCODED) {
      encoded.clear();
    }
    return encoded.computeIfAbsent(text, SerializedString::new);
  }

  private static void combinations(JsonGenerator json, Assessment assessment) {
    json.writeArrayPropertyStart("combinations");
    for (Assessment.Combination combination : assessment.combinations()) {
      json.writeStartObject();
      strings(json, "conditions", combination.conditions());
      number(json, "probability", combination.probability());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void links(JsonGenerator json, Assessment assessment) {
    json.writeArrayPropertyStart("links");
    for (BackHipLink.Link link : assessment.links()) {
      json.writeStartObject();
      json.writeStringProperty("mechanism", link.mechanism());
      json.writeStringProperty("condition", link.conditionId());
      strings(json, "path", link.path());
      json.writeStringProperty("text", link.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * What the text left in doubt is asked first, then what could narrow a rule that fired, then what
   * the emergency screen still asks, then what tells most. Each stands once.
   */
  private void next(JsonGenerator json, List<Doubt> doubts, Assessment assessment) {
    Set<String> written = new HashSet<>();
    json.writeArrayPropertyStart("next");
    for (Doubt doubt : doubts) {
      written.add(doubt.findingId());
      ask(json, doubt.findingId(), doubt.reason());
    }
    for (String id : assessment.urgency().confirmWith()) {
      if (written.add(id)) {
        ask(json, id, Wording.confirms());
      }
    }
    for (String id : assessment.urgency().unanswered()) {
      if (written.add(id)) {
        ask(json, id, Wording.screens());
      }
    }
    for (NextQuestion question : assessment.next()) {
      if (written.add(question.findingId())) {
        ask(json, question.findingId(), question.question(), question.bits(), question.why());
      }
    }
    json.writeEndArray();
  }

  private void ask(JsonGenerator json, String findingId, String why) {
    ask(json, findingId, knowledge.vocabulary().require(findingId).question(), 0, why);
  }

  private static void ask(
      JsonGenerator json, String findingId, String question, double bits, String why) {
    json.writeStartObject();
    json.writeStringProperty("finding", findingId);
    json.writeStringProperty("question", question);
    number(json, "bits", bits);
    json.writeStringProperty("why", why);
    json.writeEndObject();
  }

  private static void plan(JsonGenerator json, Plan plan) {
    json.writeObjectPropertyStart("plan");
    for (Category category : Category.values()) {
      json.writeArrayPropertyStart(category.id());
      for (PlanLine line : plan.lines(category)) {
        json.writeStartObject();
        json.writeStringProperty("id", line.id());
        json.writeStringProperty("text", line.text());
        json.writeStringProperty("direction", line.direction().id());
        json.writeStringProperty("strength", line.strength().id());
        json.writeStringProperty("grade", line.grade().name());
        strings(json, "conditions", line.conditionIds());
        strings(json, "sources", line.sourceIds());
        json.writeEndObject();
      }
      if (category == Category.SAFETY_NET) {
        leftOut(json, plan.leftOut());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** What is not safe for this person is said among the safety net, as advice against it. */
  private static void leftOut(JsonGenerator json, List<LeftOut> leftOut) {
    for (LeftOut item : leftOut) {
      json.writeStartObject();
      json.writeStringProperty("id", "left-out");
      json.writeStringProperty("text", item.what() + ": " + item.why());
      json.writeStringProperty("direction", Direction.AGAINST.id());
      strings(json, "conditions", List.of());
      strings(json, "sources", List.of(item.sourceId()));
      json.writeEndObject();
    }
  }

  private static void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String name, double value) {
    json.writeNumberProperty(name, rounded(value));
  }

  private static double rounded(double value) {
    return Math.abs(value) < 1 / DIGITS && value != 0
        ? new BigDecimal(value).round(FOUR_DIGITS).doubleValue()
        : Math.round(value * DIGITS) / DIGITS;
  }
}
