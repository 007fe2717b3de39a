package health.plumbline.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that Plumbline knows, immutable once loaded. Every clinical number and sentence of advice is
 * a row of a data file beside this class.
 */
public final class KnowledgeBase {

  private final Map<String, Condition> conditions;
  private final Vocabulary vocabulary;
  private final List<Baseline> baselines;
  private final List<Parameter> parameters;
  private final Map<String, Bins> bins;
  private final List<Prior> priors;
  private final List<Pair> pairs;
  private final List<LatentGroup> latentGroups;
  private final List<NestedFinding> nestedFindings;
  private final List<ActionThreshold> actionThresholds;
  private final ModelSettings settings;
  private final String version;

  private KnowledgeBase() {
    conditions = Collections.unmodifiableMap(loadConditions());
    vocabulary = VocabularyLoader.load();
    baselines = loadBaselines();
    bins = Collections.unmodifiableMap(Bins.load(vocabulary));
    parameters = loadParameters();
    priors = loadPriors();
    pairs = loadPairs();
    latentGroups = loadLatentGroups();
    nestedFindings = loadNestedFindings();
    actionThresholds = loadActionThresholds();
    settings = ModelSettings.load();
    version = DataFile.read("version.csv").rows().getFirst().required("version");
  }

  private KnowledgeBase(KnowledgeBase estimates, FittedValues fitted) {
    conditions = estimates.conditions;
    vocabulary = estimates.vocabulary;
    bins = estimates.bins;
    nestedFindings = estimates.nestedFindings;
    actionThresholds = estimates.actionThresholds;
    settings = estimates.settings;
    version = estimates.version;
    baselines =
        replaced(estimates.baselines, fitted.baselines(), b -> b.findingId() + " " + b.value());
    parameters =
        replaced(
            estimates.parameters,
            fitted.parameters(),
            p -> p.conditionId() + " " + p.findingId() + " " + p.value());
    priors =
        replaced(estimates.priors, fitted.priors(), p -> p.conditionId() + " " + p.setting().id());
    pairs = replaced(estimates.pairs, fitted.pairs(), KnowledgeBase::unordered);
    latentGroups =
        estimates.latentGroups.stream()
            .map(group -> fittedGroup(group, fitted.loadings().get(group.id())))
            .toList();
  }

  private static LatentGroup fittedGroup(
      LatentGroup group, FittedValues.@Nullable Loading loading) {
    return loading == null
        ? group
        : new LatentGroup(
            group.id(),
            group.name(),
            loading.value(),
            group.members(),
            loading.grade(),
            group.reason());
  }

  private static String unordered(Pair pair) {
    return pair.conditionA().compareTo(pair.conditionB()) < 0
        ? pair.conditionA() + " " + pair.conditionB()
        : pair.conditionB() + " " + pair.conditionA();
  }

  /** The estimates, each that was fitted replaced, those that only the fit has at the end. */
  private static <T> List<T> replaced(List<T> estimates, List<T> fitted, Function<T, String> key) {
    if (fitted.isEmpty()) {
      return estimates;
    }
    Map<String, T> byKey = new LinkedHashMap<>();
    estimates.forEach(each -> byKey.put(key.apply(each), each));
    fitted.forEach(each -> byKey.put(key.apply(each), each));
    return List.copyOf(byKey.values());
  }

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  public static KnowledgeBase load() {
    KnowledgeBase estimates = loadEstimates();
    return estimates.with(FittedValues.load(estimates));
  }

  /**
   * Reads the data files without what was fitted to the published figures: the estimates from which
   * the fit begins.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  public static KnowledgeBase loadEstimates() {
    return new KnowledgeBase();
  }

  /** This knowledge with fitted numbers in the place of its own. */
  public KnowledgeBase with(FittedValues fitted) {
    return new KnowledgeBase(this, fitted);
  }

  /**
   * The version of the knowledge: the same data files always have the same version, so that an
   * assessment can be replayed.
   */
  public String version() {
    return version;
  }

  /** The conditions in the order of the data file. */
  public Collection<Condition> conditions() {
    return conditions.values();
  }

  /** The condition with this id, empty if there is none. */
  public Optional<Condition> condition(String id) {
    return Optional.ofNullable(conditions.get(id));
  }

  /** The findings. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The sources, read at the first call: most runs cite few of them and need none to reckon. */
  public Sources sources() {
    return LazySources.INSTANCE;
  }

  private static final class LazySources {
    static final Sources INSTANCE = Sources.load();
  }

  /** The leak of every finding that bears on probability; bins of one finding stand together. */
  public List<Baseline> baselines() {
    return baselines;
  }

  /** Every parameter that differs from the baseline of its finding. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Finding id to its bins, for the findings with more than two values. */
  public Map<String, Bins> bins() {
    return bins;
  }

  /** Shares of presenters by condition and setting. */
  public List<Prior> priors() {
    return priors;
  }

  /** Co-occurrence of conditions; a pair that is not listed has ratio 1. */
  public List<Pair> pairs() {
    return pairs;
  }

  /** Groups of correlated findings. */
  public List<LatentGroup> latentGroups() {
    return latentGroups;
  }

  /** Findings that contain each other. */
  public List<NestedFinding> nestedFindings() {
    return nestedFindings;
  }

  /** Serious conditions with their action thresholds. */
  public List<ActionThreshold> actionThresholds() {
    return actionThresholds;
  }

  /** Single numbers of the model. */
  public ModelSettings settings() {
    return settings;
  }

