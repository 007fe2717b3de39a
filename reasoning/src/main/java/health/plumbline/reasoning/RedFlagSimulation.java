package health.plumbline.reasoning;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Urgency;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  private static final String YES = "yes";
  private static final String DURATION = "duration-weeks";

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

  /** The baseline of one value of a finding. */
  private record Baseline(String value, double p, double female, List<Double> byAgeGroup) {

    double probability(Sex sex, int ageGroup) {
      double bySex = sex == Sex.FEMALE ? female : 2 - female;
      return Math.clamp(p * bySex * byAgeGroup.get(ageGroup), 0, 1);
    }
  }

  private record Range(String value, int least, int most, double share) {

    int draw(SplittableRandom random) {
      return random.nextInt(least, most + 1);
    }
  }

  /**
   * Answers to a confirming question.
   *
   * @param byDuration share that says yes, by length of the spell
   * @param onlyIfNo another question to which nobody who says yes to this one says yes; may be
   *     empty
   */
  private record Confirming(List<Double> byDuration, String onlyIfNo) {}

  private final KnowledgeBase knowledge;
  private final Triage triage;
  private final Vocabulary vocabulary;
  private final Map<String, List<Baseline>> baselines;
  private final Map<String, List<Range>> ranges = new LinkedHashMap<>();
  private final Map<String, Confirming> confirming = new HashMap<>();
  private final Map<String, Double> reworded = new HashMap<>();
  private final Map<String, Double> mainPlaces = new LinkedHashMap<>();
  private double frailShare;
  private double frailFactor = 1;
  private double frailLimit;

  private RedFlagSimulation(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.triage = Triage.of(knowledge);
    this.vocabulary = knowledge.vocabulary();
    this.baselines = loadBaselines();
    for (DataFile.Row row : DataFile.read("simulated-amounts.csv").rows()) {
      ranges
          .computeIfAbsent(row.required("finding_id"), id -> new ArrayList<>())
          .add(
              new Range(
                  row.required("value"),
                  (int) row.number("least"),
                  (int) row.number("most"),
                  row.number("share", 0)));
    }
    loadConfirmations();
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
    Map<String, List<SimulatedPerson>> byKind = new TreeMap<>();
    for (long i = 0; i < people; i++) {
      SimulatedPerson person = person(variant, new SplittableRandom(seed * 1_000_003 + i));
      byKind.computeIfAbsent(person.kind(), kind -> new ArrayList<>()).add(person);
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (List<SimulatedPerson> persons : byKind.values()) {
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

  private Outcome askEverything(SimulatedPerson person, List<String> everything) {
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

  private Outcome askAsInterview(SimulatedPerson person, Interview interview) {
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

  private SimulatedPerson person(Variant variant, SplittableRandom random) {
    Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
    int ageGroup = drawShare(ranges.getOrDefault("age", List.of()), random);
    int age = ranges.getOrDefault("age", List.of()).get(ageGroup).draw(random);
    double frailty = variant == Variant.CORRELATED ? frailty(random) : 1;
    String place = variant == Variant.INDEPENDENT ? "" : drawPlace(random);
    return new SimulatedPerson(sex, age, ageGroup, frailty, place, random.nextLong());
  }

  /** A person whose answers are drawn when they are asked for, each by itself. */
  private final class SimulatedPerson {

    private final Sex sex;
    private final int age;
    private final int ageGroup;
    private final double frailty;
    private final String place;
    private final long seed;

    SimulatedPerson(Sex sex, int age, int ageGroup, double frailty, String place, long seed) {
      this.sex = sex;
      this.age = age;
      this.ageGroup = ageGroup;
      this.frailty = frailty;
      this.place = place;
      this.seed = seed;
    }

    String kind() {
      return AgeBand.of(age) + " " + sex;
    }

    /** Age, sex and every place that hurts. */
    Presentation.Builder opening(Vocabulary vocabulary) {
      Presentation.Builder builder = Presentation.builder(vocabulary).age(age).sex(sex);
      for (Finding finding : vocabulary.findings()) {
        if (finding.role() == Finding.Role.REGION
            && answer(finding.id()).equals(FindingValue.YES)) {
          builder.finding(finding.id(), FindingValue.YES);
        }
      }
      return builder;
    }

    FindingValue answer(String findingId) {
      SplittableRandom random = new SplittableRandom(seed ^ findingId.hashCode());
      if (findingId.equals(place)) {
        return FindingValue.YES;
      }
      Confirming share = confirming.get(findingId);
      if (share != null) {
        return yesNo(
            random.nextDouble() < share.byDuration().get(durationBin())
                && (share.onlyIfNo().isEmpty()
                    || answer(share.onlyIfNo()).equals(FindingValue.NO)));
      }
      List<Baseline> baseline = baselines.getOrDefault(findingId, List.of());
      if (baseline.isEmpty()) {
        throw new IllegalStateException(
            "the data files say nothing of how ordinary people answer " + findingId);
      }
      if (baseline.size() > 1) {
        Baseline bin = baseline.get(drawBin(baseline, sex, ageGroup, random));
        return ranges.containsKey(findingId)
            ? new FindingValue.Quantity(range(findingId, bin.value()).draw(random))
            : new FindingValue.Category(bin.value());
      }
      double p =
          baseline.getFirst().probability(sex, ageGroup) * reworded.getOrDefault(findingId, 1.0);
      if (p < frailLimit) {
        p = Math.min(1, p * frailty);
      }
      List<Range> only = ranges.getOrDefault(findingId, List.of());
      boolean may =
          only.isEmpty()
              || (sex == Sex.FEMALE
                  && age >= only.getFirst().least()
                  && age <= only.getFirst().most());
      return yesNo(random.nextDouble() < p && may);
    }

    private int durationBin() {
      List<Baseline> baseline = baselines.getOrDefault(DURATION, List.of());
      return drawBin(baseline, sex, ageGroup, new SplittableRandom(seed ^ DURATION.hashCode()));
    }

    private static FindingValue yesNo(boolean yes) {
      return yes ? FindingValue.YES : FindingValue.NO;
    }
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
      if (finding == null || confirming.containsKey(id)) {
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
      if (!baselines.containsKey(id)) {
        throw new IllegalStateException(
            "neither baseline.csv nor simulated-baseline.csv has a row for " + id);
      }
      asked.add(id);
    }
    return List.copyOf(asked);
  }

  private double frailty(SplittableRandom random) {
    double other = (1 - frailShare * frailFactor) / (1 - frailShare);
    return random.nextDouble() < frailShare ? frailFactor : other;
  }

  private String drawPlace(SplittableRandom random) {
    double at = random.nextDouble();
    String place = "";
    for (Map.Entry<String, Double> entry : mainPlaces.entrySet()) {
      place = entry.getKey();
      at -= entry.getValue();
      if (at < 0) {
        break;
      }
    }
    return place;
  }

  private static int drawShare(List<Range> groups, SplittableRandom random) {
    double at = random.nextDouble();
    for (int i = 0; i < groups.size(); i++) {
      at -= groups.get(i).share();
      if (at < 0) {
        return i;
      }
    }
    return groups.size() - 1;
  }

  private static int drawBin(List<Baseline> bins, Sex sex, int ageGroup, SplittableRandom random) {
    double total = 0;
    for (Baseline bin : bins) {
      total += bin.probability(sex, ageGroup);
    }
    double at = random.nextDouble() * total;
    for (int i = 0; i < bins.size(); i++) {
      at -= bins.get(i).probability(sex, ageGroup);
      if (at < 0) {
        return i;
      }
    }
    return bins.size() - 1;
  }

  private Range range(String findingId, String value) {
    return ranges.getOrDefault(findingId, List.of()).stream()
        .filter(range -> range.value().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "simulated-amounts.csv has no row for " + findingId + " " + value));
  }

  private static Map<String, List<Baseline>> loadBaselines() {
    Map<String, List<Baseline>> baselines = new HashMap<>();
    // The findings of simulated-baseline.csv serve the rules only and bear on no probability.
    List<DataFile.Row> rows = new ArrayList<>(DataFile.read("baseline.csv").rows());
    rows.addAll(DataFile.read("simulated-baseline.csv").rows());
    for (DataFile.Row row : rows) {
      String value = row.required("value");
      baselines
          .computeIfAbsent(row.required("finding_id"), id -> new ArrayList<>())
          .add(
              new Baseline(
                  value.equals(YES) ? YES : value,
                  row.proportion("p"),
                  row.number("female_factor", 1),
                  List.of(
                      row.number("age_under_45_factor", 1),
                      row.number("age_45_64_factor", 1),
                      row.number("age_65_plus_factor", 1))));
    }
    return baselines;
  }

  private void loadConfirmations() {
    for (DataFile.Row row : DataFile.read("simulated-confirmations.csv").rows()) {
      String findingId = row.required("finding_id");
      String use = row.required("use");
      switch (use) {
        case "confirming" ->
            confirming.put(
                findingId,
                new Confirming(
                    List.of(
                        row.proportion("p_under_6_weeks"),
                        row.proportion("p_6_to_12_weeks"),
                        row.proportion("p_over_12_weeks")),
                    row.text("only_if_no")));
        case "reworded" -> reworded.put(findingId, row.proportion("p_under_6_weeks"));
        case "main-place" -> mainPlaces.put(findingId, row.proportion("p_under_6_weeks"));
        case "mixture" -> {
          frailShare = row.proportion("p_under_6_weeks");
          frailFactor = row.number("p_6_to_12_weeks");
          frailLimit = row.proportion("p_over_12_weeks");
        }
        default -> throw row.fault("use", use + " is not a use");
      }
    }
  }
}
