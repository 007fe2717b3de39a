package health.plumbline.reasoning;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.Bins;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.LatentGroup;
import health.plumbline.knowledge.Parameter;
import health.plumbline.knowledge.Prior;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the network for a kind of person from the knowledge base.
 *
 * <p>Implementation note. The baseline of a finding follows age and sex; the elicited probability
 * of a finding under a condition was judged over that condition's own patients. By independence of
 * causal influence the condition's own strength is what stays the same: it is taken against the
 * baseline of the condition's own mix of ages and sexes, and put together with the baseline of this
 * person. A finding that merely comes with age (hypertension, osteoporosis) then says nothing of a
 * condition of the old beyond what the prior already said, while a sign that the condition itself
 * brings keeps its probability at every age.
 */
final class Networks {

  /** Rows are kept up to this share of the memory that there may be. */
  private static final double SHARE_OF_MEMORY = 0.36;

  private static final double SMALLEST = 1e-5;

  /** Bands times sexes. */
  private static final int KINDS = AgeBand.values().length * Sex.values().length;

  private record Kind(@Nullable AgeBand band, @Nullable Sex sex) {}

  private final HypothesisSpace space;
  private final ConditionIndex conditions;
  private final Map<String, List<Baseline>> baselines = new LinkedHashMap<>();
  private final Map<String, List<Parameter>> parameters = new HashMap<>();
  private final Map<String, Bins> bins;
  private final Map<String, Integer> groupOf = new HashMap<>();
  private final List<LatentGroup> groups;
  private final Map<String, Integer> variableNumbers = new HashMap<>();

  /** For each condition the share of its patients in each band and sex. */
  private final double[][] mixes;

  private final Map<Kind, Network> cache = new ConcurrentHashMap<>();

  /** The variables made so far, by finding: those of a new kind of person may be among them. */
  private final Map<String, List<VariableRows>> made = new HashMap<>();

  private final KeptRows kept;

  Networks(KnowledgeBase knowledge, HypothesisSpace space, ConditionIndex conditions) {
    this(
        knowledge,
        space,
        conditions,
        new KeptRows((long) (SHARE_OF_MEMORY * Runtime.getRuntime().maxMemory())));
  }

  Networks(
      KnowledgeBase knowledge, HypothesisSpace space, ConditionIndex conditions, KeptRows kept) {
    this.kept = kept;
    this.space = space;
    this.conditions = conditions;
    this.bins = knowledge.bins();
    this.groups = knowledge.latentGroups();
    for (Baseline baseline : knowledge.baselines()) {
      baselines.computeIfAbsent(baseline.findingId(), key -> new ArrayList<>()).add(baseline);
    }
    for (Parameter parameter : knowledge.parameters()) {
      parameters
          .computeIfAbsent(
              parameter.findingId() + " " + parameter.value(), key -> new ArrayList<>())
          .add(parameter);
    }
    for (int g = 0; g < groups.size(); g++) {
      for (String member : groups.get(g).members()) {
        groupOf.put(member, g);
      }
    }
    int number = 0;
    for (String id : baselines.keySet()) {
      variableNumbers.put(id, number++);
    }
    this.mixes = mixes(knowledge);
  }

  /** Number of the variable of a finding, empty if the finding bears on no probability. */
  Optional<Integer> variable(String findingId) {
    return Optional.ofNullable(variableNumbers.get(findingId));
  }

  /** The bins of a finding with more than two values. */
  Optional<Bins> bins(String findingId) {
    return Optional.ofNullable(bins.get(findingId));
  }

  /**
   * The network of a kind of person, to begin an assessment with. Made once; its rows are kept
   * while there is room.
   */
  Network network(@Nullable AgeBand band, @Nullable Sex sex) {
    kept.begin();
    return cache.computeIfAbsent(new Kind(band, sex), kind -> make(kind.band(), kind.sex()));
  }

