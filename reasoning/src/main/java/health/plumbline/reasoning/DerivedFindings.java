package health.plumbline.reasoning;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Findings that follow from others: age bands, thresholds, unions of regions, counts and published
 * composites, in Kleene's three-valued logic.
 *
 * <p>The definitions are the rows of {@code derived-findings.csv}, so a clinician can read and
 * change them; a coarse region needs no row, it is the union of its members. A count is TRUE as
 * soon as enough parts are present and FALSE as soon as enough can no longer be reached, whatever
 * is still unanswered. Several witnesses may speak on one finding: its parts, its own stated value,
 * other stated values that imply or exclude it, and a formula that excludes it. If they contradict
 * one another, the reading holds that the row names as the more dangerous one.
 */
public final class DerivedFindings {

  private static final String FILE = "derived-findings.csv";

  /** How a finding follows from its parts. */
  private enum Kind {
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

  private record Stated(String findingId, FindingValue value) {
    boolean holds(Presentation presentation) {
      return presentation.value(findingId).filter(value::equals).isPresent();
    }
  }

  private record Definition(
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
      Truth ifContradicted) {}

  private final Map<String, Definition> definitions;
  private final List<String> regions;

  private DerivedFindings(Map<String, Definition> definitions, List<String> regions) {
    this.definitions = definitions;
    this.regions = regions;
  }

  /**
   * Reads the definitions and checks that every derived finding and coarse region has one, that
   * every part resolves, and that none depends on itself.
   *
   * @throws IllegalStateException naming file, line, column and what is wrong
   */
  public static DerivedFindings load(Vocabulary vocabulary) {
    return load(vocabulary, FILE);
  }

  static DerivedFindings load(Vocabulary vocabulary, String path) {
    Map<String, Definition> definitions = new LinkedHashMap<>();
    DataFile file = DataFile.read(path);
    Set<String> internal = new HashSet<>();
    for (DataFile.Row row : file.rows()) {
      if (row.has("internal") && row.flag("internal")) {
        internal.add(row.required("finding_id"));
      }
    }
    for (DataFile.Row row : file.rows()) {
      Definition definition = definition(row, vocabulary, internal);
      if (definitions.put(definition.findingId(), definition) != null) {
        throw row.fault("finding_id", definition.findingId() + " occurs twice");
      }
    }
    List<String> regions = new ArrayList<>();
    for (Finding finding : vocabulary.findings()) {
      switch (finding.role()) {
        case REGION -> regions.add(finding.id());
        case COARSE_REGION -> definitions.computeIfAbsent(finding.id(), id -> union(finding));
        case DERIVED -> {
          if (!definitions.containsKey(finding.id())) {
            throw new IllegalStateException(
                path + ": the derived finding " + finding.id() + " has no definition");
          }
        }
        case DEMOGRAPHIC, ASKED, EXAMINED, INVESTIGATED -> {}
      }
    }
    for (String id : definitions.keySet()) {
      checkAcyclic(path, id, definitions, new LinkedHashSet<>());
    }
    return new DerivedFindings(Collections.unmodifiableMap(definitions), List.copyOf(regions));
  }

  /**
   * The truth of a finding. A number or category that is no composite is TRUE if it is above zero
   * or known at all, respectively.
   *
   * @param findingId canonical id of any finding of the vocabulary
   */
  public Truth truth(String findingId, Presentation presentation) {
    return truths(presentation).apply(findingId);
  }

  /** The truth of every finding of one presentation, each computed at most once. */
  public Function<String, Truth> truths(Presentation presentation) {
    return new Truths(presentation);
  }

  /** The truths of one presentation, kept: a part stands in many composites. */
  private final class Truths implements Function<String, Truth> {

    private final Presentation presentation;
    private final Map<String, Truth> known = new HashMap<>();

    Truths(Presentation presentation) {
      this.presentation = presentation;
    }

    @Override
    public Truth apply(String findingId) {
      Truth truth = known.get(findingId);
      if (truth == null) {
        truth = truth(findingId, this);
        known.put(findingId, truth);
      }
      return truth;
    }
  }

