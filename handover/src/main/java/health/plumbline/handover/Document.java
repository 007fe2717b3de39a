package health.plumbline.handover;

import java.util.List;

/**
 * A document, whatever it is shown on.
 *
 * @param title title
 * @param level id of the urgency, for colour; empty for none
 * @param headline how soon to get care; empty for none
 * @param warnings what to do about it, most important first
 * @param sections sections in order
 * @param footnote what it is not
 */
public record Document(
    String title,
    String level,
    String headline,
    List<String> warnings,
    List<Section> sections,
    String footnote) {

  /** Copies the lists. */
  public Document {
    warnings = List.copyOf(warnings);
    sections = List.copyOf(sections);
  }

  /**
   * A section.
   *
   * @param id id within the document
   * @param title title
   * @param blocks its pieces, at least one
   */
  public record Section(String id, String title, List<Block> blocks) {

    /** Copies the list. */
    public Section {
      blocks = List.copyOf(blocks);
    }
  }
}
