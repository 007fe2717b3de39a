package health.plumbline.knowledge.published;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which people each published figure is about, and which figures the model cannot speak of. */
public final class StudyPopulations {

  private static final String FILE = "published/study-populations.csv";
  private static final String ANYONE = "*";
  private static final String NOBODY = "nobody";

  private final Map<String, StudyPopulation> byFigure = new LinkedHashMap<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();
  private final Map<String, Composite> composites = new HashMap<>();
  private final Map<String, GroupSizes> groupSizes = new HashMap<>();
  private final Map<String, String> notReproduced = new HashMap<>();

  private StudyPopulations() {}

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column of the first fault
   */
  public static StudyPopulations load(KnowledgeBase knowledge, PublishedFigures figures) {
    StudyPopulations populations = new StudyPopulations();
    populations.loadPopulations(knowledge, figures);
    populations.loadComposites(knowledge, figures);
    populations.loadGroupSizes(knowledge);
    populations.loadNotReproduced(figures);
    return populations;
  }

  /**
   * The fitted selection factors: {@code source condition finding} to the log of the odds ratio by
   * which that study's people were selected for the sign.
   */
  public static Map<String, Double> fittedSelection() {
    Map<String, Double> selection = new HashMap<>();
    for (DataFile.Row row : DataFile.read("fitted/selection.csv").rows()) {
      selection.put(
          row.required("source_id")
              + " "
              + row.required("condition_id")
              + " "
              + row.required("finding_id"),
          row.number("log_odds"));
    }
    return selection;
  }

  /** The people of a figure, empty if the model cannot express them. */
  public Optional<StudyPopulation> of(String figureId) {
    return Optional.ofNullable(byFigure.get(figureId));
  }

  /** Why the model says nothing of a figure, empty if no reason is on record. */
  public Optional<String> leftOut(String figureId) {
    return Optional.ofNullable(leftOut.get(figureId));
  }

  /** The count behind a finding and value of studies, empty if it is none. */
  public Optional<Composite> composite(String findingId, String value) {
    return Optional.ofNullable(composites.get(findingId + " " + value));
  }

  /**
   * How many people with and without the condition a study had, empty if its notes do not tell.
   *
   * @param figure a figure of the study; where it counts other people than the study did, nothing
   *     is known of its groups
   */
  public Optional<GroupSizes> groupSizes(AccuracyFigure figure) {
    return Optional.ofNullable(groupSizes.get(figure.provenance().sourceId()))
        .filter(sizes -> figure.n() != null && figure.n() == sizes.all());
  }

  /** Why the fitted model does not reproduce a figure, empty if no reason is on record. */
  public Optional<String> notReproduced(String figureId) {
    return Optional.ofNullable(notReproduced.get(figureId));
  }

  /** The figures that have such a reason. */
  public Set<String> notReproduced() {
    return Collections.unmodifiableSet(notReproduced.keySet());
  }

  private void loadNotReproduced(PublishedFigures figures) {
    Set<String> figureIds =
        figures.all().stream().map(PublishedFigure::id).collect(Collectors.toSet());
    for (DataFile.Row row : DataFile.read("published/not-reproduced.csv").rows()) {
      String figure = row.required("figure_id");
      if (!figureIds.contains(figure)) {
        throw row.fault("figure_id", figure + " is not a published figure");
      }
      row.putOnce("figure_id", notReproduced, figure, row.required("reason"));
    }
  }

  private void loadGroupSizes(KnowledgeBase knowledge) {
    for (DataFile.Row row : DataFile.read("published/group-sizes.csv").rows()) {
      String source = row.required("source_id");
      if (knowledge.sources().find(source).isEmpty()) {
        throw row.fault("source_id", source + " is not a source");
      }
      try {
        GroupSizes sizes =
            new GroupSizes(
                (int) row.number("n"), (int) row.number("with"), (int) row.number("without"));
        row.putOnce("source_id", groupSizes, source, sizes);
      } catch (IllegalArgumentException fault) {
        throw row.fault("n", String.valueOf(fault.getMessage()));
      }
    }
  }

