package health.plumbline.reasoning;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagExpression;
import health.plumbline.knowledge.RedFlagExpression.UnansweredNot;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Vocabulary;
import health.plumbline.reasoning.DerivedDefinition.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

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

  private final Map<String, DerivedDefinition> definitions;
  private final List<String> regions;

  private DerivedFindings(Map<String, DerivedDefinition> definitions, List<String> regions) {
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
    List<String> regions = new ArrayList<>();
    for (Finding finding : vocabulary.findings()) {
      if (finding.role() == Finding.Role.REGION) {
        regions.add(finding.id());
      }
    }
    return new DerivedFindings(DerivedDefinition.load(vocabulary, path), List.copyOf(regions));
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
    DerivedDefinition definition = definitions.get(findingId);
    Truth stated = stated(findingId, presentation);
    if (definition == null) {
      return stated;
    }
    boolean yes = stated == Truth.TRUE;
    boolean no = stated == Truth.FALSE;
    Truth computed = computed(definition, truths);
    yes |= computed == Truth.TRUE || definition.implied(presentation);
    no |= computed == Truth.FALSE || definition.excluded(presentation);
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
    DerivedDefinition definition = definitions.get(findingId);
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
    DerivedDefinition definition = definitions.get(findingId);
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

  private Truth computed(DerivedDefinition definition, Truths truths) {
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
        OptionalDouble amount = amount(definition.source(), truths.presentation);
        yield amount.isEmpty()
            ? Truth.UNKNOWN
            : Truth.of(
                amount.getAsDouble() > definition.moreThan()
                    && amount.getAsDouble() >= definition.atLeast()
                    && amount.getAsDouble() <= definition.atMost());
      }
      case CATEGORY ->
          category(definition.source(), truths.presentation)
              .map(id -> Truth.of(id.equals(definition.equal())))
              .orElse(Truth.UNKNOWN);
      case ONE_SIDE_ONLY -> sides(definition, truths, true);
      case BOTH_SIDES -> sides(definition, truths, false);
      case ONLY_PLACE -> {
        String place = definition.source();
        Truth only = truths.apply(place);
        for (String region : regions) {
          if (!region.equals(place)) {
            only = only.and(truths.apply(region).not());
          }
        }
        yield only;
      }
      case ANSWERED_NO -> stated(definition.source(), truths.presentation).not();
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

  private static Count count(DerivedDefinition definition, Truths truths) {
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

  private static Truth sides(DerivedDefinition definition, Truths truths, boolean one) {
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

  private static Truth stated(String findingId, Presentation presentation) {
    FindingValue value = presentation.value(findingId).orElse(null);
    return switch (value) {
      case null -> Truth.UNKNOWN;
      case FindingValue.Answer(boolean present) -> Truth.of(present);
      case FindingValue.Quantity(double amount) -> Truth.of(amount > 0);
      case FindingValue.Category(String id) -> Truth.of(!id.equals("0"));
    };
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
}
