package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;

/**
 * An age set apart from the person it belongs to: "my daughter, 9, limps", "Mrs Jones, 77, fell",
 * "I'm Dave, 55, a builder", "back pain, 29, f". The commas would keep every phrase from it, so the
 * word "aged" is put in front of the number, as a reader hears it there.
 */
final class Apposition {

  /** Before the number; a phrase of the lexicon reads it. */
  private static final String AGED = "aged";

  /** A text has one patient: more ages than this are a list of something else. */
  private static final int MOST = 4;

  /** "I'm Dave Miller", "Good evening, Sarah here". */
  private static final int LONGEST_INTRODUCTION = 3;

  /** Below this a bare number at the very beginning is no age, but more likely one of a list. */
  private static final int YOUNGEST_ALONE = 16;

  private static final int OLDEST = 110;

  private final TokenStream out;
  private final WordKinds kinds;

  /** How many numbers of the text stand between boundaries. */
  private final int numbersAlone;

  private Apposition(TokenStream out, WordKinds kinds) {
    this.out = out;
    this.kinds = kinds;
    this.numbersAlone = countAlone();
  }

  /** Puts the word in front of every such number. */
  static TokenStream open(TokenStream out, WordKinds kinds, Tokenizer.Words words) {
    Apposition apposition = new Apposition(out, kinds);
    int found = 0;
    for (int t = 0; t < out.size && found < MOST; t++) {
      if (out.isNumber(t) && apposition.isAge(t)) {
        if (apposition.isSexAlone(t + 1)) {
          out.before[t + 1] = Boundary.NONE;
        }
        out.insert(t, words.id(AGED));
        t++;
        found++;
      }
    }
    return out;
  }

  private boolean isAge(int t) {
    double number = out.least[t];
    if (number != out.most[t] || number != Math.rint(number) || number > OLDEST) {
      return false;
    }
    if (t == 0) {
      return number >= YOUNGEST_ALONE && (endsBehind(t) || isSexAlone(t + 1));
    }
    if (out.before[t] == Boundary.NONE) {
      return false;
    }
    if (isSexAlone(t + 1)) {
      return true;
    }
    return endsBehind(t) && (isOfPerson(t) || isOnlyNumber(t));
  }

  /**
   * "Headache, jaw aches, 74", "a sore back, 71, for 3 weeks now": the only number of a text that
   * stands alone, and no second one of a pair ("90, 40").
   */
  private boolean isOnlyNumber(int t) {
    return numbersAlone == 1 && out.least[t] >= YOUNGEST_ALONE && !out.isNumber(t - 1);
  }

  private int countAlone() {
    int count = 0;
    for (int t = 0; t < out.size; t++) {
      boolean begins = t == 0 || out.before[t] != Boundary.NONE;
      if (out.isNumber(t) && begins && endsBehind(t)) {
        count++;
      }
    }
    return count;
  }

  private boolean endsBehind(int t) {
    return t + 1 == out.size || out.before[t + 1] != Boundary.NONE;
  }

  /** Whether a person is named in front of the comma before the number. */
  private boolean isOfPerson(int t) {
    int from = t - 1;
    while (from > 0 && out.before[from] == Boundary.NONE) {
      from--;
    }
    int length = t - from;
    if (kinds.is(Kind.PERSON, word(t - 1)) || isSex(t - 1)) {
      return true;
    }
    if (kinds.is(Kind.TITLE, word(from)) && length <= LONGEST_INTRODUCTION) {
      return true;
    }
    boolean introduces =
        kinds.is(Kind.INTRODUCTION, word(from)) || kinds.is(Kind.INTRODUCTION, word(t - 1));
    return from <= 2 && length > 1 && length <= LONGEST_INTRODUCTION && introduces;
  }

  /** "29, f": a letter or a word for a sex that stands alone. */
  private boolean isSexAlone(int t) {
    return t < out.size && isSex(t) && out.before[t] == Boundary.COMMA && endsBehind(t);
  }

  private boolean isSex(int t) {
    return switch (word(t)) {
      case "f", "m", "male", "female" -> true;
      default -> false;
    };
  }

  private String word(int t) {
    return Letters.plain(out.text.substring(out.start[t], out.end[t]));
  }
}
