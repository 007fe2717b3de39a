package health.plumbline.benchmark.peers;

import edu.cmu.tetrad.bayes.JunctionTreeAlgorithm;
import health.plumbline.knowledge.Sex;
import health.plumbline.reasoning.SubNetwork;
import health.plumbline.reasoning.SubNetwork.Observation;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import weka.classifiers.bayes.net.MarginCalculator;

/**
 * The same question on the same network, answered by Plumbline and by the exact engines for
 * Bayesian networks that Maven Central has: from fifteen pieces of evidence to the probability of
 * every condition.
 *
 * <p>{@code ask} has everything in place that a program can keep between people (Plumbline: the
 * rows of the findings; the others: the junction tree). {@code fromScratch} makes that first, from
 * the parameters in memory. Nothing is timed unless all three agree. The others are general engines
 * that take any network; Plumbline can do with its own only.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@State(Scope.Benchmark)
public class PeersBenchmark {

  private static final int PIECES = 15;
  private static final double AGREE = 1e-6;

  /** A part of the real network and how the others are given it. */
  public enum Part {
    /** Twelve conditions as one node of 298 sets, 40 findings. */
    SETS_12_40(12, 40, Encoding.Style.SETS),
    /** Seven conditions as a node each, 20 findings as chains of mechanisms. */
    MECHANISMS_7_20(7, 20, Encoding.Style.MECHANISMS);

    private final int conditions;
    private final int findings;
    private final Encoding.Style style;

    Part(int conditions, int findings, Encoding.Style style) {
      this.conditions = conditions;
      this.findings = findings;
      this.style = style;
    }
  }

  /** Which part. */
  @Param public Part part = Part.SETS_12_40;

  private SubNetwork source;
  private List<Observation> evidence;
  private int[] known;
  private int[] values;
  private int[] wanted;
  private WekaEngine weka;
  private TetradEngine tetrad;

  /** Draws nothing yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp
  public PeersBenchmark() {}

  /** Draws the part, and sees that all agree on it. */
  @Setup
  public void setUp() {
    Random random = new Random(1);
    source = new SubNetwork.Source().draw(random, part.conditions, part.findings, 58, Sex.MALE);
    evidence = source.evidence(random, PIECES);
    Encoding encoding = new Encoding(source, part.style);
    known = encoding.nodes(evidence);
    values = Encoding.values(evidence);
    wanted = encoding.conditions();
    weka = new WekaEngine(encoding.network());
    tetrad = new TetradEngine(encoding.network());
    double[] ours = plumblineAsk();
    for (double[][] theirs : List.of(wekaFromScratch(), tetradFromScratch())) {
      for (int d = 0; d < ours.length; d++) {
        if (!(Math.abs(theirs[d][1] - ours[d]) < AGREE)) {
          throw new IllegalStateException(
              source.conditions().get(d) + ": " + theirs[d][1] + " is not " + ours[d]);
        }
      }
    }
  }

  /** Plumbline, rows in place. */
  @Benchmark
  public double[] plumblineAsk() {
    return source.marginals(evidence);
  }

  /** Plumbline, rows made first. */
  @Benchmark
  public double[] plumblineFromScratch() {
    return source.fresh().marginals(evidence);
  }

  /** Weka, junction tree in place. */
  @Benchmark
  public double[][] wekaAsk(WekaTree tree) {
    return WekaEngine.posterior(tree.fresh, known, values, wanted);
  }

  /** Weka, junction tree made first. */
  @Benchmark
  public double[][] wekaFromScratch() {
    return weka.posterior(known, values, wanted);
  }

  /** Tetrad, junction tree in place. */
  @Benchmark
  public double[][] tetradAsk(TetradTree tree) {
    return tetrad.posterior(tree.fresh, known, values, wanted);
  }

  /** Tetrad, junction tree made first. */
  @Benchmark
  public double[][] tetradFromScratch() {
    return tetrad.posterior(known, values, wanted);
  }

  /** A tree of Weka's for each question, since it cannot forget. */
  @State(Scope.Benchmark)
  public static class WekaTree {

    private MarginCalculator fresh = new MarginCalculator();

    /** Builds it. */
    @Setup(Level.Invocation)
    public void build(PeersBenchmark benchmark) {
      fresh = benchmark.weka.tree();
    }
  }

  /** A tree of Tetrad's for each question. */
  @State(Scope.Benchmark)
  public static class TetradTree {

    @SuppressWarnings("NullAway.Init") // JMH calls build
    private JunctionTreeAlgorithm fresh;

    /** Builds it. */
    @Setup(Level.Invocation)
    public void build(PeersBenchmark benchmark) {
      fresh = benchmark.tetrad.tree();
    }
  }
}
