package health.plumbline.reasoning;

import health.plumbline.reasoning.KeptRows.Slot;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rows of one variable: its likelihood, and what else is reckoned from it, under every
 * hypothesis.
 *
 * <p>Implementation note. They follow from the variable's probabilities alone, so kinds of people
 * for whom these are the same share them: two findings in five differ by neither age nor sex, or by
 * one of them only. For an ordered finding the rows are those of "at least value t" (noisy-MAX as
 * one noisy-OR a threshold, made monotone), for findings of a latent group also the rows of the
 * odds at the centre of the factor (see {@link LatentFactor}).
 */
final class VariableRows {

  private final HypothesisSpace space;
  private final Variable variable;
  private final KeptRows kept;
  private final double[] entropies;
  private final Slot<double[][]> likelihood = new Slot<>();
  private final Slot<double[][]> centralOdds = new Slot<>();
  private final Slot<InformationRows> information = new Slot<>();
  private final Map<Double, Slot<InformationRows>> unmarked = new ConcurrentHashMap<>();

  /**
   * @param kept where rows are kept
   */
  VariableRows(HypothesisSpace space, Variable variable, KeptRows kept) {
    this.space = space;
    this.variable = variable;
    this.kept = kept;
    this.entropies = new double[space.conditions()];
    for (double[] given : variable.given()) {
      for (int d = 0; d < entropies.length; d++) {
        entropies[d] += Entropy.term(given[d]);
      }
    }
  }

  Variable variable() {
    return variable;
  }

  /**
   * Of a binary variable the row of "present"; of an ordered one the rows of "at least value 1, 2,
   * …"; of a nominal one the rows of its values.
   */
  double[][] likelihood() {
    return kept.get(likelihood, this::make, VariableRows::bytes);
  }

  /** As {@link #likelihood}, without keeping them. */
  private double[][] transientLikelihood() {
    double[][] found = kept.peek(likelihood);
    return found == null ? make() : found;
  }

  /** The odds at the centre of the latent factor that belong to {@link #likelihood}. */
  double[][] centralOdds() {
    return kept.get(centralOdds, this::makeCentralOdds, VariableRows::bytes);
  }

  /** What mutual information needs of the variable. */
  InformationRows information() {
    return kept.get(
        information,
        () -> InformationRows.of(space, variable, this::transientLikelihood),
        InformationRows::bytes);
  }

  /**
   * As {@link #information}, for a region that was not marked on the pain map.
   *
   * @param completeness probability that it would have been marked, were it painful
   */
  InformationRows unmarked(double completeness) {
    return kept.get(
        unmarked.computeIfAbsent(completeness, key -> new Slot<>()),
        () -> InformationRows.ofUnmarked(space, this::transientLikelihood, completeness),
        InformationRows::bytes);
  }

  /** The entropy of the variable in bits under each condition alone; not to be written to. */
  double[] entropies() {
    return entropies;
  }

  private static long bytes(double[][] rows) {
    long bytes = 0;
    for (double[] row : rows) {
      bytes += (long) Double.BYTES * row.length;
    }
    return bytes;
  }

  private double[][] makeCentralOdds() {
    LatentFactor factor = LatentFactor.of(variable.loading());
    double[][] source = transientLikelihood();
    double[][] made = new double[source.length][];
    Arrays.setAll(made, t -> factor.centralOdds(source[t]));
    return made;
  }

  private double[][] make() {
    return switch (variable.kind()) {
      case BINARY -> new double[][] {NoisyGate.row(space, variable.leak()[1], variable.given()[1])};
      case ORDERED -> atLeastRows();
      case NOMINAL -> meanRows();
    };
  }

  private double[][] atLeastRows() {
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

  private double[][] meanRows() {
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
