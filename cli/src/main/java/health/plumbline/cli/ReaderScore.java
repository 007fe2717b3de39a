package health.plumbline.cli;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Side;
import health.plumbline.narrative.Reading;
import health.plumbline.reasoning.DerivedFindings;
import java.util.ArrayList;
import java.util.HashMap;
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

  private enum Outcome {
    RIGHT,
    WRONG,
    MISSED
  }

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
    this.redFlagFindings = RedFlagFindings.of(knowledge, derived);
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

  void add(GoldItem item, Reading reading) {
    items++;
    Map<String, ReadFinding> read = ReadFinding.of(reading);
    Map<String, GoldItem.Stated> gold = new HashMap<>();
    for (GoldItem.Stated stated : item.findings()) {
      gold.put(ReadFinding.same(stated.finding().id()), stated);
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
      ReadFinding found = read.get(id);
      boolean right = found != null && found.matches(stated);
      count(item, id, right ? Outcome.RIGHT : Outcome.MISSED);
      measure(stated, found, item.text(), right);
      if (!right) {
        missed.add(id);
        errors.add(
            "%s missed %s=%s “%s”, read %s"
                .formatted(
                    item.id(),
                    id,
                    stated.doubt() ? ReadFinding.IN_DOUBT : stated.value(),
                    stated.quote(),
                    found == null ? "-" : found.spelled()));
      }
    }
    Entailed entailed = strict ? null : new Entailed(item, knowledge, derived);
    for (Map.Entry<String, ReadFinding> entry : read.entrySet()) {
      String id = entry.getKey();
      ReadFinding found = entry.getValue();
      GoldItem.Stated truth = gold.get(id);
      if (truth != null ? found.matches(truth) : isLetPass(id, found, item, entailed)) {
        continue;
      }
      if (!(truth != null && !truth.doubt() && found.understood() == null)) {
        // a question about what is stated is a miss, counted already
        count(item, id, Outcome.WRONG);
        confuse(id, found, missed, gold, item.text());
        errors.add(
            "%s wrong %s=%s “%s”, stated %s"
                .formatted(
                    item.id(),
                    id,
                    found.spelled(),
                    item.text().substring(found.start(), found.end()).replace('\n', ' '),
                    truth == null ? "-" : truth.doubt() ? ReadFinding.IN_DOUBT : truth.value()));
      }
    }
    for (GoldItem.Value value : item.mustNot()) {
      ReadFinding found = read.get(ReadFinding.same(value.finding().id()));
      boolean set = found != null && value.value().equals(found.value());
      mustNotSet.count(set);
      if (set) {
        errors.add(
            "%s must not read %s=%s".formatted(item.id(), value.finding().id(), value.value()));
      }
    }
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

  private void count(GoldItem item, String id, Outcome outcome) {
    Tally finding = byFinding.computeIfAbsent(id, key -> new Tally());
    Tally register = byRegister.computeIfAbsent(item.register(), key -> new Tally());
    for (Tally tally : List.of(all, finding, register)) {
      switch (outcome) {
        case RIGHT -> tally.right++;
        case WRONG -> tally.wrong++;
        case MISSED -> tally.missed++;
      }
    }
  }

  private void measure(
      GoldItem.Stated stated, @Nullable ReadFinding found, String text, boolean right) {
    FindingValue value = found == null ? null : found.value();
    boolean isYes = stated.value().equals(FindingValue.YES);
    if (redFlagFindings.contains(ReadFinding.same(stated.finding().id()))
        && (isYes || stated.doubt())) {
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
      double shared = found.overlap(stated.quote(), text);
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

  /** What a false finding may have been mistaken from: a missed one whose words it shares. */
  private void confuse(
      String id,
      ReadFinding found,
      List<String> missed,
      Map<String, GoldItem.Stated> gold,
      String text) {
    for (String other : missed) {
      GoldItem.Stated stated = gold.get(other);
      if (stated != null && !stated.quote().isEmpty() && found.overlap(stated.quote(), text) > 0) {
        confusions.merge(
            "%s=%s read as %s=%s"
                .formatted(
                    other,
                    stated.doubt() ? ReadFinding.IN_DOUBT : stated.value(),
                    id,
                    found.spelled()),
            1,
            Integer::sum);
      }
    }
  }

  /** Whether something that is not annotated is neither rewarded nor held against the reader. */
  private static boolean isLetPass(
      String id, ReadFinding found, GoldItem item, @Nullable Entailed entailed) {
    if (entailed == null) {
      return false;
    }
    FindingValue value = found.value();
    for (GoldItem.Value may : item.may()) {
      if (ReadFinding.same(may.finding().id()).equals(id)
          && (value == null || ReadFinding.equal(may.value(), value))) {
        return true;
      }
    }
    return value != null && entailed.holds(id, value);
  }
}