  private synchronized Network make(@Nullable AgeBand band, @Nullable Sex sex) {
    List<VariableRows> variables = new ArrayList<>();
    baselines.forEach((id, rows) -> variables.add(shared(variable(id, rows, band, sex))));
    return new Network(groups.size(), space, variables);
  }

  /** The rows of a variable, of another kind of person if they are the same. */
  private VariableRows shared(Variable variable) {
    List<VariableRows> others = made.computeIfAbsent(variable.id(), id -> new ArrayList<>());
    for (VariableRows other : others) {
      // Of one finding, all else but the probabilities is the same for everybody.
      if (Arrays.equals(other.variable().leak(), variable.leak())
          && Arrays.deepEquals(other.variable().given(), variable.given())) {
        return other;
      }
    }
    VariableRows own = new VariableRows(space, variable, kept);
    others.add(own);
    return own;
  }

  private Variable variable(
      String id, List<Baseline> rows, @Nullable AgeBand band, @Nullable Sex sex) {
    Bins binned = bins.get(id);
    Variable.Kind kind =
        binned == null
            ? Variable.Kind.BINARY
            : binned.ordered() ? Variable.Kind.ORDERED : Variable.Kind.NOMINAL;
    int values = binned == null ? 2 : binned.values().size();
    double[] leak = new double[values];
    double[][] given = new double[values][conditions.size()];
    double[][] own = new double[values][conditions.size()];
    double[][] here = new double[values][conditions.size()];
    boolean[] known = new boolean[conditions.size()];
    for (Baseline row : rows) {
      // A binary finding has only the row of "yes", value 1.
      int value = binned == null ? 1 : binned.values().indexOf(row.value());
      leak[value] = row.p(band, sex);
      for (Parameter parameter : parameters.getOrDefault(id + " " + row.value(), List.of())) {
        int d = conditions.of(parameter.conditionId());
        given[value][d] = parameter.p();
        known[d] = true;
      }
      double[] baselines = baselines(row);
      leaksOverMix(baselines, weights(null, null), own[value]);
      if (band != null && sex != null) {
        Arrays.fill(here[value], leak[value]);
      } else {
        leaksOverMix(baselines, weights(band, sex), here[value]);
      }
    }
    complete(leak, binned == null);
    for (int d = 0; d < conditions.size(); d++) {
      setGiven(kind, d, known[d], own, here, given);
    }
    int group = kind == Variable.Kind.NOMINAL ? -1 : groupOf.getOrDefault(id, -1);
    double loading = group < 0 ? 0 : groups.get(group).loading();
    return new Variable(id, kind, leak, given, group, loading);
  }

  /**
   * Moves a condition's probabilities from its own mix of people to this person: for each "at least
   * this value" the strength with which the condition raises or inhibits it stays the same.
   */
  private static double[] forPerson(double[] given, double[] own, double[] here) {
    double[] moved = new double[given.length];
    double givenTail = 0;
    double ownTail = 0;
    double hereTail = 0;
    double above = 0;
    for (int value = given.length - 1; value >= 1; value--) {
      givenTail += given[value];
      ownTail += own[value];
      hereTail += here[value];
      double tail =
          givenTail >= ownTail
              ? 1 - (1 - hereTail) * (1 - givenTail) / (1 - ownTail)
              : hereTail * givenTail / ownTail;
      tail = Math.clamp(tail, Math.min(above + SMALLEST, 1 - SMALLEST), 1 - SMALLEST);
      moved[value] = tail - above;
      above = tail;
    }
    moved[0] = 1 - above;
    return moved;
  }

