package health.plumbline.care.outcome;

import health.plumbline.care.outcome.Change.Light;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores the instruments and judges change against the smallest change that matters.
 *
 * <p>Where points and a share of the first score are both published (Ostelo 2008: 30% of baseline),
 * a change must reach the smaller of the two to be green, but never less than one step of the
 * scale: from a low first score the points cannot be reached.
 */
public final class Outcomes {

  private final Map<String, Instrument> instruments = new LinkedHashMap<>();
  private final Map<String, Double> steps = new HashMap<>();
  private final Map<String, String> phrases = new HashMap<>();

  private Outcomes() {}

  /**
   * Reads the instruments.
   *
   * @throws IllegalStateException naming file, line and column if a data file is malformed
   */
  public static Outcomes load() {
    Outcomes outcomes = new Outcomes();
    Map<String, DataFile.Row> described = new HashMap<>();
    for (DataFile.Row row : DataFile.read("care/outcomes.csv").rows()) {
      described.put(row.required("id"), row);
    }
    Map<String, List<Instrument.Item>> items = new HashMap<>();
    for (DataFile.Row row : DataFile.read("care/outcome-items.csv").rows()) {
      items
          .computeIfAbsent(row.required("instrument"), id -> new ArrayList<>())
          .add(
              new Instrument.Item(
                  row.required("text"),
                  (int) row.number("least"),
                  (int) row.number("most"),
                  row.required("least_label"),
                  row.required("most_label")));
    }
    for (DataFile.Row row : DataFile.read("care/outcome-scoring.csv").rows()) {
      String id = row.required("id");
      DataFile.Row about = described.get(id);
      if (about == null) {
        throw row.fault("id", id + " is not in outcomes.csv");
      }
      boolean carries = row.flag("carries_items");
      if (carries != items.containsKey(id)) {
        throw row.fault("carries_items", "does not agree with outcome-items.csv");
      }
      if (carries && !about.text("licence").startsWith("free")) {
        throw row.fault("carries_items", "the licence of " + id + " does not allow its items");
      }
      outcomes.steps.put(id, row.number("step"));
      outcomes.instruments.put(
          id,
          new Instrument(
              id,
              about.required("name"),
              about.required("measures"),
              row.number("least"),
              row.number("most"),
              row.flag("higher_is_worse"),
              row.has("important_change") ? Double.valueOf(row.number("important_change")) : null,
              row.has("important_share") ? Double.valueOf(row.number("important_share")) : null,
              row.has("worst_recovered") ? Double.valueOf(row.number("worst_recovered")) : null,
              Set.copyOf(row.list("condition_ids")),
              Set.copyOf(row.list("groups")),
              items.getOrDefault(id, List.of()),
              row.either("asked", "review", "start"),
              row.has("flag_from") ? Double.valueOf(row.number("flag_from")) : null,
              row.text("flag_text"),
              about.required("licence"),
              about.required("source_id")));
    }
    for (DataFile.Row row : DataFile.read("care/phrases.csv").rows()) {
      outcomes.phrases.put(row.required("id"), row.required("text"));
    }
    return outcomes;
  }

  /** All instruments. */
  public Collection<Instrument> all() {
    return instruments.values();
  }

  /**
   * The instruments that fit the leading conditions, those for everyone included.
   *
   * @param conditions leading conditions
   */
  public List<Instrument> suggested(Collection<Condition> conditions) {
    return instruments.values().stream()
        .filter(
            one ->
                one.groups().contains("any")
                    || conditions.stream()
                        .anyMatch(
                            c ->
                                one.conditionIds().contains(c.id())
                                    || one.groups().contains(c.group())))
        .toList();
  }

