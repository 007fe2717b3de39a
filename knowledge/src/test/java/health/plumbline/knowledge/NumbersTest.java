package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Finding.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every number of every data file is a proportion within its limits, or stands in a column that
 * {@code checks/number-columns.csv} declares with its range and the reason; and every number has a
 * grade, and a source or an honest basis.
 */
final class NumbersTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Sources SOURCES = KNOWLEDGE.sources();
  private static final Set<String> BASES = Set.of("published", "adapted", "elicited");
  private static final double BINS_TOLERANCE = 0.005;

  private record Range(double least, double most) {}

  private static Map<String, Range> declared() {
    Map<String, Range> declared = new HashMap<>();
    for (DataFile.Row row : DataFile.read("checks/number-columns.csv").rows()) {
      row.required("reason");
      declared.put(
          row.required("file") + " " + row.required("column"),
          new Range(row.number("least"), row.number("most", Double.MAX_VALUE)));
    }
    return declared;
  }

  private static boolean isNumber(String text) {
    try {
      Double.parseDouble(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The columns of a file in which every cell that is not empty holds a number. */
  private static List<String> numberColumns(DataFile file) {
    return file.columns().stream()
        .filter(column -> file.rows().stream().anyMatch(row -> row.has(column)))
        .filter(
            column ->
                file.rows().stream()
                    .allMatch(row -> !row.has(column) || isNumber(row.text(column))))
        .toList();
  }

  @Test
  void everyNumberIsAProportionOrDeclared() {
    Map<String, Range> declared = declared();
    Set<String> used = new HashSet<>();
    List<String> refused = new ArrayList<>();
    for (DataFile file : DataFolder.files()) {
      for (String column : numberColumns(file)) {
        String key = file.path() + " " + column;
        used.add(key);
        Range range = declared.getOrDefault(key, new Range(0, 1));
        for (DataFile.Row row : file.rows()) {
          if (row.has(column)) {
            double number = row.number(column);
            if (!(number >= range.least() && number <= range.most())) {
              refused.add(row.place(column) + ": " + number);
            }
          }
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(used).as("declared columns exist").containsAll(declared.keySet());
  }

  @Test
  void everyFigureLiesWithinItsLimits() {
    List<String> refused = new ArrayList<>();
    int compared = 0;
    for (DataFile file : DataFolder.files()) {
      if (!DataFolder.hasColumn(file, "lo") || !DataFolder.hasColumn(file, "hi")) {
        continue;
      }
      String column =
          List.of("p", "share", "ratio", "loading", "proportion", "proportion_or_value", "value")
              .stream()
              .filter(name -> DataFolder.hasColumn(file, name))
              .findFirst()
              .orElseThrow();
      for (DataFile.Row row : file.rows()) {
        double figure = row.number(column, Double.NaN);
        if (figure < row.number("lo", -Double.MAX_VALUE)
            || figure > row.number("hi", Double.MAX_VALUE)
            || row.number("lo", 0) > row.number("hi", Double.MAX_VALUE)) {
          refused.add(row.place(column));
        }
        compared++;
      }
    }
    assertThat(refused).isEmpty();
    assertThat(compared).isGreaterThan(20_000);
  }

  @Test
  void aPrognosisOutsideZeroToOneSaysWhatItIs() {
    for (DataFile.Row row : DataFile.read("care/prognosis.csv").rows()) {
      double value = row.number("proportion_or_value", 0);
      if (value < 0 || value > 1) {
        assertThat(row.text("note")).as(row.place("proportion_or_value")).isNotEmpty();
      }
    }
  }

  @Test
  void baselineBinsAreThoseOfTheFindingAndSumToOne() {
    Map<String, Map<String, Double>> given = new LinkedHashMap<>();
    for (Baseline baseline : KNOWLEDGE.baselines()) {
      given
          .computeIfAbsent(baseline.findingId(), id -> new LinkedHashMap<>())
          .merge(baseline.value(), baseline.p(), Double::sum);
    }
    Set<String> binned = new HashSet<>();
    given.forEach(
        (id, shares) -> {
          if (shares.keySet().equals(Set.of("yes"))) {
            return;
          }
          binned.add(id);
          assertThat(shares.keySet()).as(id).containsExactlyInAnyOrderElementsOf(binsOf(id));
          assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum())
              .as(id)
              .isBetween(1 - BINS_TOLERANCE, 1 + BINS_TOLERANCE);
        });
    assertThat(binned).containsExactlyInAnyOrderElementsOf(KNOWLEDGE.bins().keySet());
    assertThat(KNOWLEDGE.baselines())
        .extracting(b -> b.findingId() + b.value())
        .doesNotHaveDuplicates();
  }

  @Test
  void parametersOfOneFindingInOneConditionNameEveryBinAndSumToOne() {
    Map<String, Double> sums = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Parameter parameter : KNOWLEDGE.parameters()) {
      if (!parameter.value().equals("yes")) {
        String key = parameter.findingId() + " " + parameter.conditionId();
        sums.merge(key, parameter.p(), Double::sum);
        counts.merge(key, 1, Integer::sum);
      }
    }
    assertThat(sums).isNotEmpty();
    sums.forEach(
        (key, sum) -> {
          String findingId = key.substring(0, key.indexOf(' '));
          assertThat(sum).as(key).isBetween(1 - BINS_TOLERANCE, 1 + BINS_TOLERANCE);
          assertThat(counts.get(key)).as(key).isEqualTo(binsOf(findingId).size());
        });
  }

  @Test
  void binsCoverTheWholeRangeOfTheFindingWithoutGaps() {
    Map<String, Double> reached = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("bins.csv").rows()) {
      Finding finding = KNOWLEDGE.vocabulary().require(row.required("finding_id"));
      if (finding.values() instanceof Values.Numeric numeric) {
        assertThat(row.number("from"))
            .as(row.place("from"))
            .isEqualTo(reached.getOrDefault(finding.id(), numeric.least()));
        reached.put(finding.id(), row.number("to"));
      }
    }
    assertThat(reached).isNotEmpty();
    reached.forEach(
        (id, to) ->
            assertThat(KNOWLEDGE.vocabulary().require(id).values())
                .as(id)
                .isInstanceOfSatisfying(
                    Values.Numeric.class, numeric -> assertThat(to).isEqualTo(numeric.most())));
  }

  @Test
  void everyNumberHasAGrade() {
    Set<String> without = new HashSet<>();
    for (DataFile.Row row : DataFile.read("checks/files-without-grade.csv").rows()) {
      row.required("reason");
      without.add(row.required("file"));
    }
    List<String> refused = new ArrayList<>();
    for (DataFile file : DataFolder.files()) {
      boolean figures = DataFolder.hasColumn(file, "grade") || !numberColumns(file).isEmpty();
      if (!figures || without.contains(file.path())) {
        continue;
      }
      for (DataFile.Row row : file.rows()) {
        boolean graded =
            DataFolder.hasColumn(file, "grade")
                ? Set.of("A", "B", "C").contains(row.text("grade"))
                : DataFolder.hasColumn(file, "basis") && BASES.contains(row.text("basis"));
        if (!graded) {
          refused.add(row.place("grade"));
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void everyNumberHasASourceOrSaysThatItIsAnEstimate() {
    List<String> refused = new ArrayList<>();
    for (DataFile file : DataFolder.files()) {
      boolean basis = DataFolder.hasColumn(file, "basis");
      boolean source = DataFolder.hasColumn(file, "source_id");
      if (!source || numberColumns(file).isEmpty()) {
        continue;
      }
      for (DataFile.Row row : file.rows()) {
        boolean estimate =
            basis
                ? row.text("basis").equals("elicited")
                : DataFolder.hasColumn(file, "grade")
                    ? row.text("grade").equals("C")
                    : file.path().equals("derived-findings.csv");
        if (!row.has("source_id") && !estimate) {
          refused.add(row.place("source_id"));
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void whatIsDoubtfulIsOfGradeC() {
    List<String> refused = new ArrayList<>();
    int doubtful = 0;
    for (DataFile file : DataFolder.files()) {
      if (!DataFolder.hasColumn(file, "source_id")) {
        continue;
      }
      boolean graded = DataFolder.hasColumn(file, "grade");
      boolean verified = DataFolder.hasColumn(file, "verified");
      for (DataFile.Row row : file.rows()) {
        boolean doubt =
            row.list("source_id").stream().anyMatch(NumbersTest::isDoubtful)
                || (verified && Set.of("recalled", "unsourced").contains(row.text("verified")));
        if (!doubt) {
          continue;
        }
        doubtful++;
        boolean weak =
            graded
                ? row.text("grade").equals("C")
                // Without grade and basis a row holds words only; an adapted figure counts as C.
                : !DataFolder.hasColumn(file, "basis") || !row.text("basis").equals("published");
        if (!weak) {
          refused.add(row.place("source_id"));
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(doubtful).isGreaterThan(300);
  }

  @Test
  void noEmergencyRuleRestsOnDoubtfulSourcesAlone() {
    for (RedFlagRule rule : RedFlagRules.load(KNOWLEDGE.vocabulary()).rules()) {
      if (rule.urgency() == Urgency.EMERGENCY_NOW) {
        assertThat(rule.sourceIds()).as(rule.id()).anyMatch(id -> !isDoubtful(id));
      }
    }
  }

  private static List<String> binsOf(String findingId) {
    Bins bins = KNOWLEDGE.bins().get(findingId);
    return bins == null ? List.of() : bins.values();
  }

  /** Written by a machine, or no publication at all. */
  private static boolean isDoubtful(String sourceId) {
    return switch (SOURCES.require(sourceId).reliability()) {
      case AI_WRITTEN, UNRESOLVED -> true;
      case SCHOLARLY, GUIDELINE, TEXTBOOK, WEB -> false;
    };
  }
}
