package health.plumbline.care;

/** Kleene's three truth values: an answer that is not known is neither yes nor no. */
enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  Truth and(Truth other) {
    return ordinal() <= other.ordinal() ? this : other;
  }

  Truth or(Truth other) {
    return ordinal() >= other.ordinal() ? this : other;
  }

  Truth not() {
    return values()[TRUE.ordinal() - ordinal()];
  }
}
