package health.plumbline.web;

import health.plumbline.knowledge.Condition;
import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.published.Evidence;
import health.plumbline.knowledge.published.PublishedFigures;
import health.plumbline.web.view.ClinicianPage.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is published about each test of the examination, and when it must not be done. */
final class TestCards {

  private record Harm(List<String> conditionIds, double threshold, String reason) {}

  private final KnowledgeBase knowledge;
  private final Words words;
  private final Map<String, Harm> harms = new ConcurrentHashMap<>();
  private final Map<String, List<Figure>> figures = new ConcurrentHashMap<>();

  /** Read when the first clinician looks: nobody else needs them. */
  private volatile @Nullable PublishedFigures published;

  TestCards(KnowledgeBase knowledge, Words words) {
    this.knowledge = knowledge;
    this.words = words;
    for (DataFile.Row row : DataFile.read("harmful-tests.csv").rows()) {
      harms.put(
          knowledge.vocabulary().require(row.required("finding_id")).id(),
          new Harm(row.list("condition_ids"), row.proportion("threshold"), row.required("reason")));
    }
  }

  /**
   * Why a test should not be done now; empty if nothing speaks against it.
   *
   * @param probabilities condition id to its probability now
   */
  String warning(String findingId, Map<String, Double> probabilities) {
    Harm harm = harms.get(findingId);
    if (harm == null) {
      return "";
    }
    for (String condition : harm.conditionIds()) {
      if (probabilities.getOrDefault(condition, 0.0) >= harm.threshold()) {
        return words.text(
            "clinician.harm",
            "name",
            knowledge.condition(condition).map(Condition::name).orElse(condition),
            "reason",
            harm.reason());
      }
    }
    return "";
  }

  /** The published accuracy of a test, usable figures first. */
  List<Figure> figures(String findingId) {
    return figures.computeIfAbsent(findingId, this::read);
  }

  private List<Figure> read(String findingId) {
    List<Figure> read = new ArrayList<>();
    for (boolean usable : new boolean[] {true, false}) {
      for (Evidence.Line line :
          Evidence.about(findingId, published(), knowledge)
              .getOrDefault(Evidence.Kind.ACCURACY, List.of())) {
        if (line.usable() == usable) {
          read.add(
              new Figure(
                  words.text(
                      usable ? "clinician.figure" : "clinician.figure.unused",
                      "subject",
                      line.subject(),
                      "value",
                      line.value(),
                      "population",
                      line.population(),
                      "grade",
                      line.grade().name()),
                  line.source().citation(),
                  line.source().link()));
        }
      }
    }
    return List.copyOf(read);
  }

  private PublishedFigures published() {
    PublishedFigures all = published;
    if (all == null) {
      all = PublishedFigures.load(knowledge);
      published = all;
    }
    return all;
  }
}