  static List<Baseline> loadBaselines() {
    List<Baseline> baselines = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("baseline.csv").rows()) {
      baselines.add(
          new Baseline(
              row.required("finding_id"),
              row.required("value"),
              openProportion(row, "p"),
              interval(row),
              row.number("female_factor"),
              row.number("age_under_45_factor"),
              row.number("age_45_64_factor"),
              row.number("age_65_plus_factor"),
              grade(row.required("basis")),
              row.required("basis"),
              row.text("source_id")));
    }
    return List.copyOf(baselines);
  }

  private List<Parameter> loadParameters() {
    Set<String> evidence = new HashSet<>();
    for (Baseline baseline : baselines) {
      vocabulary.require(baseline.findingId());
      evidence.add(baseline.findingId() + " " + baseline.value());
    }
    List<Parameter> parameters = new ArrayList<>();
    for (DataFile.Row row : DataFile.read(ElicitedPooling.FILE).rows()) {
      String findingId = row.required("finding_id");
      String value = row.required("value");
      if (!evidence.contains(findingId + " " + value)) {
        throw row.fault("finding_id", findingId + " " + value + " has no row in baseline.csv");
      }
      parameters.add(
          new Parameter(
              knownCondition(row, "condition_id"),
              findingId,
              value,
              openProportion(row, "p"),
              interval(row),
              row.grade("grade"),
              row.required("basis"),
              row.text("source_id")));
    }
    return List.copyOf(parameters);
  }

  private List<Prior> loadPriors() {
    List<Prior> priors = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("prior.csv").rows()) {
      priors.add(
          new Prior(
              knownCondition(row, "condition_id"),
              row.oneOf("setting", Setting.values(), Setting::id),
              openProportion(row, "share"),
              interval(row),
              row.number("sex_ratio_female_to_male"),
              List.of(
                  row.number("age_16_29"),
                  row.number("age_30_44"),
                  row.number("age_45_59"),
                  row.number("age_60_74"),
                  row.number("age_75_plus")),
              grade(row.required("basis")),
              row.required("basis"),
              row.text("source_id")));
    }
    return List.copyOf(priors);
  }

  private List<Pair> loadPairs() {
    List<Pair> pairs = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("pairs.csv").rows()) {
      pairs.add(
          new Pair(
              knownCondition(row, "condition_a"),
              knownCondition(row, "condition_b"),
              row.number("ratio"),
              interval(row),
              grade(row.required("basis")),
              row.text("source_id")));
    }
    return List.copyOf(pairs);
  }

  private List<LatentGroup> loadLatentGroups() {
    List<LatentGroup> groups = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (DataFile.Row row : DataFile.read("latent-groups.csv").rows()) {
      List<String> members = row.list("members");
      for (String member : members) {
        if (vocabulary.find(member).isEmpty()) {
          throw row.fault("members", member + " is not a finding");
        }
        if (!taken.add(member)) {
          throw row.fault("members", member + " is in two groups");
        }
      }
      groups.add(
          new LatentGroup(
              row.required("id"),
              row.required("name"),
              row.number("loading"),
              members,
              row.grade("grade"),
              row.required("reason")));
    }
    return List.copyOf(groups);
  }

  private List<NestedFinding> loadNestedFindings() {
    List<NestedFinding> nested = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("nested-findings.csv").rows()) {
      nested.add(
          new NestedFinding(
              knownFinding(row, "container"),
              knownFinding(row, "contained"),
              row.required("reason")));
    }
    return List.copyOf(nested);
  }

  private List<ActionThreshold> loadActionThresholds() {
    List<ActionThreshold> thresholds = new ArrayList<>();
    for (DataFile.Row row : DataFile.read("action-thresholds.csv").rows()) {
      List<String> settleBy = row.list("settle_by");
      for (String id : settleBy) {
        if (vocabulary.find(id).isEmpty()) {
          throw row.fault("settle_by", id + " is not a finding");
        }
      }
      thresholds.add(
          new ActionThreshold(
              knownCondition(row, "condition_id"),
              row.proportion("threshold"),
              row.oneOf("urgency", Urgency.values(), Urgency::id),
              settleBy,
              row.grade("grade"),
              row.text("source_id"),
              row.required("note")));
    }
    return List.copyOf(thresholds);
  }

  private String knownCondition(DataFile.Row row, String column) {
    String id = row.required(column);
    if (!conditions.containsKey(id)) {
      throw row.fault(column, id + " is not a condition");
    }
    return id;
  }

  private String knownFinding(DataFile.Row row, String column) {
    String id = row.required(column);
    if (vocabulary.find(id).isEmpty()) {
      throw row.fault(column, id + " is not a finding");
    }
    return id;
  }

  static double openProportion(DataFile.Row row, String column) {
    double p = row.proportion(column);
    if (p <= 0 || p >= 1) {
      throw row.fault(column, p + " must lie between 0 and 1, both exclusive");
    }
    return p;
  }

  static Interval interval(DataFile.Row row) {
    double lo = row.number("lo");
    double hi = row.number("hi");
    if (!(lo <= hi)) {
      throw row.fault("lo", lo + " lies above hi " + hi);
    }
    return new Interval(lo, hi);
  }

  /** Elicited and adapted figures are estimates; only a published one can be better. */
  private static Grade grade(String basis) {
    return basis.equals("published") ? Grade.B : Grade.C;
  }

  private static Map<String, Condition> loadConditions() {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("conditions.csv").rows()) {
      String id = row.required("id");
      Condition condition =
          new Condition(
              id,
              row.required("name"),
              row.required("lay_name"),
              row.required("group"),
              row.required("definition"),
              row.list("mechanisms"),
              row.text("icd10"),
              row.text("icd11"),
              row.text("snomed"),
              row.list("source_ids"));
      if (conditions.put(id, condition) != null) {
        throw row.fault("id", id + " occurs twice");
      }
    }
    return conditions;
  }
}
