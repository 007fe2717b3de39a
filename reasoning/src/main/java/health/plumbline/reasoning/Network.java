package health.plumbline.reasoning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of every value of every finding under every hypothesis, for one kind of person.
 *
 * <p>Implementation note. An answer is one pass over the hypotheses. For a yes-or-no finding the
 * pass reckons the row as it goes ({@link NoisyGate}); of other findings and for latent groups rows
 * of doubles are kept while there is room ({@link VariableRows}).
 */
final class Network {

  /** No value is impossible: a slip of the tongue has at least this probability. */
  static final double FLOOR = 1e-4;

  private final HypothesisSpace space;
  private final List<VariableRows> variables;
  private final List<Variable> described;
  private final Map<String, Integer> indices = new HashMap<>();
  private final int groups;

  /** A network on its own, which keeps all its rows. */
  Network(HypothesisSpace space, List<Variable> variables, int groups) {
    this(groups, space, ofItsOwn(space, variables));
  }

  /** A network whose rows may belong to other networks too. */
  Network(int groups, HypothesisSpace space, List<VariableRows> variables) {
    this.space = space;
    this.variables = List.copyOf(variables);
    this.described = this.variables.stream().map(VariableRows::variable).toList();
    this.groups = groups;
    for (int v = 0; v < described.size(); v++) {
      indices.put(described.get(v).id(), v);
    }
  }

  private static List<VariableRows> ofItsOwn(HypothesisSpace space, List<Variable> variables) {
    KeptRows kept = new KeptRows(Long.MAX_VALUE);
    return variables.stream().map(variable -> new VariableRows(space, variable, kept)).toList();
  }

  HypothesisSpace space() {
    return space;
  }

  List<Variable> variables() {
    return described;
  }

  Variable variable(int index) {
    return described.get(index);
  }

  /** The index of the variable of a finding, empty if there is none. */
  Optional<Integer> find(String findingId) {
    return Optional.ofNullable(indices.get(findingId));
  }

  int groups() {
    return groups;
  }

  /**
   * The kept rows of a variable: for a binary one the row of "present"; for an ordered one the rows
   * of "at least value 1, 2, …"; for a nominal one the rows of its values.
   */
  double[][] rows(int index) {
    return variables.get(index).likelihood();
  }

  /** The odds at the centre of the latent factor that belong to {@link #rows}. */
  double[][] centralOdds(int index) {
    return variables.get(index).centralOdds();
  }

  boolean binary(int index) {
    return described.get(index).kind() == Variable.Kind.BINARY;
  }

  /** Multiplies {@code out} by the likelihood of a value, the latent factor summed out. */
  void multiplyLikelihood(int index, int value, double[] out) {
    Variable variable = described.get(index);
    if (binary(index)) {
      NoisyGate.multiply(space, List.of(factor(index, value)), out);
      return;
    }
    double[][] kept = rows(index);
    if (variable.kind() == Variable.Kind.NOMINAL) {
      RowMath.multiply(out, kept[value]);
      return;
    }
    double @Nullable [] atLeast = value == 0 ? null : kept[value - 1];
    double @Nullable [] above = value == variable.values() - 1 ? null : kept[value];
    for (int h = 0; h < out.length; h++) {
      double p = (atLeast == null ? 1 : atLeast[h]) - (above == null ? 0 : above[h]);
      out[h] *= Math.max(p, FLOOR);
    }
  }

  /** The likelihood of a value of a binary variable, the latent factor summed out. */
  NoisyGate.Factor factor(int index, int value) {
    Variable variable = described.get(index);
    return new NoisyGate.Factor(
        variable.leak()[1], variable.given()[1], 1 - value, value == 1 ? 1 : -1);
  }

  /**
   * The likelihood that a region was not marked on the pain map.
   *
   * @param completeness probability that it would have been marked, were it painful
   */
  NoisyGate.Factor unmarkedFactor(int index, double completeness) {
    Variable region = described.get(index);
    return new NoisyGate.Factor(region.leak()[1], region.given()[1], 1, -completeness);
  }

  /** What mutual information needs of a variable. */
  InformationRows informationRows(int index) {
    return variables.get(index).information();
  }

  /**
   * As {@link #informationRows}, for a region that was not marked on the pain map.
   *
   * @param completeness probability that it would have been marked, were it painful
   */
  InformationRows unmarkedRows(int index, double completeness) {
    return variables.get(index).unmarked(completeness);
  }

  /** The entropy of a variable in bits under each condition alone. */
  double[] entropies(int index) {
    return variables.get(index).entropies();
  }
}
