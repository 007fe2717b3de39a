package health.plumbline.narrative;

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
    boolean pain = false;
    boolean other = false;
    boolean event = false;
    boolean onset = false;
    for (int t = start; t < end; t++) {
      pain |= passage.head[t] == Cue.PAIN || passage.place[t];
      event |= passage.scopes.begins(Cue.EVENT, t);
      onset |= passage.scopes.begins(Cue.ONSET, t) && (t < claim.from() || t > claim.to());
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
      return event ? 2 : passage.word(claim.to()).equals("history") ? 5 : 4;
    }
    if (other) {
      return 0;
    }
    boolean sentencePain = passage.sentenceHas(Cue.PAIN, claim.from());
    if (sentencePain) {
      return 3;
    }
    return onset ? 2 : 1;
  }
}
