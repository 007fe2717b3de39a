package health.plumbline.knowledge;

/**
 * The known value of a finding. There is no value for "unknown": an unknown finding is not in the
 * {@link Presentation}.
 */
public sealed interface FindingValue {

  /** The finding is present. */
  FindingValue YES = new Answer(true);

  /** The finding is known to be absent. */
  FindingValue NO = new Answer(false);

  /** Yes or no. */
  record Answer(boolean present) implements FindingValue {
    @Override
    public String toString() {
      return present ? "yes" : "no";
    }
  }

  /** A number in the unit of the finding. */
  record Quantity(double amount) implements FindingValue {
    @Override
    public String toString() {
      return amount == Math.rint(amount) && Math.abs(amount) < 1e15
          ? Long.toString((long) amount)
          : Double.toString(amount);
    }
  }

  /** One of the finding's ordered or unordered categories. */
  record Category(String id) implements FindingValue {
    @Override
    public String toString() {
      return id;
    }
  }
}
