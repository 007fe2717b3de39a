package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one text claims of each finding, and what it leaves open, before one value is chosen. */
final class Claims {

  /**
   * One statement of one finding.
   *
   * @param weight how much it counts against another: 3 explains others away, 2 specific, 1 a
   *     blanket denial or a vague word
   */
  record Claim(Finding finding, FindingValue value, Side side, int from, int to, int weight) {}

  /** Something left open. */
  record Open(Finding finding, int from, int to, DoubtReason reason) {}

  final List<Claim> claims = new ArrayList<>();
  final List<Open> open = new ArrayList<>();

  /** Places named otherwise than as the end that a pain reaches to. */
  final Set<String> seats = new HashSet<>();

  private final Lexicon lexicon;

  Claims(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Adds a claim without side, as it is. */
  void plain(Finding finding, FindingValue value, int from, int to) {
    claims.add(new Claim(finding, value, Side.UNSTATED, from, to, 2));
  }

  /** Leaves a finding open. */
  void open(Finding finding, Mention mention, DoubtReason reason) {
    open.add(new Open(finding, mention.from, mention.to, reason));
  }

  /** Leaves a finding open. */
  void open(Finding finding, int from, int to, DoubtReason reason) {
    open.add(new Open(finding, from, to, reason));
  }

  /** Adds a claim at the place that its side makes of it, and what that place implies. */
  void add(Finding finding, FindingValue value, Side side, Mention mention, int weight) {
    Finding place = finding;
    if (side != Side.UNSTATED) {
      place = lexicon.sided.getOrDefault(finding.id(), finding);
    }
    if (!mention.isEnd) {
      seats.add(place.id());
    }
    boolean sideless =
        lexicon.sideless.contains(place.id()) || place.id().startsWith("family-history");
    claims.add(
        new Claim(place, value, sideless ? Side.UNSTATED : side, mention.from, mention.to, weight));
    if (value.equals(FindingValue.YES)) {
      for (Setting setting : lexicon.implied.getOrDefault(place.id(), List.of())) {
        claims.add(
            new Claim(setting.finding(), setting.value(), side, mention.from, mention.to, 2));
      }
    }
  }
}
