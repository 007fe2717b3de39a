package health.plumbline.reasoning;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one finding follows from others: a row of {@code derived-findings.csv}, or the union of a
 * coarse region's members.
 *
 * @param findingId the finding that follows
 * @param kind how it follows
 * @param parts what it follows from
 * @param moreThan amount that must be exceeded, or minus infinity
 * @param atLeast least amount or number of parts, or minus infinity
 * @param atMost largest amount or number of parts, or infinity
 * @param equal the category that is looked for, else empty
 * @param impliedBy stated values that show it
 * @param excludedBy stated values that exclude it
 * @param excludedWhen formulas each of which excludes it if true
 * @param ifContradicted what holds if some of these speak for it and others against it: the more
 *     dangerous reading
 */
record DerivedDefinition(
    String findingId,
    Kind kind,
    List<RedFlagExpression> parts,
    double moreThan,
    double atLeast,
    double atMost,
    String equal,
    List<Stated> impliedBy,
    List<Stated> excludedBy,
    List<RedFlagExpression> excludedWhen,
    Truth ifContradicted) {

  /** How a finding follows from its parts. */
  enum Kind {
    /** At least one part. */
    ANY_OF,
    /** Every part. */
    ALL_OF,
    /** A number of parts within bounds. */
    COUNT,
    /** The number of parts itself, as a category. */
    COUNT_VALUE,
    /** An amount within bounds. */
    NUMBER,
    /** A category. */
    CATEGORY,
    /** Regions on one side of the body only. */
    ONE_SIDE_ONLY,
    /** Regions on both sides of the body. */
    BOTH_SIDES,
    /** The first part, and none of the other regions of the body chart. */
    ONLY_PLACE,
    /** A question that was answered no. */
    ANSWERED_NO,
    /** Present if a part is; the parts can never show that it is absent. */
    IF_SO,
    /** Known by triage alone: needs the outcome of all rules. */
    TRIAGE
  }

  /** A value that a person or clinician stated of another finding. */
  record Stated(String findingId, FindingValue value) {
    boolean holds(Presentation presentation) {
      return presentation.value(findingId).filter(value::equals).isPresent();
    }
  }

  /** The finding of the first part, for kinds that look at one finding. */
  String source() {
    return parts.getFirst().findings().iterator().next();
  }

  /** Whether a stated value shows it. */
  boolean implied(Presentation presentation) {
    return anyHolds(impliedBy, presentation);
  }

  /** Whether a stated value excludes it. */
  boolean excluded(Presentation presentation) {
    return anyHolds(excludedBy, presentation);
  }

  private static boolean anyHolds(List<Stated> stated, Presentation presentation) {
    for (Stated each : stated) {
      if (each.holds(presentation)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads the definitions and checks that every derived finding and coarse region has one, that
   * every part resolves, and that none depends on itself.
   *
   * @return finding id to its definition
   * @throws IllegalStateException naming file, line, column and what is wrong
   */
  static Map<String, DerivedDefinition> load(Vocabulary vocabulary, String path) {
    Map<String, DerivedDefinition> definitions = new LinkedHashMap<>();
    DataFile file = DataFile.read(path);
    Set<String> internal = new HashSet<>();
    for (DataFile.Row row : file.rows()) {
      if (row.has("internal") && row.flag("internal")) {
        internal.add(row.required("finding_id"));
      }
    }
    for (DataFile.Row row : file.rows()) {
      DerivedDefinition definition = definition(row, vocabulary, internal);
      row.putOnce("finding_id", definitions, definition.findingId(), definition);
    }
    for (Finding finding : vocabulary.findings()) {
      if (finding.role() == Finding.Role.COARSE_REGION) {
        definitions.computeIfAbsent(finding.id(), id -> union(finding));
      } else if (finding.role() == Finding.Role.DERIVED && !definitions.containsKey(finding.id())) {
        throw new IllegalStateException(
            path + ": the derived finding " + finding.id() + " has no definition");
      }
    }
    for (String id : definitions.keySet()) {
      checkAcyclic(path, id, definitions, new LinkedHashSet<>());
    }
    return Collections.unmodifiableMap(definitions);
  }

  private static DerivedDefinition union(Finding region) {
    List<RedFlagExpression> parts = new ArrayList<>();
    for (String member : region.members()) {
      parts.add(new RedFlagExpression.Atom(member));
    }
    return new DerivedDefinition(
        region.id(),
        Kind.ANY_OF,
        List.copyOf(parts),
        Double.NEGATIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        "",
        List.of(),
        List.of(),
        List.of(),
        Truth.TRUE);
  }

  private static DerivedDefinition definition(
      DataFile.Row row, Vocabulary vocabulary, Set<String> internal) {
    String id = row.required("finding_id");
    if (!internal.contains(id)) {
      checkCanonical(row, "finding_id", id, vocabulary, Set.of());
    }
    List<RedFlagExpression> parts = expressions(row, "parts", id, vocabulary, internal);
    Kind kind = row.oneOf("kind", Kind.values());
    if (parts.isEmpty() && kind != Kind.TRIAGE) {
      throw row.fault("parts", "a value is required");
    }
    return new DerivedDefinition(
        id,
        kind,
        parts,
        row.number("more_than", Double.NEGATIVE_INFINITY),
        row.number("at_least", Double.NEGATIVE_INFINITY),
        row.number("at_most", Double.POSITIVE_INFINITY),
        row.text("equals"),
        stated(row, "implied_by", vocabulary),
        stated(row, "excluded_by", vocabulary),
        expressions(row, "excluded_when", id, vocabulary, internal),
        Truth.of(row.flag("if_contradicted")));
  }

  private static List<RedFlagExpression> expressions(
      DataFile.Row row, String column, String id, Vocabulary vocabulary, Set<String> internal) {
    List<RedFlagExpression> expressions = new ArrayList<>();
    for (String part : row.list(column)) {
      RedFlagExpression expression =
          row.parsed(column, part, text -> RedFlagExpression.parse(id, text));
      expression
          .findings()
          .forEach(finding -> checkCanonical(row, column, finding, vocabulary, internal));
      expressions.add(expression);
    }
    return List.copyOf(expressions);
  }

  private static List<Stated> stated(DataFile.Row row, String column, Vocabulary vocabulary) {
    List<Stated> stated = new ArrayList<>();
    for (String item : row.list(column)) {
      int equals = item.indexOf('=');
      if (equals < 0) {
        throw row.fault(column, item + " is not of the form finding=value");
      }
      String findingId = item.substring(0, equals);
      checkCanonical(row, column, findingId, vocabulary, Set.of());
      FindingValue value =
          row.parsed(column, item.substring(equals + 1), vocabulary.require(findingId)::parse);
      stated.add(new Stated(findingId, value));
    }
    return List.copyOf(stated);
  }

  private static void checkCanonical(
      DataFile.Row row, String column, String id, Vocabulary vocabulary, Set<String> internal) {
    if (internal.contains(id)) {
      return;
    }
    @Nullable Finding finding = vocabulary.find(id).orElse(null);
    if (finding == null || !finding.id().equals(id)) {
      throw row.fault(column, id + " is not the id of a finding");
    }
  }

  private static void checkAcyclic(
      String file, String id, Map<String, DerivedDefinition> definitions, Set<String> path) {
    DerivedDefinition definition = definitions.get(id);
    if (definition == null) {
      return;
    }
    if (!path.add(id)) {
      throw new IllegalStateException(
          file + ": " + id + " depends on itself by way of " + String.join(", ", path));
    }
    for (RedFlagExpression part : definition.parts()) {
      part.findings().forEach(each -> checkAcyclic(file, each, definitions, path));
    }
    for (RedFlagExpression excluding : definition.excludedWhen()) {
      excluding.findings().forEach(each -> checkAcyclic(file, each, definitions, path));
    }
    path.remove(id);
  }
}
