package health.plumbline.narrative;

/** What stands between a token and the one before it; the later constant separates more. */
enum Boundary {
  NONE,
  /** A comma, a dash, or a bracket round more than a word or two. */
  COMMA,
  /**
   * A full stop, semicolon, question mark, bullet or new line: no phrase and no cue reaches over
   * it.
   */
  SENTENCE
}
