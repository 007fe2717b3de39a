package health.plumbline.reasoning;

import health.plumbline.knowledge.AgeBand;
import health.plumbline.knowledge.Bins;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Sex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How the drawn values of a simulated patient become answers. The same for all draws of the
 * parameters, which change numbers and never findings.
 *
 * <p>Questions that serve the rules only have no place in the network: those of {@code
 * simulated-baseline.csv} are answered at their share among ordinary people. A confirming question,
 * which can only calm a rule down, is answered at its share of {@code simulated-confirmations.csv}
 * by people with nothing serious; people with a serious condition answer "not sure", so that no
 * invented answer hides their condition. All of these shares are elicited (grade C).
 */
final class AnswerKey {

  private static final String DURATION = "duration-weeks";

  private record Share(double p, double female, List<Double> byBand) {

    double of(AgeBand band, Sex sex) {
      double bySex = sex == Sex.FEMALE ? female : 2 - female;
      return Math.clamp(p * bySex * byBand.get(band.ordinal()), 0, 1);
    }
  }

  private record Range(double least, double most) {}

  private final Map<String, Finding> findings = new HashMap<>();
  private final Map<String, Bins> bins;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final Map<String, List<Range>> amounts = new HashMap<>();
  private final Map<String, Share> rulesOnly = new HashMap<>();
  private final Map<String, List<Double>> confirming = new HashMap<>();
  private final Set<String> serious = new HashSet<>();
  private final double completeness;

  AnswerKey(KnowledgeBase knowledge) {
    this.bins = knowledge.bins();
    this.completeness = knowledge.settings().get("pain-map-completeness");
    knowledge
        .baselines()
        .forEach(
            baseline -> {
              if (numbers.putIfAbsent(baseline.findingId(), ids.size()) == null) {
                ids.add(baseline.findingId());
                findings.put(
                    baseline.findingId(), knowledge.vocabulary().require(baseline.findingId()));
              }
            });
    knowledge.actionThresholds().forEach(row -> serious.add(row.conditionId()));
    for (DataFile.Row row : DataFile.read("simulated-amounts.csv").rows()) {
      Bins binned = bins.get(row.required("finding_id"));
      if (binned != null) {
        amounts
            .computeIfAbsent(binned.findingId(), id -> new ArrayList<>())
            .add(new Range(row.number("least"), row.number("most")));
      }
    }
    for (DataFile.Row row : DataFile.read("simulated-baseline.csv").rows()) {
      rulesOnly.put(
          row.required("finding_id"),
          new Share(
              row.proportion("p"),
              row.number("female_factor", 1),
              List.of(
                  row.number("age_under_45_factor", 1),
                  row.number("age_45_64_factor", 1),
                  row.number("age_65_plus_factor", 1))));
    }
    for (DataFile.Row row : DataFile.read("simulated-confirmations.csv").rows()) {
      if (row.required("use").equals("confirming")) {
        confirming.put(
            row.required("finding_id"),
            List.of(
                row.proportion("p_under_6_weeks"),
                row.proportion("p_6_to_12_weeks"),
                row.proportion("p_over_12_weeks")));
      }
    }
  }

  /** Ids of the findings of the network in the order of its variables. */
  List<String> ids() {
    return ids;
  }

  /** The number of values of a finding of the network. */
  int values(String findingId) {
    Bins binned = bins.get(findingId);
    return binned == null ? 2 : binned.values().size();
  }

  boolean isSerious(String conditionId) {
    return serious.contains(conditionId);
  }

  /** The answer of a patient; empty if the patient cannot say. */
  Optional<FindingValue> answer(SampledPatient patient, String findingId) {
    Integer number = numbers.get(findingId);
    if (number != null) {
      return Optional.of(value(findingId, patient.value(number), patient.random(findingId)));
    }
    Share share = rulesOnly.get(findingId);
    if (share != null) {
      AgeBand band = AgeBand.of((Integer) patient.age());
      return band == null
          ? Optional.empty()
          : Optional.of(
              yesNo(patient.random(findingId).nextDouble() < share.of(band, patient.sex())));
    }
    List<Double> shares = confirming.get(findingId);
    Integer duration = numbers.get(DURATION);
    if (shares == null || duration == null || patient.causes().stream().anyMatch(this::isSerious)) {
      return Optional.empty();
    }
    return Optional.of(
        yesNo(patient.random(findingId).nextDouble() < shares.get(patient.value(duration))));
  }

  /** Another value than the true one, as a slip of tongue or ear gives it. */
  Optional<FindingValue> wrongAnswer(SampledPatient patient, String findingId) {
    Integer number = numbers.get(findingId);
    if (number == null) {
      return answer(patient, findingId);
    }
    SplittableRandom random = patient.random(findingId);
    int others = values(findingId) - 1;
    int value = (patient.value(number) + 1 + random.nextInt(others)) % (others + 1);
    return Optional.of(value(findingId, value, random));
  }

  /** The painful places that a patient marks when first asked where it hurts. */
  List<String> marked(SampledPatient patient) {
    List<String> marked = new ArrayList<>();
    for (int number = 0; number < ids.size(); number++) {
      Finding finding = findings.get(ids.get(number));
      if (finding != null
          && finding.role() == Finding.Role.REGION
          && patient.value(number) == 1
          && patient.random("marks " + finding.id()).nextDouble() < completeness) {
        marked.add(finding.id());
      }
    }
    return marked;
  }

  private FindingValue value(String findingId, int value, SplittableRandom random) {
    Bins binned = bins.get(findingId);
    if (binned == null) {
      return yesNo(value == 1);
    }
    Finding finding = findings.get(findingId);
    if (finding != null && finding.values() instanceof Finding.Values.Numeric numeric) {
      List<Range> ranges = amounts.get(findingId);
      if (ranges != null) {
        Range range = ranges.get(value);
        return new FindingValue.Quantity(
            random.nextInt((int) range.least(), (int) range.most() + 1));
      }
      double from = value == 0 ? numeric.least() : binned.upper().get(value - 1);
      double to = Math.min(binned.upper().get(value), numeric.most());
      return new FindingValue.Quantity((from + to) / 2);
    }
    return new FindingValue.Category(binned.values().get(value));
  }

  private static FindingValue yesNo(boolean yes) {
    return yes ? FindingValue.YES : FindingValue.NO;
  }
}
