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
import org.jspecify.annotations.Nullable;

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

  private static final Comparator<Promising> MOST_PROMISING_FIRST =
      Comparator.comparingDouble(Promising::score).reversed();

  /**
   * A finding that can be asked for.
   *
   * @param gate for whom it makes sense, or null for everybody
   * @param harmful where it could do harm, or null for nowhere
   */
  private record Candidate(
      Finding finding, int variable, double cost, @Nullable Gate gate, @Nullable Harmful harmful) {}

  private record Promising(Candidate candidate, double score) {

    String id() {
      return candidate.finding().id();
    }
  }

  private record Gate(String sex, double least, double most) {

    boolean admits(Presentation presentation) {
      Sex person = presentation.sex();
      Integer age = presentation.age();
      return (sex.isEmpty() || person == null || sex.equals(person.id()))
          && (age == null || (age >= least && age <= most));
    }
  }

  /** A test that could do harm in a condition that is still possible is never proposed. */
  private record Harmful(List<Integer> conditions, double threshold) {

    boolean mayHarm(double[] marginals) {
      return conditions.stream().anyMatch(d -> marginals[d] >= threshold);
    }
  }

  private final KnowledgeBase knowledge;
  private final List<Candidate> candidates;
  private final List<Finding> coarseRegions;
  private final double urgencyWeight;
  private final double completeness;
  private final boolean[] serious;
  private final Map<String, Gate> gates = new HashMap<>();

  QuestionChooser(
      KnowledgeBase knowledge,
      Networks networks,
      ConditionIndex conditions,
      HypothesisSpace space) {
    this.knowledge = knowledge;
    ModelSettings settings = knowledge.settings();
    Map<Finding.Role, Double> costs =
        Map.of(
            Finding.Role.ASKED, settings.get("cost-asked"),
            Finding.Role.REGION, settings.get("cost-region"),
            Finding.Role.EXAMINED, settings.get("cost-examined"),
            Finding.Role.INVESTIGATED, settings.get("cost-investigated"));
    this.urgencyWeight = settings.get("urgency-weight");
    this.completeness = settings.get("pain-map-completeness");
    boolean[] seriousConditions = new boolean[conditions.size()];
    knowledge
        .actionThresholds()
        .forEach(row -> seriousConditions[conditions.of(row.conditionId())] = true);
    this.serious = new boolean[space.size()];
    for (int h = 0; h < serious.length; h++) {
      for (byte d : space.members(h)) {
        serious[h] |= seriousConditions[d];
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
    Map<String, Harmful> harmful = new HashMap<>();
    for (DataFile.Row row : DataFile.read("harmful-tests.csv").rows()) {
      harmful.put(
          knowledge.vocabulary().require(row.required("finding_id")).id(),
          new Harmful(
              row.list("condition_ids").stream().map(conditions::of).toList(),
              row.proportion("threshold")));
    }
    List<Candidate> found = new ArrayList<>();
    for (Finding finding : knowledge.vocabulary().findings()) {
      Double cost = costs.get(finding.role());
      Integer variable = networks.variable(finding.id()).orElse(null);
      if (cost != null
          && variable != null
          && !(finding.question().isEmpty() && finding.procedure().isEmpty())) {
        found.add(
            new Candidate(
                finding, variable, cost, gates.get(finding.id()), harmful.get(finding.id())));
      }
    }
    this.candidates = List.copyOf(found);
    this.coarseRegions =
        knowledge.vocabulary().findings().stream()
            .filter(finding -> finding.role() == Finding.Role.COARSE_REGION)
            .toList();
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
    List<Promising> promising = promising(belief, presentation, roles, asked);
    int closely = Math.min(Math.max(EXAMINED_CLOSELY, 8 * most), promising.size());
    return best(belief, promising.subList(0, closely), most);
  }

  /** What can be asked for here, the most promising first. */
  private List<Promising> promising(
      Belief belief, Presentation presentation, Set<Finding.Role> roles, Set<String> asked) {
    double[] marginals = belief.marginals();
    double mass = Arrays.stream(marginals).sum();
    double[] shares = Arrays.stream(marginals).map(p -> p / mass).toArray();
    Set<String> settled = settledBy(presentation);
    Network network = belief.network();
    List<Promising> promising = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String id = candidate.finding().id();
      if (roles.contains(candidate.finding().role())
          && !presentation.findings().containsKey(id)
          && !asked.contains(id)
          && !settled.contains(id)
          && applies(candidate, presentation, marginals)) {
        int variable = candidate.variable();
        double rough =
            RoughInformation.bits(network.variable(variable), network.entropies(variable), shares);
        promising.add(new Promising(candidate, rough / candidate.cost()));
      }
    }
    promising.sort(MOST_PROMISING_FIRST);
    return promising;
  }

  private static boolean applies(
      Candidate candidate, Presentation presentation, double[] marginals) {
    Gate gate = candidate.gate();
    Harmful harmful = candidate.harmful();
    return (gate == null || gate.admits(presentation))
        && (harmful == null || !harmful.mayHarm(marginals));
  }

  /** The best by exact information. */
  private List<NextQuestion> best(Belief belief, List<Promising> promising, int most) {
    MutualInformation information = new MutualInformation(belief, serious);
    Set<String> unmarked = unmarked(belief);
    List<NextQuestion> best = new ArrayList<>();
    for (Promising each : promising) {
      double worst = best.size() < most ? Double.NEGATIVE_INFINITY : best.getLast().score();
      if (ROUGHNESS * bound(each.score()) < worst) {
        break;
      }
      int variable = each.candidate().variable();
      MutualInformation.Candidate prepared =
          unmarked.contains(each.id())
              ? information.prepareUnmarked(variable, completeness)
              : information.prepare(variable);
      if (score(each.candidate(), prepared.bound(), prepared.seriousBits()) >= worst) {
        add(question(each.candidate(), prepared.bits()), most, best);
      }
    }
    return List.copyOf(best);
  }

  private static void add(NextQuestion question, int most, List<NextQuestion> best) {
    best.add(question);
    best.sort(BEST_FIRST);
    if (best.size() > most) {
      best.removeLast();
    }
  }

  /** The regions that were not marked though others were. */
  private static Set<String> unmarked(Belief belief) {
    Set<String> unmarked = new HashSet<>();
    for (Evidence piece : belief.evidence()) {
      if (piece instanceof Evidence.Unmarked(String id, int variable, double c)) {
        unmarked.add(id);
      }
    }
    return unmarked;
  }

  private NextQuestion question(Candidate candidate, MutualInformation.Bits bits) {
    Finding finding = candidate.finding();
    return new NextQuestion(
        finding.id(),
        finding.question().isEmpty() ? finding.procedure() : finding.question(),
        bits.hypothesis(),
        bits.serious(),
        score(candidate, bits.hypothesis(), bits.serious()),
        "");
  }

  private double score(Candidate candidate, double hypothesisBits, double seriousBits) {
    return (hypothesisBits + urgencyWeight * seriousBits) / candidate.cost();
  }

  /** The score cannot pass this, as information about urgency cannot pass that about all. */
  private double bound(double bitsPerCost) {
    return (1 + urgencyWeight) * bitsPerCost;
  }

  /** For each hypothesis whether it holds a serious condition; not to be written to. */
  boolean[] serious() {
    return serious;
  }

  /** Whether a question makes sense for a person of this age and sex. */
  boolean applies(Finding finding, Presentation presentation) {
    Gate gate = gates.get(finding.id());
    return gate == null || gate.admits(presentation);
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
    for (Finding region : coarseRegions) {
      if (FindingValue.NO.equals(presentation.findings().get(region.id()))) {
        settled.addAll(region.members());
      }
    }
    return settled;
  }
}