  private void loadPopulations(KnowledgeBase knowledge, PublishedFigures figures) {
    Set<String> ids = new HashSet<>();
    Set<String> figureIds = new HashSet<>();
    figures.all().forEach(figure -> figureIds.add(figure.id()));
    Map<String, List<String>> classes = classes(knowledge);
    for (DataFile.Row row : DataFile.read(FILE).rows()) {
      String id = row.required("id");
      if (!ids.add(id)) {
        throw row.fault("id", id + " occurs twice");
      }
      List<String> of = row.list("figure_ids");
      for (String figure : of) {
        if (!figureIds.contains(figure)) {
          throw row.fault("figure_ids", figure + " is not a published figure");
        }
        if (byFigure.containsKey(figure) || leftOut.containsKey(figure)) {
          throw row.fault("figure_ids", figure + " has two populations");
        }
      }
      if (row.has("leave_out")) {
        of.forEach(figure -> leftOut.put(figure, row.required("leave_out")));
        continue;
      }
      StudyPopulation population =
          new StudyPopulation(
              id,
              of,
              row.oneOf("setting", Setting.values(), Setting::id),
              row.has("age") ? (int) row.number("age") : null,
              row.has("sex") ? row.oneOf("sex", Sex.values(), Sex::id) : null,
              among(row, classes, knowledge),
              given(row, knowledge),
              row.has("composition") ? composition(row, knowledge, figures) : null,
              row.flag("selected"),
              row.text("note"));
      of.forEach(figure -> byFigure.put(figure, population));
    }
  }

  private static @Nullable List<String> among(
      DataFile.Row row, Map<String, List<String>> classes, KnowledgeBase knowledge) {
    List<String> parts = row.list("among");
    if (parts.equals(List.of(ANYONE))) {
      return null;
    }
    if (parts.equals(List.of(NOBODY))) {
      return List.of();
    }
    Set<String> members = new LinkedHashSet<>();
    for (String part : parts) {
      if (classes.containsKey(part)) {
        members.addAll(classes.get(part));
      } else if (knowledge.condition(part).isPresent()) {
        members.add(part);
      } else {
        throw row.fault("among", part + " is neither a condition nor a population class");
      }
    }
    if (members.isEmpty()) {
      throw row.fault("among", "is empty: name conditions, " + ANYONE + " or " + NOBODY);
    }
    return List.copyOf(members);
  }

  private static List<List<String>> given(DataFile.Row row, KnowledgeBase knowledge) {
    List<List<String>> given = new ArrayList<>();
    for (String clause : row.list("given")) {
      List<String> alternatives = Arrays.asList(clause.split("\\|"));
      for (String finding : alternatives) {
        if (knowledge.vocabulary().find(finding.split("<|>=", 2)[0]).isEmpty()) {
          throw row.fault("given", finding + " is not a finding");
        }
      }
      given.add(List.copyOf(alternatives));
    }
    return List.copyOf(given);
  }

  private static Composition composition(
      DataFile.Row row, KnowledgeBase knowledge, PublishedFigures figures) {
    String id = row.required("composition");
    for (PublishedFigure figure : figures.all()) {
      if (figure.id().equals(id) && figure instanceof PrevalenceFigure prevalence) {
        Estimate proportion = prevalence.proportion();
        Double share = proportion == null ? null : proportion.point();
        List<String> members =
            knowledge.condition(prevalence.conditionId()).isPresent()
                ? List.of(prevalence.conditionId())
                : figures
                    .population(prevalence.conditionId())
                    .map(Population::members)
                    .orElse(List.of());
        if (share == null || share <= 0 || share >= 1 || members.isEmpty()) {
          throw row.fault(
              "composition", id + " must be a share between 0 and 1 of a condition of the model");
        }
        return new Composition(id, List.copyOf(members), share);
      }
    }
    throw row.fault("composition", id + " must be the id of a published prevalence");
  }

  private static Map<String, List<String>> classes(KnowledgeBase knowledge) {
    Set<String> conditions = new HashSet<>();
    for (Condition condition : knowledge.conditions()) {
      conditions.add(condition.id());
    }
    Map<String, List<String>> classes = new HashMap<>();
    for (DataFile.Row row : DataFile.read("published/population-classes.csv").rows()) {
      List<String> members = row.list("members");
      for (String member : members) {
        if (!conditions.contains(member)) {
          throw row.fault("members", member + " is not a condition");
        }
      }
      row.putOnce("id", classes, row.required("id"), members);
    }
    return classes;
  }

  private void loadComposites(KnowledgeBase knowledge, PublishedFigures figures) {
    for (DataFile.Row row : DataFile.read("published/composites.csv").rows()) {
      String findingId = row.required("finding_id");
      if (knowledge.vocabulary().find(findingId).isEmpty()
          && figures.construct(findingId).isEmpty()) {
        throw row.fault("finding_id", findingId + " is neither a finding nor a construct");
      }
      List<String> members = row.list("members");
      for (String member : members) {
        String id = member.split("<|>=", 2)[0];
        if (knowledge.vocabulary().find(id).isEmpty()) {
          throw row.fault("members", id + " is not a finding");
        }
      }
      int atLeast = (int) row.number("at_least");
      if (atLeast < 1 || atLeast > members.size()) {
        throw row.fault("at_least", atLeast + " must be 1 to " + members.size());
      }
      Composite composite = new Composite(findingId, row.required("value"), members, atLeast);
      row.putOnce("finding_id", composites, findingId + " " + composite.value(), composite);
    }
  }
}
