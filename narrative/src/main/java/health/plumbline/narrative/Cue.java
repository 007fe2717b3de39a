package health.plumbline.narrative;

/** What a phrase of {@code context.csv} does to the findings near it. */
enum Cue {
  NEGATION("negation"),
  /** Begins like a denial and is none: "no relief from", "can't". */
  NOT_A_NEGATION("not-a-negation"),
  /** An ability named behind it is failing: "hardly", "struggle to", "no longer". */
  DIFFICULTY("difficulty"),
  /** Holds the words of another cue, but does what none does: "mother of two". */
  NOT_A_CUE("not-a-cue"),
  TERMINATION("termination"),
  HISTORICAL("historical"),
  /** A time years back: what its clause tells in the past tense is past. */
  LONG_PAST("long-past"),
  RESOLVED("resolved"),
  HYPOTHETICAL("hypothetical"),
  FAMILY("family"),
  OTHER_PERSON("other-person"),
  /** The writer writes for someone, who then is the patient. */
  PROXY("proxy"),
  /** A near relative, who is the patient if the text tells of nobody else's complaints. */
  RELATIVE("relative"),
  POSSIBLE("possible"),
  /** A word for pain: gives places their meaning. */
  PAIN("pain"),
  /** Pain moving on to a further place. */
  SPREAD("spread"),
  /** A word for something other than pain, which takes the place beside it. */
  OTHER_SYMPTOM("other-symptom"),
  CLAUSE_VERB("clause-verb"),
  ONSET("onset"),
  /** Something that happened: a time beside it is not the duration of the pain. */
  EVENT("event"),
  AGGRAVATING("aggravating"),
  NOT_AGGRAVATING("not-aggravating"),
  EASING("easing"),
  NOT_EASING("not-easing"),
  SIGN_POSITIVE("sign-positive"),
  SIGN_NEGATIVE("sign-negative"),
  SIGN_REDUCED("sign-reduced"),
  SIGN_NORMAL("sign-normal"),
  SIGN_TENDER("sign-tender"),
  SIGN_NOT_TENDER("sign-not-tender"),
  SIGN_PAINFUL("sign-painful"),
  /** The test was not done: the result of its neighbour is not its own. */
  SIGN_NOT_DONE("sign-not-done"),
  /** Holds the word right or left, but states no side. */
  NO_SIDE("no-side"),
  HEADING_FAMILY("heading-family"),
  HEADING_PAST("heading-past"),
  HEADING_IGNORED("heading-ignored"),
  HEADING_NOW("heading-now"),
  /** What was told of someone else, asked about or supposed is not so here: "but mine isn't". */
  DISCLAIMED("disclaimed"),
  ANSWER_NO("answer-no"),
  ANSWER_YES("answer-yes");

  private final String id;

  Cue(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  boolean isHeading() {
    return this == HEADING_FAMILY
        || this == HEADING_PAST
        || this == HEADING_IGNORED
        || this == HEADING_NOW;
  }

  /** Cues of different families never hide one another, however long they are. */
  int family() {
    return switch (this) {
      case PAIN, SPREAD, OTHER_SYMPTOM -> 1;
      case CLAUSE_VERB, ONSET, EVENT -> 2;
      case HEADING_FAMILY, HEADING_PAST, HEADING_IGNORED, HEADING_NOW -> 3;
      case ANSWER_NO, ANSWER_YES, DISCLAIMED -> 4;
      case NO_SIDE -> 5;
      case PROXY, RELATIVE -> 6;
      case LONG_PAST -> 9;
      case DIFFICULTY -> 10;
      case AGGRAVATING, NOT_AGGRAVATING, EASING, NOT_EASING -> 8;
      case SIGN_POSITIVE,
          SIGN_NEGATIVE,
          SIGN_REDUCED,
          SIGN_NORMAL,
          SIGN_TENDER,
          SIGN_NOT_TENDER,
          SIGN_PAINFUL,
          SIGN_NOT_DONE ->
          7;
      default -> 0;
    };
  }

  boolean isSign() {
    return family() == 7;
  }

  boolean isFactor() {
    return this == AGGRAVATING || this == NOT_AGGRAVATING || this == EASING || this == NOT_EASING;
  }
}
