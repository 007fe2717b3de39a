package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.anatomy.Anatomy;
import health.plumbline.narrative.Doubt;
import health.plumbline.narrative.Reading;
import health.plumbline.narrative.Understood;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts together what a person's answers say.
 *
 * <p>Words come first, then the body chart, then single answers, each going before the one ahead of
 * it: who marks the chart or answers a question has looked at just that. One thing is never undone
 * by "not sure": a yes that stands in the person's own words.
 */
final class Listener {

  private static final Reading NOTHING = new Reading(null, null, List.of(), List.of(), List.of());

  /** Asks about everything told so far, so that something new makes the answer stale. */
  private static final String NEW_OR_WORSE = "new-or-worse-within-4-weeks";

  private final Engine engine;
  private final Anatomy anatomy;
  private final Map<String, List<String>> numbness = new LinkedHashMap<>();

  Listener(Engine engine, Anatomy anatomy) {
    this.engine = engine;
    this.anatomy = anatomy;
    for (DataFile.Row row : DataFile.read("numbness-regions.csv").rows()) {
      numbness
          .computeIfAbsent(row.required("region_id"), key -> new ArrayList<>())
          .add(engine.knowledge().vocabulary().require(row.required("finding_id")).id());
    }
  }

  /**
   * What the answers say.
   *
   * @param presentation all of it together
   * @param understood what was read from the words, without what the person took back
   * @param doubts what the words leave open and no answer has settled
   * @param asked findings asked so far, also those answered "not sure"
   */
  record Heard(
      Presentation presentation,
      List<Understood> understood,
      List<Doubt> doubts,
      Set<String> asked) {

    /** What the words leave open and has not been asked yet. */
    Optional<Doubt> toAsk() {
      return doubts.stream().filter(doubt -> !asked.contains(doubt.findingId())).findFirst();
    }

    /** The same as an assessment takes it. */
    Engine.Known known() {
      return new Engine.Known(presentation, understood, doubts);
    }
  }

  Heard hear(Answers answers) {
    Presentation.Builder builder = Presentation.builder(engine.knowledge().vocabulary());
    // Age and sex that were asked go before those that a text mentions.
    Integer age = answers.age();
    if (age != null) {
      builder.age(age);
    }
    Sex sex = answers.knownSex();
    if (sex != null) {
      builder.sex(sex);
    }
    Presentation basics = builder.build();
    Reading reading = answers.has(Course.WORDS) ? read(answers.text()) : NOTHING;
    List<Understood> understood =
        reading.understood().stream()
            .filter(item -> !answers.removed().contains(item.findingId()))
            .filter(item -> !item.findingId().equals("age") && !item.findingId().equals("sex"))
            .toList();
    understood.forEach(item -> builder.finding(item.findingId(), item.value()));
    reading.painRegions().stream()
        .filter(region -> !answers.removed().contains(region.findingId()))
        .forEach(builder::painRegion);
    if (answers.has(Course.CHART)) {
      addChart(answers, reading, builder);
    }
    Set<String> asked = new LinkedHashSet<>();
    for (String page : answers.trail()) {
      for (String id : Course.findingsOn(page, engine, basics)) {
        asked.add(id);
        String answer = answers.given().get(id);
        if (answer != null) {
          add(builder, id, answer);
          if (answer.equals("yes") && !id.equals(NEW_OR_WORSE)) {
            forgetStale(builder, asked);
          }
        }
      }
    }
    answers.examined().forEach((id, value) -> add(builder, id, value));
    List<Doubt> doubts =
        reading.doubts().stream()
            .filter(doubt -> !answers.removed().contains(doubt.findingId()))
            // "Not sure" settles nothing: it is asked once, and holds the level up until it is
            // known.
            .filter(doubt -> !builder.knows(doubt.findingId()))
            .toList();
    return new Heard(builder.build(), understood, doubts, asked);
  }

  /** A further symptom after "nothing is new or worse": that has to be asked again. */
  private static void forgetStale(Presentation.Builder builder, Set<String> asked) {
    if (asked.contains(NEW_OR_WORSE)
        && builder.build().value(NEW_OR_WORSE).filter(FindingValue.NO::equals).isPresent()) {
      asked.remove(NEW_OR_WORSE);
      builder.withdraw(NEW_OR_WORSE);
    }
  }

  /** Reads the words; a text that cannot be read says nothing, and the questions go on. */
  Reading read(String text) {
    if (text.isBlank()) {
      return NOTHING;
    }
    try {
      return engine.read(text);
    } catch (InvalidInputException e) {
      return NOTHING;
    }
  }

  /** The places that the words name with their side, for the chart to begin with. */
  Set<Mark> marksIn(Answers answers) {
    Set<Mark> marks = new LinkedHashSet<>();
    for (PainRegion region : read(answers.text()).painRegions()) {
      if (answers.removed().contains(region.findingId())) {
        continue;
      }
      for (Side side : sides(region)) {
        marks.add(new Mark(region.regionId(), side, Mark.Kind.PAIN));
      }
    }
    return marks;
  }

  private List<Side> sides(PainRegion region) {
    boolean sided = anatomy.region(region.regionId()).filter(it -> it.hasSide()).isPresent();
    return switch (region.side()) {
      case LEFT, RIGHT -> sided ? List.of(region.side()) : List.of(Side.UNSTATED);
      case BOTH -> sided ? List.of(Side.LEFT, Side.RIGHT) : List.of(Side.UNSTATED);
      case UNSTATED -> sided ? List.of() : List.of(Side.UNSTATED);
    };
  }

  /** The chart: what is marked, without what the words named and the person then unmarked. */
  private void addChart(Answers answers, Reading reading, Presentation.Builder builder) {
    for (PainRegion region : reading.painRegions()) {
      if (!sides(region).isEmpty() && !answers.removed().contains(region.findingId())) {
        // Offered on the chart already; what stands there now is what counts.
        builder.withdraw(region.findingId());
      }
    }
    Map<String, Side> sides = new LinkedHashMap<>();
    for (Mark mark : answers.marks()) {
      if (mark.kind() == Mark.Kind.PAIN) {
        sides.merge(mark.regionId(), mark.side(), Side::and);
      } else {
        numbness.getOrDefault(mark.regionId(), List.of()).forEach(id -> add(builder, id, "yes"));
      }
    }
    sides.forEach((region, side) -> builder.painRegion(new PainRegion(region, side)));
  }

  private void add(Presentation.Builder builder, String id, String answer) {
    Finding finding = engine.knowledge().vocabulary().require(id);
    if (answer.equals(Answers.NOT_SURE)) {
      if (builder.build().value(finding.id()).filter(FindingValue.NO::equals).isPresent()) {
        builder.withdraw(finding.id());
      }
      return;
    }
    builder.finding(finding.id(), Durations.inUnitOf(finding, answer));
  }
}