  /**
   * The score from the answers to the items: their sum, or for the Patient-Specific Functional
   * Scale their mean.
   *
   * @param answers one answer an item; for the Patient-Specific Functional Scale one to three
   * @throws InvalidInputException if the instrument carries no items or an answer is not allowed
   */
  public double score(String instrumentId, List<Integer> answers) {
    Instrument instrument = require(instrumentId);
    List<Instrument.Item> items = instrument.items();
    boolean mean = instrumentId.equals("psfs");
    if (items.isEmpty()) {
      throw new InvalidInputException(
          "scores." + instrumentId, answers.toString(), "a score; its items are not stored here");
    }
    boolean count =
        mean
            ? !answers.isEmpty() && answers.size() <= items.size()
            : answers.size() == items.size();
    if (!count) {
      throw new InvalidInputException(
          "scores." + instrumentId,
          answers.toString(),
          (mean ? "1 to " : "") + items.size() + " answers");
    }
    double sum = 0;
    for (int i = 0; i < answers.size(); i++) {
      Instrument.Item item = items.get(i);
      if (answers.get(i) < item.least() || answers.get(i) > item.most()) {
        throw new InvalidInputException(
            "scores." + instrumentId,
            answers.get(i).toString(),
            "a whole number from " + item.least() + " to " + item.most());
      }
      sum += answers.get(i);
    }
    return mean ? sum / answers.size() : sum;
  }

  /**
   * Judges the scores of one instrument.
   *
   * @throws InvalidInputException if the instrument is unknown or a score lies outside its range
   */
  public Change judge(Score score) {
    Instrument instrument = require(score.instrumentId());
    checkRange(instrument, score.now());
    Double before = score.before();
    if (before != null) {
      checkRange(instrument, before);
    }
    Double important = important(instrument, before);
    Light light = light(instrument, before, score.now(), important);
    return new Change(
        instrument.id(),
        instrument.name(),
        light,
        before,
        score.now(),
        important,
        text(instrument, light, before, score.now(), important),
        instrument.sourceId());
  }

  private @Nullable Double important(Instrument instrument, @Nullable Double before) {
    Double points = instrument.importantChange();
    Double share = instrument.importantShare();
    if (points == null || share == null || before == null) {
      return points;
    }
    double step = steps.getOrDefault(instrument.id(), 1.0);
    return Math.max(step, Math.min(points, share * before));
  }

  private static Light light(
      Instrument instrument, @Nullable Double before, double now, @Nullable Double important) {
    if (before == null) {
      return Light.FIRST;
    }
    if (important == null) {
      return Light.UNKNOWN;
    }
    double better = instrument.higherIsWorse() ? before - now : now - before;
    return better >= important - 1e-9
        ? Light.GREEN
        : better <= -important + 1e-9 ? Light.RED : Light.AMBER;
  }

  private String text(
      Instrument instrument,
      Light light,
      @Nullable Double before,
      double now,
      @Nullable Double important) {
    String id =
        switch (light) {
          case GREEN -> "outcome-green";
          case AMBER -> "outcome-amber";
          case RED -> "outcome-red";
          case UNKNOWN -> "outcome-no-threshold";
          case FIRST -> important == null ? "outcome-first-unknown" : "outcome-first";
        };
    String text =
        phrase(id)
            .replace("{name}", instrument.name())
            .replace("{before}", before == null ? "" : plain(before))
            .replace("{after}", plain(now))
            .replace("{change}", before == null ? "" : plain(Math.abs(now - before)))
            .replace("{important}", important == null ? "" : plain(important));
    Double recovered = instrument.recovered();
    Double flag = instrument.flagFrom();
    if (flag != null && now >= flag) {
      text += " " + instrument.flagText();
    }
    if (recovered != null && (instrument.higherIsWorse() ? now <= recovered : now >= recovered)) {
      return text + " " + phrase("outcome-recovered").replace("{after}", plain(recovered));
    }
    return text;
  }

  private String phrase(String id) {
    String text = phrases.get(id);
    if (text == null) {
      throw new IllegalStateException("care/phrases.csv: " + id + " is missing");
    }
    return text;
  }

  private Instrument require(String id) {
    Instrument instrument = instruments.get(id);
    if (instrument == null) {
      throw new InvalidInputException("scores", id, String.join(", ", instruments.keySet()));
    }
    return instrument;
  }

  private static void checkRange(Instrument instrument, double score) {
    if (!(score >= instrument.least() && score <= instrument.most())) {
      throw new InvalidInputException(
          "scores." + instrument.id(),
          plain(score),
          "a number from " + plain(instrument.least()) + " to " + plain(instrument.most()));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
  }
}
