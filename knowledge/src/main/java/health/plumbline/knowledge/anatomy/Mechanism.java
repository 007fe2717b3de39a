package health.plumbline.knowledge.anatomy;

import health.plumbline.knowledge.Grade;
import java.util.List;

/**
 * A way in which trouble in one place is felt, or causes trouble, in another.
 *
 * @param id stable id, for example {@code l5-root-sciatica}
 * @param name name in plain words
 * @param kind how back and hip are linked by it
 * @param fromId the structure that it starts from
 * @param toId the region or structure that it ends at
 * @param path structures in order, each connected with the next by a stated {@link Relation}
 * @param sourceArea the part of the body where the trouble lies
 * @param feltIn regions where the pain that it explains is felt, the typical one first
 * @param explanationLay explanation for the person
 * @param explanationClinical explanation for the clinician
 * @param conditionIds conditions in which it plays a part
 * @param sourceConditionIds those of them that can set it off: for another one it is an explanation
 *     only if one of these is likely too
 * @param typicalOf those of them of which it is the first thing to say: a judgement
 * @param sourceId source
 * @param grade how well it is supported
 */
public record Mechanism(
    String id,
    String name,
    Kind kind,
    String fromId,
    String toId,
    List<String> path,
    Area sourceArea,
    List<String> feltIn,
    String explanationLay,
    String explanationClinical,
    List<String> conditionIds,
    List<String> sourceConditionIds,
    List<String> typicalOf,
    String sourceId,
    Grade grade) {

  /** The three ways in which back pain and hip pain are linked. */
  public enum Kind {
    REFERRED_PAIN("referred-pain"),
    MUSCLE_IMBALANCE("muscle-imbalance"),
    JOINT_DYSFUNCTION("joint-dysfunction");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The spelling in data and JSON. */
    public String id() {
      return id;
    }
  }
}
