package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;

/** Which of the stretches of time that a text names is that of the pain. */
final class Durations {

  private final Passage passage;
  private final TokenStream text;

  Durations(Passage passage) {
    this.passage = passage;
    this.text = passage.text;
  }

  /** How well a stretch of text suits as the place where the duration of the pain is told. */
  int fit(Claims.Claim claim) {
    int start = claim.from();
    while (start > 0 && text.before[start] == Boundary.NONE) {
      start--;
    }
    int end = claim.to() + 1;
    while (end < text.size && text.before[end] == Boundary.NONE) {
      end++;
    }
    if (!isOfHistory(claim) && belongsElsewhere(claim, start)) {
      return 0;
    }
    boolean pain = false;
    boolean other = false;
    boolean event = false;
    boolean onset = false;
    for (int t = start; t < end; t++) {
      pain |= passage.head[t] == Cue.PAIN || passage.place[t];
      event |= passage.scopes.begins(Cue.EVENT, t);
      boolean inside = t >= claim.from() && t <= claim.to();
      onset |=
          inside
              ? passage.lexicon.kinds.is(Kind.BEGINNING, passage.word(t))
              : passage.scopes.begins(Cue.ONSET, t);
      Mention mention = passage.mentions.beginning[t];
      onset |= mention != null && mention.entry instanceof Entry.Statement told && told.isOnset();
      other |=
          mention != null
              && mention.entry instanceof Entry.Statement statement
              && !statement.isPlace()
              && (t < claim.from() || t > claim.to())
              && !statement.settings().isEmpty()
              && passage.lexicon.alarming.contains(statement.settings().getFirst().finding().id());
    }
    if (event && !pain) {
      return -1;
    }
    if (pain) {
      return event ? 2 : isOfHistory(claim) ? 5 : 4;
    }
    if (other) {
      return 0;
    }
    boolean sentencePain = passage.sentenceHas(Cue.PAIN, claim.from());
    if (sentencePain) {
      return 3;
    }
    return onset || tellsAlone(claim, start, end) ? 2 : 1;
  }

  /** "A two-year history of" leads to the complaint, whatever was said before. */
  private boolean isOfHistory(Claims.Claim claim) {
    for (int t = claim.from(); t <= claim.to(); t++) {
      if (passage.word(t).equals("history")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the clause says nothing but how long: "about 6 months now", "it started 5 weeks ago".
   */
  private boolean tellsAlone(Claims.Claim claim, int start, int end) {
    for (int t = start; t < end; t++) {
      boolean within = t >= claim.from() && t <= claim.to();
      boolean ofTablets = passage.word(t).equals("on") && passage.word(t + 1).equals("it");
      if (!within
          && (ofTablets
              || (!passage.isFiller(t)
                  && !passage.lexicon.kinds.is(Kind.BESIDE_DURATION, passage.word(t))))) {
        return false;
      }
    }
    return true;
  }

  /** Whether what was named last before it is history, or another complaint, and no pain. */
  private boolean belongsElsewhere(Claims.Claim claim, int clause) {
    boolean other = false;
    boolean place = false;
    for (int t = claim.from() - 1; t >= clause; t--) {
      if (passage.head[t] == Cue.PAIN) {
        return false;
      }
      // "the numbness of his feet has been present for ten years"
      other |= passage.head[t] == Cue.OTHER_SYMPTOM;
      place |= passage.place[t];
      if (place || other) {
        continue;
      }
      if (passage.scopes.begins(Cue.EVENT, t)) {
        return true;
      }
      Mention mention = passage.mentions.ending[t];
      if (mention != null
          && mention.entry instanceof Entry.Statement told
          && !told.settings().isEmpty()
          && !told.isOnset()
          && !told.isDemographic()) {
        String id = told.settings().getFirst().finding().id();
        if (passage.lexicon.lasting.contains(id) && !id.equals("duration-weeks")) {
          return true;
        }
        other |= passage.lexicon.alarming.contains(id);
      }
    }
    if (other) {
      return true;
    }
    if (place) {
      return false;
    }
    int next = claim.to() + 1;
    return next + 1 < text.size
        && text.before[next] == Boundary.NONE
        && (passage.word(next).equals("after") || passage.word(next).equals("post"))
        && hasEvent(next, Math.min(text.size, next + 5));
  }

  private boolean hasEvent(int from, int to) {
    for (int t = from; t < to; t++) {
      if (passage.scopes.begins(Cue.EVENT, t)) {
        return true;
      }
    }
    return false;
  }
}
