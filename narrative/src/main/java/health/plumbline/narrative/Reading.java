package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of the patient now.
 *
 * @param age age in years, or null if the text does not say
 * @param sex sex, or null if the text does not say
 * @param understood what it states, at most one value a finding, in the order of the text
 * @param painRegions the places that hurt, with their sides; each is also in {@code understood}
 * @param doubts what should be asked
 */
public record Reading(
    @Nullable Integer age,
    @Nullable Sex sex,
    List<Understood> understood,
    List<PainRegion> painRegions,
    List<Doubt> doubts) {

  /** Copies the lists. */
  public Reading {
    understood = List.copyOf(understood);
    painRegions = List.copyOf(painRegions);
    doubts = List.copyOf(doubts);
  }

  /** Whether nothing was understood or doubted but perhaps age and sex. */
  boolean saysNothing() {
    return doubts.isEmpty()
        && understood.stream()
            .allMatch(item -> item.findingId().equals("age") || item.findingId().equals("sex"));
  }

  /** Whether a place that hurts is among what was understood. */
  boolean namesPlace(Vocabulary vocabulary) {
    return understood.stream()
        .filter(item -> item.value().equals(FindingValue.YES))
        .map(item -> vocabulary.require(item.findingId()).role())
        .anyMatch(role -> role == Finding.Role.REGION || role == Finding.Role.COARSE_REGION);
  }

  /** Adds everything that was understood to a presentation; doubts are left out. */
  public Presentation.Builder applyTo(Presentation.Builder builder) {
    for (Understood item : understood) {
      builder.finding(item.findingId(), item.value());
    }
    for (PainRegion region : painRegions) {
      builder.painRegion(region);
    }
    return builder;
  }
}
