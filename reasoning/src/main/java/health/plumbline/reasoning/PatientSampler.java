package health.plumbline.reasoning;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.NestedFinding;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Draws patients from the model: age and sex from the case mix, causes from the prior, findings
 * from the network, their latent factors included.
 *
 * <p>Implementation note. Ancestral sampling (Henrion 1988, "logic sampling"): every variable is
 * drawn given its causes, so a patient costs one pass over the findings and no row of the network.
 * For one hypothesis each probability is that of {@link Network}, recomputed from the gate; given
 * the point of a latent factor, findings of its group are independent. Where one finding contains
 * another (nausea and vomiting) the wider one is drawn given the narrower, so that nobody vomits
 * without nausea and the wider one keeps its probability.
 */
public final class PatientSampler {

  private final HypothesisSpace space;
  private final ConditionIndex conditions;
  private final PriorModel priors;
  private final Networks networks;
  private final AnswerKey key;
  private final double femaleFraction;
  private final double[] bandFractions;
  private final int[] youngest = new int[AgeBand.values().length];
  private final int[] oldest = new int[AgeBand.values().length];
  private final Map<Integer, List<Integer>> containedIn = new HashMap<>();
  private final Map<String, Network> byKind = new HashMap<>();

  private PatientSampler(KnowledgeBase knowledge, AnswerKey key) {
    this.conditions = new ConditionIndex(knowledge);
    this.space = new HypothesisSpace(conditions.size());
    this.priors = new PriorModel(knowledge, space, conditions);
    this.networks = new Networks(knowledge, space, conditions);
    this.key = key;
    this.femaleFraction = knowledge.settings().get("female-fraction");
    this.bandFractions =
        new double[] {
          knowledge.settings().get("age-fraction-under-45"),
          knowledge.settings().get("age-fraction-45-64"),
          knowledge.settings().get("age-fraction-65-plus")
        };
    int band = 0;
    for (DataFile.Row row : DataFile.read("simulated-amounts.csv").rows()) {
      if (row.required("finding_id").equals("age")) {
        youngest[band] = (int) row.number("least");
        oldest[band++] = (int) row.number("most");
      }
    }
    for (NestedFinding pair : knowledge.nestedFindings()) {
      if (isBinary(pair.container()) && isBinary(pair.contained())) {
        containedIn
            .computeIfAbsent(
                networks.variable(pair.container()).orElseThrow(), id -> new ArrayList<>())
            .add(networks.variable(pair.contained()).orElseThrow());
      }
    }
  }

  private boolean isBinary(String findingId) {
    return networks.variable(findingId).isPresent() && networks.bins(findingId).isEmpty();
  }

  /** A sampler of the model of this knowledge. */
  public static PatientSampler of(KnowledgeBase knowledge) {
    return new PatientSampler(knowledge, new AnswerKey(knowledge));
  }

  /** A sampler of the same findings with the numbers of other knowledge. */
  public PatientSampler with(KnowledgeBase numbers) {
    return new PatientSampler(numbers, key);
  }

  /** Draws one patient; the same state of the generator gives the same patient. */
  public SampledPatient draw(Setting setting, SplittableRandom random) {
    Sex sex = random.nextDouble() < femaleFraction ? Sex.FEMALE : Sex.MALE;
    int band = pick(bandFractions, random);
    int age = random.nextInt(youngest[band], oldest[band] + 1);
    byte[] members = space.members(pick(priors.prior(setting, age, sex), random));
    List<String> causes = new ArrayList<>();
    for (byte d : members) {
      causes.add(conditions.id(d));
    }
    return new SampledPatient(
        age,
        sex,
        List.copyOf(causes),
        findings(network(age, sex), members, random),
        random.nextLong(),
        key);
  }

  private Network network(int age, Sex sex) {
    AgeBand band = Objects.requireNonNull(AgeBand.of((Integer) age));
    return byKind.computeIfAbsent(band + " " + sex, kind -> networks.network(band, sex));
  }

  private byte[] findings(Network network, byte[] members, SplittableRandom random) {
    double[] nodeWeights = new double[LatentFactor.nodes()];
    for (int node = 0; node < nodeWeights.length; node++) {
      nodeWeights[node] = LatentFactor.weight(node);
    }
    int[] nodes = new int[network.groups()];
    for (int group = 0; group < nodes.length; group++) {
      nodes[group] = pick(nodeWeights, random);
    }
    byte[] values = new byte[network.variables().size()];
    for (int v = 0; v < values.length; v++) {
      if (!containedIn.containsKey(v)) {
        values[v] = (byte) pick(probabilities(network.variable(v), members, nodes), random);
      }
    }
    // A wider finding may itself lie in a still wider one: the narrower one first.
    boolean[] drawn = new boolean[values.length];
    for (int v : containedIn.keySet().stream().sorted().toList()) {
      drawWider(v, network, members, nodes, values, drawn, random);
    }
    return values;
  }

  private void drawWider(
      int v,
      Network network,
      byte[] members,
      int[] nodes,
      byte[] values,
      boolean[] drawn,
      SplittableRandom random) {
    if (drawn[v]) {
      return;
    }
    drawn[v] = true;
    boolean held = false;
    double none = 1;
    for (int narrower : containedIn.getOrDefault(v, List.of())) {
      if (containedIn.containsKey(narrower)) {
        drawWider(narrower, network, members, nodes, values, drawn, random);
      }
      held |= values[narrower] == 1;
      none *= probabilities(network.variable(narrower), members, nodes)[0];
    }
    double absent = probabilities(network.variable(v), members, nodes)[0];
    double at = random.nextDouble();
    values[v] = (byte) (held || at >= Math.min(1, absent / none) ? 1 : 0);
  }

  /** The probability of each value under one hypothesis and one point of its latent factor. */
  private static double[] probabilities(Variable variable, byte[] members, int[] nodes) {
    double[] p = new double[variable.values()];
    if (variable.kind() == Variable.Kind.NOMINAL) {
      for (int value = 0; value < p.length; value++) {
        for (byte d : members) {
          p[value] += variable.given()[value][d] / members.length;
        }
      }
      return p;
    }
    int conditions = variable.given()[0].length;
    double[] given = new double[conditions];
    double leak = 0;
    double[] atLeast = new double[p.length + 1];
    for (int value = p.length - 1; value >= 1; value--) {
      leak += variable.leak()[value];
      double[] clipped = new double[conditions];
      for (byte d : members) {
        given[d] += variable.given()[value][d];
        clipped[d] = Math.min(given[d], 1);
      }
      atLeast[value] = NoisyGate.probability(Math.min(leak, 1), clipped, members);
    }
    atLeast[0] = 1;
    for (int value = 1; value < p.length; value++) {
      atLeast[value] = Math.min(atLeast[value], atLeast[value - 1]);
    }
    if (variable.group() >= 0) {
      LatentFactor factor = LatentFactor.of(variable.loading());
      for (int value = 1; value < p.length; value++) {
        double odds =
            factor.centralOdds(atLeast[value]) * factor.oddsRatio(nodes[variable.group()]);
        atLeast[value] = odds / (1 + odds);
      }
    }
    for (int value = 0; value < p.length; value++) {
      p[value] = atLeast[value] - atLeast[value + 1];
    }
    return p;
  }

  private static int pick(double[] weights, SplittableRandom random) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double at = random.nextDouble() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
