package health.plumbline.reasoning;

import health.plumbline.knowledge.Interval;
import health.plumbline.knowledge.Normal;
import health.plumbline.knowledge.published.CooccurrenceFigure;
import health.plumbline.knowledge.published.Estimate;
import health.plumbline.knowledge.published.PublishedFigure;
import health.plumbline.reasoning.Comparison.Basis;
import health.plumbline.reasoning.Comparison.Measure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of one published figure beside the model's, each with limits to lie within. */
final class Comparisons {

  private static final String NO_INTERVAL =
      "no limits and no number of people were published: nothing to lie within";

  private final PublishedFigure figure;
  private final List<Comparison> comparisons = new ArrayList<>();

  Comparisons(PublishedFigure figure) {
    this.figure = figure;
  }

  int size() {
    return comparisons.size();
  }

  /** Adds a share of all the people of the figure, unless nothing says how exact it is. */
  void add(Measure measure, @Nullable Estimate estimate, double implied) {
    add(measure, estimate, counted(), implied);
  }

  /**
   * Adds a share of a group of people, unless nothing says how exact it is.
   *
   * @param group number of people in the group, null if the study does not tell
   */
  void add(Measure measure, @Nullable Estimate estimate, @Nullable Integer group, double implied) {
    if (estimate == null || addLimited(measure, estimate, implied)) {
      return;
    }
    Double point = estimate.point();
    Integer n = group == null ? half() : group;
    if (point == null || n == null || n < 2) {
      return;
    }
    Interval limits = Normal.wilson(point, n);
    Basis basis = group == null ? Basis.NUMBER : Basis.COUNTS;
    comparisons.add(new Comparison(measure, point, limits.lo(), limits.hi(), basis, implied));
  }

  /** Adds a ratio, if its limits were published: a number of people gives none. */
  void addRatio(Measure measure, @Nullable Estimate estimate, double implied) {
    if (estimate != null) {
      addLimited(measure, estimate, implied);
    }
  }

  /** The figure with all of them, left out if nothing could be compared. */
  Reconciled result() {
    return comparisons.isEmpty()
        ? new Reconciled(figure, List.of(), NO_INTERVAL)
        : new Reconciled(figure, List.copyOf(comparisons), "");
  }

  /** Adds an estimate with published limits; false if it has none. */
  private boolean addLimited(Measure measure, Estimate estimate, double implied) {
    Double low = estimate.low();
    Double high = estimate.high();
    if (low == null || high == null) {
      return false;
    }
    Double point = estimate.point();
    comparisons.add(
        new Comparison(
            measure,
            point == null ? Double.NaN : point,
            low,
            high,
            estimate.rangeOverStudies() ? Basis.RANGE : Basis.PUBLISHED,
            implied));
    return true;
  }

  /**
   * The number of people is often that of the whole study rather than the figure's own: where the
   * note does not give the count itself, half of it is taken, as the audit of the figures advises.
   */
  private @Nullable Integer half() {
    Integer n =
        figure instanceof CooccurrenceFigure cooccurrence
            ? leadingNumber(cooccurrence.population())
            : figure.n();
    return n == null ? null : n / 2;
  }

  /** The figure's own denominator, where its note says "241 of 429" or the like. */
  private @Nullable Integer counted() {
    Integer n = figure.n();
    return n != null && figure.provenance().note().matches("(?s).*\\b\\d+( of |/)" + n + "\\b.*")
        ? n
        : null;
  }

  /** Co-occurrence rows name the number of people first: "570 Japanese stenosis patients". */
  private static @Nullable Integer leadingNumber(String population) {
    String digits = population.replaceFirst("^(\\d+) .*", "$1");
    return digits.matches("\\d{1,6}") ? Integer.valueOf(digits) : null;
  }
}
