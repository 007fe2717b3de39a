package health.plumbline.knowledge;

import java.util.List;

/**
 * A finding of the vocabulary.
 *
 * @param id stable public id
 * @param role how it comes to be known
 * @param name clinical name
 * @param values the values that it can take
 * @param question the question in plain words, may be empty
 * @param procedure how the clinician does the test, may be empty
 * @param positiveMeans what a positive finding points to, may be empty
 * @param group id shared by findings that are correlated beyond the condition itself, may be empty
 * @param members for a coarse region the findings of which it is the union, else empty
 */
public record Finding(
    String id,
    Role role,
    String name,
    Values values,
    String question,
    String procedure,
    String positiveMeans,
    String group,
    List<String> members) {

  /** How a finding comes to be known. */
  public enum Role {
    DEMOGRAPHIC,
    /** Asked of the person. */
    ASKED,
    /** Pain felt in one region of the body chart. */
    REGION,
    /** A vague place: evidence for the union of its regions. */
    COARSE_REGION,
    /** Found by physical examination. */
    EXAMINED,
    /** Found by imaging or in the laboratory. */
    INVESTIGATED,
    /** Computed from other findings. */
    DERIVED
  }

  /** The values that a finding can take. */
  public sealed interface Values {

    /** Present or absent. */
    record YesNo() implements Values {}

    /** One of several categories. */
    record Categories(List<String> ids) implements Values {}

    /**
     * A number.
     *
     * @param unit UCUM unit
     * @param least smallest allowed amount, inclusive
     * @param most largest allowed amount, inclusive
     */
    record Numeric(String unit, double least, double most) implements Values {}
  }

  /** What is allowed as a value, in words, for messages. */
  public String allowedValues() {
    return switch (values) {
      case Values.YesNo() -> "yes or no";
      case Values.Categories(List<String> ids) -> String.join(", ", ids);
      case Values.Numeric(String unit, double least, double most) ->
          "a number from " + plain(least) + " to " + plain(most) + " (" + unit + ")";
    };
  }

  /**
   * Reads a value of this finding as data and case files spell it.
   *
   * @throws InvalidInputException naming this finding if the value is not allowed
   */
  public FindingValue parse(String raw) {
    return switch (values) {
      case Values.YesNo() ->
          switch (raw) {
            case "yes" -> FindingValue.YES;
            case "no" -> FindingValue.NO;
            default -> throw new InvalidInputException(id, raw, allowedValues());
          };
      case Values.Categories(List<String> ids) -> {
        if (!ids.contains(raw)) {
          throw new InvalidInputException(id, raw, allowedValues());
        }
        yield new FindingValue.Category(raw);
      }
      case Values.Numeric(String unit, double least, double most) -> {
        double amount;
        try {
          amount = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
          throw new InvalidInputException(id, raw, allowedValues());
        }
        if (!(amount >= least && amount <= most)) {
          throw new InvalidInputException(id, raw, allowedValues());
        }
        yield new FindingValue.Quantity(amount);
      }
    };
  }

  private static String plain(double amount) {
    return new FindingValue.Quantity(amount).toString();
  }
}
