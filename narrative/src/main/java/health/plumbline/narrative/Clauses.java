package health.plumbline.narrative;

import java.util.BitSet;

/** Where the clause around a cue begins and ends. */
final class Clauses {

  /** The most tokens that a clause reaches over in one direction. */
  private static final int LONGEST = 40;

  private final TokenStream text;
  private final CueIndex cues;

  Clauses(TokenStream text, CueIndex cues) {
    this.text = text;
    this.cues = cues;
  }

  /** Marks what stands in front of the comma before a cue, if there is one. */
  void beforeComma(Mention mention, BitSet marks) {
    if (mention.from == 0 || text.before[mention.from] != Boundary.COMMA) {
      return;
    }
    int t = mention.from - 1;
    while (t > 0 && mention.from - t < LONGEST && text.before[t] == Boundary.NONE && !ends(t - 1)) {
      t--;
    }
    marks.set(t, mention.from);
  }

  /** Marks the clause in front of a cue. */
  void before(Mention mention, BitSet marks) {
    int t = mention.from;
    while (t > 0 && text.before[t] == Boundary.NONE && !ends(t - 1)) {
      t--;
    }
    marks.set(t, mention.from);
  }

  /**
   * Marks the clause that a cue stands in; one that opens or closes a sentence reaches over a
   * comma.
   */
  void around(Mention mention, BitSet marks) {
    int from = mention.from;
    while (from > 0
        && mention.from - from < LONGEST
        && text.before[from] != Boundary.SENTENCE
        && (text.before[from] == Boundary.NONE || from == mention.from)
        && !ends(from - 1)) {
      from--;
    }
    int to = mention.to + 1;
    int end = Math.min(text.size, to + LONGEST);
    if (to < end && (from == mention.from || text.before[from] == Boundary.SENTENCE)) {
      // "could be my imagination, but it feels"
      to += ends(to) ? 1 : 0;
    }
    while (to < end
        && text.before[to] != Boundary.SENTENCE
        && (text.before[to] == Boundary.NONE || to <= mention.to + 2)
        && !ends(to)) {
      to++;
    }
    marks.set(from, Math.max(to, mention.to + 1));
  }

  /** Whether such a cue stands in the sentence, up to a token. */
  boolean has(Cue cue, int token) {
    int start = text.sentenceStart(token);
    for (int t = start; t <= token; t++) {
      if (cues.begins(cue, t)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a "but" or the like stands at a token, with which another clause begins. */
  private boolean ends(int token) {
    return cues.begins(Cue.TERMINATION, token);
  }
}
