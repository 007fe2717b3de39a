package health.plumbline.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mends misspelt words. A word that is neither in the lexicon nor known to be correct becomes the
 * word of the lexicon that is one edit away (two, if it is long), by the optimal string alignment
 * distance, in which two neighbours changing places are one edit. The slips that people make most,
 * a letter doubled or not, neighbours swapped, a vowel wrong or left out, the next key of the
 * keyboard, weigh less than others. Where two words are equally near the word stays as it is, and
 * so does every word in the list of correct words, so that no clinical word turns into another.
 *
 * <p>Candidates share the first letter, which misspellings keep, and are about as long; of these
 * most are ruled out by the letters that occur in them, one comparison of bits each. Each distinct
 * word of a text is looked up once.
 */
final class Speller {

  private static final int SHORTEST = 4;
  private static final int LONG = 10;

  private static final int EDIT = 4;
  private static final int SWAP = 3;
  private static final int VOWEL = 3;
  private static final int NEXT_KEY = 3;
  private static final int DOUBLING = 2;

  /** From this length on a contraction is also known as it is typed without its apostrophe. */
  private static final int SHORTEST_CONTRACTION = 5;

  private static final String[] KEYBOARD = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

  private final WordTable words;
  private final Set<String> correct;
  private final Map<Character, Shelf[]> byFirstLetter = new HashMap<>();

  /** "havent" to the word that it stands for. */
  private final Map<String, Integer> contractions = new HashMap<>();

  /** The words of the lexicon of one first letter and length. */
  private static final class Shelf {

    private final List<String> words = new ArrayList<>();

    /** For each word the letters that occur in it, one bit each. */
    private int[] letters = new int[4];

    void add(String word) {
      if (words.size() == letters.length) {
        letters = Arrays.copyOf(letters, 2 * letters.length);
      }
      letters[words.size()] = letters(word);
      words.add(word);
    }

    /** The next word from {@code from} whose letters differ in so many at most, or -1. */
    int next(int from, int sought, int most) {
      for (int i = from; i < words.size(); i++) {
        if (Integer.bitCount(letters[i] ^ sought) <= most) {
          return i;
        }
      }
      return -1;
    }
  }

  /** The search for the one word that is nearest to a misspelt one. */
  private static final class Search {

    private final String word;
    private final int allowed;
    private String best = "";
    private int least;
    private boolean tie;

    Search(String word, int allowed) {
      this.word = word;
      this.allowed = allowed;
      this.least = allowed + 1;
    }

    void consider(String known) {
      int distance = distance(word, known, least);
      if (distance < least) {
        least = distance;
        best = known;
        tie = false;
      } else if (distance == least && distance <= allowed) {
        tie = true;
      }
    }

    /** Empty if there is none, or more than one. */
    String found() {
      return tie ? "" : best;
    }
  }

  /**
   * @param correct correct words that are not in the lexicon
   */
  Speller(WordTable words, Set<String> correct) {
    this.words = words;
    this.correct = correct;
    for (int id = 0; id < words.size(); id++) {
      String word = words.word(id);
      if (word.length() >= SHORTEST && Character.isLetter(word.charAt(0))) {
        shelve(word);
        String typed = word.replace("'", "");
        if (word.endsWith("n't") && typed.length() >= SHORTEST_CONTRACTION) {
          contractions.put(typed, id);
          shelve(typed);
        }
      }
    }
  }

  private void shelve(String word) {
    Shelf[] shelves = byFirstLetter.getOrDefault(word.charAt(0), new Shelf[0]);
    if (shelves.length <= word.length()) {
      int before = shelves.length;
      shelves = Arrays.copyOf(shelves, word.length() + 1);
      for (int length = before; length < shelves.length; length++) {
        shelves[length] = new Shelf();
      }
      byFirstLetter.put(word.charAt(0), shelves);
    }
    shelves[word.length()].add(word);
  }

  /** A look-up for one text. */
  Tokenizer.Words forText() {
    Map<String, Integer> mended = new HashMap<>();
    return new Tokenizer.Words() {
      @Override
      public int id(String word) {
        int id = words.id(word);
        if (id != WordTable.UNKNOWN || !isCandidate(word)) {
          return id;
        }
        return mended.computeIfAbsent(word, Speller.this::mend);
      }

      @Override
      public String standard(String word) {
        int id = mended.getOrDefault(word, WordTable.UNKNOWN);
        return id == WordTable.UNKNOWN ? word : words.word(id);
      }
    };
  }

