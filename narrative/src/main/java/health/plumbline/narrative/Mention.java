package health.plumbline.narrative;

/** A phrase of the lexicon found in the text. */
final class Mention {

  final Entry entry;

  /** First and last token, inclusive. */
  final int from;

  final int to;

  /** Bit i is set if token from + i is a word of the phrase itself. */
  final long literal;

  final int words;
  final int firstNumber;
  final int secondNumber;

  /** Whether it is the place that a pain reaches down to: the foot of "leg pain to the foot". */
  boolean isEnd;

  Mention(Entry entry, int from, int to, long literal, int firstNumber, int secondNumber) {
    this.entry = entry;
    this.from = from;
    this.to = to;
    this.literal = literal;
    this.words = Long.bitCount(literal);
    this.firstNumber = firstNumber;
    this.secondNumber = secondNumber;
  }

  /** Whether it only keeps shorter phrases from matching. */
  boolean isShield() {
    return entry instanceof Entry.Statement statement && statement.is(Entry.Tag.SHIELD);
  }

  boolean holds(int token) {
    return token >= from && token <= to && (literal >>> (token - from) & 1) != 0;
  }

  /** Whether both consist of exactly the same tokens. */
  boolean sameWords(Mention other) {
    return from == other.from && literal == other.literal;
  }

  /** Whether every word of this mention is also a word of the other. */
  boolean within(Mention other) {
    if (from < other.from || to > other.to) {
      return false;
    }
    long shifted = literal << (from - other.from);
    return (shifted & ~other.literal) == 0;
  }

  /** How many words belong to both. */
  int shared(Mention other) {
    int distance = from - other.from;
    if (distance >= Long.SIZE || distance <= -Long.SIZE) {
      return 0;
    }
    long shifted = distance >= 0 ? literal << distance : literal >>> -distance;
    return Long.bitCount(shifted & other.literal);
  }
}
