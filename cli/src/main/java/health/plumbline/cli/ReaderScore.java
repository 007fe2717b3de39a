package health.plumbline.cli;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.NestedFinding;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.RedFlagRule;
import health.plumbline.knowledge.RedFlagRules;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Truth;
import health.plumbline.knowledge.Urgency;
import health.plumbline.narrative.Doubt;
import health.plumbline.narrative.Reading;
import health.plumbline.narrative.Understood;
import health.plumbline.reasoning.DerivedFindings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how the reader did on annotated texts.
 *
 * <p>What counts is a finding with its value, where a doubt is a value of its own: a finding that
 * the text leaves in doubt is right if it is asked, and wrong if it is set without being asked. A
 * question about something that the annotation knows nothing of counts as a false finding. What
 * follows from the annotation by the tables of nested and derived findings is neither rewarded nor
 * held against the reader, nor is what the annotators would let pass.
 */
final class ReaderScore {

  /** Two coarse ids for the same words. */
  private static final Map<String, String> SAME =
      Map.of("pain-back-any", "pain-back-place-unsaid", "pain-hip-any", "pain-hip-place-unsaid");

  /** How far a number may be off, as a share, and at least. */
  private static final double TOLERANCE = 0.05;

  private static final double LEAST_TOLERANCE = 0.1;

  private static final String IN_DOUBT = "in doubt";

  /** Right, wrong and missed. */
  static final class Tally {
    int right;
    int wrong;
    int missed;

    Proportion precision() {
      return new Proportion(right, right + wrong);
    }

    Proportion recall() {
      return new Proportion(right, right + missed);
    }

    int errors() {
      return wrong + missed;
    }

    /** Harmonic mean of precision and recall, 1 if there was nothing to find and nothing found. */
    double f1() {
      int all = 2 * right + wrong + missed;
      return all == 0 ? 1 : 2.0 * right / all;
    }
  }

  /** A share that is being counted. */
  static final class Share {
    int hits;
    int n;

    private void count(boolean hit) {
      hits += hit ? 1 : 0;
      n++;
    }

    Proportion proportion() {
      return new Proportion(hits, n);
    }
  }

  final Tally all = new Tally();
  final Tally demographics = new Tally();
  final Map<String, Tally> byFinding = new TreeMap<>();
  final Map<String, Tally> byRegister = new TreeMap<>();
  final Share redFlags = new Share();
  final Share denialsReadAsDenials = new Share();
  final Share statementsNotReadAsDenials = new Share();
  final Share sides = new Share();
  final Share spans = new Share();
  final Share mustNotSet = new Share();
  final Map<String, Integer> confusions = new TreeMap<>();

  /** One line for each error, for whoever mends the reader. */
  final List<String> errors = new ArrayList<>();

  int items;
  private double overlap;

  private final KnowledgeBase knowledge;
  private final DerivedFindings derived;
  private final boolean strict;
  private final Set<String> redFlagFindings;

  /**
   * @param strict whether only what is annotated counts as right, as for cases that were coded for
   *     another end; age and sex then count like any other finding
   */
  ReaderScore(KnowledgeBase knowledge, boolean strict) {
    this.knowledge = knowledge;
    this.derived = DerivedFindings.load(knowledge.vocabulary());
    this.strict = strict;
    this.redFlagFindings = redFlagFindings();
  }

  /**
   * Findings of which an emergency, same-day or two-week rule makes use, other than places, age and
   * sex; where it uses a derived finding, what that is made of.
   */
  private Set<String> redFlagFindings() {
    Set<String> ids = new LinkedHashSet<>();
    for (RedFlagRule rule : RedFlagRules.load(knowledge.vocabulary()).rules()) {
      if (!rule.urgency().atLeast(Urgency.URGENT_2_WEEKS)) {
        continue;
      }
      Set<String> used = new HashSet<>(rule.when().findings());
      used.removeAll(rule.when().negatedFindings());
      for (String id : used) {
        if (derived.derives(id)) {
          derived.basis(id).forEach(part -> addRedFlag(part, ids));
        }
        addRedFlag(id, ids);
      }
    }
    return ids;
  }

