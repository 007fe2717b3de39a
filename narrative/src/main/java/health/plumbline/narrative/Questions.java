package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;

/** What becomes of the words of a question: supposed, doubted, or to be asked. */
final class Questions {

  private final Lexicon lexicon;
  private final TokenStream text;
  private final CueIndex cues;

  Questions(Lexicon lexicon, TokenStream text, CueIndex cues) {
    this.lexicon = lexicon;
    this.text = text;
    this.cues = cues;
  }

  /** A question states nothing; its answer does. */
  void mark(Scopes scopes) {
    for (int t = 0; t < text.size; t++) {
      if (!text.questionAfter[t]) {
        continue;
      }
      int from = text.sentenceStart(t);
      if (t + 1 < text.size && cues.begins(Cue.ANSWER_NO, t + 1)) {
        scopes.negated.set(from, t + 1);
      } else if (!(t + 1 < text.size && cues.begins(Cue.ANSWER_YES, t + 1))) {
        question(scopes, from, t + 1);
      }
    }
  }

  /**
   * What a question asks about is supposed. What the patient calls his own in it ("is this numbness
   * between my legs dangerous?") is to be asked. What has a question mark but is no question ("I
   * can't feel when I wipe?") is doubted.
   */
  private void question(Scopes scopes, int from, int end) {
    int asking = from;
    while (asking < end
        && !(lexicon.is(Kind.ASKS, text, asking)
            && (asking == from
                || (!lexicon.is(Kind.JOINS_CLAUSES, text, asking) && aboutSomebody(asking + 1))))) {
      asking++;
    }
    if (asking == end) {
      int clause = end - 1;
      while (clause > from
          && text.before[clause] == Boundary.NONE
          && !cues.begins(Cue.TERMINATION, clause - 1)) {
        clause--;
      }
      scopes.possible.set(clause, end);
      return;
    }
    if (cues.begins(Cue.POSSIBLE, asking)) {
      // "is it normal to be numb there?" doubts, and supposes nothing
      return;
    }
    scopes.hypothetical.set(asking, end);
    boolean own = false;
    for (int t = asking; t < end; t++) {
      if (lexicon.is(Kind.ASKS_IN_GENERAL, text, t)) {
        return;
      }
      own |= text.mine[t] || lexicon.wordAt(text, t).equals("this");
    }
    if (own) {
      scopes.askedAbout.set(asking, end);
    }
  }

  /** "When I wipe" asks nothing in the middle of a sentence, "is it dangerous" does. */
  private boolean aboutSomebody(int token) {
    return lexicon.is(Kind.SOMEBODY, text, token) || (token < text.size && text.mine[token]);
  }
}
