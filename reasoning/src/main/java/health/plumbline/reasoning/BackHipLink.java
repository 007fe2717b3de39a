package health.plumbline.reasoning;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.anatomy.Anatomy;
import health.plumbline.knowledge.anatomy.Area;
import health.plumbline.knowledge.anatomy.Mechanism;
import health.plumbline.knowledge.anatomy.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How back and hip are linked in this person: for each leading condition the anatomical path from
 * the source to where it hurts.
 *
 * <p>The choice is a greedy cover. Each condition first gets the mechanism that explains most of
 * the painful regions, then, while there is room, those that explain a region not yet explained: so
 * no two links say the same thing. Equal mechanisms are told apart by how closely they belong to
 * the condition. The links are an explanation; they have no weight in any probability.
 */
public final class BackHipLink {

  /*
   * What makes a link worth showing. Only the order matters, no number is a clinical one: a region
   * that was named outweighs one that a vague word leaves open; a mechanism that the condition sets
   * off itself, and that is typical of it, outweighs one in which it is a bystander; then come the
   * links that end where it hurts, are of a kind that the condition is known for, join back and
   * hip, or join two leading conditions.
   */
  private static final int STATED_REGION = 8;
  private static final int SET_OFF_BY_IT = 6;
  private static final int TYPICAL_OF_IT = 5;
  private static final int POSSIBLE_REGION = 4;
  private static final int ENDS_WHERE_IT_HURTS = 3;
  private static final int TYPICAL_KIND = 3;
  private static final int JOINS_BACK_AND_HIP = 2;
  private static final int JOINS_LEADING_CONDITIONS = 1;

  private static final String PHRASES = "anatomy/phrases.csv";
  private static final String NAMES = "{names}";

  private final KnowledgeBase knowledge;
  private final Anatomy anatomy;
  private final String severalLay;
  private final String severalClinical;

  private BackHipLink(
      KnowledgeBase knowledge, Anatomy anatomy, String severalLay, String severalClinical) {
    this.knowledge = knowledge;
    this.anatomy = anatomy;
    this.severalLay = severalLay;
    this.severalClinical = severalClinical;
  }

  /**
   * A link of back and hip in one person.
   *
   * @param mechanismId id of the mechanism
   * @param mechanism referred-pain, muscle-imbalance or joint-dysfunction
   * @param conditionId the leading condition for which it was chosen
   * @param path the steps in plain words, from the source to where it is felt
   * @param pathIds the structures of the steps, in the same order
   * @param text explanation for the person
   * @param clinicalText explanation for the clinician
   * @param sourceId source of the mechanism
   * @param grade how well the mechanism is supported
   * @param matchesPain whether it explains a place where the person says that it hurts
   * @param alsoConditionIds other leading conditions in which the same mechanism plays a part
   */
  public record Link(
      String mechanismId,
      String mechanism,
      String conditionId,
      List<String> path,
      List<String> pathIds,
      String text,
      String clinicalText,
      String sourceId,
      Grade grade,
      boolean matchesPain,
      List<String> alsoConditionIds) {}

  /** Reads the anatomy of this knowledge base. */
  public static BackHipLink of(KnowledgeBase knowledge) {
    return of(knowledge, Anatomy.load(knowledge));
  }