  /** Turns what is given for one condition into what holds for this person. */
  private static void setGiven(
      Variable.Kind kind,
      int condition,
      boolean known,
      double[][] own,
      double[][] here,
      double[][] given) {
    boolean binary = kind == Variable.Kind.BINARY;
    double[] hereOf = completed(here, condition, binary);
    double[] p;
    if (!known) {
      p = hereOf;
    } else if (kind == Variable.Kind.NOMINAL) {
      // Values without order have no baseline that follows age or sex.
      p = completed(given, condition, false);
    } else {
      p = forPerson(completed(given, condition, binary), completed(own, condition, binary), hereOf);
    }
    for (int value = 0; value < p.length; value++) {
      given[value][condition] = p[value];
    }
  }

  /** The baseline in each band and sex. */
  private static double[] baselines(Baseline row) {
    double[] baselines = new double[KINDS];
    for (AgeBand band : AgeBand.values()) {
      for (Sex sex : Sex.values()) {
        baselines[kind(band, sex)] = clip(row.p(band, sex));
      }
    }
    return baselines;
  }

  /** Which bands and sexes count, 1 or 0: those given, or all. */
  private static double[] weights(@Nullable AgeBand band, @Nullable Sex sex) {
    double[] weights = new double[KINDS];
    for (AgeBand b : AgeBand.values()) {
      for (Sex s : Sex.values()) {
        weights[kind(b, s)] = (band == null || band == b) && (sex == null || sex == s) ? 1 : 0;
      }
    }
    return weights;
  }

  /**
   * The baseline averaged over each condition's patients.
   *
   * @param baselines in each band and sex
   * @param weights which of them count
   */
  private void leaksOverMix(double[] baselines, double[] weights, double[] out) {
    for (int d = 0; d < out.length; d++) {
      double sum = 0;
      double weight = 0;
      for (int kind = 0; kind < KINDS; kind++) {
        double w = weights[kind] * mixes[d][kind];
        sum += w * baselines[kind];
        weight += w;
      }
      out[d] = sum / weight;
    }
  }

  private static int kind(AgeBand band, Sex sex) {
    return band.ordinal() * Sex.values().length + sex.ordinal();
  }

  private double[][] mixes(KnowledgeBase knowledge) {
    double[] fractions = {
      knowledge.settings().get("age-fraction-under-45"),
      knowledge.settings().get("age-fraction-45-64"),
      knowledge.settings().get("age-fraction-65-plus")
    };
    double female = knowledge.settings().get("female-fraction");
    double[][] mixes = new double[conditions.size()][KINDS];
    for (Prior prior : knowledge.priors()) {
      if (prior.setting() != Setting.PRIMARY) {
        continue;
      }
      List<Double> m = prior.ageMultipliers();
      // The prior's five bands folded into three: 60-74 lies one third below 65.
      double[] byBand = {
        (m.get(0) + m.get(1)) / 2, (3 * m.get(2) + m.get(3)) / 4, (m.get(3) + m.get(4)) / 2
      };
      double ratio = prior.sexRatioFemaleToMale();
      double[] mix = mixes[conditions.of(prior.conditionId())];
      for (int b = 0; b < byBand.length; b++) {
        AgeBand band = AgeBand.values()[b];
        mix[kind(band, Sex.FEMALE)] = fractions[b] * byBand[b] * female * ratio;
        mix[kind(band, Sex.MALE)] = fractions[b] * byBand[b] * (1 - female);
      }
    }
    return mixes;
  }

  /** The probabilities of one condition, those of a binary finding completed, bins normalised. */
  private static double[] completed(double[][] byValue, int condition, boolean binary) {
    double[] p = new double[byValue.length];
    for (int value = 0; value < p.length; value++) {
      p[value] = byValue[value][condition];
    }
    complete(p, binary);
    return p;
  }

  private static void complete(double[] p, boolean binary) {
    if (binary) {
      p[1] = clip(p[1]);
      p[0] = 1 - p[1];
      return;
    }
    double sum = 0;
    for (double each : p) {
      sum += each;
    }
    for (int value = 0; value < p.length; value++) {
      p[value] /= sum;
    }
  }

  private static double clip(double p) {
    return Math.clamp(p, SMALLEST, 1 - SMALLEST);
  }
}
