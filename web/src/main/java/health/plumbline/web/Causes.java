package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Prior;
import health.plumbline.knowledge.Setting;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessment.Ranked;
import health.plumbline.reasoning.Assessment.Weight;
import health.plumbline.reasoning.WorthShowing;
import health.plumbline.web.view.ResultPage.Cause;
import health.plumbline.web.view.ResultPage.Figure;
import health.plumbline.web.view.ResultPage.SourceLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the pain may come from, as numbers of people, with what speaks for and against it. */
final class Causes {

  private static final int REASONS = 5;
  private static final int HUNDRED = 100;

  private final Engine engine;
  private final Words words;
  private final Plain plain;
  private final CareCards cards;
  private final Map<String, List<Parameter>> parameters = new HashMap<>();

  Causes(Engine engine, Words words, Plain plain, CareCards cards) {
    this.engine = engine;
    this.words = words;
    this.plain = plain;
    this.cards = cards;
    for (Parameter parameter : engine.knowledge().parameters()) {
      parameters
          .computeIfAbsent(
              parameter.conditionId() + " " + parameter.findingId(), key -> new ArrayList<>())
          .add(parameter);
    }
  }

  /** The causes worth showing, most likely first; the first one always. */
  List<Cause> causes(Assessment assessment) {
    return WorthShowing.causes(assessment).stream()
        .map(ranked -> cause(ranked, assessment.setting()))
        .toList();
  }

  /** Causes that may be at work together. */
  List<String> together(Assessment assessment) {
    return WorthShowing.combinations(assessment).stream()
        .map(
            it ->
                words.text(
                    joinsBackAndHip(it.conditions()) ? "together.both" : "together",
                    "names",
                    it.conditions().stream()
                        .map(plain::condition)
                        .collect(Collectors.joining(words.text("and"))),
                    "count",
                    Long.toString(Math.round(HUNDRED * it.probability()))))
        .toList();
  }

  private boolean joinsBackAndHip(List<String> conditionIds) {
    boolean back = false;
    boolean hip = false;
    for (String id : conditionIds) {
      String group = engine.knowledge().condition(id).map(Condition::group).orElse("");
      back |= group.equals("spine") || group.equals("nerve");
      hip |= group.equals("hip");
    }
    return back && hip;
  }

  /** Serious conditions to be checked. */
  List<String> notMissed(Assessment assessment) {
    return assessment.mustNotMiss().stream()
        .map(
            it ->
                words.text(
                    it.probability() >= it.threshold() ? "missed.likely" : "missed.rule",
                    "name",
                    Plain.upperFirst(plain.condition(it.condition())),
                    "count",
                    ofHundred(it.probability())))
        .toList();
  }

  /**
   * How typical each region is of the most likely cause: 3 if at least half of the people with it
   * feel it there, 2 a quarter, 1 a tenth. Steps of a picture, no clinical limits.
   */
  Map<String, Integer> shades(Assessment assessment) {
    Map<String, Integer> shades = new HashMap<>();
    if (assessment.differential().isEmpty()) {
      return shades;
    }
    String condition = assessment.differential().getFirst().condition();
    for (Finding finding : engine.knowledge().vocabulary().findings()) {
      if (finding.role() != Finding.Role.REGION) {
        continue;
      }
      for (Parameter row : parameters.getOrDefault(condition + " " + finding.id(), List.of())) {
        int shade = row.p() >= 0.5 ? 3 : row.p() >= 0.25 ? 2 : row.p() >= 0.1 ? 1 : 0;
        shades.put(finding.id().substring(Plain.REGION_PREFIX.length()), shade);
      }
    }
    return shades;
  }

  private Cause cause(Ranked ranked, Setting setting) {
    Condition condition = engine.knowledge().condition(ranked.condition()).orElseThrow();
    int count = (int) Math.round(HUNDRED * ranked.probability());
    int low = (int) Math.round(HUNDRED * ranked.interval().lo());
    int high = (int) Math.round(HUNDRED * ranked.interval().hi());
    return new Cause(
        condition.id(),
        Plain.upperFirst(condition.layName()),
        condition.name(),
        condition.definition(),
        words.text(
            "cause.chance",
            "count",
            Integer.toString(count),
            "low",
            Integer.toString(low),
            "high",
            Integer.toString(high)),
        count,
        low,
        high,
        reasons(ranked.supports()),
        reasons(ranked.opposes()),
        words.text(
            "cause.grade." + ranked.grade().name(),
            "share",
            Long.toString(Math.round(HUNDRED * ranked.estimateShare()))),
        figures(ranked, setting));
  }

  private List<String> reasons(List<Weight> weights) {
    return WorthShowing.weights(weights, REASONS).stream().map(plain::evidence).toList();
  }

  private List<Figure> figures(Ranked ranked, Setting setting) {
    List<Figure> figures = new ArrayList<>();
    for (Prior prior : engine.knowledge().priors()) {
      if (prior.conditionId().equals(ranked.condition()) && prior.setting() == setting) {
        SourceLine source = sourceOf(prior.sourceId(), prior.basis());
        figures.add(
            new Figure(
                words.text("figure.prior", "setting", setting.displayName()),
                "",
                figure(prior.share(), prior.interval().lo(), prior.interval().hi()),
                prior.grade().name(),
                source.citation(),
                source.link()));
      }
    }
    List<Weight> weights = new ArrayList<>(ranked.supports());
    weights.addAll(ranked.opposes());
    for (Weight weight : weights) {
      List<Parameter> rows =
          parameters.getOrDefault(ranked.condition() + " " + weight.finding(), List.of());
      String what = plain.evidence(weight);
      String bits = String.format(Locale.UK, "%+.1f", weight.bits());
      if (rows.isEmpty()) {
        figures.add(new Figure(what, bits, words.text("figure.baseline"), "C", "", ""));
      }
      for (Parameter row : rows.stream().limit(1).toList()) {
        SourceLine source = sourceOf(row.sourceId(), row.basis());
        figures.add(
            new Figure(
                what,
                bits,
                figure(row.p(), row.interval().lo(), row.interval().hi()),
                row.grade().name(),
                source.citation(),
                source.link()));
      }
    }
    return figures;
  }

  /** An estimate is called one, whatever it started from. */
  private SourceLine sourceOf(String id, String basis) {
    SourceLine source = id.isEmpty() ? new SourceLine("", "", "") : cards.source(id);
    return basis.equals("published")
        ? source
        : new SourceLine(
            id,
            source.citation().isEmpty()
                ? words.text("figure.estimate")
                : words.text("figure.adapted", "source", source.citation()),
            source.link());
  }

  private String figure(double p, double low, double high) {
    return words.text(
        "figure.value", "value", ofHundred(p), "low", ofHundred(low), "high", ofHundred(high));
  }

  private static String ofHundred(double p) {
    double percent = HUNDRED * p;
    return percent < 1
        ? String.format(Locale.UK, "%.1f", percent)
        : Long.toString(Math.round(percent));
  }
}
