package health.plumbline.narrative;

import health.plumbline.knowledge.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text, or a phrase of the lexicon, into the same tokens: runs of letters, numbers, and the
 * signs that carry meaning in notes ({@code / + % & # < > = ?}); lower case, hyphens inside words a
 * space, spellings and number words in their standard form. One pass over the characters, no
 * regular expression, so a megabyte costs what a megabyte must.
 */
final class Tokenizer {

  final Map<String, List<String>> variants;
  final WordKinds kinds;

  /** Only used while the lexicon is compiled. */
  private final @Nullable String[] runs = new String[1 << 15];

  private final int[][] runIds = new int[1 << 15][];
  private int runCount;

  /**
   * @param variants other spelling to the standard tokens
   */
  Tokenizer(Map<String, List<String>> variants, WordKinds kinds) {
    this.variants = Map.copyOf(variants);
    this.kinds = kinds;
  }

  /** Called with every token; gives the id of the word. */
  interface Words {
    int id(String word);

    /**
     * The word that a misspelt one, whose id was asked for, was taken for; else the word itself.
     */
    default String standard(String word) {
      return word;
    }
  }

  /**
   * The standard tokens of a stretch of a phrase in which brackets have been dealt with. Each run
   * of characters between spaces is cut once and remembered: the lexicon repeats its words.
   */
  void phrase(String phrase, int start, int end, WordTable table, IntConsumer ids) {
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || phrase.charAt(i) == ' ') {
        if (i > from) {
          run(phrase, from, i, table, ids);
        }
        from = i + 1;
      }
    }
  }

  /** No string is made for a run that is known. */
  private void run(String phrase, int from, int to, WordTable table, IntConsumer ids) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + phrase.charAt(i);
    }
    int mask = runs.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    String form = runs[slot];
    while (form != null
        && !(form.length() == to - from && form.regionMatches(0, phrase, from, to - from))) {
      slot = slot + 1 & mask;
      form = runs[slot];
    }
    if (form == null) {
      form = phrase.substring(from, to);
      TokenStream stream = new Scan(this, form, table::intern).run();
      runs[slot] = form;
      runIds[slot] = Arrays.copyOf(stream.word, stream.size);
      if (++runCount * 2 > runs.length) {
        throw new IllegalStateException("the lexicon holds more words than were allowed for");
      }
    }
    for (int id : runIds[slot]) {
      ids.accept(id);
    }
  }

  TokenStream tokens(String text, Words words) {
    return Apposition.open(new Scan(this, text, words).run(), kinds, words);
  }

  Side side(String word) {
    return kinds.side(word);
  }

  static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
