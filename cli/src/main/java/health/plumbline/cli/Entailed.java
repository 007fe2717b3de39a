package health.plumbline.cli;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.NestedFinding;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Truth;
import health.plumbline.reasoning.DerivedFindings;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What follows from the annotation of a text by the tables of nested and derived findings. */
final class Entailed {

  private final KnowledgeBase knowledge;
  private final DerivedFindings derived;
  private final GoldItem item;
  private final Presentation stated;

  Entailed(GoldItem item, KnowledgeBase knowledge, DerivedFindings derived) {
    this.knowledge = knowledge;
    this.derived = derived;
    this.item = item;
    this.stated = presentation(item, knowledge);
  }

  /** Whether a finding that is not annotated has this value all the same. */
  boolean holds(String id, FindingValue value) {
    if (id.equals("back-pain-onset-before-45")) {
      return item.age() != null;
    }
    for (NestedFinding nested : knowledge.nestedFindings()) {
      boolean fromContained =
          nested.container().equals(id)
              && value.equals(FindingValue.YES)
              && stated
                  .value(nested.contained())
                  .filter(v -> !v.equals(FindingValue.NO))
                  .isPresent();
      boolean fromContainer =
          nested.contained().equals(id)
              && value.equals(FindingValue.NO)
              && stated.value(nested.container()).filter(FindingValue.NO::equals).isPresent();
      if (fromContained || fromContainer) {
        return true;
      }
    }
    // "foot pain" needs no "below the knee" beside it
    if (id.equals("pain-below-knee")
        && value.equals(FindingValue.YES)
        && stated.isPresent("pain-foot-any")) {
      return true;
    }
    return followsFrom(id, value) || partsDenied(id, value);
  }

  /** Whether a finding is denied of which every part is stated to be absent. */
  private boolean partsDenied(String id, FindingValue value) {
    if (!value.equals(FindingValue.NO) || !derived.derives(id)) {
      return false;
    }
    Set<String> parts = new HashSet<>(derived.basis(id));
    parts.remove(id);
    return !parts.isEmpty()
        && parts.stream()
            .allMatch(part -> stated.value(part).filter(FindingValue.NO::equals).isPresent());
  }

  private boolean followsFrom(String id, FindingValue value) {
    Set<String> names = new LinkedHashSet<>(List.of(id, ReadFinding.other(id)));
    for (String name : names) {
      if (!derived.derives(name)) {
        continue;
      }
      try {
        Truth truth = derived.truth(name, stated);
        if ((truth == Truth.TRUE && value.equals(FindingValue.YES))
            || (truth == Truth.FALSE && value.equals(FindingValue.NO))) {
          return true;
        }
      } catch (InvalidInputException e) {
        return false;
      }
    }
    return false;
  }

  private static Presentation presentation(GoldItem item, KnowledgeBase knowledge) {
    Presentation.Builder builder = Presentation.builder(knowledge.vocabulary());
    if (item.age() != null) {
      builder.age(item.age());
    }
    if (item.sex() != null) {
      builder.sex(item.sex());
    }
    for (GoldItem.Stated stated : item.findings()) {
      if (stated.doubt()) {
        continue;
      }
      builder.finding(stated.finding().id(), stated.value());
      if (stated.finding().role() == Finding.Role.REGION
          && stated.value().equals(FindingValue.YES)) {
        builder.painRegion(
            new PainRegion(stated.finding().id().substring("pain-".length()), stated.side()));
      }
    }
    return builder.build();
  }
}
