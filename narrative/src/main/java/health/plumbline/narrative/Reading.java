package health.plumbline.narrative;

import health.plumbline.knowledge.PainRegion;
import health.plumbline.knowledge.Presentation;
import health.plumbline.knowledge.Sex;
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