  private Truth truth(String findingId, Truths truths) {
    Presentation presentation = truths.presentation;
    Definition definition = definitions.get(findingId);
    Truth stated = stated(findingId, presentation);
    if (definition == null) {
      return stated;
    }
    boolean yes = stated == Truth.TRUE;
    boolean no = stated == Truth.FALSE;
    Truth computed = computed(definition, truths);
    yes |= computed == Truth.TRUE || anyHolds(definition.impliedBy(), presentation);
    no |= computed == Truth.FALSE || anyHolds(definition.excludedBy(), presentation);
    for (RedFlagExpression excluding : definition.excludedWhen()) {
      no |= evaluate(excluding, truths) == Truth.TRUE;
    }
    if (yes && no) {
      return definition.ifContradicted();
    }
    if (yes) {
      return Truth.TRUE;
    }
    return no ? Truth.FALSE : Truth.UNKNOWN;
  }

  /**
   * The value of a finding where it is known: yes or no for a composite, the count for a count,
   * else the stated value.
   */
  public Optional<FindingValue> value(String findingId, Presentation presentation) {
    Definition definition = definitions.get(findingId);
    if (definition == null) {
      return presentation.value(findingId);
    }
    if (definition.kind() == Kind.COUNT_VALUE) {
      Count count = count(definition, new Truths(presentation));
      return count.unknown() == 0
          ? Optional.of(new FindingValue.Category(Integer.toString(count.present())))
          : presentation.value(findingId);
    }
    return switch (truth(findingId, presentation)) {
      case TRUE -> Optional.of(FindingValue.YES);
      case FALSE -> Optional.of(FindingValue.NO);
      case UNKNOWN -> Optional.empty();
    };
  }

  /** Whether a finding is computed from others. */
  public boolean derives(String findingId) {
    return definitions.containsKey(findingId);
  }

  /**
   * The findings that have to be known for this one, down to those that are asked, examined or
   * investigated; the finding itself if it is one of these.
   */
  public Set<String> basis(String findingId) {
    Set<String> basis = new LinkedHashSet<>();
    collectBasis(findingId, basis);
    return basis;
  }

  private void collectBasis(String findingId, Set<String> basis) {
    Definition definition = definitions.get(findingId);
    if (definition == null || definition.parts().isEmpty()) {
      basis.add(findingId);
      return;
    }
    if (definition.kind() == Kind.IF_SO) {
      basis.add(findingId);
    }
    for (RedFlagExpression part : definition.parts()) {
      part.findings().forEach(id -> collectBasis(id, basis));
    }
  }

  private Truth computed(Definition definition, Truths truths) {
    return switch (definition.kind()) {
      case ANY_OF -> {
        Truth any = Truth.FALSE;
        for (RedFlagExpression part : definition.parts()) {
          any = any.or(evaluate(part, truths));
        }
        yield any;
      }
      case ALL_OF -> {
        Truth all = Truth.TRUE;
        for (RedFlagExpression part : definition.parts()) {
          all = all.and(evaluate(part, truths));
        }
        yield all;
      }
      case COUNT -> {
        Count count = count(definition, truths);
        int most = count.present() + count.unknown();
        if (most < definition.atLeast() || count.present() > definition.atMost()) {
          yield Truth.FALSE;
        }
        yield count.present() >= definition.atLeast() && most <= definition.atMost()
            ? Truth.TRUE
            : Truth.UNKNOWN;
      }
      case COUNT_VALUE -> {
        Count count = count(definition, truths);
        yield count.present() > 0 ? Truth.TRUE : count.unknown() > 0 ? Truth.UNKNOWN : Truth.FALSE;
      }
      case NUMBER -> {
        OptionalDouble amount = amount(source(definition), truths.presentation);
        yield amount.isEmpty()
            ? Truth.UNKNOWN
            : Truth.of(
                amount.getAsDouble() > definition.moreThan()
                    && amount.getAsDouble() >= definition.atLeast()
                    && amount.getAsDouble() <= definition.atMost());
      }
      case CATEGORY ->
          category(source(definition), truths.presentation)
              .map(id -> Truth.of(id.equals(definition.equal())))
              .orElse(Truth.UNKNOWN);
      case ONE_SIDE_ONLY -> sides(definition, truths, true);
      case BOTH_SIDES -> sides(definition, truths, false);
      case ONLY_PLACE -> {
        String place = source(definition);
        Truth only = truths.apply(place);
        for (String region : regions) {
          if (!region.equals(place)) {
            only = only.and(truths.apply(region).not());
          }
        }
        yield only;
      }
      case ANSWERED_NO -> stated(source(definition), truths.presentation).not();
      case IF_SO -> {
        Truth any = Truth.UNKNOWN;
        for (RedFlagExpression part : definition.parts()) {
          any = any.or(evaluate(part, truths));
        }
        yield any;
      }
      case TRIAGE -> Truth.UNKNOWN;
    };
  }

