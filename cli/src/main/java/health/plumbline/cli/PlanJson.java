package health.plumbline.cli;

import health.plumbline.care.CarePlan;
import health.plumbline.care.Check;
import health.plumbline.care.Consultation;
import health.plumbline.care.Course;
import health.plumbline.care.MedicineLine;
import health.plumbline.care.MedicineQuestion;
import health.plumbline.care.PainLight;
import health.plumbline.care.Programme;
import health.plumbline.care.Review;
import health.plumbline.care.TraceEntry;
import health.plumbline.care.ergonomics.LiftResult;
import health.plumbline.care.ergonomics.WorkplaceLine;
import health.plumbline.care.outcome.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Adds to the JSON of an assessment what a whole plan holds beyond its lines. */
final class PlanJson implements Consumer<JsonGenerator> {

  private final CarePlan plan;
  private final LocalDate start;

  PlanJson(CarePlan plan, LocalDate start) {
    this.plan = plan;
    this.start = start;
  }

  @Override
  public void accept(JsonGenerator json) {
    medicines(json);
    programme(json);
    json.writeObjectPropertyStart("consultation");
    lines(json, "bring", plan.consultation().bring());
    lines(json, "say", plan.consultation().say());
    lines(json, "expect", plan.consultation().expect());
    lines(json, "imaging", plan.consultation().imaging());
    json.writeEndObject();
    courses(json);
    reviews(json);
    workplace(json);
    lift(json, plan.lift());
    outcomes(json);
    if (!plan.trace().isEmpty()) {
      trace(json);
    }
  }

