package health.plumbline.knowledge;

/**
 * A truth value of Kleene's strong three-valued logic: a finding that nobody asked about is neither
 * present nor absent.
 */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  /** TRUE or FALSE. */
  public static Truth of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /** FALSE if either is, else UNKNOWN if either is, else TRUE. */
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** TRUE if either is, else UNKNOWN if either is, else FALSE. */
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The opposite; UNKNOWN stays UNKNOWN. */
  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }
}