  private void addRedFlag(String id, Set<String> ids) {
    Finding finding = knowledge.vocabulary().require(id);
    switch (finding.role()) {
      case REGION, COARSE_REGION, DEMOGRAPHIC, DERIVED -> {}
      case ASKED, EXAMINED, INVESTIGATED -> ids.add(finding.id());
    }
  }

  Set<String> redFlags() {
    return redFlagFindings;
  }

  /** The mean overlap of the words quoted with the words annotated, as intersection over union. */
  double meanOverlap() {
    return spans.n == 0 ? 0 : overlap / spans.n;
  }

  /** Denials read as denials and statements not read as denials, together. */
  Proportion negation() {
    return new Proportion(
        denialsReadAsDenials.hits + statementsNotReadAsDenials.hits,
        denialsReadAsDenials.n + statementsNotReadAsDenials.n);
  }

  /** What was read of one finding. */
  private record Read(@Nullable Understood understood, @Nullable Doubt doubt) {
    @Nullable FindingValue value() {
      return understood == null ? null : understood.value();
    }

    String spelled() {
      return understood != null ? understood.value().toString() : doubt != null ? IN_DOUBT : "-";
    }

    int start() {
      return understood != null ? understood.start() : doubt != null ? doubt.start() : 0;
    }

    int end() {
      return understood != null ? understood.end() : doubt != null ? doubt.end() : 0;
    }
  }

  void add(GoldItem item, Reading reading) {
    items++;
    Map<String, Read> read = read(reading);
    Map<String, GoldItem.Stated> gold = new HashMap<>();
    for (GoldItem.Stated stated : item.findings()) {
      gold.put(same(stated.finding().id()), stated);
    }
    demographic(item, "age", item.age(), reading.age());
    demographic(
        item,
        "sex",
        item.sex() == null ? null : item.sex().id(),
        reading.sex() == null ? null : reading.sex().id());
    List<String> missed = new ArrayList<>();
    for (Map.Entry<String, GoldItem.Stated> entry : gold.entrySet()) {
      String id = entry.getKey();
      GoldItem.Stated stated = entry.getValue();
      Read found = read.get(id);
      boolean right = matches(stated, found);
      count(item, id, right ? 'r' : 'm');
      measure(stated, found, item.text(), right);
      if (!right) {
        missed.add(id);
        errors.add(
            "%s missed %s=%s “%s”, read %s"
                .formatted(
                    item.id(),
                    id,
                    stated.doubt() ? IN_DOUBT : stated.value(),
                    stated.quote(),
                    found == null ? "-" : found.spelled()));
      }
    }
    Presentation stated = strict ? null : presentation(item);
    for (Map.Entry<String, Read> entry : read.entrySet()) {
      String id = entry.getKey();
      Read found = entry.getValue();
      GoldItem.Stated truth = gold.get(id);
      if (truth != null ? matches(truth, found) : allowed(id, found, item, stated)) {
        continue;
      }
      if (!(truth != null && !truth.doubt() && found.understood() == null)) {
        // a question about what is stated is a miss, counted already
        count(item, id, 'w');
        confuse(id, found, missed, gold, item.text());
        errors.add(
            "%s wrong %s=%s “%s”, stated %s"
                .formatted(
                    item.id(),
                    id,
                    found.spelled(),
                    item.text().substring(found.start(), found.end()).replace('\n', ' '),
                    truth == null ? "-" : truth.doubt() ? IN_DOUBT : truth.value()));
      }
    }
    for (GoldItem.Value value : item.mustNot()) {
      Read found = read.get(same(value.finding().id()));
      boolean set = found != null && value.value().equals(found.value());
      mustNotSet.count(set);
      if (set) {
        errors.add(
            "%s must not read %s=%s".formatted(item.id(), value.finding().id(), value.value()));
      }
    }
  }

