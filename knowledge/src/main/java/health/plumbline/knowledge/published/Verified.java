package health.plumbline.knowledge.published;

/** How a figure was seen by whoever entered it, best first. */
public enum Verified {
  /** In a table or page of the publication itself (never a whole paper). */
  FULL_TEXT,
  /** In the abstract. */
  ABSTRACT,
  /** Quoted in another publication. */
  SECONDARY,
  /** Known from the literature but not seen in a text: never the only support of a rule. */
  RECALLED
}
