package health.plumbline.benchmark;

import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Vocabulary;
import health.plumbline.reasoning.Assessment;
import health.plumbline.reasoning.Assessor;
import health.plumbline.reasoning.NextQuestion;
import health.plumbline.reasoning.QuickAssessment;
import health.plumbline.reasoning.Workbench;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the steps of an assessment cost on one core, on the real network of 41 conditions and 11,521
 * hypotheses, with the rows of the network in place.
 *
 * <p>The two updates hold the copy of the prior that each starts from, since an answer changes the
 * belief in place; {@link #copyOfPrior} is what to take off.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m"})
@State(Scope.Benchmark)
public class InferenceBenchmark {

  private final KnowledgeBase knowledge = KnowledgeBase.load();
  private final Workbench workbench = new Workbench(knowledge);
  private final Assessor assessor = workbench.assessor();
  private final Presentation stranger;
  private final Presentation after10;
  private final Presentation after30;
  private final double[] prior;
  private final Object ungrouped;
  private final Object grouped;
  private final Object groupedNext;
  private final Workbench.State stateAfter10;
  private final Workbench.State stateAfter30;

  /** Makes the people and what is believed of them. */
  public InferenceBenchmark() {
    Vocabulary vocabulary = knowledge.vocabulary();
    stranger = People.withAnswers(vocabulary, 0);
    after10 = People.withAnswers(vocabulary, 10);
    after30 = People.withAnswers(vocabulary, 30);
    prior = workbench.prior(stranger);
    ungrouped = evidence(People.withOnly(vocabulary, "duration-weeks", "26"), false);
    grouped = evidence(People.withOnly(vocabulary, "faber-positive", "yes"), true);
    groupedNext = evidence(People.withOnly(vocabulary, "thigh-thrust-positive", "no"), true);
    stateAfter10 = workbench.believe(after10, prior);
    stateAfter30 = workbench.believe(after30, prior);
  }

  private Object evidence(Presentation person, boolean isGrouped) {
    Object evidence = workbench.onlyEvidence(person);
    if (workbench.isGrouped(person, evidence) != isGrouped) {
      throw new IllegalStateException(
          evidence + " must " + (isGrouped ? "" : "not ") + "be grouped");
    }
    return evidence;
  }

  /** What every update below holds besides the update. */
  @Benchmark
  public Object copyOfPrior() {
    return workbench.begin(stranger, prior);
  }

  /** One answer's update: a finding that stands alone. */
  @Benchmark
  public Object updateUngrouped() {
    return workbench.observe(workbench.begin(stranger, prior), ungrouped);
  }

  /** One answer's update: the first known finding of a correlated group. */
  @Benchmark
  public Object updateGrouped() {
    return workbench.observe(workbench.begin(stranger, prior), grouped);
  }

  /** Two answers' updates within one correlated group. */
  @Benchmark
  public Object updateGroupedTwice() {
    return workbench.observe(
        workbench.observe(workbench.begin(stranger, prior), grouped), groupedNext);
  }

  /** The information of all unanswered findings after ten answers. */
  @Benchmark
  public List<NextQuestion> information() {
    return workbench.rank(stateAfter10, after10, Assessor.QUESTIONS_AND_EXAMINATION);
  }

  /** A case of 30 findings scored: belief and marginals, no rules. */
  @Benchmark
  public double[] posteriorOf30() {
    return workbench.marginals(workbench.believe(after30, prior));
  }

  /** A case of 30 findings scored as in a large batch: marginals, ranking and rules of urgency. */
  @Benchmark
  public QuickAssessment quickAssessmentOf30() {
    return assessor.assessQuickly(after30, Setting.PRIMARY);
  }

  /** A full assessment: weights, intervals, links and next questions too. */
  @Benchmark
  public Assessment assessmentOf30() {
    return assessor.assess(after30, Setting.PRIMARY);
  }

  /** Credible intervals of all conditions, 30 findings known. */
  @Benchmark
  public Interval[] intervalsOf30() {
    return workbench.intervals(stateAfter30);
  }

  /** The prior of a kind of person met for the first time. */
  @Benchmark
  public double[] prior(Forgetful forgetful) {
    return forgetful.prior.fit(58, Sex.MALE);
  }

  /** A prior model that remembers nothing of the calls before. */
  @State(Scope.Benchmark)
  public static class Forgetful {

    private final Workbench workbench = new Workbench(KnowledgeBase.load());
    private Workbench.FreshPrior prior = workbench.freshPrior();

    /** Forgets. */
    @Setup(Level.Invocation)
    public void forget() {
      prior = workbench.freshPrior();
    }
  }
}
