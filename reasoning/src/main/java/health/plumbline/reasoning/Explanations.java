package health.plumbline.reasoning;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Phrases;

/** Says why a question is worth asking: which of the leading conditions its answer tells apart. */
final class Explanations {

  /** Conditions below this probability are not worth telling apart. */
  private static final double LEAST = 0.02;

  /** Odds ratio between two conditions below which a yes does not tell them apart. */
  private static final double CONTRAST = 1.5;

  private final KnowledgeBase knowledge;
  private final ConditionIndex conditions;
  private final Phrases phrases;

  Explanations(KnowledgeBase knowledge, ConditionIndex conditions, Phrases phrases) {
    this.knowledge = knowledge;
    this.conditions = conditions;
    this.phrases = phrases;
  }

  /** The question with its reason. */
  NextQuestion explain(NextQuestion question, Belief belief) {
    return belief
        .network()
        .find(question.findingId())
        .map(index -> withWhy(question, why(belief.network().variable(index), belief)))
        .orElse(question);
  }

  private String why(Variable variable, Belief belief) {
    double[] marginals = belief.marginals();
    int top = variable.values() - 1;
    double mean = 0;
    double mass = 0;
    for (int d = 0; d < marginals.length; d++) {
      mean += marginals[d] * variable.given()[top][d];
      mass += marginals[d];
    }
    mean /= mass;
    int more = -1;
    int less = -1;
    double most = 0;
    double least = 0;
    for (int d = 0; d < marginals.length; d++) {
      if (marginals[d] < LEAST) {
        continue;
      }
      // The pull on a condition: how likely it is times how far a yes moves it.
      double pull = marginals[d] * (logit(variable.given()[top][d]) - logit(mean));
      if (more < 0 || pull > most) {
        more = d;
        most = pull;
      }
      if (less < 0 || pull < least) {
        less = d;
        least = pull;
      }
    }
    if (more < 0) {
      return "";
    }
    boolean contrast =
        less != more
            && odds(variable.given()[top][more]) > CONTRAST * odds(variable.given()[top][less]);
    if (variable.kind() != Variable.Kind.BINARY) {
      return contrast ? phrases.text("why-value", "more", name(more), "less", name(less)) : "";
    }
    return contrast
        ? phrases.text("why-contrast", "more", name(more), "less", name(less))
        : phrases.text("why-single", "more", name(more));
  }

  private String name(int condition) {
    return knowledge.condition(conditions.id(condition)).orElseThrow().name();
  }

  private static NextQuestion withWhy(NextQuestion question, String why) {
    return new NextQuestion(
        question.findingId(),
        question.question(),
        question.bits(),
        question.urgencyBits(),
        question.score(),
        why);
  }

  private static double odds(double p) {
    return p / (1 - p);
  }

  private static double logit(double p) {
    return Math.log(odds(p));
  }
}
