package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;

/** Of whom the single words of a text speak: of the writer, of a third person, of a relative. */
final class Persons {

  /** "My dear old mum", "my 3 year old son": so many words may stand between. */
  private static final int OWNED_WITHIN = 4;

  private final Mentions mentions;
  private final TokenStream text;
  private final WordKinds kinds;
  private final boolean writerSpeaks;

  Persons(Lexicon lexicon, Mentions mentions) {
    this.mentions = mentions;
    this.text = mentions.text;
    this.kinds = lexicon.kinds;
    boolean speaks = text.firstPerson;
    for (int t = 0; t < text.size && !speaks; t++) {
      speaks = isWriter(t);
    }
    this.writerSpeaks = speaks;
  }

  /** Whether the writer speaks of himself anywhere. */
  boolean writerSpeaks() {
    return writerSpeaks;
  }

  /** "I", "me", "my back", but not "my mum". */
  boolean isWriter(int token) {
    return (text.mine[token] && !leadsToRelative(token)) || kinds.is(Kind.WRITER, word(token));
  }

  /** "He", "she", "his back". */
  boolean isThird(int token) {
    return text.possessor[token] != null || kinds.is(Kind.THIRD, word(token));
  }

  /** "Mum", "grandson", "neighbour": somebody else than the writer, if not said of him. */
  boolean isRelative(int token) {
    return kinds.is(Kind.RELATIVE, noun(token));
  }

  /** Whether "my" or "our" stands in front of it, or of the words that describe it. */
  boolean isOwned(int token) {
    for (int t = token; t >= 0 && t > token - OWNED_WITHIN - 1; t--) {
      if (text.mine[t]) {
        return true;
      }
      if (text.before[t] != Boundary.NONE) {
        return false;
      }
    }
    return false;
  }

  /** Whether a clause begins with the person, so that "I picked up my son" speaks of the writer. */
  boolean opensClause(int token) {
    int t = token;
    while (t > 0 && !text.mine[t] && text.before[t] == Boundary.NONE) {
      t--;
    }
    return t == 0 || text.before[t] != Boundary.NONE || kinds.is(Kind.OPENS_CLAUSE, word(t - 1));
  }

  /** The word as it is written, in lower case. */
  String word(int token) {
    return Letters.plain(text.text.substring(text.start[token], text.end[token]));
  }

  /** The same without the "'s" of "mum's". */
  String noun(int token) {
    String word = word(token);
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  /** "My mum", "our 3 year old son". */
  boolean leadsToRelative(int token) {
    for (int t = token; t < text.size && t <= token + OWNED_WITHIN; t++) {
      if (t > token && text.before[t] != Boundary.NONE) {
        return false;
      }
      if (isRelative(t) || isBlood(t)) {
        return true;
      }
      if (mentions.beginning[t] != null && !text.isNumber(t)) {
        return false;
      }
    }
    return false;
  }

  /** "My lad", "my little girl", which are somebody else's without a "my". */
  private boolean isBlood(int token) {
    return kinds.is(Kind.MAN, noun(token)) || kinds.is(Kind.WOMAN, noun(token));
  }
}
