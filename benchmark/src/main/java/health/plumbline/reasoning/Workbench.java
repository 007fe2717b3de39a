package health.plumbline.reasoning;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.List;
import java.util.Set;

/**
 * The inner parts of the inference core on the real network, opened for measuring only.
 *
 * <p>In the package of the core, since those parts are no public interface and are not to become
 * one for the sake of a benchmark.
 */
public final class Workbench {

  private static final Setting SETTING = Setting.PRIMARY;

  private final KnowledgeBase knowledge;
  private final Assessor assessor;
  private final ConditionIndex conditions;
  private final HypothesisSpace space;
  private final Networks networks;
  private final EvidenceCollector collector;
  private final QuestionChooser chooser;
  private final CredibleIntervals intervals;

  /** Opens the parts on a knowledge base. */
  public Workbench(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.assessor = Assessor.of(knowledge);
    this.conditions = new ConditionIndex(knowledge);
    this.space = new HypothesisSpace(conditions.size());
    this.networks = new Networks(knowledge, space, conditions);
    this.collector = new EvidenceCollector(knowledge, networks);
    this.chooser = new QuestionChooser(knowledge, networks, conditions, space);
    this.intervals = new CredibleIntervals(knowledge, space, conditions);
  }

  /** What is believed of a person, closed to the outside. */
  public static final class State {

    private final Belief belief;

    private State(Belief belief) {
      this.belief = belief;
    }
  }

  /** A prior model on which nothing has been computed yet. */
  public static final class FreshPrior {

    private final PriorModel model;

    private FreshPrior(PriorModel model) {
      this.model = model;
    }

    /** The prior of a person, found by iterative proportional fitting. */
    public double[] fit(int age, Sex sex) {
      return model.prior(SETTING, age, sex);
    }
  }

  /** The assessor as everybody uses it. */
  public Assessor assessor() {
    return assessor;
  }

  /** A prior model that holds nothing computed before. */
  public FreshPrior freshPrior() {
    return new FreshPrior(new PriorModel(knowledge, space, conditions));
  }

  /** The prior of a person as one probability a hypothesis, with no hypothesis computed twice. */
  public double[] prior(Presentation person) {
    return new PriorModel(knowledge, space, conditions).prior(SETTING, person.age(), person.sex());
  }

  /** A belief that holds a prior only: one copy of an array of 11,521 numbers. */
  public State begin(Presentation person, double[] prior) {
    return new State(new Belief(networks.network(AgeBand.of(person.age()), person.sex()), prior));
  }

  /** The one piece of evidence of a person of whom one finding is known. */
  public Object onlyEvidence(Presentation person) {
    List<Evidence> evidence = collector.collect(person);
    if (evidence.size() != 1) {
      throw new IllegalArgumentException("one piece of evidence is needed, not " + evidence.size());
    }
    return evidence.getFirst();
  }

  /** Whether a piece of evidence belongs to a group of correlated findings. */
  public boolean isGrouped(Presentation person, Object evidence) {
    return evidence instanceof Evidence.Known known
        && networks
                .network(AgeBand.of(person.age()), person.sex())
                .variable(known.variable())
                .group()
            >= 0;
  }

  /** Takes in one answer. */
  public State observe(State state, Object evidence) {
    state.belief.observe((Evidence) evidence);
    return state;
  }

  /** The belief after all that is known of a person. */
  public State believe(Presentation person, double[] prior) {
    State state = begin(person, prior);
    state.belief.observeAll(collector.collect(person));
    return state;
  }

  /** The marginal posterior of every condition. */
  public double[] marginals(State state) {
    return state.belief.marginals();
  }

  /** The information of every unanswered finding, and the best eight of them. */
  public List<NextQuestion> rank(State state, Presentation person, Set<Finding.Role> roles) {
    return chooser.rank(state.belief, person, roles, Set.of(), 8);
  }

  /** Credible intervals of all conditions. */
  public Interval[] intervals(State state) {
    return intervals.of(
        state.belief,
        SETTING,
        (variable, value) -> {
          Variable described = state.belief.network().variable(variable);
          return networks
              .bins(described.id())
              .map(bins -> bins.values().get(value))
              .orElse(value == 1 ? "yes" : "no");
        });
  }
}