  private Map<String, Read> read(Reading reading) {
    Map<String, Read> read = new TreeMap<>();
    for (Doubt doubt : reading.doubts()) {
      read.putIfAbsent(same(doubt.findingId()), new Read(null, doubt));
    }
    for (Understood item : reading.understood()) {
      String id = same(item.findingId());
      Read known = read.get(id);
      read.put(id, new Read(item, known == null ? null : known.doubt()));
    }
    read.remove("age");
    read.remove("sex");
    return read;
  }

  private void demographic(
      GoldItem item, String id, @Nullable Object stated, @Nullable Object found) {
    boolean right = stated != null && stated.equals(found);
    boolean missed = stated != null && !right;
    boolean wrong = found != null && !right;
    demographics.right += right ? 1 : 0;
    demographics.missed += missed ? 1 : 0;
    // an age or sex that a case does not code says nothing about what its text states
    boolean counts = wrong && !(strict && stated == null);
    demographics.wrong += counts ? 1 : 0;
    if (strict) {
      all.right += right ? 1 : 0;
      all.missed += missed ? 1 : 0;
      all.wrong += counts ? 1 : 0;
    }
    if (missed || counts) {
      errors.add("%s %s: stated %s, read %s".formatted(item.id(), id, stated, found));
    }
  }

  private void count(GoldItem item, String id, char outcome) {
    Tally finding = byFinding.computeIfAbsent(id, key -> new Tally());
    Tally register = byRegister.computeIfAbsent(item.register(), key -> new Tally());
    for (Tally tally : List.of(all, finding, register)) {
      switch (outcome) {
        case 'r' -> tally.right++;
        case 'w' -> tally.wrong++;
        default -> tally.missed++;
      }
    }
  }

  private static boolean matches(GoldItem.Stated stated, @Nullable Read found) {
    if (found == null) {
      return false;
    }
    if (stated.doubt()) {
      return found.doubt() != null;
    }
    FindingValue value = found.value();
    return value != null && equal(stated.value(), value);
  }

  private static boolean equal(FindingValue a, FindingValue b) {
    if (a instanceof FindingValue.Quantity(double x)
        && b instanceof FindingValue.Quantity(double y)) {
      return Math.abs(x - y) <= Math.max(LEAST_TOLERANCE, TOLERANCE * Math.abs(x));
    }
    return a.equals(b);
  }

  private void measure(GoldItem.Stated stated, @Nullable Read found, String text, boolean right) {
    FindingValue value = found == null ? null : found.value();
    boolean isYes = stated.value().equals(FindingValue.YES);
    if (redFlagFindings.contains(same(stated.finding().id())) && (isYes || stated.doubt())) {
      redFlags.count(found != null && (right || found.doubt() != null || isYes(value)));
    }
    if (found != null && !stated.doubt()) {
      boolean no = value != null && value.equals(FindingValue.NO);
      if (stated.value().equals(FindingValue.NO)) {
        denialsReadAsDenials.count(no);
      } else if (isYes) {
        statementsNotReadAsDenials.count(!no);
      }
    }
    if (right && found != null && !stated.quote().isEmpty()) {
      double shared = overlap(stated.quote(), found, text);
      spans.count(shared > 0);
      overlap += shared;
    }
    if (right && found != null && isPlace(stated.finding()) && isYes && !stated.doubt()) {
      Side side = found.understood() == null ? Side.UNSTATED : found.understood().side();
      boolean same = side == stated.side();
      sides.count(same);
      if (!same) {
        errors.add(
            "side of %s “%s”: stated %s, read %s"
                .formatted(stated.finding().id(), stated.quote(), stated.side(), side));
      }
    }
  }

  private static boolean isYes(@Nullable FindingValue value) {
    return value != null && value.equals(FindingValue.YES);
  }

  private static boolean isPlace(Finding finding) {
    return finding.role() == Finding.Role.REGION || finding.role() == Finding.Role.COARSE_REGION;
  }

