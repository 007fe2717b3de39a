package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hears what no phrase has read: words of several classes that stand near each other in one
 * sentence or two neighbouring ones, in any order, and together suggest an alarming finding
 * ("strange", "when I wipe").
 *
 * <p>People tell of the same thing in more ways than any list of phrases holds. For what is
 * dangerous it is better to ask once too often than to pass over it, so such a combination never
 * states the finding; it leaves it in doubt, to be asked. The combinations are rows of {@code
 * alarms.csv}. The first class of a row is what is complained of: a word of it that is denied,
 * supposed, of the past or of someone else does not count, nor one that a longer phrase has read as
 * something else.
 */
final class Alarms {

  /** The most tokens that a combination may stretch over. */
  static final int FARTHEST = 30;

  /** How far off a word may stand that gives the others another meaning. */
  private static final int NEAR = 8;

  /** How many words make a phrase that explains what its words mean. */
  private static final int EXPLAINING_WORDS = 2;

  /**
   * Classes of words that together ask for a finding.
   *
   * @param needs classes of which each must occur, the complaint first
   * @param unless classes of which none may occur near
   * @param within the most tokens from the first to the last of them
   */
  record Combination(Finding finding, int[] needs, int[] unless, int within) {}

  private final Passage passage;
  private final Scopes scopes;
  private final TokenStream text;
  private final List<Mention> concepts;
  private final Claims claims;
  private final @Nullable Mention[] reader;

  /** Findings that are stated to be present, or left open already. */
  private final Set<String> settled = new HashSet<>();

  /** The classes heard in the window at hand. */
  private final BitSet present;

  /** What is denied, by finding. */
  private final Map<String, List<Claims.Claim>> denied = new HashMap<>();

  private Alarms(Passage passage, Claims claims) {
    this.passage = passage;
    this.scopes = passage.scopes;
    this.text = passage.text;
    this.concepts = passage.mentions.concepts;
    this.claims = claims;
    this.reader = new Mention[text.size];
    this.present = new BitSet(passage.lexicon.conceptCount);
    for (Claims.Claim claim : claims.claims) {
      if (claim.value().equals(FindingValue.NO)) {
        denied.computeIfAbsent(claim.finding().id(), id -> new ArrayList<>()).add(claim);
      } else {
        settled.add(claim.finding().id());
      }
    }
    for (Claims.Open open : claims.open) {
      settled.add(open.finding().id());
    }
  }

  /** Leaves in doubt what the text suggests and nothing has read. */
  static void listen(Passage passage, Claims claims) {
    if (!passage.mentions.concepts.isEmpty()) {
      new Alarms(passage, claims).listen();
    }
  }

  private void listen() {
    for (Mention mention : passage.mentions.content) {
      for (int t = mention.from; t <= mention.to; t++) {
        Mention known = reader[t];
        if (mention.holds(t) && (known == null || known.words < mention.words)) {
          reader[t] = mention;
        }
      }
    }
    int[] sentences = sentences();
    for (int i = 0; i + 1 < sentences.length; i++) {
      within(sentences[i], sentences[i + 1]);
    }
    // "I've gone numb. It's between my legs": only what no single sentence has said
    for (int i = 0; i + 2 < sentences.length; i++) {
      if (areNeighbours(sentences[i], sentences[i + 1])) {
        within(sentences[i], sentences[i + 2]);
      }
    }
  }

  /** Whether no sentence without a word of any class stands between those of two concepts. */
  private boolean areNeighbours(int concept, int next) {
    return text.sentenceEnd(concepts.get(concept).from)
        == text.sentenceStart(concepts.get(next).from);
  }

  private void within(int from, int to) {
    present.clear();
    for (int i = from; i < to; i++) {
      present.set(concept(i));
    }
    for (Combination combination : passage.lexicon.alarms) {
      if (hasAll(combination.needs)) {
        sentence(combination, from, to);
      }
    }
  }

  /** The index of the first concept of each sentence that has one, and one past the last. */
  private int[] sentences() {
    int[] starts = new int[concepts.size() + 1];
    int count = 0;
    int from = 0;
    while (from < concepts.size()) {
      starts[count++] = from;
      int end = text.sentenceEnd(concepts.get(from).from);
      while (from < concepts.size() && concepts.get(from).from < end) {
        from++;
      }
    }
    starts[count++] = concepts.size();
    return Arrays.copyOf(starts, count);
  }

  private int concept(int index) {
    return ((Entry.Concept) concepts.get(index).entry).id();
  }

