package health.plumbline.care;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person, as truth values of the atoms of an {@link RedFlagExpression}.
 *
 * <p>A condition is true when it is suspected, else false. A question on the history of medicines
 * and a class of medicines are unknown until they have been asked. Where two sources speak of the
 * same thing the more careful one wins: whoever names warfarin takes a blood thinner, whatever was
 * answered to the question for it. For one plan on one thread.
 */
final class Facts implements Function<String, Truth> {

  static final String CONDITION = "condition:";
  static final String QUESTION = "question:";

  /** A class of medicines that the person takes. */
  static final String TAKES = "takes:";

  /** The question for the medicines that a person takes: true if any is named. */
  static final String MEDICINES = QUESTION + "interacting-medicines";

  /** True while anything serious is suspected or the level is urgent or higher. */
  static final String SERIOUS_SUSPECTED = "serious:suspected";

  private final Presentation presentation;
  private final History history;
  private final Set<String> classes;
  private final Set<String> impliedByMedicines = new HashSet<>();
  private final Set<String> deniedByMedicines = new HashSet<>();
  private final Set<String> suspectedConditions;
  private final boolean seriousSuspected;
  private final List<ImpliedFact> impliedFacts;

  /** The atoms and expressions judged so far: a plan asks for the same ones again and again. */
  private final Map<String, Truth> atoms = new HashMap<>();

  private final IdentityHashMap<RedFlagExpression, Truth> expressions = new IdentityHashMap<>();

  Facts(
      Presentation presentation,
      History history,
      CareContent content,
      Set<String> suspectedConditions,
      boolean seriousSuspected) {
    this.presentation = presentation;
    this.history = history;
    this.suspectedConditions = suspectedConditions;
    this.seriousSuspected = seriousSuspected;
    this.impliedFacts = content.safety().impliedFacts();
    List<String> named = history.medicines();
    List<String> all = new ArrayList<>(history.mentioned());
    all.addAll(named == null ? List.of() : named);
    this.classes = content.safety().namedMedicines().classesOf(all);
    for (MedicineClass one : content.safety().medicineClasses()) {
      if (classes.contains(one.id())) {
        impliedByMedicines.addAll(one.implies());
      } else if (named != null && !classes.contains(MedicineClass.UNRECOGNISED)) {
        deniedByMedicines.addAll(one.denies());
      }
    }
  }

  @Override
  public Truth apply(String atom) {
    Truth truth = atoms.get(atom);
    if (truth == null) {
      truth = judge(atom);
      atoms.put(atom, truth);
    }
    return truth;
  }

  private Truth judge(String atom) {
    if (atom.startsWith(CONDITION)) {
      return Truth.of(suspectedConditions.contains(atom.substring(CONDITION.length())));
    }
    if (atom.equals(SERIOUS_SUSPECTED)) {
      return Truth.of(seriousSuspected);
    }
    if (impliedByMedicines.contains(atom)) {
      return Truth.TRUE;
    }
    if (atom.startsWith(TAKES)) {
      return classes.contains(atom.substring(TAKES.length()))
          ? Truth.TRUE
          : history.medicines() == null ? Truth.UNKNOWN : Truth.FALSE;
    }
    if (atom.equals(MEDICINES)) {
      List<String> named = history.medicines();
      return !history.mentioned().isEmpty()
          ? Truth.TRUE
          : named == null ? Truth.UNKNOWN : Truth.of(!named.isEmpty());
    }
    if (atom.startsWith(QUESTION)) {
      return history.answer(atom.substring(QUESTION.length())).map(Truth::of).orElse(Truth.UNKNOWN);
    }
    return finding(atom);
  }

  private Truth finding(String id) {
    FindingValue value = presentation.findings().get(id);
    if (value instanceof FindingValue.Answer(boolean present)) {
      return Truth.of(present);
    }
    for (ImpliedFact fact : impliedFacts) {
      if (fact.findingId().equals(id) && fact.holdsFor(presentation)) {
        return Truth.of(fact.present());
      }
    }
    return deniedByMedicines.contains(id) ? Truth.FALSE : Truth.UNKNOWN;
  }

  /** Age in years, or null if not known. */
  @Nullable Integer age() {
    return presentation.age();
  }

  /** Whether the expression is true, unknown or false; a missing expression is true. */
  Truth of(@Nullable RedFlagExpression expression) {
    if (expression == null) {
      return Truth.TRUE;
    }
    Truth truth = expressions.get(expression);
    if (truth == null) {
      truth = expression.evaluate(this, UnansweredNot.WAITS);
      expressions.put(expression, truth);
    }
    return truth;
  }
}
