package health.plumbline.care;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.Truth;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person, as truth values of the atoms of an {@link RedFlagExpression}. A
 * question on the history of medicines is unknown until it can be asked; a condition is true when
 * it is suspected, else false.
 */
final class Facts implements Function<String, Truth> {

  static final String CONDITION = "condition:";
  static final String QUESTION = "question:";

  /** True while anything serious is suspected or the level is urgent or higher. */
  static final String SERIOUS_SUSPECTED = "serious:suspected";

  private final Presentation presentation;
  private final Set<String> suspectedConditions;
  private final boolean seriousSuspected;
  private final List<ImpliedFact> impliedFacts;

  Facts(
      Presentation presentation,
      Set<String> suspectedConditions,
      boolean seriousSuspected,
      List<ImpliedFact> impliedFacts) {
    this.presentation = presentation;
    this.suspectedConditions = suspectedConditions;
    this.seriousSuspected = seriousSuspected;
    this.impliedFacts = impliedFacts;
  }

  @Override
  public Truth apply(String atom) {
    if (atom.startsWith(CONDITION)) {
      return suspectedConditions.contains(atom.substring(CONDITION.length()))
          ? Truth.TRUE
          : Truth.FALSE;
    }
    if (atom.equals(SERIOUS_SUSPECTED)) {
      return seriousSuspected ? Truth.TRUE : Truth.FALSE;
    }
    if (atom.startsWith(QUESTION)) {
      return Truth.UNKNOWN;
    }
    FindingValue value = presentation.findings().get(atom);
    if (value instanceof FindingValue.Answer(boolean present)) {
      return present ? Truth.TRUE : Truth.FALSE;
    }
    for (ImpliedFact fact : impliedFacts) {
      if (fact.findingId().equals(atom) && fact.holdsFor(presentation)) {
        return fact.present() ? Truth.TRUE : Truth.FALSE;
      }
    }
    return Truth.UNKNOWN;
  }

  /** Whether the expression is true, unknown or false; a missing expression is true. */
  Truth of(@Nullable RedFlagExpression expression) {
    return expression == null ? Truth.TRUE : expression.evaluate(this, UnansweredNot.WAITS);
  }
}
