package health.plumbline.reasoning;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a person says that it hurts.
 *
 * @param stated regions that were named or painted
 * @param possible regions that a vague word such as "hip pain" leaves open: members of a coarse
 *     region of which none was named, without those known to be free of pain
 */
record PainMap(Set<String> stated, Set<String> possible) {

  private static final String PREFIX = "pain-";

  static PainMap of(Presentation presentation, Vocabulary vocabulary) {
    Set<String> stated = new LinkedHashSet<>();
    Set<String> possible = new LinkedHashSet<>();
    for (String findingId : presentation.findings().keySet()) {
      Optional<Finding> finding = vocabulary.find(findingId);
      if (finding.isEmpty() || !presentation.isPresent(findingId)) {
        continue;
      }
      List<String> members = finding.get().members();
      switch (finding.get().role()) {
        case REGION -> stated.add(regionId(findingId));
        case COARSE_REGION -> {
          if (members.stream().noneMatch(presentation::isPresent)) {
            for (String member : members) {
              if (!presentation.value(member).equals(Optional.of(FindingValue.NO))) {
                possible.add(regionId(member));
              }
            }
          }
        }
        case DEMOGRAPHIC, ASKED, EXAMINED, INVESTIGATED, DERIVED -> {
          // says nothing of a place on the body chart
        }
      }
    }
    possible.removeAll(stated);
    return new PainMap(stated, possible);
  }

  /** Whether no place is known. */
  boolean isEmpty() {
    return stated.isEmpty() && possible.isEmpty();
  }

  private static String regionId(String findingId) {
    return findingId.substring(PREFIX.length());
  }
}