  private static Truth evaluate(RedFlagExpression part, Truths truths) {
    return part.evaluate(truths, UnansweredNot.WAITS);
  }

  private record Count(int present, int unknown) {}

  private static Count count(Definition definition, Truths truths) {
    int present = 0;
    int unknown = 0;
    for (RedFlagExpression part : definition.parts()) {
      switch (evaluate(part, truths)) {
        case TRUE -> present++;
        case UNKNOWN -> unknown++;
        case FALSE -> {}
      }
    }
    return new Count(present, unknown);
  }

  private static Truth sides(Definition definition, Truths truths, boolean one) {
    boolean left = false;
    boolean right = false;
    boolean unstated = false;
    Truth any = Truth.FALSE;
    for (RedFlagExpression part : definition.parts()) {
      any = any.or(evaluate(part, truths));
    }
    Set<String> parts = new HashSet<>();
    definition.parts().forEach(part -> parts.addAll(part.findings()));
    Set<String> located = new HashSet<>();
    for (PainRegion region : truths.presentation.painRegions()) {
      if (parts.contains(region.findingId())) {
        located.add(region.findingId());
        left |= region.side() == Side.LEFT || region.side() == Side.BOTH;
        right |= region.side() == Side.RIGHT || region.side() == Side.BOTH;
        unstated |= region.side() == Side.UNSTATED;
      }
    }
    for (String part : parts) {
      unstated |= !located.contains(part) && truths.apply(part) == Truth.TRUE;
    }
    if (left && right) {
      return Truth.of(!one);
    }
    if ((left || right) && !unstated) {
      return Truth.of(one);
    }
    return any == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN;
  }

  private static String source(Definition definition) {
    return definition.parts().getFirst().findings().iterator().next();
  }

  private static Truth stated(String findingId, Presentation presentation) {
    FindingValue value = presentation.value(findingId).orElse(null);
    return switch (value) {
      case null -> Truth.UNKNOWN;
      case FindingValue.Answer(boolean present) -> Truth.of(present);
      case FindingValue.Quantity(double amount) -> Truth.of(amount > 0);
      case FindingValue.Category(String id) -> Truth.of(!id.equals("0"));
    };
  }

  private static boolean anyHolds(List<Stated> stated, Presentation presentation) {
    for (Stated each : stated) {
      if (each.holds(presentation)) {
        return true;
      }
    }
    return false;
  }

  private static OptionalDouble amount(String findingId, Presentation presentation) {
    if (findingId.equals("age")) {
      Integer age = presentation.age();
      return age == null ? OptionalDouble.empty() : OptionalDouble.of(age);
    }
    return presentation.value(findingId).orElse(null)
            instanceof FindingValue.Quantity(double amount)
        ? OptionalDouble.of(amount)
        : OptionalDouble.empty();
  }

  private static Optional<String> category(String findingId, Presentation presentation) {
    if (findingId.equals("sex")) {
      return Optional.ofNullable(presentation.sex()).map(sex -> sex.id());
    }
    return presentation.value(findingId).map(FindingValue::toString);
  }

  private static Definition union(Finding region) {
    List<RedFlagExpression> parts = new ArrayList<>();
    for (String member : region.members()) {
      parts.add(new RedFlagExpression.Atom(member));
    }
    return new Definition(
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

  private static Definition definition(
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
    return new Definition(
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
      String file, String id, Map<String, Definition> definitions, Set<String> path) {
    Definition definition = definitions.get(id);
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
