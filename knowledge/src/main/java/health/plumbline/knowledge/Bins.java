package health.plumbline.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The bins into which a finding with more than two values falls, in order, so that numbers and
 * categories share one treatment.
 *
 * @param findingId the finding
 * @param values the bins in ascending order
 * @param ordered whether the order means anything
 * @param upper upper limit of each bin; not a number where the finding is no number
 * @param upperInclusive whether the limit itself belongs to the bin
 */
public record Bins(
    String findingId,
    List<String> values,
    boolean ordered,
    List<Double> upper,
    List<Boolean> upperInclusive) {

  /** The index of the bin that holds the value. */
  public int indexOf(FindingValue value) {
    return switch (value) {
      case FindingValue.Category(String id) -> values.indexOf(id);
      case FindingValue.Quantity(double amount) ->
          IntStream.range(0, values.size())
              .filter(
                  i -> amount < upper.get(i) || (upperInclusive.get(i) && amount == upper.get(i)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          findingId + ": " + amount + " lies above every bin"));
      case FindingValue.Answer answer ->
          throw new IllegalArgumentException(findingId + ": " + answer + " is no bin");
    };
  }

  static Map<String, Bins> load(Vocabulary vocabulary) {
    Map<String, List<DataFile.Row>> byFinding = new LinkedHashMap<>();
    for (DataFile.Row row : DataFile.read("bins.csv").rows()) {
      String id = row.required("finding_id");
      if (vocabulary.find(id).isEmpty()) {
        throw row.fault("finding_id", id + " is not a finding");
      }
      byFinding.computeIfAbsent(id, key -> new ArrayList<>()).add(row);
    }
    Map<String, Bins> bins = new LinkedHashMap<>();
    byFinding.forEach(
        (id, rows) ->
            bins.put(
                id,
                new Bins(
                    id,
                    rows.stream().map(row -> row.required("value")).toList(),
                    ordered(rows),
                    rows.stream().map(row -> row.number("to", Double.NaN)).toList(),
                    rows.stream().map(row -> row.has("to") && row.flag("to_inclusive")).toList())));
    return bins;
  }

  private static boolean ordered(List<DataFile.Row> rows) {
    boolean ordered = rows.getFirst().flag("ordered");
    for (DataFile.Row row : rows) {
      if (row.flag("ordered") != ordered) {
        throw row.fault("ordered", "differs from the first bin of " + row.text("finding_id"));
      }
    }
    return ordered;
  }
}
