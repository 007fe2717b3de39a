package health.plumbline.reasoning;

import java.util.List;

/** One piece of evidence, in the numbers of the network. */
sealed interface Evidence {

  /** The finding that it was read from. */
  String findingId();

  /**
   * A finding with a known value.
   *
   * @param variable number of the variable
   * @param value number of the value
   */
  record Known(String findingId, int variable, int value) implements Evidence {}

  /**
   * A vague place: at least one of several binary findings is present.
   *
   * @param variables numbers of the variables
   */
  record AnyOf(String findingId, List<Integer> variables) implements Evidence {}

  /**
   * A region that was not marked on a pain map on which others were: weak evidence against it.
   *
   * @param variable number of the variable
   * @param completeness probability that it would have been marked, were it painful
   */
  record Unmarked(String findingId, int variable, double completeness) implements Evidence {}
}
