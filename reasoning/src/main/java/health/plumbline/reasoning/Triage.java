package health.plumbline.reasoning;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.RedFlagRules;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Triage by rules: a floor of urgency that no probability lowers.
 *
 * <p>All rules are OR-ed and the most urgent one that holds sets the level. Where none of routine
 * or above holds, the level is self-care only on positive evidence, that is, if a self-care rule
 * holds that asks for {@value #NO_RED_FLAG}, which in turn needs every question of the emergency
 * screen answered no; otherwise it is routine. Advice that accompanies a level (a self-care rule
 * that does not ask for {@value #NO_RED_FLAG}) never lowers it.
 */
public final class Triage {

  private static final String NO_RED_FLAG = "no-red-flag";
  private static final String SCREEN = "emergency-screen.csv";

  private final Vocabulary vocabulary;
  private final RedFlagRules rules;
  private final DerivedFindings derived;
  private final List<String> screen;

  /** The rules that can only be judged when all others are. */
  private final List<RedFlagRule> last;

  /** The rules to judge before those. */
  private final RuleIndex index;

  private Triage(
      Vocabulary vocabulary, RedFlagRules rules, DerivedFindings derived, List<String> screen) {
    this.vocabulary = vocabulary;
    this.rules = rules;
    this.derived = derived;
    this.screen = screen;
    this.last =
        rules.rules().stream()
            .filter(rule -> rule.when().findings().contains(NO_RED_FLAG))
            .toList();
    this.index =
        new RuleIndex(rules.rules().stream().filter(rule -> !last.contains(rule)).toList());
  }

  /**
   * A rule that holds.
   *
   * @param rule the rule
   * @param level the floor that it sets
   */
  public record Fired(RedFlagRule rule, Urgency level) {}

  /**
   * The outcome.
   *
   * @param level the floor of urgency
   * @param fired the rules that hold, most urgent first
   * @param confirmWith unanswered questions whose answer could lower the level, to be asked next;
   *     empty if no answer can. {@code new-or-worse-within-4-weeks} asks about everything told so
   *     far: an interview that hears of a further symptom after a no has to withdraw that answer
   */
  public record Result(Urgency level, List<Fired> fired, List<String> confirmWith) {}

  /**
   * Loads the rules, the definitions of derived findings and the emergency screen.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  public static Triage of(KnowledgeBase knowledge) {
    Vocabulary vocabulary = knowledge.vocabulary();
    return new Triage(
        vocabulary,
        RedFlagRules.load(vocabulary),
        DerivedFindings.load(vocabulary),
        loadScreen(vocabulary));
  }

  /** The rules. */
  public RedFlagRules rules() {
    return rules;
  }

  /** The findings that follow from others. */
  public DerivedFindings derived() {
    return derived;
  }

  /** The questions that an interview always asks first, in this order. */
  public List<String> screen() {
    return screen;
  }

  /** The questions of the screen to which what is known gives no answer, in the order asked. */
  public List<String> unanswered(Presentation presentation) {
    Function<String, Truth> truths = derived.truths(presentation);
    return screen.stream().filter(id -> truths.apply(id) == Truth.UNKNOWN).toList();
  }

  /** Applies all rules to what is known; nothing unknown is taken for absent in a calming rule. */
  public Result assess(Presentation presentation) {
    List<Fired> fired = fired(presentation);
    Urgency level = level(fired);
    return new Result(level, fired, confirmWith(presentation, fired, level));
  }

  /** The rules that hold, most urgent first. */
  List<Fired> fired(Presentation presentation) {
    Function<String, Truth> truths = derived.truths(presentation);
    List<Fired> fired = new ArrayList<>();
    for (RedFlagRule rule : index.possible(truths)) {
      if (rule.holds(truths) == Truth.TRUE) {
        fired.add(new Fired(rule, rule.urgency()));
      }
    }
    Truth noRedFlag = noRedFlag(fired, truths);
    for (RedFlagRule rule : last) {
      if (rule.holds(id -> id.equals(NO_RED_FLAG) ? noRedFlag : truths.apply(id)) == Truth.TRUE) {
        fired.add(new Fired(rule, rule.urgency()));
      }
    }
    fired.sort(Comparator.comparing(Fired::level));
    return List.copyOf(fired);
  }

  private Truth noRedFlag(List<Fired> fired, Function<String, Truth> truths) {
    for (Fired each : fired) {
      if (each.level().atLeast(Urgency.ROUTINE)) {
        return Truth.FALSE;
      }
    }
    Truth none = Truth.TRUE;
    for (String findingId : screen) {
      none = none.and(truths.apply(findingId).not());
    }
    return none;
  }

  private static Urgency level(List<Fired> fired) {
    Urgency level = Urgency.SELF_CARE;
    boolean reassured = false;
    for (Fired each : fired) {
      level = level.moreUrgent(each.level());
      reassured |= each.rule().when().findings().contains(NO_RED_FLAG);
    }
    return level == Urgency.SELF_CARE && !reassured ? Urgency.ROUTINE : level;
  }

  /**
   * The unanswered confirming questions of the rules at {@code level}, if their answers together
   * can lower it; a rule that no answer can narrow leaves nothing to ask.
   */
  private List<String> confirmWith(Presentation presentation, List<Fired> fired, Urgency level) {
    Set<String> questions = new LinkedHashSet<>();
    for (Fired each : fired) {
      if (each.level() != level || !level.atLeast(Urgency.URGENT_2_WEEKS)) {
        continue;
      }
      List<String> narrowing = narrowing(each.rule(), presentation);
      if (narrowing.isEmpty()) {
        return List.of();
      }
      questions.addAll(narrowing);
    }
    return List.copyOf(questions);
  }

  /**
   * The unanswered confirming questions that decide whether the rule holds, empty if it holds
   * whatever they are answered. A rule has few of them, so all answers are tried.
   */
  private List<String> narrowing(RedFlagRule rule, Presentation presentation) {
    List<String> open =
        rule.confirm().stream().filter(id -> presentation.value(id).isEmpty()).toList();
    boolean[] holds = new boolean[1 << open.size()];
    for (int answers = 0; answers < holds.length; answers++) {
      Presentation.Builder answered = presentation.toBuilder(vocabulary);
      for (int i = 0; i < open.size(); i++) {
        boolean yes = (answers & (1 << i)) != 0;
        answered.finding(open.get(i), yes ? FindingValue.YES : FindingValue.NO);
      }
      holds[answers] = rule.holds(derived.truths(answered.build())) == Truth.TRUE;
    }
    List<String> narrowing = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      for (int answers = 0; answers < holds.length; answers++) {
        if (holds[answers] != holds[answers ^ (1 << i)]) {
          narrowing.add(open.get(i));
          break;
        }
      }
    }
    return narrowing;
  }

  private static List<String> loadScreen(Vocabulary vocabulary) {
    List<String> screen = new ArrayList<>();
    for (DataFile.Row row : DataFile.read(SCREEN).rows()) {
      String findingId = row.required("finding_id");
      Finding finding =
          vocabulary
              .find(findingId)
              .orElseThrow(() -> row.fault("finding_id", findingId + " is not a finding"));
      if (finding.role() != Finding.Role.ASKED || finding.question().isEmpty()) {
        throw row.fault("finding_id", findingId + " cannot be asked");
      }
      screen.add(finding.id());
      if (row.number("order") != screen.size()) {
        throw row.fault("order", "rows must be numbered 1, 2, 3 and so on");
      }
      row.required("reason");
      row.required("source");
    }
    return List.copyOf(screen);
  }
}
