package health.plumbline.reasoning;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.ModelSettings;
import health.plumbline.knowledge.NestedFinding;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ranks the unknown findings by expected information per cost.
 *
 * <p>Information about whether any serious condition is among the causes counts extra, since an
 * answer that settles urgency is worth more than one that tells two harmless conditions apart.
 */
final class QuestionChooser {

  private static final Comparator<NextQuestion> BEST_FIRST =
      Comparator.comparingDouble(NextQuestion::score)
          .reversed()
          .thenComparing(NextQuestion::findingId);

  /**
   * How many findings, the most promising by {@link RoughInformation}, get their exact information.
   */
  private static final int EXAMINED_CLOSELY = 48;

  /** The exact information hardly ever passes so many times the rough one. */
  private static final double ROUGHNESS = 2;

  private record Promising(Finding finding, int variable, double cost, double score) {}

  private record Gate(String sex, double least, double most) {}

  private record Harmful(List<Integer> conditions, double threshold) {}

  private final KnowledgeBase knowledge;
  private final Networks networks;
  private final List<Finding> candidates;
  private final Map<Finding.Role, Double> costs;
  private final double urgencyWeight;
  private final double completeness;
  private final boolean[] serious;
  private final Map<String, Gate> gates = new HashMap<>();
  private final Map<String, Harmful> harmful = new HashMap<>();

  QuestionChooser(
      KnowledgeBase knowledge,
      Networks networks,
      ConditionIndex conditions,
      HypothesisSpace space) {
    this.knowledge = knowledge;
    this.networks = networks;
    ModelSettings settings = knowledge.settings();
    this.costs =
        Map.of(
            Finding.Role.ASKED, settings.get("cost-asked"),
            Finding.Role.REGION, settings.get("cost-region"),
            Finding.Role.EXAMINED, settings.get("cost-examined"),
            Finding.Role.INVESTIGATED, settings.get("cost-investigated"));
    this.urgencyWeight = settings.get("urgency-weight");
    this.completeness = settings.get("pain-map-completeness");
    this.candidates =
        knowledge.vocabulary().findings().stream()
            .filter(finding -> costs.containsKey(finding.role()))
            .filter(finding -> networks.variable(finding.id()).isPresent())
            .filter(finding -> !finding.question().isEmpty() || !finding.procedure().isEmpty())
            .toList();
    Set<Integer> seriousConditions = new HashSet<>();
    knowledge
        .actionThresholds()
        .forEach(row -> seriousConditions.add(conditions.of(row.conditionId())));
    this.serious = new boolean[space.size()];
    for (int h = 0; h < serious.length; h++) {
      for (byte d : space.members(h)) {
        serious[h] |= seriousConditions.contains((int) d);
      }
    }
    for (DataFile.Row row : DataFile.read("question-gates.csv").rows()) {
      gates.put(
          knowledge.vocabulary().require(row.required("finding_id")).id(),
          new Gate(
              row.text("sex"),
              row.number("least_age", 0),
              row.number("most_age", Presentation.OLDEST)));
    }
    for (DataFile.Row row : DataFile.read("harmful-tests.csv").rows()) {
      harmful.put(
          knowledge.vocabulary().require(row.required("finding_id")).id(),
          new Harmful(
              row.list("condition_ids").stream().map(conditions::of).toList(),
              row.proportion("threshold")));
    }
  }

