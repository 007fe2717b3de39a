package health.plumbline.knowledge.published;

import health.plumbline.knowledge.Setting;
import health.plumbline.knowledge.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people among whom figures were measured, in terms that the model can express. A figure says
 * something of the model only for its own people: a specificity among candidates for surgery is not
 * one among people in a general practice.
 *
 * @param id stable id
 * @param figureIds the figures that were measured among them
 * @param setting whose shares of presenters apply
 * @param age age in years whose shares apply, null for all ages
 * @param sex sex, null for both
 * @param among conditions that the people may have, with the subject of the figure; null for any of
 *     them, empty for people who have none
 * @param given what everyone had: of each inner list at least one of {@code id}, {@code id>=bin}
 *     and {@code id<bin}
 * @param composition what share of them had a condition as the study says, null where the shares of
 *     the setting apply
 * @param selected whether they were referred or admitted because of signs such as the one measured,
 *     so that a selection factor applies to those with and those without the condition alike
 * @param note a remark, may be empty
 */
public record StudyPopulation(
    String id,
    List<String> figureIds,
    Setting setting,
    @Nullable Integer age,
    @Nullable Sex sex,
    @Nullable List<String> among,
    List<List<String>> given,
    @Nullable Composition composition,
    boolean selected,
    String note) {

  /** Whether these people have none of the conditions. */
  public boolean healthy() {
    return among != null && among.isEmpty();
  }
}
