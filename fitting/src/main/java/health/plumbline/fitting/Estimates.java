package health.plumbline.fitting;

import health.plumbline.knowledge.Baseline;
import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Normal;
import health.plumbline.knowledge.Parameter;
import health.plumbline.reasoning.StudyModel;
import health.plumbline.reasoning.Term;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The estimates from which the fit begins, with their standard deviations as log-odds. */
final class Estimates {

  /** An elicited interval is never believed to be narrower or wider than this. */
  private static final double LEAST_SD = 0.15;

  private static final double MOST_SD = 1.2;

  private final StudyModel model;
  private final FitSettings settings;
  private final Map<String, Parameter> parameters = new HashMap<>();
  private final Map<String, Baseline> baselines = new HashMap<>();

  Estimates(KnowledgeBase knowledge, StudyModel model) {
    this.model = model;
    this.settings = FitSettings.of(knowledge);
    knowledge.parameters().forEach(p -> parameters.put(p.conditionId() + " " + p.findingId(), p));
    knowledge.baselines().forEach(b -> baselines.put(b.findingId(), b));
  }

  FitSettings settings() {
    return settings;
  }

  /** Log-odds under each condition alone, and last without any. */
  double[] logits(Term term) {
    double[] p = model.alone(term);
    double[] logits = new double[p.length];
    for (int d = 0; d < p.length; d++) {
      logits[d] = Math.log(p[d] / (1 - p[d]));
    }
    return logits;
  }

  /** Whether the condition has an estimate of its own, rather than standing at the baseline. */
  boolean isOwn(Term term, int condition) {
    return parameters.containsKey(model.conditionId(condition) + " " + term.findingId());
  }

  /** Standard deviation of the estimate as log-odds; of the baseline for the last index. */
  double standardDeviation(Term term, int condition) {
    Interval interval;
    if (condition == model.conditions()) {
      interval = Objects.requireNonNull(baselines.get(term.findingId())).interval();
    } else {
      Parameter parameter = parameters.get(model.conditionId(condition) + " " + term.findingId());
      // What was put in from the literature by hand is fitted to the same figures again: it must
      // not count twice.
      if (parameter == null || parameter.basis().equals("published")) {
        return MOST_SD;
      }
      interval = parameter.interval();
    }
    double width = Observations.logit(interval.hi()) - Observations.logit(interval.lo());
    return Math.clamp(settings.overconfidence() * width / (2 * Normal.Z90), LEAST_SD, MOST_SD);
  }
}