  /**
   * The most informative unknown findings, best first.
   *
   * @param belief what is believed now
   * @param presentation what is known now
   * @param roles the roles that can be obtained here
   * @param asked findings not to be asked again
   * @param most how many to return
   */
  List<NextQuestion> rank(
      Belief belief,
      Presentation presentation,
      Set<Finding.Role> roles,
      Set<String> asked,
      int most) {
    MutualInformation information = new MutualInformation(belief, serious);
    Network network = belief.network();
    double[] marginals = belief.marginals();
    double mass = Arrays.stream(marginals).sum();
    double[] shares = Arrays.stream(marginals).map(p -> p / mass).toArray();
    Set<String> settled = settledBy(presentation);
    Set<String> unmarked = new HashSet<>();
    for (Evidence piece : belief.evidence()) {
      if (piece instanceof Evidence.Unmarked(String id, int variable, double c)) {
        unmarked.add(id);
      }
    }
    List<Promising> promising = new ArrayList<>();
    for (Finding finding : candidates) {
      if (!roles.contains(finding.role())
          || presentation.findings().containsKey(finding.id())
          || asked.contains(finding.id())
          || settled.contains(finding.id())
          || !applies(finding, presentation)
          || mayHarm(finding, marginals)) {
        continue;
      }
      int variable = networks.variable(finding.id()).orElseThrow();
      double cost = costs.getOrDefault(finding.role(), 1.0);
      double rough =
          RoughInformation.bits(network.variable(variable), network.entropies(variable), shares);
      promising.add(new Promising(finding, variable, cost, rough / cost));
    }
    promising.sort(Comparator.comparingDouble(Promising::score).reversed());
    List<Promising> closely =
        promising.subList(0, Math.min(Math.max(EXAMINED_CLOSELY, 8 * most), promising.size()));
    List<NextQuestion> best = new ArrayList<>();
    for (Promising each : closely) {
      double worst = best.size() < most ? Double.NEGATIVE_INFINITY : best.getLast().score();
      if (ROUGHNESS * bound(each.score()) < worst) {
        break;
      }
      MutualInformation.Candidate candidate =
          unmarked.contains(each.finding().id())
              ? information.prepareUnmarked(each.variable(), completeness)
              : information.prepare(each.variable());
      if (bound(candidate.bound() / each.cost()) < worst
          || bound(candidate.hypothesisBits() / each.cost()) < worst) {
        continue;
      }
      best.add(question(each, candidate.bits()));
      best.sort(BEST_FIRST);
      if (best.size() > most) {
        best.removeLast();
      }
    }
    return List.copyOf(best);
  }

  private NextQuestion question(Promising promising, MutualInformation.Bits bits) {
    Finding finding = promising.finding();
    return new NextQuestion(
        finding.id(),
        finding.question().isEmpty() ? finding.procedure() : finding.question(),
        bits.hypothesis(),
        bits.serious(),
        (bits.hypothesis() + urgencyWeight * bits.serious()) / promising.cost(),
        "");
  }

  /** The score cannot pass this, as information about urgency cannot pass that about all. */
  private double bound(double bitsPerCost) {
    return (1 + urgencyWeight) * bitsPerCost;
  }

  /** Whether a question makes sense for a person of this age and sex. */
  boolean applies(Finding finding, Presentation presentation) {
    Gate gate = gates.get(finding.id());
    if (gate == null) {
      return true;
    }
    Sex sex = presentation.sex();
    Integer age = presentation.age();
    return (gate.sex().isEmpty() || sex == null || gate.sex().equals(sex.id()))
        && (age == null || (age >= gate.least() && age <= gate.most()));
  }

  /** A test that could do harm in a condition that is still possible is never proposed. */
  private boolean mayHarm(Finding finding, double[] marginals) {
    Harmful row = harmful.get(finding.id());
    return row != null && row.conditions().stream().anyMatch(d -> marginals[d] >= row.threshold());
  }

  /**
   * Findings that a known finding settles: the wider of two nested ones, or the narrower denied.
   */
  private Set<String> settledBy(Presentation presentation) {
    Set<String> settled = new HashSet<>();
    for (NestedFinding pair : knowledge.nestedFindings()) {
      presentation
          .value(pair.contained())
          .filter(value -> !value.equals(FindingValue.NO))
          .ifPresent(value -> settled.add(pair.container()));
      presentation
          .value(pair.container())
          .filter(value -> value.equals(FindingValue.NO))
          .ifPresent(value -> settled.add(pair.contained()));
    }
    for (Finding finding : knowledge.vocabulary().findings()) {
      if (finding.role() == Finding.Role.COARSE_REGION
          && FindingValue.NO.equals(presentation.findings().get(finding.id()))) {
        settled.addAll(finding.members());
      }
    }
    return settled;
  }
}
