package health.plumbline.handover;

import java.util.List;

/** A piece of a document, whatever it is shown on. */
public sealed interface Block {

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** A heading within a section. */
  record Subheading(String text) implements Block {}

  /**
   * A list.
   *
   * @param items its items
   */
  record Bullets(List<Item> items) implements Block {

    /** Copies the list. */
    public Bullets {
      items = List.copyOf(items);
    }
  }

  /**
   * An item of a list.
   *
   * @param lead words to stand out at its beginning; may be empty
   * @param text the text
   * @param support strength, grade and source; may be empty
   */
  record Item(String lead, String text, String support) {}

  /**
   * A table.
   *
   * @param header names of the columns
   * @param rows cells, as many in each row as there are columns
   */
  record Table(List<String> header, List<List<String>> rows) implements Block {

    /** Copies the lists. */
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A picture.
   *
   * @param svg an SVG element
   * @param description the same in words
   */
  record Picture(String svg, String description) implements Block {}
}
