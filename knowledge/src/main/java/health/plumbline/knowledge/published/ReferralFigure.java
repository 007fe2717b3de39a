package health.plumbline.knowledge.published;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where pain from a structure is felt.
 *
 * @param id stable id
 * @param conditionId condition or population
 * @param structure structure in the study's words
 * @param regionId region of the body chart without the prefix {@code pain-}
 * @param proportion share of people, 0 to 1, null where the source gives a distribution only
 * @param n number of people, an upper bound, null if not reported
 * @param manner provoked or reported, may be empty
 * @param provenance where it comes from
 */
public record ReferralFigure(
    String id,
    String conditionId,
    String structure,
    String regionId,
    @Nullable Estimate proportion,
    @Nullable Integer n,
    String manner,
    Provenance provenance)
    implements PublishedFigure {

  @Override
  public List<String> subjectIds() {
    return List.of(conditionId);
  }

  @Override
  public String findingId() {
    return "pain-" + regionId;
  }

  @Override
  public String population() {
    return manner.isEmpty() ? structure : structure + ", " + manner;
  }

  @Override
  public String valueText() {
    return proportion == null ? "felt here" : "proportion " + proportion.text();
  }
}
