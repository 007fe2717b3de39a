package health.plumbline.reasoning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of every value of every finding under every hypothesis, for one kind of person.
 *
 * <p>Implementation note. Rows of doubles [finding][hypothesis], made when first asked for and
 * kept: an answer is then one pass over one row, which is as fast as memory allows. For an ordered
 * finding the kept rows are those of "at least value t" (noisy-MAX as one noisy-OR a threshold,
 * made monotone), for findings of a latent group also the rows of the odds at the centre of the
 * factor (see {@link LatentFactor}).
 */
final class Network {

  /** No value is impossible: a slip of the tongue has at least this probability. */
  static final double FLOOR = 1e-4;

  private final HypothesisSpace space;
  private final List<Variable> variables;
  private final Map<String, Integer> indices = new HashMap<>();
  private final int groups;
  private final AtomicReferenceArray<double[][]> rows;
  private final AtomicReferenceArray<double[][]> odds;
  private final AtomicReferenceArray<InformationRows> information;
  private final Map<Unmarked, InformationRows> unmarked = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<double[]> entropies;

  private record Unmarked(int index, double completeness) {}

  Network(HypothesisSpace space, List<Variable> variables, int groups) {
    this.space = space;
    this.variables = List.copyOf(variables);
    this.groups = groups;
    this.rows = new AtomicReferenceArray<>(variables.size());
    this.odds = new AtomicReferenceArray<>(variables.size());
    this.information = new AtomicReferenceArray<>(variables.size());
    this.entropies = new AtomicReferenceArray<>(variables.size());
    for (int v = 0; v < this.variables.size(); v++) {
      indices.put(this.variables.get(v).id(), v);
    }
  }

  HypothesisSpace space() {
    return space;
  }

  List<Variable> variables() {
    return variables;
  }

  Variable variable(int index) {
    return variables.get(index);
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
    return kept(rows, index, this::makeRows);
  }

  /** Makes what is not kept yet, once: two people who need the same rows do not make them twice. */
  private <T> T kept(AtomicReferenceArray<T> kept, int index, IntFunction<T> make) {
    T found = kept.get(index);
    if (found == null) {
      synchronized (variables.get(index)) {
        found = kept.get(index);
        if (found == null) {
          found = make.apply(index);
          kept.set(index, found);
        }
      }
    }
    return found;
  }

  /** As {@link #rows}, without keeping them. */
  double[][] transientRows(int index) {
    double[][] cached = rows.get(index);
    return cached == null ? makeRows(index) : cached;
  }

  /** The odds at the centre of the latent factor that belong to {@link #rows}. */
  double[][] centralOdds(int index) {
    return kept(odds, index, this::makeCentralOdds);
  }

  private double[][] makeCentralOdds(int index) {
    LatentFactor factor = LatentFactor.of(variables.get(index).loading());
    double[][] source = transientRows(index);
    double[][] made = new double[source.length][];
    Arrays.setAll(made, t -> factor.centralOdds(source[t]));
    return made;
  }

  /** Multiplies {@code out} by the likelihood of a value, the latent factor summed out. */
  void multiplyLikelihood(int index, int value, double[] out) {
    Variable variable = variables.get(index);
    double[][] kept = rows(index);
    int last = variable.values() - 1;
    switch (variable.kind()) {
      case BINARY -> {
        if (value == 1) {
          RowMath.multiply(out, kept[0]);
        } else {
          RowMath.multiplyComplement(out, 1, kept[0]);
        }
      }
      case ORDERED -> {
        double @Nullable [] atLeast = value == 0 ? null : kept[value - 1];
        double @Nullable [] above = value == last ? null : kept[value];
        for (int h = 0; h < out.length; h++) {
          double p = (atLeast == null ? 1 : atLeast[h]) - (above == null ? 0 : above[h]);
          out[h] *= Math.max(p, FLOOR);
        }
      }
      case NOMINAL -> RowMath.multiply(out, kept[value]);
    }
  }

  /** Divides {@code out} by the likelihood of a value, the latent factor summed out. */
  void divideLikelihood(int index, int value, double[] out) {
    if (variables.get(index).kind() != Variable.Kind.BINARY) {
      double[] likelihood = new double[out.length];
      Arrays.fill(likelihood, 1);
      multiplyLikelihood(index, value, likelihood);
      RowMath.divide(out, likelihood);
    } else if (value == 1) {
      RowMath.divide(out, rows(index)[0]);
    } else {
      RowMath.divideComplement(out, 1, rows(index)[0]);
    }
  }