  /** Intersection over union with the occurrence of the quote that lies best. */
  private static double overlap(String quote, Read found, String text) {
    double best = 0;
    for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      int end = at + quote.length();
      int shared = Math.min(end, found.end()) - Math.max(at, found.start());
      int union = Math.max(end, found.end()) - Math.min(at, found.start());
      best = Math.max(best, Math.max(0, shared) / (double) union);
    }
    return best;
  }

  /** What a false finding may have been mistaken from: a missed one whose words it shares. */
  private void confuse(
      String id, Read found, List<String> missed, Map<String, GoldItem.Stated> gold, String text) {
    for (String other : missed) {
      GoldItem.Stated stated = gold.get(other);
      if (stated != null && !stated.quote().isEmpty() && overlap(stated.quote(), found, text) > 0) {
        confusions.merge(
            "%s=%s read as %s=%s"
                .formatted(other, stated.doubt() ? IN_DOUBT : stated.value(), id, found.spelled()),
            1,
            Integer::sum);
      }
    }
  }

  private static String same(String id) {
    return SAME.getOrDefault(id, id);
  }

  private Presentation presentation(GoldItem item) {
    Presentation.Builder builder = Presentation.builder(knowledge.vocabulary());
    if (item.age() != null) {
      builder.age(item.age());
    }
    if (item.sex() != null) {
      builder.sex(item.sex());
    }
    for (GoldItem.Stated stated : item.findings()) {
      if (stated.doubt()) {
        continue;
      }
      builder.finding(stated.finding().id(), stated.value());
      if (stated.finding().role() == Finding.Role.REGION
          && stated.value().equals(FindingValue.YES)) {
        builder.painRegion(
            new PainRegion(stated.finding().id().substring("pain-".length()), stated.side()));
      }
    }
    return builder.build();
  }

  /** Whether something that is not annotated is neither rewarded nor held against the reader. */
  private boolean allowed(String id, Read found, GoldItem item, @Nullable Presentation stated) {
    if (stated == null) {
      return false;
    }
    FindingValue value = found.value();
    for (GoldItem.Value may : item.may()) {
      if (same(may.finding().id()).equals(id) && (value == null || equal(may.value(), value))) {
        return true;
      }
    }
    if (id.equals("back-pain-onset-before-45")) {
      return item.age() != null;
    }
    if (value == null) {
      return false;
    }
    for (NestedFinding nested : knowledge.nestedFindings()) {
      boolean fromContained =
          nested.container().equals(id)
              && value.equals(FindingValue.YES)
              && stated
                  .value(nested.contained())
                  .filter(v -> !v.equals(FindingValue.NO))
                  .isPresent();
      boolean fromContainer =
          nested.contained().equals(id)
              && value.equals(FindingValue.NO)
              && stated.value(nested.container()).filter(FindingValue.NO::equals).isPresent();
      if (fromContained || fromContainer) {
        return true;
      }
    }
    // "foot pain" needs no "below the knee" beside it
    if (id.equals("pain-below-knee")
        && value.equals(FindingValue.YES)
        && stated.isPresent("pain-foot-any")) {
      return true;
    }
    return followsFrom(id, value, stated) || partsDenied(id, value, stated);
  }

  /** Whether a finding is denied of which every part is stated to be absent. */
  private boolean partsDenied(String id, FindingValue value, Presentation stated) {
    if (!value.equals(FindingValue.NO) || !derived.derives(id)) {
      return false;
    }
    Set<String> parts = new HashSet<>(derived.basis(id));
    parts.remove(id);
    return !parts.isEmpty()
        && parts.stream()
            .allMatch(part -> stated.value(part).filter(FindingValue.NO::equals).isPresent());
  }

  private boolean followsFrom(String id, FindingValue value, Presentation stated) {
    String other = "";
    for (Map.Entry<String, String> same : SAME.entrySet()) {
      other = same.getValue().equals(id) ? same.getKey() : other;
    }
    for (String name : other.isEmpty() ? List.of(id) : List.of(id, other)) {
      if (!derived.derives(name)) {
        continue;
      }
      try {
        Truth truth = derived.truth(name, stated);
        if ((truth == Truth.TRUE && value.equals(FindingValue.YES))
            || (truth == Truth.FALSE && value.equals(FindingValue.NO))) {
          return true;
        }
      } catch (InvalidInputException e) {
        return false;
      }
    }
    return false;
  }
}
