package health.plumbline.narrative;

import java.util.Arrays;
import java.util.Locale;

/**
 * The features of a text by which its sentences are compared with others: the words, pairs of
 * neighbouring words, and runs of three to five letters within a word, so that a misspelling still
 * resembles what is meant. Each is a hash of 32 bits; tens of thousands of features make a
 * collision rare, and one would cost a little accuracy and nothing else.
 */
final class SentenceFeatures {

  private static final int SHORTEST_RUN = 3;
  private static final int LONGEST_RUN = 5;

  /** Any number is as good as any other. */
  private static final String NUMBER = "#";

  /** Longer words, as a picture pasted as text has them, are cut. */
  private static final int LONGEST_WORD = 40;

  /** The hashes of every token one after the other, each token's pair with the one before first. */
  int[] hash = new int[256];

  /** Where the hashes of each token begin, and one past the last. */
  final int[] first;

  private int size;

  /** Of all tokens of a text. */
  SentenceFeatures(Lexicon lexicon, TokenStream text) {
    first = new int[text.size + 1];
    String before = "";
    for (int t = 0; t < text.size; t++) {
      first[t] = size;
      String word = word(lexicon, text, t);
      add('p', before + ' ' + word);
      add('w', word);
      String bounded = ' ' + word + ' ';
      for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
        for (int start = 0; start + length <= bounded.length(); start++) {
          add('r', bounded, start, start + length);
        }
      }
      before = word;
    }
    first[text.size] = size;
  }

  /** The word in standard spelling, or as it is written if the lexicon does not know it. */
  private static String word(Lexicon lexicon, TokenStream text, int token) {
    if (text.isNumber(token)) {
      return NUMBER;
    }
    String known = lexicon.wordAt(text, token);
    if (!known.isEmpty()) {
      return known;
    }
    int end = Math.min(text.end[token], text.start[token] + LONGEST_WORD);
    return text.text.substring(text.start[token], end).toLowerCase(Locale.ROOT);
  }

  private void add(char kind, String feature) {
    add(kind, feature, 0, feature.length());
  }

  private void add(char kind, String letters, int from, int to) {
    int code = kind;
    for (int i = from; i < to; i++) {
      code = 31 * code + letters.charAt(i);
    }
    if (size == hash.length) {
      hash = Arrays.copyOf(hash, 2 * size);
    }
    hash[size++] = code * 0x9E3779B1; // spreads neighbours over the table
  }
}
