package health.plumbline.narrative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lexicon's own vocabulary: every word that occurs in a phrase or a cue, as a small number. */
final class WordTable {

  /** The id of a word that no phrase holds. */
  static final int UNKNOWN = -1;

  private final Map<String, Integer> ids = new HashMap<>(16384);
  private final List<String> words = new ArrayList<>(8192);

  /** The id of the word, a new one if it has none yet. Only while the lexicon is compiled. */
  int intern(String word) {
    Integer id = ids.get(word);
    if (id == null) {
      id = words.size();
      ids.put(word, id);
      words.add(word);
    }
    return id;
  }

  /** The id of the word, or {@link #UNKNOWN}. */
  int id(String word) {
    Integer id = ids.get(word);
    return id == null ? UNKNOWN : id;
  }

  String word(int id) {
    return words.get(id);
  }

  int size() {
    return words.size();
  }
}
