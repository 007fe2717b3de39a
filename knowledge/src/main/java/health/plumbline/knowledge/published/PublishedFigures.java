package health.plumbline.knowledge.published;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All published figures, checked as they are read: every id resolves, every proportion lies between
 * 0 and 1 and within its limits, tables of counts agree with the rates printed beside them, and
 * every figure has a source and a grade.
 */
public final class PublishedFigures {

  private final List<PublishedFigure> all;
  private final Map<String, Population> populations;
  private final Map<String, Construct> constructs;
  private final Map<String, List<PublishedFigure>> bySubject = new HashMap<>();
  private final Map<String, List<PublishedFigure>> byFinding = new HashMap<>();

  private PublishedFigures(
      List<PublishedFigure> all,
      Map<String, Population> populations,
      Map<String, Construct> constructs) {
    this.all = List.copyOf(all);
    this.populations = Collections.unmodifiableMap(populations);
    this.constructs = Collections.unmodifiableMap(constructs);
    for (PublishedFigure figure : all) {
      for (String subject : new HashSet<>(figure.subjectIds())) {
        bySubject.computeIfAbsent(subject, id -> new ArrayList<>()).add(figure);
      }
      if (!figure.findingId().isEmpty()) {
        byFinding.computeIfAbsent(figure.findingId(), id -> new ArrayList<>()).add(figure);
      }
    }
  }

  /**
   * Reads the data files. Takes some tens of milliseconds: for showing evidence, not for assessing.
   *
   * @throws IllegalStateException naming file, line and column of the first fault
   */
  public static PublishedFigures load(KnowledgeBase knowledge) {
    Map<String, Population> populations = loadPopulations(knowledge);
    Map<String, Construct> constructs = loadConstructs(knowledge);
    List<PublishedFigure> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Map<String, Function<FigureRow, PublishedFigure>> files = new LinkedHashMap<>();
    files.put("accuracy", PublishedFigures::accuracy);
    files.put("frequency", PublishedFigures::frequency);
    files.put("prevalence", PublishedFigures::prevalence);
    files.put("referral", PublishedFigures::referral);
    files.put("cooccurrence", PublishedFigures::cooccurrence);
    files.forEach(
        (name, reader) -> {
          for (DataFile.Row row : DataFile.read("published/" + name + ".csv").rows()) {
            if (!ids.add(row.required("id"))) {
              throw row.fault("id", row.text("id") + " occurs twice");
            }
            all.add(
                reader.apply(
                    new FigureRow(row, knowledge, populations.keySet(), constructs.keySet())));
          }
        });
    return new PublishedFigures(all, populations, constructs);
  }

  /** All figures: accuracy, frequency, prevalence, referral, co-occurrence, each in file order. */
  public List<PublishedFigure> all() {
    return all;
  }

  /**
   * The figures about a condition or population. For a condition, those measured on a wider
   * population that comprises it follow its own; {@link PublishedFigure#subjectIds()} tells which.
   * Empty for an unknown id.
   */
  List<PublishedFigure> forCondition(String id) {
    List<PublishedFigure> figures = new ArrayList<>(bySubject.getOrDefault(id, List.of()));
    for (Population population : populations.values()) {
      if (population.members().contains(id)) {
        for (PublishedFigure figure : bySubject.getOrDefault(population.id(), List.of())) {
          if (!figures.contains(figure)) {
            figures.add(figure);
          }
        }
      }
    }
    return List.copyOf(figures);
  }

  /** The figures about a finding (canonical id) or construct; empty for an unknown id. */
  List<PublishedFigure> forFinding(String id) {
    return List.copyOf(byFinding.getOrDefault(id, List.of()));
  }

  /** The populations that are not conditions. */
  public Collection<Population> populations() {
    return populations.values();
  }

  /** The population with this id, empty if there is none. */
  public Optional<Population> population(String id) {
    return Optional.ofNullable(populations.get(id));
  }

  /** The construct with this id, empty if there is none. */
  public Optional<Construct> construct(String id) {
    return Optional.ofNullable(constructs.get(id));
  }

