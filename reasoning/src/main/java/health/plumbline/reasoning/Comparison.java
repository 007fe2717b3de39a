package health.plumbline.reasoning;

/**
 * One published number beside what the model implies for the people of its study.
 *
 * @param measure what was measured
 * @param published the published figure; not a number where only a range over studies was published
 * @param low lower limit of its 95% interval
 * @param high upper limit
 * @param basis where the limits come from
 * @param implied what the model implies
 */
public record Comparison(
    Measure measure, double published, double low, double high, Basis basis, double implied) {

  /** What was measured. */
  public enum Measure {
    /** Share with the sign among people with the condition. */
    SENSITIVITY("sensitivity"),
    /** Share without the sign among the comparison group. */
    SPECIFICITY("specificity"),
    /** Likelihood ratio of the sign. */
    LIKELIHOOD_RATIO_POSITIVE("LR+"),
    /** Likelihood ratio of its absence. */
    LIKELIHOOD_RATIO_NEGATIVE("LR-"),
    /** Share with the finding among people with the condition. */
    FREQUENCY("frequency"),
    /** Share with the condition among a study's people. */
    PREVALENCE("prevalence");

    private final String displayName;

    Measure(String displayName) {
      this.displayName = displayName;
    }

    /** The measure in words. */
    public String displayName() {
      return displayName;
    }

    /** Whether it is a ratio, compared on the log scale, rather than a proportion. */
    public boolean isRatio() {
      return this == LIKELIHOOD_RATIO_POSITIVE || this == LIKELIHOOD_RATIO_NEGATIVE;
    }
  }

  /** Where the limits come from. */
  public enum Basis {
    /** The published 95% limits. */
    PUBLISHED("published limits"),
    /** A published range over studies, where no limits stand. */
    RANGE("range over studies"),
    /** The binomial interval (Wilson 1927) of the group's own counts. */
    COUNTS("binomial, from the counts"),
    /** The binomial interval of the number of people. */
    NUMBER("binomial, from n");

    private final String displayName;

    Basis(String displayName) {
      this.displayName = displayName;
    }

    /** The basis in words. */
    public String displayName() {
      return displayName;
    }
  }

  /** Whether the implied figure lies within the limits. */
  public boolean inside() {
    return implied >= low && implied <= high;
  }
}
