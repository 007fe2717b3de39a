package health.plumbline.narrative;

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
      switch (lexicon.wordAt(text, t)) {
        case "today",
            "yesterday",
            "tonight",
            "morning",
            "afternoon",
            "evening",
            "night",
            "hour",
            "hours",
            "day",
            "days",
            "week",
            "weeks",
            "again",
            "now",
            "just" -> {
          return true;
        }
        default -> {}
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
      String word = lexicon.wordAt(text, t);
      switch (word) {
        case "i'm",
            "i've",
            "im",
            "ive",
            "am",
            "is",
            "isn't",
            "are",
            "aren't",
            "has",
            "have",
            "haven't",
            "hasn't",
            "been",
            "can't",
            "cannot",
            "can",
            "don't",
            "doesn't",
            "won't",
            "keep",
            "keeps",
            "get",
            "gets",
            "it's",
            "he's",
            "she's",
            "started",
            "began",
            "since" -> {
          return false;
        }
        case "was",
            "were",
            "wasn't",
            "had",
            "couldn't",
            "could",
            "went",
            "lost",
            "did",
            "didn't",
            "got",
            "felt",
            "fell",
            "broke",
            "came",
            "became",
            "saw",
            "took",
            "wet",
            "once" ->
            past = true;
        default -> past |= word.length() > 4 && word.endsWith("ed");
      }
    }
    return past;
  }

  private boolean goesOn(int from, int end) {
    for (int t = from; t < end; t++) {
      switch (lexicon.wordAt(text, t)) {
        case "still", "now", "nowadays", "today", "again", "worse", "worsening" -> {
          if (!isOver(t)) {
            return true;
          }
        }
        case "ever", "never" -> {
          String next = lexicon.wordAt(text, t + 1);
          if ((next.equals("since") && lexicon.wordAt(text, t).equals("ever"))
              || next.equals("came")
              || next.equals("went")
              || next.equals("recovered")
              || next.equals("got")) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** "All better now", "fine now". */
  private boolean isOver(int token) {
    String before = token > 0 ? lexicon.wordAt(text, token - 1) : "";
    return lexicon.wordAt(text, token).equals("now")
        && (before.equals("better")
            || before.equals("fine")
            || before.equals("gone")
            || before.equals("ok")
            || before.equals("over")
            || before.equals("right"));
  }
}
