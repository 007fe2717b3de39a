package health.plumbline.narrative;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Headings say of whom and of which time a section speaks. A heading on a line of its own holds up
 * to the next heading; one in front of its text holds for the sentence, advice for the line.
 */
final class Headings {

  private final Mentions mentions;
  private final TokenStream text;

  Headings(Mentions mentions) {
    this.mentions = mentions;
    this.text = mentions.text;
  }

  /** Marks the sections about the family, about the past, and those to be left out. */
  void mark(BitSet family, BitSet historical, BitSet ignored) {
    @Nullable BitSet open = null;
    int from = 0;
    int until = 0;
    for (Mention mention : mentions.cues) {
      Entry.ContextCue cue = (Entry.ContextCue) mention.entry;
      if (!cue.cue().isHeading() || !isHeading(mention)) {
        continue;
      }
      if (open != null) {
        open.set(from, Math.max(from, Math.min(until, mention.from)));
      }
      from = mention.to + 1;
      until = sectionEnd(mention, cue.cue());
      open =
          switch (cue.cue()) {
            case HEADING_FAMILY -> family;
            case HEADING_PAST -> historical;
            case HEADING_IGNORED -> ignored;
            default -> null;
          };
    }
    if (open != null) {
      open.set(from, Math.max(from, until));
    }
  }

  private int sectionEnd(Mention heading, Cue cue) {
    int next = heading.to + 1;
    if (next >= text.size || text.lineStart[next]) {
      return text.size;
    }
    if (cue != Cue.HEADING_IGNORED) {
      int end = text.sentenceEnd(next);
      // "FHx: father lung cancer; nil psoriasis": a semicolon only parts the items
      while (end < text.size && !text.lineStart[end] && semicolonBefore(end)) {
        end = text.sentenceEnd(end);
      }
      return end;
    }
    int t = next;
    while (t < text.size && !text.lineStart[t]) {
      t++;
    }
    return t;
  }

  private boolean semicolonBefore(int token) {
    for (int at = text.end[token - 1]; at < text.start[token]; at++) {
      if (text.text.charAt(at) == ';') {
        return true;
      }
    }
    return false;
  }

  private boolean isHeading(Mention mention) {
    if (!text.beginsSentence(mention.from)) {
      return false;
    }
    boolean closes =
        text.colonAfter[mention.to]
            || (text.lineStart[mention.from]
                && (mention.to + 1 >= text.size || text.lineStart[mention.to + 1]));
    return closes;
  }
}
