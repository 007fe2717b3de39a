package health.plumbline.reasoning;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Urgency;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How often the red-flag rules would send ordinary adults to urgent care: people with back or hip
 * pain whose answers are drawn from the baseline, asked as an interview asks.
 *
 * <p>Everything that a person can answer is answered; confirming questions are answered only when
 * {@link Triage.Result#confirmWith()} calls for them. The baseline and the shares of confirming
 * answers are elicited estimates (grade C), so the figures compare versions of the rules and say
 * which rule is broad; they are not measured rates. Independent answers overstate the share of
 * people with at least one flag, as answers of real people go together: hence {@link
 * Variant#CORRELATED}.
 */
public final class RedFlagSimulation {

  /** How the answers of one person hang together. */
  public enum Variant {
    /** Each answer by itself at its baseline. */
    INDEPENDENT,
    /** As independent, and everybody has a main place of pain besides. */
    MAIN_PLACE,
    /** As main place, and some people say yes more often to everything that is rare. */
    CORRELATED
  }

  /** What is asked of a person. */
  public enum Questions {
    /** Every question that bears on a rule: the most that any form could ask. */
    EVERY_RULE,
    /** What the interview asks: where it hurts, the screen, confirmation, then by information. */
    INTERVIEW
  }

  /**
   * How often one rule fires.
   *
   * @param rule the rule
   * @param share share of people in whom it fires at the end of the interview, 0 to 1
   * @param decisive share of people whose level rests on this rule alone, 0 to 1
   */
  public record RuleShare(RedFlagRule rule, double share, double decisive) {}

  /**
   * The figures of one run.
   *
   * @param people number of simulated people
   * @param variant how their answers hang together
   * @param questions what was asked
   * @param asked mean number of questions a person
   * @param emergencyNow share sent to emergency care, 0 to 1
   * @param sameDayOrHigher share sent to be seen the same day or at once, 0 to 1
   * @param withinTwoWeeksOrHigher share sent to be seen within two weeks or faster, 0 to 1
   * @param selfCare share told that self-care is enough, 0 to 1
   * @param raised share whose level a probability raised above that of the rules, 0 to 1; only
   *     where the interview is simulated
   * @param rules all rules, most frequent first
   */
  public record Report(
      int people,
      Variant variant,
      Questions questions,
      double asked,
      double emergencyNow,
      double sameDayOrHigher,
      double withinTwoWeeksOrHigher,
      double selfCare,
      double raised,
      List<RuleShare> rules) {

    /** The rules that fire in more than {@code share} of people. */
    public List<RuleShare> above(double share) {
      return rules.stream().filter(rule -> rule.share() > share).toList();
    }

    /** The figures as lines of plain text, with the rules above {@code share}. */
    public String text(double share) {
      StringBuilder text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT,
              "%d simulated ordinary adults, %s answers, %s (%.1f questions): emergency now"
                  + " %.2f%%, same day or higher %.2f%%, within two weeks or higher %.1f%%,"
                  + " self-care %.1f%%; raised by a probability %.2f%%%n",
              people,
              variant.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              questions == Questions.INTERVIEW
                  ? "asked as the interview asks"
                  : "asked everything that bears on a rule",
              asked,
              100 * emergencyNow,
              100 * sameDayOrHigher,
              100 * withinTwoWeeksOrHigher,
              100 * selfCare,
              100 * raised));
      for (RuleShare rule : above(share)) {
        text.append(
            String.format(
                Locale.ROOT,
                "  %-32s %-15s fires %.2f%%, alone decides %.2f%%%n",
                rule.rule().id(),
                rule.rule().urgency().id(),
                100 * rule.share(),
                100 * rule.decisive()));
      }
      return text.toString();
    }
  }

  private final KnowledgeBase knowledge;
  private final Triage triage;
  private final Vocabulary vocabulary;
  private final OrdinaryAnswers answers = new OrdinaryAnswers();

  private RedFlagSimulation(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.triage = Triage.of(knowledge);
    this.vocabulary = knowledge.vocabulary();
  }

  /**
   * Simulates people; the same arguments give the same figures.
   *
   * @param knowledge the knowledge base
   * @param people number of people, at least 1
   * @param variant how answers hang together
   * @param seed seed of the pseudo-random numbers
   */
  public static Report run(KnowledgeBase knowledge, int people, Variant variant, long seed) {
    return run(knowledge, people, variant, Questions.EVERY_RULE, seed);
  }

  /**
   * Simulates people who are asked in one of two ways; the same arguments give the same figures.
   *
   * @param questions what is asked of them
   */
  public static Report run(
      KnowledgeBase knowledge, int people, Variant variant, Questions questions, long seed) {
    if (people < 1) {
      throw new IllegalArgumentException("people must be 1 or more, was " + people);
    }
    return new RedFlagSimulation(knowledge).run(people, variant, questions, seed);
  }

  /**
   * @param result what the rules say
   * @param level the level after rules and, where the interview was simulated, probabilities
   */
  private record Outcome(Triage.Result result, Urgency level, int asked) {}

  private Report run(int people, Variant variant, Questions questions, long seed) {
    List<String> everything = asked();
    Interview interview =
        questions == Questions.INTERVIEW ? new Interview(knowledge, Assessor.of(knowledge)) : null;
    // One kind of person after the other, since people of one kind share the rows of the network.
    Map<String, List<OrdinaryPerson>> byKind = new TreeMap<>();
    for (long i = 0; i < people; i++) {
      OrdinaryPerson person = answers.person(variant, new SplittableRandom(seed * 1_000_003 + i));
      byKind.computeIfAbsent(person.kind(), kind -> new ArrayList<>()).add(person);
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (List<OrdinaryPerson> persons : byKind.values()) {
      persons.parallelStream()
          .map(
              person ->
                  interview == null
                      ? askEverything(person, everything)
                      : askAsInterview(person, interview))
          .forEachOrdered(outcomes::add);
    }
    return report(outcomes, variant, questions);
  }

  private Report report(List<Outcome> outcomes, Variant variant, Questions questions) {
    int people = outcomes.size();
    Map<String, int[]> counts = new HashMap<>();
    for (RedFlagRule rule : triage.rules().rules()) {
      counts.put(rule.id(), new int[2]);
    }
    int[] levels = new int[Urgency.values().length];
    long asked = 0;
    int raised = 0;
    for (Outcome outcome : outcomes) {
      Triage.Result result = outcome.result();
      asked += outcome.asked();
      levels[outcome.level().ordinal()]++;
      raised += outcome.level() == result.level() ? 0 : 1;
      long deciding = result.fired().stream().filter(f -> f.level() == result.level()).count();
      for (Triage.Fired fired : result.fired()) {
        int[] count = counts.computeIfAbsent(fired.rule().id(), id -> new int[2]);
        count[0]++;
        if (deciding == 1 && fired.level() == result.level()) {
          count[1]++;
        }
      }
    }
    List<RuleShare> rules = new ArrayList<>();
    for (RedFlagRule rule : triage.rules().rules()) {
      int[] count = counts.computeIfAbsent(rule.id(), id -> new int[2]);
      rules.add(new RuleShare(rule, (double) count[0] / people, (double) count[1] / people));
    }
    rules.sort(Comparator.comparingDouble(RuleShare::share).reversed());
    double emergency = (double) levels[Urgency.EMERGENCY_NOW.ordinal()] / people;
    double sameDay = emergency + (double) levels[Urgency.SAME_DAY.ordinal()] / people;
    double twoWeeks = sameDay + (double) levels[Urgency.URGENT_2_WEEKS.ordinal()] / people;
    return new Report(
        people,
        variant,
        questions,
        (double) asked / people,
        emergency,
        sameDay,
        twoWeeks,
        (double) levels[Urgency.SELF_CARE.ordinal()] / people,
        (double) raised / people,
        List.copyOf(rules));
  }

  private Outcome askEverything(OrdinaryPerson person, List<String> everything) {
    Presentation.Builder builder = person.opening(vocabulary);
    for (String findingId : everything) {
      builder.finding(findingId, person.answer(findingId));
    }
    Presentation presentation = builder.build();
    Triage.Result result = triage.assess(presentation);
    while (!result.confirmWith().isEmpty()) {
      Presentation.Builder confirmed = presentation.toBuilder(vocabulary);
      for (String question : result.confirmWith()) {
        confirmed.finding(question, person.answer(question));
      }
      presentation = confirmed.build();
      result = triage.assess(presentation);
    }
    return new Outcome(result, result.level(), everything.size());
  }

  private Outcome askAsInterview(OrdinaryPerson person, Interview interview) {
    Presentation known = person.opening(vocabulary).build();
    Set<String> asked = new LinkedHashSet<>();
    while (interview.next(known, asked, Setting.PRIMARY, Assessor.QUESTIONS)
        instanceof Interview.Step.Ask ask) {
      String id = ask.finding().id();
      asked.add(id);
      known = known.toBuilder(vocabulary).finding(id, person.answer(id)).build();
    }
    return new Outcome(
        triage.assess(known),
        interview.assessor().assessQuickly(known, Setting.PRIMARY).urgency(),
        asked.size());
  }

  /** All findings that bear on a rule and that a person can answer, confirming ones left out. */
  private List<String> asked() {
    Set<String> used = new LinkedHashSet<>();
    for (RedFlagRule rule : triage.rules().rules()) {
      rule.when().findings().forEach(id -> used.addAll(triage.derived().basis(id)));
    }
    used.addAll(triage.screen());
    List<String> asked = new ArrayList<>();
    for (String id : used) {
      Finding finding = vocabulary.find(id).orElse(null);
      if (finding == null || answers.confirms(id)) {
        continue;
      }
      boolean answerable =
          switch (finding.role()) {
            case ASKED, REGION -> true;
            case EXAMINED, INVESTIGATED -> !finding.question().isEmpty();
            case DEMOGRAPHIC, COARSE_REGION, DERIVED -> false;
          };
      if (!answerable) {
        continue;
      }
      if (!answers.know(id)) {
        throw new IllegalStateException(
            "neither baseline.csv nor simulated-baseline.csv has a row for " + id);
      }
      asked.add(id);
    }
    return List.copyOf(asked);
  }
}
