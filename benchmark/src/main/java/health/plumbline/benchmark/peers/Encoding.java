package health.plumbline.benchmark.peers;

import health.plumbline.reasoning.SubNetwork;
import health.plumbline.reasoning.SubNetwork.Hypothesis;
import health.plumbline.reasoning.SubNetwork.Observable;
import health.plumbline.reasoning.SubNetwork.Observation;
import health.plumbline.reasoning.SubNetwork.Parameters;
import health.plumbline.reasoning.SubNetwork.Scale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A part of Plumbline's network written out for an engine that knows nothing of Plumbline.
 *
 * <p>Each latent factor is a node of its own with five values; findings that are not observed, and
 * the factors, are for the engine to sum out. A place that goes unmentioned is a child of the
 * place, "some of these places" a child of the places.
 */
final class Encoding {

  /** What the causes are written out as. */
  enum Style {
    /**
     * One node with a value for each set of one to three conditions; the conditions, and the
     * findings, are its children. The causes of a finding are combined when the table is written.
     */
    SETS,
    /**
     * One node for each condition, no node for the sets. Ungrouped binary findings are chains of
     * mechanisms: a leak, then a link for each condition, which takes the leak away or brings the
     * finding. No table holds more than one cause's effect: the engine itself combines the causes,
     * and itself sums over the sets.
     */
    MECHANISMS
  }

  private final SubNetwork source;
  private final Style style;
  private final DiscreteNetwork network = new DiscreteNetwork();
  private final int[] conditions;
  private final int[] observables;
  private final Map<Integer, Integer> factors = new HashMap<>();
  private final int sets;

  Encoding(SubNetwork source, Style style) {
    this.source = source;
    this.style = style;
    this.conditions = new int[source.conditions().size()];
    this.observables = new int[source.observables().size()];
    this.sets = style == Style.SETS ? addSets() : -1;
    if (style == Style.MECHANISMS) {
      addConditions();
    }
    int[] findings = new int[source.findings().size()];
    for (int f = 0; f < findings.length; f++) {
      findings[f] = addFinding(source.findings().get(f));
    }
    for (int i = 0; i < observables.length; i++) {
      observables[i] = addObservable(source.observables().get(i), findings);
    }
  }

  DiscreteNetwork network() {
    return network;
  }

  /** The nodes of the conditions, whose value 1 is "among the causes". */
  int[] conditions() {
    return conditions;
  }

  /** The nodes that are known. */
  int[] nodes(List<Observation> evidence) {
    return evidence.stream().mapToInt(it -> observables[it.observable()]).toArray();
  }

  /** The values of the nodes that are known. */
  static int[] values(List<Observation> evidence) {
    return evidence.stream().mapToInt(Observation::value).toArray();
  }

  private int addSets() {
    List<Hypothesis> hypotheses = source.hypotheses();
    int added =
        network.add(
            "set",
            hypotheses.size(),
            List.of(),
            none -> hypotheses.stream().mapToDouble(Hypothesis::prior).toArray());
    for (int d = 0; d < conditions.length; d++) {
      int condition = d;
      conditions[d] =
          network.add(
              source.conditions().get(d),
              2,
              List.of(added),
              at ->
                  DiscreteNetwork.binary(
                      hypotheses.get(at[0]).causes().contains(condition) ? 1 : 0));
    }
    return added;
  }

  /** The prior by the chain rule: each condition given all before it. */
  private void addConditions() {
    List<Integer> before = new ArrayList<>();
    for (int d = 0; d < conditions.length; d++) {
      conditions[d] = network.add(source.conditions().get(d), 2, before, at -> nextGivenFormer(at));
      before.add(conditions[d]);
    }
  }

  private double[] nextGivenFormer(int[] former) {
    double[] sums = new double[2];
    for (Hypothesis h : source.hypotheses()) {
      boolean fits = true;
      for (int d = 0; d < former.length; d++) {
        fits &= h.causes().contains(d) == (former[d] == 1);
      }
      if (fits) {
        sums[h.causes().contains(former.length) ? 1 : 0] += h.prior();
      }
    }
    double sum = sums[0] + sums[1];
    // Four conditions or more never come about; what would follow them is of no consequence.
    return sum == 0 ? DiscreteNetwork.binary(0) : DiscreteNetwork.binary(sums[1] / sum);
  }

  private int addFinding(Parameters finding) {
    Story story = new Story(finding);
    if (style == Style.MECHANISMS && finding.scale() == Scale.BINARY && finding.group() < 0) {
      return addChain(finding, story);
    }
    List<Integer> causes =
        style == Style.SETS ? List.of() : story.causes().isEmpty() ? List.of(0) : story.causes();
    List<Integer> parents = new ArrayList<>();
    if (style == Style.SETS) {
      parents.add(sets);
    }
    causes.forEach(d -> parents.add(conditions[d]));
    if (finding.group() >= 0) {
      parents.add(factor(finding.group()));
    }
    return network.add(
        finding.id(),
        story.nodeValues(),
        parents,
        at ->
            story.row(
                style == Style.SETS
                    ? source.hypotheses().get(at[0]).causes()
                    : IntStream.range(0, causes.size())
                        .filter(i -> at[i] == 1)
                        .mapToObj(causes::get)
                        .toList(),
                finding.group() >= 0 ? at[at.length - 1] : -1));
  }

  private int factor(int group) {
    return factors.computeIfAbsent(
        group,
        it ->
            network.add(
                "factor " + it, Story.FACTOR.length, List.of(), none -> Story.factorWeights()));
  }

  private int addChain(Parameters finding, Story story) {
    double leak = story.atLeastLeak(1);
    int link =
        network.add(
            finding.id() + " for no reason", 2, List.of(), none -> DiscreteNetwork.binary(leak));
    // Without any cause it would hang in the air, which the engines do not allow.
    List<Integer> causes = story.causes().isEmpty() ? List.of(0) : story.causes();
    for (int d : causes) {
      double alone = story.atLeastGiven(d, 1);
      if (alone < leak) {
        link = addLink(finding, link, d, alone / leak, 0);
      }
    }
    for (int d : causes) {
      double alone = story.atLeastGiven(d, 1);
      if (alone >= leak) {
        link = addLink(finding, link, d, 1, (alone - leak) / (1 - leak));
      }
    }
    return link;
  }

  /**
   * One condition's effect.
   *
   * @param kept the probability that it leaves the finding where it is there
   * @param brought the probability that it brings it where it is not
   */
  private int addLink(Parameters finding, int link, int d, double kept, double brought) {
    return network.add(
        finding.id() + " after " + source.conditions().get(d),
        2,
        List.of(link, conditions[d]),
        at -> DiscreteNetwork.binary(at[1] == 0 ? at[0] : at[0] == 1 ? kept : brought));
  }

  private int addObservable(Observable observable, int[] findings) {
    return switch (observable) {
      case Observable.Value(int finding) -> findings[finding];
      case Observable.Mention(int finding, double completeness) ->
          network.add(
              "mention of " + source.findings().get(finding).id(),
              2,
              List.of(findings[finding]),
              at -> DiscreteNetwork.binary(at[0] * completeness));
      case Observable.AnyOf(List<Integer> any) ->
          network.add(
              "any of " + any,
              2,
              any.stream().map(it -> findings[it]).toList(),
              at -> DiscreteNetwork.binary(IntStream.of(at).max().orElse(0)));
    };
  }
}
