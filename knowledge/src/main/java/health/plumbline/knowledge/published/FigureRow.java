package health.plumbline.knowledge.published;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Finding.Values;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the columns that the files of published figures share, and checks each as it is read. */
final class FigureRow {

  /** A cut-off on an ordered or numeric finding. */
  private static final Pattern THRESHOLD = Pattern.compile("(>=|<=|>|<)\\d+(\\.\\d+)?");

  /** Half of the last digit is the rounding error; this is added for binary fractions. */
  private static final double BINARY_SLACK = 1e-9;

  private static final String RANGE = "range-over-studies";

  private final DataFile.Row row;
  private final KnowledgeBase knowledge;
  private final Set<String> populations;
  private final Set<String> constructs;

  FigureRow(
      DataFile.Row row, KnowledgeBase knowledge, Set<String> populations, Set<String> constructs) {
    this.row = row;
    this.knowledge = knowledge;
    this.populations = populations;
    this.constructs = constructs;
  }

  String id() {
    return row.required("id");
  }

  String text(String column) {
    return row.text(column);
  }

  String required(String column) {
    return row.required(column);
  }

  /** A condition or a population. */
  String subject(String column) {
    String id = row.required(column);
    if (knowledge.condition(id).isEmpty() && !populations.contains(id)) {
      throw row.fault(column, id + " is neither a condition nor a population");
    }
    return id;
  }

  /** A finding by its canonical id, or a construct. */
  String finding() {
    String id = row.required("finding_id");
    Optional<Finding> finding = knowledge.vocabulary().find(id);
    if (finding.isPresent() ? !finding.get().id().equals(id) : !constructs.contains(id)) {
      throw row.fault("finding_id", id + " is neither a canonical finding nor a construct");
    }
    return id;
  }

  /** A value of the finding, or a cut-off on an ordered one. */
  String value() {
    String value = row.required("value");
    String findingId = row.required("finding_id");
    Optional<Finding> finding = knowledge.vocabulary().find(findingId);
    if (finding.isEmpty() || THRESHOLD.matcher(value).matches()) {
      return value;
    }
    boolean allowed =
        switch (finding.get().values()) {
          case Values.YesNo() -> value.equals("yes") || value.equals("no");
          case Values.Categories(List<String> ids) -> ids.contains(value);
          case Values.Numeric numeric -> false;
        };
    if (!allowed) {
      throw row.fault("value", value + " is not a value of " + findingId);
    }
    return value;
  }

  String region() {
    String id = row.required("region_id");
    if (knowledge.vocabulary().find("pain-" + id).isEmpty()) {
      throw row.fault("region_id", id + " is not a region of the body chart");
    }
    return id;
  }

  /** A proportion with limits, null if the row has none of the three. */
  @Nullable Estimate proportion(String point, String low, String high) {
    for (String column : List.of(point, low, high)) {
      if (!column.isEmpty() && row.has(column)) {
        row.proportion(column);
      }
    }
    return estimate(point, low, high);
  }

  /** A figure with limits, null if the row has none of the three. */
  @Nullable Estimate estimate(String point, String low, String high) {
    Double value = number(point);
    Double least = number(low);
    Double most = number(high);
    if (value == null && least == null && most == null) {
      return null;
    }
    if (value != null && least != null && least > value) {
      throw row.fault(low, "the lower limit is above the figure " + value);
    }
    if (value != null && most != null && most < value) {
      throw row.fault(high, "the upper limit is below the figure " + value);
    }
    if (least != null && most != null && least > most) {
      throw row.fault(low, "the lower limit is above the upper limit " + most);
    }
    boolean limited = least != null || most != null;
    return new Estimate(value, least, most, limited && row.required("interval_kind").equals(RANGE));
  }

  @Nullable Integer wholeNumber(String column) {
    if (!row.has(column)) {
      return null;
    }
    try {
      int number = Integer.parseInt(row.text(column));
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for both faults
    }
    throw row.fault(column, "\"" + row.text(column) + "\" is not a whole number of at least 0");
  }

  Provenance provenance() {
    String sourceId = row.required("source_id");
    if (knowledge.sources().find(sourceId).isEmpty()) {
      throw row.fault("source_id", sourceId + " is not a source");
    }
    Verified verified = row.oneOf("verified", Verified.values());
    Grade grade = row.grade("grade");
    if (verified == Verified.RECALLED && grade != Grade.C) {
      throw row.fault("grade", "a figure that was not seen in a text is of grade C");
    }
    return new Provenance(
        sourceId,
        row.text("locator"),
        verified,
        grade,
        row.required("grade_reason"),
        usable(),
        row.text("usable_note"),
        row.text("consistency_note"),
        row.text("note"));
  }

  /** Refuses a row that may be used and yet holds no figure. */
  void requireFigure(boolean hasFigure) {
    if (!hasFigure && usable()) {
      throw row.fault("usable", "yes, but the row holds no figure");
    }
  }

  /** A two-by-two table, null unless whole; must agree with the rates to their last digit. */
  AccuracyFigure.@Nullable Counts counts() {
    Integer tp = wholeNumber("tp");
    Integer fp = wholeNumber("fp");
    Integer fn = wholeNumber("fn");
    Integer tn = wholeNumber("tn");
    if (tp == null || fp == null || fn == null || tn == null) {
      if (tp != null || fp != null || fn != null || tn != null) {
        explained("tp", "the table of counts is not whole");
      }
      return null;
    }
    checkRate("sens", (double) tp / (tp + fn));
    checkRate("spec", (double) tn / (tn + fp));
    Integer n = wholeNumber("n");
    if (n != null && n != tp + fp + fn + tn) {
      explained("n", n + ", but the counts add to " + (tp + fp + fn + tn));
    }
    return new AccuracyFigure.Counts(tp, fp, fn, tn);
  }

  private void checkRate(String column, double fromCounts) {
    if (!row.has(column)) {
      return;
    }
    String printed = row.text(column);
    int point = printed.indexOf('.');
    int decimals = point < 0 ? 0 : printed.length() - point - 1;
    double rounding = 0.5 * Math.pow(10, -decimals) + BINARY_SLACK;
    if (Math.abs(row.number(column) - fromCounts) > rounding) {
      explained(column, printed + ", but the counts give " + fromCounts);
    }
  }

  private void explained(String column, String problem) {
    if (!row.has("consistency_note")) {
      throw row.fault(column, problem + ". Maybe say why in consistency_note");
    }
  }

  private boolean usable() {
    boolean usable = row.flag("usable");
    if (!usable) {
      row.required("usable_note");
    }
    return usable;
  }

  private @Nullable Double number(String column) {
    return column.isEmpty() || !row.has(column) ? null : (Double) row.number(column);
  }
}
