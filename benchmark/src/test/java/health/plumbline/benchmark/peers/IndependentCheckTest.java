package health.plumbline.benchmark.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.knowledge.Sex;
import health.plumbline.reasoning.SubNetwork;
import health.plumbline.reasoning.SubNetwork.Observable;
import health.plumbline.reasoning.SubNetwork.Observation;
import health.plumbline.reasoning.SubNetwork.Parameters;
import health.plumbline.reasoning.SubNetwork.Scale;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Plumbline's posterior agrees to 1e-6 with that of exact engines by other hands, on parts of the
 * real network of up to 12 conditions and 40 findings, for 1,000 random bodies of evidence of one
 * to fifteen pieces.
 *
 * <p>What makes it independent. Shared are the parameters alone: the prior of each set of
 * conditions (what {@code PriorModel} makes of the shares is not under test here), each finding's
 * leak and its probabilities under one condition, the loadings. From there on nothing is: what
 * several causes do together is told anew in {@link Story}, or left to the engine ({@link
 * Encoding.Style#MECHANISMS}, where no table holds more than one cause); the factor's points and
 * weights are another source's, its offsets are found by halving intervals; the factors, the
 * findings that nobody asked for, the places behind "some of these" and an unmentioned place are
 * nodes that the engine sums out; and the inference is a junction tree by other authors. Tetrad's
 * follows the design of Weka's, so the two are not independent of each other: Weka bears the
 * number, Tetrad guards against a slip in one's handling.
 *
 * <p>What it cannot see: an error in the parameters, or in the meaning of the model that {@link
 * Story} and the core share.
 */
final class IndependentCheckTest {

  private static final double TOLERANCE = 1e-6;
  private static final int MOST_PIECES = 15;

  private final SubNetwork.Source source = new SubNetwork.Source();

  /** What was met, so that the check cannot pass by meeting nothing. */
  private static final class Tally {
    private int bodies;
    private int moved;
    private int ordered;
    private int nominal;
    private int pairsOfOneGroup;
    private int mentions;
    private int unions;
    private int inhibited;
    private int mostConditions;
    private int mostFindings;

    void add(SubNetwork network, List<Observation> evidence) {
      bodies++;
      mostConditions = Math.max(mostConditions, network.conditions().size());
      mostFindings = Math.max(mostFindings, network.findings().size());
      List<Observable> known =
          evidence.stream().map(it -> network.observables().get(it.observable())).toList();
      List<Parameters> values =
          known.stream()
              .filter(it -> it instanceof Observable.Value)
              .map(it -> network.findings().get(it.findings().getFirst()))
              .toList();
      ordered += any(values.stream().anyMatch(it -> it.scale() == Scale.ORDERED));
      nominal += any(values.stream().anyMatch(it -> it.scale() == Scale.NOMINAL));
      long grouped = values.stream().filter(it -> it.group() >= 0).count();
      long groups =
          values.stream().mapToInt(Parameters::group).filter(g -> g >= 0).distinct().count();
      pairsOfOneGroup += any(grouped > groups);
      mentions += any(known.stream().anyMatch(it -> it instanceof Observable.Mention));
      unions += any(known.stream().anyMatch(it -> it instanceof Observable.AnyOf));
      inhibited += any(values.stream().anyMatch(Tally::isInhibited));
    }

    private static boolean isInhibited(Parameters it) {
      if (it.scale() != Scale.BINARY) {
        return false;
      }
      boolean lower = false;
      boolean higher = false;
      for (double p : it.given()[1]) {
        lower |= p < it.leak()[1];
        higher |= p > it.leak()[1];
      }
      return lower && higher;
    }

    private static int any(boolean met) {
      return met ? 1 : 0;
    }
  }

  private Tally check(
      int seed,
      int networks,
      int bodies,
      int most,
      int fewestFindings,
      int mostFindings,
      Encoding.Style style,
      Function<DiscreteNetwork, Engine> make) {
    Random random = new Random(seed);
    Tally tally = new Tally();
    for (int n = 0; n < networks; n++) {
      SubNetwork network =
          source.draw(
              random,
              4 + n % (most - 3),
              n % 4 == 0 ? mostFindings : random.nextInt(fewestFindings, mostFindings + 1));
      Encoding encoding = new Encoding(network, style);
      Engine engine = make.apply(encoding.network());
      double[] prior = network.marginals(List.of());
      for (int b = 0; b < bodies; b++) {
        List<Observation> evidence = network.evidence(random, random.nextInt(1, MOST_PIECES + 1));
        double[] ours = network.marginals(evidence);
        double[][] theirs =
            engine.posterior(
                encoding.nodes(evidence), Encoding.values(evidence), encoding.conditions());
        tally.add(network, evidence);
        double farthest = 0;
        for (int d = 0; d < ours.length; d++) {
          assertThat(ours[d])
              .as("%s, network %d, body %d: %s", style, n, b, network.conditions().get(d))
              .isCloseTo(theirs[d][1], within(TOLERANCE));
          farthest = Math.max(farthest, Math.abs(ours[d] - prior[d]));
        }
        tally.moved += Tally.any(farthest > 0.01);
      }
    }
    return tally;
  }

  @Test
  void wekaAgreesWhereItSumsOverSets() {
    Tally met = check(1, 90, 6, 12, 20, 40, Encoding.Style.SETS, WekaEngine::new);
    assertThat(met.bodies).isEqualTo(540);
    assertThat(met.mostConditions).isEqualTo(12);
    assertThat(met.mostFindings).isEqualTo(40);
    assertThat(met.moved).isGreaterThan(400);
    assertThat(List.of(met.ordered, met.pairsOfOneGroup, met.mentions, met.inhibited))
        .allSatisfy(times -> assertThat(times).isGreaterThan(50));
    assertThat(List.of(met.nominal, met.unions))
        .allSatisfy(times -> assertThat(times).isGreaterThan(20));
  }

  @Test
  void wekaAgreesWhereItCombinesTheCausesItself() {
    Tally met = check(2, 60, 6, 7, 12, 20, Encoding.Style.MECHANISMS, WekaEngine::new);
    assertThat(met.bodies).isEqualTo(360);
    assertThat(met.moved).isGreaterThan(250);
    assertThat(met.inhibited).isGreaterThan(50);
  }

  @Test
  void tetradAgreesWhereItSumsOverSets() {
    Tally met = check(3, 10, 5, 8, 20, 40, Encoding.Style.SETS, TetradEngine::new);
    assertThat(met.bodies).isEqualTo(50);
    assertThat(met.pairsOfOneGroup).isPositive();
  }

  @Test
  void tetradAgreesWhereItCombinesTheCausesItself() {
    Tally met = check(4, 10, 5, 6, 12, 20, Encoding.Style.MECHANISMS, TetradEngine::new);
    assertThat(met.bodies).isEqualTo(50);
    assertThat(met.inhibited).isPositive();
  }

  /** All 41 conditions, the 11,521 sets of the real space; few findings, for the engine's sake. */
  @Test
  void wekaAgreesOnAllConditions() {
    Random random = new Random(5);
    SubNetwork network = source.draw(random, 41, 10, 58, Sex.FEMALE);
    Encoding encoding = new Encoding(network, Encoding.Style.SETS);
    List<Observation> evidence = network.evidence(random, 6);
    double[][] theirs =
        new WekaEngine(encoding.network())
            .posterior(encoding.nodes(evidence), Encoding.values(evidence), encoding.conditions());
    double[] ours = network.marginals(evidence);
    for (int d = 0; d < ours.length; d++) {
      assertThat(ours[d])
          .as(network.conditions().get(d))
          .isCloseTo(theirs[d][1], within(TOLERANCE));
    }
  }

  /** The tolerance is narrow enough: a probability moved by a thousandth of itself is noticed. */
  @Test
  void aSmallErrorIsNoticed() {
    Random random = new Random(6);
    int noticed = 0;
    for (int n = 0; n < 20; n++) {
      SubNetwork network = source.draw(random, 5, 12);
      Encoding encoding = new Encoding(network, Encoding.Style.SETS);
      List<Observation> evidence = network.evidence(random, 3);
      int[] nodes = encoding.nodes(evidence);
      double[][] table = encoding.network().nodes().get(nodes[0]).table();
      for (int r = 0; r < table.length; r += 2) {
        double moved = table[r][0] * 0.001;
        table[r][0] -= moved;
        table[r][1] += moved;
      }
      double[] ours = network.marginals(evidence);
      double[][] theirs =
          new WekaEngine(encoding.network())
              .posterior(nodes, Encoding.values(evidence), encoding.conditions());
      double farthest = 0;
      for (int d = 0; d < ours.length; d++) {
        farthest = Math.max(farthest, Math.abs(ours[d] - theirs[d][1]));
      }
      noticed += farthest > TOLERANCE ? 1 : 0;
    }
    assertThat(noticed).isGreaterThan(15);
  }
}
