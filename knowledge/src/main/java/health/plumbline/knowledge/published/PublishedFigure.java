package health.plumbline.knowledge.published;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of published evidence. */
public sealed interface PublishedFigure
    permits AccuracyFigure, FrequencyFigure, PrevalenceFigure, ReferralFigure, CooccurrenceFigure {

  /** Stable id of the row, for example {@code acc-spine-001}. */
  String id();

  /** Where it comes from and how far it may be used. */
  Provenance provenance();

  /** Ids of the conditions or populations that it is about. */
  List<String> subjectIds();

  /** Id of the finding or construct that it is about, empty if none. */
  String findingId();

  /** Among whom it was measured, in words; may be empty. */
  String population();

  /** What was measured and the figure with its limits, in words. */
  String valueText();

  /**
   * Number of people, null if not reported. Often the whole study rather than this figure's own
   * denominator: an upper bound of its precision.
   */
  @Nullable Integer n();
}
