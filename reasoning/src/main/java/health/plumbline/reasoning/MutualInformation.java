package health.plumbline.reasoning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Mutual information between an unknown finding and the hypothesis, and between it and the presence
 * of a serious condition.
 *
 * <p>Implementation note. H(sum p q) - sum p H(q) over all hypotheses but a tail that together
 * holds less than a millionth (Lindley 1956; for diagnosis Gorry and Barnett 1968). With the
 * entropies H(q) made beforehand that is a dot product of the posterior with one row a value and
 * one with the row of entropies. A finding of a latent group of which something is known uses its
 * probabilities given that knowledge, so a fifth sacroiliac test is not overrated. Floats: the
 * result lies within 1e-5 bits of doubles.
 */
final class MutualInformation {

  /** Hypotheses that together hold less than this are left out of the sums. */
  private static final double LEFT_OUT = 1e-6;

  private final Belief belief;

  /** The hypotheses that count, and for each its posterior and that of a serious one, else 0. */
  private final int[] hypotheses;

  private final float[] all;
  private final FloatRow allRow;
  private final FloatRow serious;

  /** The same over all hypotheses, 0 for those that do not count. */
  private final FloatRow every;

  private final FloatRow everySerious;
  private final double mass;
  private final double pSerious;

  /**
   * Expected information in bits.
   *
   * @param hypothesis about which conditions are the cause
   * @param serious about whether a serious condition is among them
   */
  record Bits(double hypothesis, double serious) {}

  /**
   * @param belief what is believed now
   * @param isSerious whether a hypothesis holds a serious condition
   */
  MutualInformation(Belief belief, boolean[] isSerious) {
    this.belief = belief;
    double[] posterior = belief.posterior();
    this.hypotheses = Tail.without(posterior, LEFT_OUT);
    this.all = new float[hypotheses.length];
    this.serious = new FloatRow(hypotheses.length);
    this.every = new FloatRow(posterior.length);
    this.everySerious = new FloatRow(posterior.length);
    double total = 0;
    double sum = 0;
    for (int i = 0; i < hypotheses.length; i++) {
      int h = hypotheses[i];
      all[i] = (float) posterior[h];
      every.set(h, all[i]);
      total += posterior[h];
      if (isSerious[h]) {
        serious.set(i, all[i]);
        everySerious.set(h, all[i]);
        sum += posterior[h];
      }
    }
    this.allRow = FloatRow.of(all);
    this.mass = total;
    this.pSerious = sum;
  }

  /** The information of an unknown variable. */
  Bits of(int variable) {
    return prepare(variable).bits();
  }

  /** An unknown variable, of which so far only the probabilities of its values are known. */
  Candidate prepare(int variable) {
    if (belief.active(belief.network().variable(variable).group())) {
      return new Candidate(belief.predictive(variable, hypotheses), null);
    }
    return new Candidate(null, belief.network().informationRows(variable));
  }

  /**
   * As {@link #prepare}, for a region that was not marked on the pain map.
   *
   * @param completeness probability c that it would have been marked were it painful; it then hurts
   *     with probability q (1 - c) / (1 - c q)
   */
  Candidate prepareUnmarked(int variable, double completeness) {
    return new Candidate(null, belief.network().unmarkedRows(variable, completeness));
  }

  /**
   * A variable whose information is computed in steps, each of which bounds it from above: its own
   * entropy bounds its information about the hypothesis, and that its information about whether a
   * serious condition is present, which follows from the hypothesis.
   */
  final class Candidate {

    /** Rows of "at least value 1, 2, ..." under the hypotheses that count, or null. */
    private final float @Nullable [][] atLeast;

    private final FloatRow[] tailRows;

    /** Rows of the values under all hypotheses, or null. */
    private final @Nullable InformationRows rows;

    private final double[] marginal;
    private double hypothesisBits = Double.NaN;

    private Candidate(float @Nullable [][] atLeast, @Nullable InformationRows rows) {
      this.atLeast = atLeast;
      this.tailRows = new FloatRow[atLeast == null ? 0 : atLeast.length];
      if (atLeast != null) {
        Arrays.setAll(tailRows, t -> FloatRow.of(atLeast[t]));
      }
      this.rows = rows;
      this.marginal = values(false, mass);
    }

    /** Upper bound of the information in bits: the entropy of the variable. */
    double bound() {
      return entropy(marginal, mass);
    }

    /** Information about the hypothesis in bits. */
    double hypothesisBits() {
      if (Double.isNaN(hypothesisBits)) {
        hypothesisBits = Math.max(0, entropy(marginal, mass) - conditionalEntropy());
      }
      return hypothesisBits;
    }

    /** Information about whether a serious condition is present, in bits. */
    double seriousBits() {
      double[] within = values(true, pSerious);
      double[] outside = new double[within.length];
      for (int v = 0; v < within.length; v++) {
        outside[v] = marginal[v] - within[v];
      }
      double given =
          pSerious * entropy(within, pSerious)
              + (mass - pSerious) * entropy(outside, mass - pSerious);
      return Math.max(0, entropy(marginal, mass) - given / mass);
    }

    Bits bits() {
      return new Bits(hypothesisBits(), seriousBits());
    }

    /** Weight of each value. */
    private double[] values(boolean ofSerious, double total) {
      double[] values;
      float[][] tails = atLeast;
      if (tails != null) {
        values = new double[tails.length + 1];
        for (int v = 1; v < values.length; v++) {
          values[v] = (ofSerious ? serious : allRow).dot(tailRows[v - 1]);
        }
        for (int v = 1; v + 1 < values.length; v++) {
          values[v] -= values[v + 1];
        }
      } else if (rows != null) {
        values = new double[rows.values()];
        for (int v = 1; v < values.length; v++) {
          values[v] = (ofSerious ? everySerious : every).dot(rows.probability(v));
        }
      } else {
        throw new IllegalStateException("a candidate has rows of one kind");
      }
      values[0] = total;
      for (int v = 1; v < values.length; v++) {
        values[0] -= values[v];
      }
      return values;
    }

    private double conditionalEntropy() {
      if (rows != null) {
        return every.dot(rows.entropy()) / mass;
      }
      float[][] tails = atLeast;
      double entropy = 0;
      if (tails != null && tails.length == 1) {
        float[] row = tails[0];
        for (int i = 0; i < row.length; i++) {
          entropy += all[i] * Entropy.binary(row[i]);
        }
      } else if (tails != null) {
        for (int i = 0; i < all.length; i++) {
          double sum = 0;
          double above = 1;
          for (float[] row : tails) {
            sum += Entropy.term(above - row[i]);
            above = row[i];
          }
          entropy += all[i] * (sum + Entropy.term(above));
        }
      }
      return entropy / mass;
    }
  }

  /** Entropy in bits of weights that sum to {@code total}. */
  private static double entropy(double[] weights, double total) {
    double sum = 0;
    for (double weight : weights) {
      sum += total <= 0 ? 0 : Entropy.exactTerm(weight / total);
    }
    return sum;
  }
}
