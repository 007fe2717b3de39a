package health.plumbline.handover;

import health.plumbline.handover.Block.Bullets;
import health.plumbline.handover.Document.Section;
import java.util.ArrayList;
import java.util.List;

/** The sections of a document in the making; those with nothing in them are left out. */
final class Sections {

  private final List<Section> sections = new ArrayList<>();

  /** Adds a section but for its empty lists, or nothing if that is all it holds. */
  void add(String id, String title, List<Block> blocks) {
    List<Block> full =
        blocks.stream()
            .filter(block -> !(block instanceof Bullets bullets && bullets.items().isEmpty()))
            .toList();
    if (!full.isEmpty()) {
      sections.add(new Section(id, title, full));
    }
  }

  /** The sections so far. */
  List<Section> list() {
    return List.copyOf(sections);
  }
}
