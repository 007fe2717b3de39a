package health.plumbline.reasoning;

import java.util.Arrays;

/**
 * The likelihood of one known finding in every draw of the parameters, over that at their point
 * values.
 *
 * <p>Implementation note. {@link NoisyGate} with all draws of a condition side by side, so that
 * every step is the same arithmetic on whole rows of draws. A condition that is the only cause has
 * its own probability as it is; the factors with which causes combine are made only for conditions
 * that share a hypothesis.
 */
final class MovedFinding {

  private final HypothesisSpace space;
  private final int[] hypotheses;

  /** Whether a condition is in one of the hypotheses together with others. */
  private final boolean[] combines;

  private final double[] leak;
  private final double[] overLeak;
  private final double[] overComplement;
  private final double[][] probability;
  private final double[][] pass;
  private final double[][] keep;
  private final double[] none;
  private double pointLeak;
  private double[] pointGiven = {};

  /**
   * @param hypotheses the hypotheses whose weights are wanted
   */
  MovedFinding(HypothesisSpace space, int[] hypotheses, int draws) {
    this.space = space;
    this.hypotheses = hypotheses;
    this.combines = new boolean[space.conditions()];
    for (int h : hypotheses) {
      byte[] members = space.members(h);
      for (byte d : members) {
        combines[d] |= members.length > 1;
      }
    }
    leak = new double[draws];
    overLeak = new double[draws];
    overComplement = new double[draws];
    probability = new double[combines.length][draws];
    pass = new double[combines.length][draws];
    keep = new double[combines.length][draws];
    none = new double[draws];
    Arrays.fill(none, 1);
  }

  /**
   * Turns to another finding.
   *
   * @param point its leak
   * @param given its probability under each condition alone
   * @param factors by which the odds move, a row for each condition and one for the leak
   */
  void move(double point, double[] given, float[][] factors) {
    pointLeak = point;
    pointGiven = given;
    move(point, factors[given.length], leak);
    invert(leak, overLeak, overComplement);
    for (int d = 0; d < given.length; d++) {
      move(given[d], factors[d], probability[d]);
      if (combines[d]) {
        strengths(probability[d], overLeak, overComplement, pass[d], keep[d]);
      }
    }
  }

  /**
   * Multiplies the weights of the hypotheses by their likelihood over that at the point values.
   *
   * @param absent whether the finding is absent
   * @param weights for each hypothesis a weight in every draw
   */
  void multiply(boolean absent, double[][] weights) {
    for (int i = 0; i < hypotheses.length; i++) {
      byte[] members = space.members(hypotheses[i]);
      double p = NoisyGate.probability(pointLeak, pointGiven, members);
      // With P(absent) as x the likelihood is x or 1 - x.
      double scale = absent ? 1 / (1 - p) : 1 / p;
      double offset = absent ? 0 : scale;
      double sign = absent ? scale : -scale;
      if (members.length == 1) {
        multiplyAlone(probability[members[0]], offset + sign, -sign, weights[i]);
      } else {
        int a = members[0];
        int b = members[1];
        double[] passC = members.length > 2 ? pass[members[2]] : none;
        double[] keepC = members.length > 2 ? keep[members[2]] : none;
        multiply(leak, pass[a], pass[b], passC, keep[a], keep[b], keepC, offset, sign, weights[i]);
      }
    }
  }

  private static void move(double p, float[] factors, double[] out) {
    double odds = p / (1 - p);
    for (int draw = 0; draw < out.length; draw++) {
      double moved = odds * factors[draw];
      out[draw] =
          Math.max(
              CredibleIntervals.SMALLEST,
              Math.min(1 - CredibleIntervals.SMALLEST, moved / (1 + moved)));
    }
  }

  private static void invert(double[] leak, double[] overLeak, double[] overComplement) {
    for (int draw = 0; draw < leak.length; draw++) {
      overLeak[draw] = 1 / leak[draw];
      overComplement[draw] = 1 / (1 - leak[draw]);
    }
  }

  /** As {@link NoisyGate#strengths}: what does not raise passes whole, and the reverse. */
  private static void strengths(
      double[] p, double[] overLeak, double[] overComplement, double[] pass, double[] keep) {
    for (int draw = 0; draw < pass.length; draw++) {
      pass[draw] = Math.min(1, (1 - p[draw]) * overComplement[draw]);
      keep[draw] = Math.min(1, p[draw] * overLeak[draw]);
    }
  }

  private static void multiplyAlone(double[] p, double offset, double factor, double[] out) {
    for (int draw = 0; draw < out.length; draw++) {
      out[draw] *= offset + factor * p[draw];
    }
  }

  private static void multiply(
      double[] leak,
      double[] passA,
      double[] passB,
      double[] passC,
      double[] keepA,
      double[] keepB,
      double[] keepC,
      double offset,
      double sign,
      double[] out) {
    for (int draw = 0; draw < out.length; draw++) {
      double absent =
          (1 - leak[draw] * keepA[draw] * keepB[draw] * keepC[draw])
              * (passA[draw] * passB[draw] * passC[draw]);
      out[draw] *= offset + sign * absent;
    }
  }
}