  private void medicines(JsonGenerator json) {
    json.writeArrayPropertyStart("medicines");
    for (MedicineLine line : plan.medicines()) {
      json.writeStartObject();
      json.writeStringProperty("id", line.medicineId());
      json.writeStringProperty("name", line.name());
      json.writeStringProperty("status", line.status().id());
      json.writeStringProperty("text", line.text());
      dose(json, line.dose());
      strings(json, "reasons", line.reasons());
      json.writeArrayPropertyStart("questions");
      for (MedicineQuestion question : line.questions()) {
        json.writeStartObject();
        json.writeStringProperty("id", question.id());
        json.writeStringProperty("question", question.question());
        json.writeStringProperty("why", question.why());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringProperty("grade", line.grade().name());
      strings(json, "sources", line.sourceIds());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void dose(JsonGenerator json, MedicineLine.@Nullable Dose dose) {
    if (dose == null) {
      return;
    }
    json.writeObjectPropertyStart("dose");
    number(json, "single_most", dose.singleMost());
    json.writeStringProperty("unit", dose.unit());
    number(json, "times_most", dose.timesMost());
    number(json, "hours_apart_least", dose.hoursApartLeast());
    number(json, "daily_most", dose.dailyMost());
    number(json, "days_most", dose.daysMost());
    json.writeEndObject();
  }

  private void programme(JsonGenerator json) {
    if (plan.programme().isEmpty()) {
      return;
    }
    Programme programme = plan.programme().get();
    json.writeObjectPropertyStart("programme");
    json.writeStringProperty("start", start.toString());
    json.writeNumberProperty("weeks", programme.weeks());
    json.writeNumberProperty("minutes", programme.minutes());
    strings(json, "reasons", programme.reasons());
    json.writeStringProperty("needs", programme.needs());
    json.writeStringProperty("time_note", programme.timeNote());
    json.writeArrayPropertyStart("phases");
    for (Programme.Phase phase : programme.phases()) {
      json.writeStartObject();
      json.writeStringProperty("id", phase.id());
      json.writeNumberProperty("week_from", phase.weekFrom());
      json.writeNumberProperty("week_to", phase.weekTo());
      json.writeStringProperty("text", phase.text());
      json.writeArrayPropertyStart("exercises");
      for (Programme.Item item : phase.items()) {
        json.writeStartObject();
        json.writeStringProperty("id", item.exercise().exerciseId());
        json.writeStringProperty("name", item.exercise().name());
        json.writeStringProperty("steps", item.exercise().steps());
        json.writeStringProperty("purpose", item.purpose());
        json.writeStringProperty("dose", item.dose());
        json.writeStringProperty("change", item.change());
        json.writeNumberProperty("days_a_week", item.daysAWeek());
        json.writeNumberProperty("sessions_a_day", item.sessionsADay());
        json.writeNumberProperty("minutes", Math.round(10 * item.minutes()) / 10.0);
        json.writeStringProperty("easier", item.exercise().easier());
        json.writeStringProperty("harder", item.exercise().harder());
        json.writeStringProperty("stop", item.exercise().stop());
        strings(json, "cautions", item.cautions());
        strings(json, "conditions", item.conditionIds());
        json.writeStringProperty("grade", item.grade().name());
        json.writeStringProperty("source", item.sourceId());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringProperty("grade", phase.grade().name());
      json.writeStringProperty("source", phase.sourceId());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("traffic_light");
    for (PainLight light : programme.lights()) {
      json.writeStartObject();
      json.writeStringProperty("id", light.id());
      json.writeNumberProperty("pain_least", light.painLeast());
      json.writeNumberProperty("pain_most", light.painMost());
      json.writeStringProperty("when", light.when());
      json.writeStringProperty("then", light.then());
      json.writeStringProperty("grade", light.grade().name());
      json.writeStringProperty("source", light.sourceId());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void lines(JsonGenerator json, String name, List<Consultation.Line> lines) {
    json.writeArrayPropertyStart(name);
    for (Consultation.Line line : lines) {
      json.writeStartObject();
      json.writeStringProperty("id", line.id());
      json.writeStringProperty("text", line.text());
      json.writeStringProperty("direction", line.direction().id());
      json.writeStringProperty("grade", line.grade().name());
      json.writeStringProperty("source", line.sourceId());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void courses(JsonGenerator json) {
    json.writeArrayPropertyStart("course");
    for (Course course : plan.courses()) {
      json.writeStartObject();
      json.writeStringProperty("id", course.id());
      strings(json, "conditions", course.conditionIds());
      json.writeStringProperty("text", course.text());
      json.writeStringProperty("slower", course.slower());
      Course.Curve curve = course.curve();
      if (curve != null) {
        json.writeObjectPropertyStart("curve");
        json.writeStringProperty("outcome", curve.outcome());
        json.writeArrayPropertyStart("points");
        for (Course.Point point : curve.points()) {
          json.writeStartObject();
          json.writeNumberProperty("weeks", point.weeks());
          json.writeNumberProperty("value", point.value());
          number(json, "lo", point.lo());
          number(json, "hi", point.hi());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeStringProperty("grade", course.grade().name());
      json.writeStringProperty("source", course.sourceId());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void reviews(JsonGenerator json) {
    json.writeArrayPropertyStart("reviews");
    for (Review review : plan.reviews()) {
      json.writeStartObject();
      json.writeStringProperty("id", review.id());
      json.writeStringProperty("date", start.plusWeeks(review.weeks()).toString());
      json.writeStringProperty("text", review.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void workplace(JsonGenerator json) {
    json.writeArrayPropertyStart("workplace");
    for (WorkplaceLine line : plan.workplace()) {
      json.writeStartObject();
      json.writeStringProperty("id", line.id());
      json.writeStringProperty("verdict", line.verdict());
      number(json, "target", line.target());
      number(json, "given", line.given());
      json.writeStringProperty("text", line.text());
      json.writeStringProperty("grade", line.grade().name());
      json.writeStringProperty("source", line.sourceId());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void lift(JsonGenerator json, @Nullable LiftResult lift) {
    if (lift == null) {
      return;
    }
    json.writeObjectPropertyStart("lift");
    json.writeObjectPropertyStart("multipliers");
    for (Map.Entry<String, Double> one : lift.multipliers().entrySet()) {
      json.writeNumberProperty(one.getKey(), rounded(one.getValue()));
    }
    json.writeEndObject();
    json.writeNumberProperty("recommended_weight_limit_kg", rounded(lift.weightLimitKg()));
    Double index = lift.liftingIndex();
    number(json, "lifting_index", index == null ? null : Double.valueOf(rounded(index)));
    json.writeStringProperty("level", lift.level());
    strings(json, "change_first", lift.changeFirst());
    strings(json, "text", lift.sentences());
    strings(json, "sources", lift.sourceIds());
    json.writeEndObject();
  }

  private void outcomes(JsonGenerator json) {
    json.writeArrayPropertyStart("outcomes");
    for (Change change : plan.changes()) {
      json.writeStartObject();
      json.writeStringProperty("instrument", change.instrumentId());
      json.writeStringProperty("light", change.light().name().toLowerCase(Locale.ROOT));
      number(json, "before", change.before());
      json.writeNumberProperty("now", change.now());
      number(json, "important_change", change.important());
      json.writeStringProperty("text", change.text());
      json.writeStringProperty("source", change.sourceId());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings(
        json,
        "instruments",
        plan.instruments().stream().map(instrument -> instrument.id()).toList());
  }

  private void trace(JsonGenerator json) {
    json.writeArrayPropertyStart("trace");
    for (TraceEntry entry : plan.trace()) {
      json.writeStartObject();
      json.writeStringProperty("kind", entry.kind());
      json.writeStringProperty("row", entry.rowId());
      json.writeStringProperty("condition", entry.conditionId());
      json.writeStringProperty("category", entry.category().id());
      json.writeStringProperty("outcome", entry.outcome().id());
      json.writeStringProperty("why", entry.why());
      json.writeStringProperty("grade", entry.grade().name());
      json.writeStringProperty("source", entry.sourceId());
      json.writeArrayPropertyStart("checks");
      for (Check check : entry.checks()) {
        json.writeStartObject();
        json.writeStringProperty("row", check.rowId());
        json.writeStringProperty("when", check.when());
        json.writeBooleanProperty("never", check.never());
        json.writeStringProperty("applies", check.truth().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("known", check.known());
        json.writeStringProperty("source", check.sourceId());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String name, @Nullable Double value) {
    if (value != null) {
      json.writeNumberProperty(name, value);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
