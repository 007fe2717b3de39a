package health.plumbline.reasoning;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Sex;
import health.plumbline.reasoning.RedFlagSimulation.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How ordinary adults with back or hip pain answer: baselines by age and sex, amounts, and shares
 * of the answers to confirming questions. All are elicited estimates (grade C).
 */
final class OrdinaryAnswers {

  private static final String DURATION = "duration-weeks";

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

  private final Map<String, List<Baseline>> baselines = loadBaselines();
  private final Map<String, List<Range>> ranges = new LinkedHashMap<>();
  private final Map<String, Confirming> confirming = new HashMap<>();
  private final Map<String, Double> reworded = new HashMap<>();
  private final Map<String, Double> mainPlaces = new LinkedHashMap<>();
  private double frailShare;
  private double frailFactor = 1;
  private double frailLimit;

  /**
   * Reads the data files.
   *
   * @throws IllegalStateException naming file, line and column if one is malformed
   */
  OrdinaryAnswers() {
    loadRanges();
    loadConfirmations();
  }

  /** Whether a question is asked only to confirm a rule. */
  boolean confirms(String findingId) {
    return confirming.containsKey(findingId);
  }

  /** Whether the data say how ordinary people answer a question that confirms nothing. */
  boolean know(String findingId) {
    return baselines.containsKey(findingId);
  }

  /** Draws a person, whose own answers are drawn later. */
  OrdinaryPerson person(Variant variant, SplittableRandom random) {
    Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
    int ageGroup = drawShare(ranges.getOrDefault("age", List.of()), random);
    int age = ranges.getOrDefault("age", List.of()).get(ageGroup).draw(random);
    double frailty = variant == Variant.CORRELATED ? frailty(random) : 1;
    String place = variant == Variant.INDEPENDENT ? "" : drawPlace(random);
    return new OrdinaryPerson(this, sex, age, ageGroup, frailty, place, random.nextLong());
  }

  /** Draws a person's answer to a question from the person's own random numbers. */
  FindingValue draw(OrdinaryPerson person, String findingId) {
    SplittableRandom random = new SplittableRandom(person.seed() ^ findingId.hashCode());
    if (findingId.equals(person.place())) {
      return FindingValue.YES;
    }
    Confirming share = confirming.get(findingId);
    if (share != null) {
      return yesNo(
          random.nextDouble() < share.byDuration().get(durationBin(person))
              && (share.onlyIfNo().isEmpty()
                  || draw(person, share.onlyIfNo()).equals(FindingValue.NO)));
    }
    List<Baseline> baseline = baselines.getOrDefault(findingId, List.of());
    if (baseline.isEmpty()) {
      throw new IllegalStateException(
          "the data files say nothing of how ordinary people answer " + findingId);
    }
    if (baseline.size() > 1) {
      Baseline bin = baseline.get(drawBin(baseline, person.sex(), person.ageGroup(), random));
      return ranges.containsKey(findingId)
          ? new FindingValue.Quantity(range(findingId, bin.value()).draw(random))
          : new FindingValue.Category(bin.value());
    }
    double p =
        baseline.getFirst().probability(person.sex(), person.ageGroup())
            * reworded.getOrDefault(findingId, 1.0);
    if (p < frailLimit) {
      p = Math.min(1, p * person.frailty());
    }
    List<Range> only = ranges.getOrDefault(findingId, List.of());
    boolean may =
        only.isEmpty()
            || (person.sex() == Sex.FEMALE
                && person.age() >= only.getFirst().least()
                && person.age() <= only.getFirst().most());
    return yesNo(random.nextDouble() < p && may);
  }

  private int durationBin(OrdinaryPerson person) {
    List<Baseline> baseline = baselines.getOrDefault(DURATION, List.of());
    return drawBin(
        baseline,
        person.sex(),
        person.ageGroup(),
        new SplittableRandom(person.seed() ^ DURATION.hashCode()));
  }

  private static FindingValue yesNo(boolean yes) {
    return yes ? FindingValue.YES : FindingValue.NO;
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
                  value,
                  row.proportion("p"),
                  row.number("female_factor", 1),
                  List.of(
                      row.number("age_under_45_factor", 1),
                      row.number("age_45_64_factor", 1),
                      row.number("age_65_plus_factor", 1))));
    }
    return baselines;
  }

  private void loadRanges() {
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
