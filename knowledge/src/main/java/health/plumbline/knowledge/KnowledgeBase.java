package health.plumbline.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private KnowledgeBase(KnowledgeLoader loader) {
    conditions = Collections.unmodifiableMap(loader.conditions());
    vocabulary = loader.vocabulary();
    baselines = loader.baselines();
    bins = Collections.unmodifiableMap(Bins.load(vocabulary));
    parameters = loader.parameters();
    priors = loader.priors();
    pairs = loader.pairs();
    latentGroups = loader.latentGroups();
    nestedFindings = loader.nestedFindings();
    actionThresholds = loader.actionThresholds();
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
    return new KnowledgeBase(new KnowledgeLoader());
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
}
