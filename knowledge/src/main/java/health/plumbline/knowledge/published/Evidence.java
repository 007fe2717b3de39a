package health.plumbline.knowledge.published;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The evidence behind one condition, finding, population or construct, in lines that can be shown
 * as they stand.
 */
public final class Evidence {

  private Evidence() {}

  /** The kinds of figure, in the order in which they are shown. */
  public enum Kind {
    ACCURACY("accuracy"),
    FREQUENCY("frequency"),
    PREVALENCE("prevalence"),
    REFERRAL("where pain is felt"),
    COOCCURRENCE("co-occurrence");

    private final String displayName;

    Kind(String displayName) {
      this.displayName = displayName;
    }

    /** The kind in words. */
    public String displayName() {
      return displayName;
    }

    static Kind of(PublishedFigure figure) {
      return switch (figure) {
        case AccuracyFigure accuracy -> ACCURACY;
        case FrequencyFigure frequency -> FREQUENCY;
        case PrevalenceFigure prevalence -> PREVALENCE;
        case ReferralFigure referral -> REFERRAL;
        case CooccurrenceFigure cooccurrence -> COOCCURRENCE;
      };
    }
  }

  /**
   * One figure, ready to be shown.
   *
   * @param figure the row itself
   * @param subject name of the condition or population, for a pair both
   * @param finding name of the finding, with its value unless that is a plain yes; may be empty
   * @param population among whom, may be empty
   * @param value what was measured with its limits
   * @param n number of people, an upper bound, null if not reported
   * @param grade its grade
   * @param usable whether it may enter the model
   * @param reservations why not, or for whom only; may be empty
   * @param source its source
   */
  public record Line(
      PublishedFigure figure,
      String subject,
      String finding,
      String population,
      String value,
      @Nullable Integer n,
      Grade grade,
      boolean usable,
      String reservations,
      Source source) {}

  /**
   * All lines about an id, grouped by kind in the order of {@link Kind}; kinds without a figure are
   * left out. Empty for an id without published figures.
   *
   * @param id a condition, a finding (an alias counts as its finding), a population or a construct
   */
  public static Map<Kind, List<Line>> about(
      String id, PublishedFigures figures, KnowledgeBase knowledge) {
    List<PublishedFigure> found = new ArrayList<>(figures.forCondition(id));
    found.addAll(figures.forFinding(knowledge.vocabulary().find(id).map(Finding::id).orElse(id)));
    Map<Kind, List<Line>> lines = new TreeMap<>();
    for (PublishedFigure figure : found) {
      lines
          .computeIfAbsent(Kind.of(figure), kind -> new ArrayList<>())
          .add(line(figure, figures, knowledge));
    }
    return lines;
  }

  private static Line line(
      PublishedFigure figure, PublishedFigures figures, KnowledgeBase knowledge) {
    Provenance provenance = figure.provenance();
    List<String> subjects = new ArrayList<>();
    for (String subject : figure.subjectIds()) {
      Optional<String> condition = knowledge.condition(subject).map(Condition::name);
      subjects.add(
          condition.or(() -> figures.population(subject).map(Population::name)).orElse(subject));
    }
    return new Line(
        figure,
        String.join(" + ", subjects),
        finding(figure, figures, knowledge),
        figure.population(),
        figure.valueText(),
        figure.n(),
        provenance.grade(),
        provenance.usable(),
        provenance.usableNote(),
        knowledge.sources().require(provenance.sourceId()));
  }

  private static String finding(
      PublishedFigure figure, PublishedFigures figures, KnowledgeBase knowledge) {
    String id = figure.findingId();
    if (id.isEmpty()) {
      return "";
    }
    String name =
        knowledge
            .vocabulary()
            .find(id)
            .map(Finding::name)
            .or(() -> figures.construct(id).map(Construct::name))
            .orElse(id);
    return switch (figure) {
      case AccuracyFigure accuracy -> named(name, accuracy.value(), accuracy.valueDetail());
      case FrequencyFigure frequency -> named(name, frequency.value(), frequency.valueDetail());
      default -> name;
    };
  }

  private static String named(String name, String value, String detail) {
    String shown = detail.isEmpty() ? value : detail;
    return shown.equals("yes") ? name : name + ": " + shown;
  }
}