  static PublishedFigure accuracy(FigureRow row) {
    AccuracyFigure figure =
        new AccuracyFigure(
            row.id(),
            row.subject("condition_id"),
            row.finding(),
            row.value(),
            row.text("value_detail"),
            row.text("published_as"),
            row.proportion("sens", "sens_lo", "sens_hi"),
            row.proportion("spec", "spec_lo", "spec_hi"),
            row.estimate("lr_pos", "lr_pos_lo", "lr_pos_hi"),
            row.estimate("lr_neg", "lr_neg_lo", "lr_neg_hi"),
            row.counts(),
            row.wholeNumber("n"),
            row.required("setting"),
            row.text("comparator"),
            row.text("reference_standard"),
            row.required("study_type"),
            row.text("quality"),
            row.provenance());
    row.requireFigure(!figure.valueText().isEmpty());
    return figure;
  }

  private static PublishedFigure frequency(FigureRow row) {
    FrequencyFigure figure =
        new FrequencyFigure(
            row.id(),
            row.subject("condition_id"),
            row.finding(),
            row.value(),
            row.text("value_detail"),
            row.text("published_as"),
            row.proportion("proportion", "lo", "hi"),
            row.wholeNumber("n"),
            row.text("population"),
            row.provenance());
    row.requireFigure(figure.proportion() != null);
    return figure;
  }

  private static PublishedFigure prevalence(FigureRow row) {
    PrevalenceFigure figure =
        new PrevalenceFigure(
            row.id(),
            row.subject("condition_id"),
            row.required("setting"),
            row.text("presenting_with"),
            row.required("sex"),
            row.wholeNumber("age_lo"),
            row.wholeNumber("age_hi"),
            row.proportion("proportion", "lo", "hi"),
            row.wholeNumber("n"),
            row.provenance());
    row.requireFigure(figure.proportion() != null);
    return figure;
  }

  private static PublishedFigure referral(FigureRow row) {
    return new ReferralFigure(
        row.id(),
        row.subject("condition_id"),
        row.text("structure"),
        row.region(),
        row.proportion("proportion", "", ""),
        row.wholeNumber("n"),
        row.text("provoked_or_reported"),
        row.provenance());
  }

  private static PublishedFigure cooccurrence(FigureRow row) {
    String measure = row.required("measure");
    CooccurrenceFigure figure =
        new CooccurrenceFigure(
            row.id(),
            row.subject("condition_a"),
            row.subject("condition_b"),
            measure,
            row.estimate("value", "lo", "hi"),
            row.text("population"),
            row.provenance());
    if (figure.isProportion()) {
      row.proportion("value", "lo", "hi");
    }
    row.requireFigure(figure.value() != null);
    return figure;
  }

  private static Map<String, Population> loadPopulations(KnowledgeBase knowledge) {
    Set<String> conditionIds = new HashSet<>();
    for (Condition condition : knowledge.conditions()) {
      conditionIds.add(condition.id());
    }
    Map<String, Population> populations = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("published/populations.csv").rows()) {
      String id = row.required("id");
      List<String> members = row.list("members");
      for (String member : members) {
        if (!conditionIds.contains(member)) {
          throw row.fault("members", member + " is not a condition");
        }
      }
      Population population =
          new Population(id, row.required("name"), row.text("meaning"), members, row.text("note"));
      if (conditionIds.contains(id) || populations.put(id, population) != null) {
        throw row.fault("id", id + " occurs twice or is a condition");
      }
    }
    return populations;
  }

  private static Map<String, Construct> loadConstructs(KnowledgeBase knowledge) {
    Map<String, Construct> constructs = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("published/constructs.csv").rows()) {
      String id = row.required("id");
      Construct construct =
          new Construct(
              id,
              row.required("name"),
              row.required("kind"),
              row.required("values"),
              row.text("meaning"),
              row.text("procedure"),
              row.text("group"));
      if (knowledge.vocabulary().find(id).isPresent() || constructs.put(id, construct) != null) {
        throw row.fault("id", id + " occurs twice or is a finding");
      }
    }
    return constructs;
  }
}
