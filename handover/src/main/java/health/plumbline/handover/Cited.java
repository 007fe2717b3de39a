package health.plumbline.handover;

import health.plumbline.care.Consultation;
import health.plumbline.care.PlanLine;
import health.plumbline.handover.Block.Bullets;
import health.plumbline.handover.Block.Item;
import health.plumbline.knowledge.Grade;
import health.plumbline.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sources that a document cites, in the order in which it does; each line names its own. */
final class Cited {

  /** The most sources that a line of the plan names. */
  private static final int SOURCES = 2;

  private final Set<String> ids = new LinkedHashSet<>();

  /** Keeps the sources of something that names them itself, or of which no line is printed. */
  void add(Collection<String> sourceIds) {
    ids.addAll(sourceIds);
  }

  /** What a line that rests on one source ends with. */
  String support(Grade grade, String sourceId) {
    return support("", grade, List.of(sourceId));
  }

  /**
   * What a line ends with.
   *
   * @param strength id of the strength of a recommendation, empty if it is none
   */
  String support(String strength, Grade grade, List<String> sourceIds) {
    add(sourceIds);
    return "["
        + (strength.isEmpty() ? "" : strength + ", ")
        + "grade "
        + grade
        + "; "
        + String.join(", ", sourceIds)
        + "]";
  }

  /** A line of the plan with its support. */
  Item item(PlanLine line) {
    List<String> named = line.sourceIds().stream().limit(SOURCES).toList();
    return new Item("", line.text(), support(line.strength().id(), line.grade(), named));
  }

  /** A line of the consultation with its support. */
  Item item(Consultation.Line line) {
    return new Item("", line.text(), support(line.grade(), line.sourceId()));
  }

  /** All that were cited until now, with their citations. */
  Bullets list(KnowledgeBase knowledge) {
    List<Item> items = new ArrayList<>();
    for (String id : ids) {
      knowledge
          .sources()
          .find(id)
          .ifPresent(
              source ->
                  items.add(
                      new Item(
                          id + ":",
                          source.citation() + (source.link().isEmpty() ? "" : " " + source.link()),
                          "")));
    }
    return new Bullets(items);
  }
}