  /** Multiplies {@code out} by the likelihood of a value at one node of the latent factor. */
  void multiplyLikelihood(int index, int value, int node, double[] out) {
    Variable variable = variables.get(index);
    double ratio = LatentFactor.of(variable.loading()).oddsRatio(node);
    multiplyLikelihood(variable, value, centralOdds(index), ratio, out, 0, out.length);
  }

  /**
   * Multiplies the cells from {@code from} up to {@code to} by the likelihood of a value at a node.
   *
   * @param central rows of the variable's central odds
   * @param ratio the node's odds ratio
   */
  static void multiplyLikelihood(
      Variable variable,
      int value,
      double[][] central,
      double ratio,
      double[] out,
      int from,
      int to) {
    int last = variable.values() - 1;
    switch (variable.kind()) {
      case BINARY -> {
        double[] present = central[0];
        if (value == 1) {
          for (int h = from; h < to; h++) {
            double o = present[h] * ratio;
            out[h] *= o / (1 + o);
          }
        } else {
          for (int h = from; h < to; h++) {
            out[h] /= 1 + present[h] * ratio;
          }
        }
      }
      case ORDERED -> {
        double @Nullable [] atLeast = value == 0 ? null : central[value - 1];
        double @Nullable [] above = value == last ? null : central[value];
        for (int h = from; h < to; h++) {
          double p = 1;
          if (atLeast != null) {
            double o = atLeast[h] * ratio;
            p = o / (1 + o);
          }
          if (above != null) {
            double o = above[h] * ratio;
            p -= o / (1 + o);
          }
          out[h] *= Math.max(p, FLOOR);
        }
      }
      case NOMINAL ->
          throw new IllegalArgumentException(
              variable.id() + " has values without order and cannot share a latent factor");
    }
  }

  /**
   * What mutual information needs of a variable, as floats: they are kept for every variable, and
   * half the memory is twice the speed here.
   */
  InformationRows informationRows(int index) {
    return kept(information, index, each -> InformationRows.of(this, each));
  }

  /**
   * As {@link #informationRows}, for a region that was not marked on the pain map.
   *
   * @param completeness probability that it would have been marked, were it painful
   */
  InformationRows unmarkedRows(int index, double completeness) {
    return unmarked.computeIfAbsent(
        new Unmarked(index, completeness),
        key -> InformationRows.ofUnmarked(transientRows(index)[0], completeness));
  }

  /** The entropy of a variable in bits under each condition alone. */
  double[] entropies(int index) {
    return kept(entropies, index, this::makeEntropies);
  }

  private double[] makeEntropies(int index) {
    double[] made = new double[space.conditions()];
    for (double[] given : variables.get(index).given()) {
      for (int d = 0; d < made.length; d++) {
        made[d] += Entropy.term(given[d]);
      }
    }
    return made;
  }

  private double[][] makeRows(int index) {
    Variable variable = variables.get(index);
    return switch (variable.kind()) {
      case BINARY -> new double[][] {NoisyGate.row(space, variable.leak()[1], variable.given()[1])};
      case ORDERED -> atLeastRows(variable);
      case NOMINAL -> meanRows(variable);
    };
  }

  private double[][] atLeastRows(Variable variable) {
    int n = space.conditions();
    double[][] made = new double[variable.values() - 1][];
    double leak = 0;
    double[] given = new double[n];
    for (int value = variable.values() - 1; value >= 1; value--) {
      leak += variable.leak()[value];
      for (int d = 0; d < n; d++) {
        given[d] += variable.given()[value][d];
      }
      double[] clipped = new double[n];
      for (int d = 0; d < n; d++) {
        clipped[d] = Math.min(given[d], 1);
      }
      made[value - 1] = NoisyGate.row(space, Math.min(leak, 1), clipped);
    }
    // With inhibited and raising causes together "at least 2" could pass "at least 1": cap it.
    for (int t = 1; t < made.length; t++) {
      for (int h = 0; h < space.size(); h++) {
        made[t][h] = Math.min(made[t][h], made[t - 1][h]);
      }
    }
    return made;
  }

  private double[][] meanRows(Variable variable) {
    double[][] made = new double[variable.values()][space.size()];
    for (int h = 0; h < space.size(); h++) {
      byte[] members = space.members(h);
      for (int value = 0; value < made.length; value++) {
        double sum = 0;
        for (byte d : members) {
          sum += variable.given()[value][d];
        }
        made[value][h] = sum / members.length;
      }
    }
    return made;
  }
}