  /** Uses an anatomy that was read before. */
  public static BackHipLink of(KnowledgeBase knowledge, Anatomy anatomy) {
    DataFile.Row several =
        DataFile.read(PHRASES).rows().stream()
            .filter(row -> row.required("id").equals("several-conditions"))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(PHRASES + ": several-conditions is missing"));
    return new BackHipLink(knowledge, anatomy, phrase(several, "lay"), phrase(several, "clinical"));
  }

  /**
   * The links worth showing, those that explain the person's pain first, then in the order of the
   * conditions. A condition without a mechanism has none.
   *
   * @param presentation what is known of the person; regions with {@code pain-R = yes} count, vague
   *     regions count less
   * @param leading the leading conditions, most probable first
   * @param most the largest number of links, at least 0
   */
  public List<Link> explain(Presentation presentation, List<RankedCondition> leading, int most) {
    if (most < 0) {
      throw new IllegalArgumentException("most is " + most + ", but must be at least 0");
    }
    PainMap pain = PainMap.of(presentation, knowledge.vocabulary());
    List<String> conditionIds = leading.stream().map(RankedCondition::conditionId).toList();
    Selection selection = new Selection(pain, conditionIds);
    for (String conditionId : conditionIds) {
      selection.addBest(conditionId, most);
    }
    boolean grew = true;
    while (grew) {
      grew = false;
      for (String conditionId : conditionIds) {
        grew |= selection.addIfItExplainsMore(conditionId, most);
      }
    }
    return selection.links();
  }

  private static String phrase(DataFile.Row row, String column) {
    String phrase = row.required(column);
    if (!phrase.contains(NAMES)) {
      throw row.fault(column, "the place for the names, " + NAMES + ", is missing");
    }
    return phrase;
  }

  /** The mechanisms chosen so far for one person. */
  private final class Selection {

    private record Choice(Mechanism mechanism, String conditionId, boolean matchesPain) {}

    private final PainMap pain;
    private final List<String> leading;
    private final List<Choice> choices = new ArrayList<>();
    private final Set<String> explained = new HashSet<>();

    /** The worth of each mechanism, by condition: it is asked for with every comparison. */
    private final Map<String, Map<String, Integer>> worths = new HashMap<>();

    private final Map<String, Boolean> matching = new HashMap<>();

    Selection(PainMap pain, List<String> leading) {
      this.pain = pain;
      this.leading = leading;
    }

    /**
     * The mechanism that explains most. A condition that a link already concerns needs no second
     * one that explains nothing more.
     */
    void addBest(String conditionId, int most) {
      Optional<Mechanism> best = candidates(conditionId).stream().min(byRank(conditionId));
      if (best.isEmpty()) {
        return;
      }
      boolean concerned =
          choices.stream()
              .anyMatch(choice -> choice.mechanism().conditionIds().contains(conditionId));
      if (concerned && explainsNothingMore(best.get())) {
        return;
      }
      add(best.get(), conditionId, most);
    }

    /** Whether there was room for a mechanism that explains a painful region not yet explained. */
    boolean addIfItExplainsMore(String conditionId, int most) {
      return candidates(conditionId).stream()
          .filter(mechanism -> !explainsNothingMore(mechanism))
          .min(byRank(conditionId))
          .map(mechanism -> add(mechanism, conditionId, most))
          .orElse(false);
    }

    List<Link> links() {
      List<Link> links = new ArrayList<>();
      for (boolean matching : new boolean[] {true, false}) {
        for (Choice choice : choices) {
          if (choice.matchesPain() == matching) {
            links.add(link(choice));
          }
        }
      }
      return List.copyOf(links);
    }

    private List<Mechanism> candidates(String conditionId) {
      Set<String> chosen =
          choices.stream().map(choice -> choice.mechanism().id()).collect(Collectors.toSet());
      return anatomy.mechanismsOf(conditionId).stream()
          .filter(mechanism -> !chosen.contains(mechanism.id()))
          .filter(mechanism -> mechanism.sourceConditionIds().stream().anyMatch(leading::contains))
          .toList();
    }

    private boolean add(Mechanism mechanism, String conditionId, int most) {
      if (choices.size() >= most) {
        return false;
      }
      choices.add(new Choice(mechanism, conditionId, matchesPain(mechanism)));
      explained.addAll(mechanism.feltIn());
      return true;
    }

    private boolean matchesPain(Mechanism mechanism) {
      return matching.computeIfAbsent(
          mechanism.id(), id -> mechanism.feltIn().stream().anyMatch(this::hurts));
    }

    private boolean explainsNothingMore(Mechanism mechanism) {
      return mechanism.feltIn().stream()
          .noneMatch(region -> hurts(region) && !explained.contains(region));
    }

    private boolean hurts(String regionId) {
      return pain.stated().contains(regionId) || pain.possible().contains(regionId);
    }

    /** Best first; a later mechanism of the data file loses a tie. */
    private Comparator<Mechanism> byRank(String conditionId) {
      return Comparator.comparing(this::matchesPain)
          .thenComparingInt(mechanism -> keptWorth(mechanism, conditionId))
          .reversed()
          .thenComparing(Mechanism::grade);
    }

    private int keptWorth(Mechanism mechanism, String conditionId) {
      return worths
          .computeIfAbsent(conditionId, id -> new HashMap<>())
          .computeIfAbsent(mechanism.id(), id -> worth(mechanism, conditionId));
    }

    private int worth(Mechanism mechanism, String conditionId) {
      int worth = 0;
      for (String region : mechanism.feltIn()) {
        if (pain.stated().contains(region)) {
          worth += STATED_REGION;
        } else if (pain.possible().contains(region)) {
          worth += POSSIBLE_REGION;
        }
      }
      if (pain.stated().contains(mechanism.feltIn().getFirst())) {
        worth += ENDS_WHERE_IT_HURTS;
      }
      if (mechanism.sourceConditionIds().contains(conditionId)) {
        worth += SET_OFF_BY_IT;
      }
      if (mechanism.typicalOf().contains(conditionId)) {
        worth += TYPICAL_OF_IT;
      }
      if (knowledge
          .condition(conditionId)
          .filter(condition -> condition.mechanisms().contains(mechanism.kind().id()))
          .isPresent()) {
        worth += TYPICAL_KIND;
      }
      if (joinsBackAndHip(mechanism)) {
        worth += JOINS_BACK_AND_HIP;
      }
      if (!others(mechanism, conditionId).isEmpty()) {
        worth += JOINS_LEADING_CONDITIONS;
      }
      return worth;
    }

    /** Joins back and hip, and it hurts at both ends, unless no place is known at all. */
    private boolean joinsBackAndHip(Mechanism mechanism) {
      boolean joins =
          mechanism.feltIn().stream()
              .map(anatomy::region)
              .flatMap(Optional::stream)
              .filter(region -> pain.isEmpty() || hurts(region.id()))
              .anyMatch(region -> Area.linksBackAndHip(mechanism.sourceArea(), region.area()));
      return joins && (pain.isEmpty() || hurtsIn(mechanism.sourceArea()));
    }

    private boolean hurtsIn(Area area) {
      return anatomy.regions().stream()
          .anyMatch(region -> region.area() == area && hurts(region.id()));
    }

    private List<String> others(Mechanism mechanism, String conditionId) {
      return leading.stream()
          .filter(id -> !id.equals(conditionId) && mechanism.conditionIds().contains(id))
          .toList();
    }

    private Link link(Choice choice) {
      Mechanism mechanism = choice.mechanism();
      List<String> others = others(mechanism, choice.conditionId());
      return new Link(
          mechanism.id(),
          mechanism.kind().id(),
          choice.conditionId(),
          mechanism.path().stream().map(BackHipLink.this::layName).toList(),
          mechanism.path(),
          mechanism.explanationLay() + several(severalLay, choice.conditionId(), others, true),
          mechanism.explanationClinical()
              + several(severalClinical, choice.conditionId(), others, false),
          mechanism.sourceId(),
          mechanism.grade(),
          choice.matchesPain(),
          others);
    }
  }

  private String layName(String structureId) {
    return anatomy.structure(structureId).map(Structure::layName).orElse(structureId);
  }

  /** The sentence that names all leading conditions of a link, empty if there is but one. */
  private String several(String phrase, String conditionId, List<String> others, boolean lay) {
    if (others.isEmpty()) {
      return "";
    }
    List<String> names = new ArrayList<>();
    names.add(name(conditionId, lay));
    others.forEach(other -> names.add(name(other, lay)));
    return " " + phrase.replace(NAMES, String.join("; ", names));
  }

  private String name(String conditionId, boolean lay) {
    return knowledge
        .condition(conditionId)
        .map(lay ? Condition::layName : Condition::name)
        .orElse(conditionId);
  }
}