  private boolean isCandidate(String word) {
    if (word.length() < SHORTEST || word.length() > 24) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  /** The id of the word that was meant, or {@link WordTable#UNKNOWN}. */
  int mend(String word) {
    if (word.endsWith("in")) {
      // "walkin": a g that is not spoken is not typed
      int whole = words.id(word + "g");
      if (whole != WordTable.UNKNOWN) {
        return whole;
      }
    }
    if (correct.contains(word) || inflected(word)) {
      return WordTable.UNKNOWN;
    }
    int edits = word.length() >= LONG ? 2 : 1;
    Search search = new Search(word, edits * EDIT);
    int letters = letters(word);
    Shelf[] shelves = byFirstLetter.getOrDefault(word.charAt(0), new Shelf[0]);
    int longest = Math.min(word.length() + edits, shelves.length - 1);
    for (int length = word.length() - edits; length <= longest; length++) {
      Shelf shelf = shelves[length];
      // An edit changes at most two of the letters that occur, which rules most words out at once.
      for (int i = shelf.next(0, letters, 2 * edits);
          i >= 0;
          i = shelf.next(i + 1, letters, 2 * edits)) {
        search.consider(shelf.words.get(i));
      }
    }
    String found = search.found();
    if (found.isEmpty()) {
      return WordTable.UNKNOWN;
    }
    return contractions.getOrDefault(found, words.id(found));
  }

  /** Letters and other characters share 32 bits: words that differ in few of them stay near. */
  private static int letters(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << word.charAt(i);
    }
    return letters;
  }

  /** A regular form of a correct word, or of a word of the lexicon, is correct. */
  private boolean inflected(String word) {
    for (String ending : new String[] {"s", "es", "ed", "d", "ing", "er", "ly"}) {
      if (word.endsWith(ending)) {
        String stem = word.substring(0, word.length() - ending.length());
        // "passd" is a slip, "moved" is not
        boolean regular = !ending.equals("d") || stem.endsWith("e");
        if (regular
            && stem.length() >= SHORTEST
            && (correct.contains(stem) || words.id(stem) >= 0)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Weighted distance of what was typed to a word, or any larger number once it exceeds {@code
   * enough}.
   */
  static int distance(String a, String b, int enough) {
    int[] before = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 1; j <= b.length(); j++) {
      previous[j] = previous[j - 1] + leftOut(b, j - 1);
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = previous[0] + oneMore(a, i - 1);
      int least = current[0];
      for (int j = 1; j <= b.length(); j++) {
        int best = previous[j - 1] + change(a.charAt(i - 1), b.charAt(j - 1));
        best = Math.min(best, previous[j] + oneMore(a, i - 1));
        best = Math.min(best, current[j - 1] + leftOut(b, j - 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, before[j - 2] + SWAP);
        }
        current[j] = best;
        least = Math.min(least, best);
      }
      if (least > enough) {
        return least;
      }
      int[] spare = before;
      before = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length()];
  }

  /** The cost of a letter that the other word does not have. */
  private static int oneMore(String word, int at) {
    return at > 0 && word.charAt(at) == word.charAt(at - 1) ? DOUBLING : EDIT;
  }

  /** The cost of a letter that was not typed. */
  private static int leftOut(String word, int at) {
    return at > 0 && isVowel(word.charAt(at))
        ? Math.min(VOWEL, oneMore(word, at))
        : oneMore(word, at);
  }

  private static int change(char a, char b) {
    if (a == b) {
      return 0;
    }
    if (isVowel(a) && isVowel(b)) {
      return VOWEL;
    }
    return areNeighbours(a, b) ? NEXT_KEY : EDIT;
  }

  /** Whether two letters stand beside each other in a row of the keyboard. */
  private static boolean areNeighbours(char a, char b) {
    for (String row : KEYBOARD) {
      int i = row.indexOf(a);
      if (i >= 0) {
        return (i > 0 && row.charAt(i - 1) == b)
            || (i + 1 < row.length() && row.charAt(i + 1) == b);
      }
    }
    return false;
  }

  private static boolean isVowel(char c) {
    return "aeiouy".indexOf(c) >= 0;
  }
}
