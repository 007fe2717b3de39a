package health.plumbline.narrative;

/** Why something that a text speaks of was neither set nor dropped; its words are a data file. */
enum DoubtReason {
  /** "Maybe numb down there". */
  SAID_AS_POSSIBLE,
  /** Words of the lexicon that are too unclear to set it. */
  NAMED_UNCLEARLY,
  /** "Is this numbness dangerous?", or doubted rather than past. */
  ASKED_ABOUT,
  /** "Not that I can feel it". */
  DENIAL_DENIED,
  /** Words of several classes that suggest it together. */
  COULD_MEAN_IT,
  /** A sentence that resembles others in which people have told of it. */
  SOUNDS_LIKE,
  /** A sign whose result is in doubt. */
  DOUBTFUL_RESULT,
  /** Denied, and said to be present elsewhere in the text. */
  ALSO_PRESENT,
  /** A second value beside the one that was taken. */
  ANOTHER_VALUE
}