  private boolean hasAll(int[] needs) {
    for (int need : needs) {
      if (!present.get(need)) {
        return false;
      }
    }
    return true;
  }

  private void sentence(Combination combination, int from, int to) {
    if (settled.contains(combination.finding.id())) {
      return;
    }
    for (int i = from; i < to; i++) {
      if (concept(i) == combination.needs[0]
          && counts(concepts.get(i), combination.finding)
          && around(combination, i, from, to)) {
        return;
      }
    }
  }

  /** Whether the complaint is one of the patient's now, and nothing has read it. */
  private boolean counts(Mention complaint, Finding finding) {
    int t = complaint.from;
    if (scopes.negated.get(t) || passage.elsewhere(complaint, finding)) {
      return false;
    }
    for (t = complaint.from; t <= complaint.to; t++) {
      Mention mention = complaint.holds(t) ? reader[t] : null;
      if (mention != null && explains(mention, finding)) {
        return false;
      }
    }
    return true;
  }

  private static boolean explains(Mention mention, Finding finding) {
    if (!(mention.entry instanceof Entry.Statement statement)) {
      return false;
    }
    for (Setting setting : statement.settings()) {
      if (setting.finding().equals(finding)) {
        return true;
      }
    }
    // "heard a clunk" says how it began, which explains nothing away.
    return statement.is(Entry.Tag.SHIELD)
        || (mention.words >= EXPLAINING_WORDS && !statement.isPlace() && !statement.isManner());
  }

  private boolean around(Combination combination, int complaint, int from, int to) {
    Mention centre = concepts.get(complaint);
    int first = centre.from;
    int last = centre.to;
    for (int n = 1; n < combination.needs.length; n++) {
      Mention nearest = nearest(combination.needs[n], complaint, from, to, combination.within);
      if (nearest == null) {
        return false;
      }
      first = Math.min(first, nearest.from);
      last = Math.max(last, nearest.to);
    }
    if (last - first >= combination.within
        || (turns(first, last) && !isDeniedBetween(combination.finding, first, last))) {
      return false;
    }
    if (excused(combination, complaint, first, last, new int[] {from, to})) {
      return false;
    }
    claims.open(combination.finding, first, last, DoubtReason.COULD_MEAN_IT);
    settled.add(combination.finding.id());
    return true;
  }

  /** Whether a word that gives the others another meaning stands among them or not far off. */
  private boolean excused(Combination combination, int centre, int first, int last, int[] range) {
    if (combination.unless.length == 0) {
      return false;
    }
    for (int i = centre; i < range[1] && concepts.get(i).from - last <= NEAR; i++) {
      if (isOneOf(combination.unless, concept(i))) {
        return true;
      }
    }
    for (int i = centre - 1;
        i >= range[0] && first - concepts.get(i).from <= NEAR + FARTHEST;
        i--) {
      if (first - concepts.get(i).to <= NEAR && isOneOf(combination.unless, concept(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOf(int[] concepts, int concept) {
    for (int one : concepts) {
      if (one == concept) {
        return true;
      }
    }
    return false;
  }

  /** Whether a "but" or the like stands between, so that the words are of different things. */
  private boolean turns(int first, int last) {
    for (int t = first + 1; t < last; t++) {
      if (passage.word(t).equals("but")) {
        return true;
      }
    }
    return false;
  }

  /** "Not numb down there but it feels odd": what is denied is taken back. */
  private boolean isDeniedBetween(Finding finding, int first, int last) {
    for (Claims.Claim claim : denied.getOrDefault(finding.id(), List.of())) {
      if (claim.from() <= last && claim.to() >= first) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Mention nearest(int concept, int centre, int from, int to, int within) {
    Mention complaint = concepts.get(centre);
    Mention best = null;
    int least = within + 1;
    for (int i = centre + 1; i < to; i++) {
      Mention mention = concepts.get(i);
      if (mention.from - complaint.to > least) {
        break;
      }
      if (concept(i) == concept && mention.from > complaint.to) {
        least = mention.from - complaint.to;
        best = mention;
        break;
      }
    }
    for (int i = centre - 1; i >= from; i--) {
      Mention mention = concepts.get(i);
      if (complaint.from - mention.from > least + Automaton.LONGEST) {
        break;
      }
      if (concept(i) == concept && mention.to < complaint.from) {
        int apart = complaint.from - mention.to;
        if (apart < least) {
          least = apart;
          best = mention;
        }
      }
    }
    return best;
  }
}
