package health.plumbline.narrative;

/** Where the cues of each kind begin and end, for a look-up by token. */
final class CueIndex {

  /** Token at which a cue of the kind begins to one past its last token. */
  private final int[][] cueEnd = new int[Cue.values().length][];

  private final int tokens;

  CueIndex(Mentions mentions) {
    this.tokens = mentions.text.size;
    for (Mention mention : mentions.cues) {
      Cue cue = ((Entry.ContextCue) mention.entry).cue();
      int[] ends = cueEnd[cue.ordinal()];
      if (ends == null) {
        ends = new int[tokens];
        cueEnd[cue.ordinal()] = ends;
      }
      ends[mention.from] = Math.max(ends[mention.from], mention.to + 1);
    }
  }

  /** Whether a cue of this kind begins at the token. */
  boolean begins(Cue cue, int token) {
    return end(cue, token) > 0;
  }

  /** One past the last token of the cue of this kind that begins at the token, or 0. */
  int end(Cue cue, int token) {
    int[] ends = cueEnd[cue.ordinal()];
    return ends == null || token >= tokens ? 0 : ends[token];
  }
}
