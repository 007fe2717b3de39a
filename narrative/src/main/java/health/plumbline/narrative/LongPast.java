package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;
import java.util.BitSet;

/**
 * Clauses that tell of a time years back: "in 2009 I couldn't pee", "as a child I fainted once".
 *
 * <p>A time of that kind makes the past of its whole clause, whichever end it stands at, if the
 * clause is told in the past tense and nothing in its sentence says that it goes on ("still", "ever
 * since", "now"). A clause in the present keeps it as its beginning: "I've been numb since 2009".
 *
 * <p>An injury of such a time is no fresh one, whatever goes on since and in whatever tense it is
 * told ("car crash in 2001, stiff ever since"), unless its own clause speaks of these days as well.
 */
final class LongPast {

  private final Lexicon lexicon;
  private final TokenStream text;
  private final CueIndex cues;

  LongPast(Lexicon lexicon, TokenStream text, CueIndex cues) {
    this.lexicon = lexicon;
    this.text = text;
    this.cues = cues;
  }

  /**
   * Marks what is told of that time.
   *
   * @param historical receives what is over
   * @param longAgo receives what happened then, whether or not it goes on
   */
  void mark(Mention time, BitSet historical, BitSet longAgo) {
    boolean goesOn = goesOn(text.sentenceStart(time.from), text.sentenceEnd(time.from));
    int from = time.from;
    while (from > 0 && continues(from)) {
      from--;
    }
    int to = time.to + 1;
    while (to < text.size && continues(to)) {
      to++;
    }
    boolean alone = from == time.from && to == time.to + 1;
    if (alone && from > 0 && text.before[from] == Boundary.COMMA) {
      // "numb when I was pregnant with my first, twenty years ago"
      from--;
      while (from > 0 && continues(from)) {
        from--;
      }
    } else if (alone && to < text.size && text.before[to] == Boundary.COMMA) {
      // "Back in 2015, I lost all feeling"
      to++;
      while (to < text.size && continues(to)) {
        to++;
      }
    }
    if (!speaksOfTheseDays(from, to)) {
      longAgo.set(from, to);
    }
    if (!goesOn && isPast(from, to)) {
      historical.set(from, to);
    }
  }

  private boolean speaksOfTheseDays(int from, int to) {
    for (int t = from; t < to; t++) {
      if (lexicon.is(Kind.THESE_DAYS, text, t)) {
        return true;
      }
    }
    return false;
  }

  private boolean continues(int token) {
    return text.before[token] == Boundary.NONE && !cues.begins(Cue.TERMINATION, token);
  }

  /** Told in the past tense and not at all in the present one. */
  private boolean isPast(int from, int to) {
    boolean past = false;
    for (int t = from; t < to; t++) {
      if (lexicon.is(Kind.PRESENT_TENSE, text, t)) {
        return false;
      }
      String word = lexicon.wordAt(text, t);
      past |= lexicon.kinds.is(Kind.PAST_TENSE, word) || (word.length() > 4 && word.endsWith("ed"));
    }
    return past;
  }

  private boolean goesOn(int from, int end) {
    for (int t = from; t < end; t++) {
      if (lexicon.is(Kind.GOES_ON, text, t) && !isOver(t)) {
        return true;
      }
      String word = lexicon.wordAt(text, t);
      boolean ever = word.equals("ever");
      if ((ever && lexicon.wordAt(text, t + 1).equals("since"))
          || ((ever || word.equals("never")) && lexicon.is(Kind.COMES_BACK, text, t + 1))) {
        return true;
      }
    }
    return false;
  }

  /** "All better now", "fine now". */
  private boolean isOver(int token) {
    return lexicon.wordAt(text, token).equals("now")
        && token > 0
        && lexicon.is(Kind.OVER, text, token - 1);
  }
}
