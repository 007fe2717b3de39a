package health.plumbline.care;

import health.plumbline.knowledge.DataFile;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words by which a person says that a medicine is not taken, from {@code
 * care/medicine-denials.csv}. They decide about safety: a name that is wrongly held for denied
 * forbids nothing.
 */
final class MedicineDenials {

  private static final String FILE = "medicine-denials.csv";

  /** What one word can be made of where a text is taken apart. */
  private static final Pattern WORD = Pattern.compile("[a-z'’-]+");

  /** What a row is. */
  private enum Kind {
    /** A word; a name soon after it is not said to be taken. */
    WORD,
    /** The ending of such a word. */
    ENDING,
    /** A whole answer that says that no medicine is taken. */
    ANSWER
  }

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

  private MedicineDenials() {
    for (Kind kind : Kind.values()) {
      words.put(kind, new HashSet<>());
    }
  }

  /**
   * Reads the words.
   *
   * @throws IllegalStateException naming file, line and column if the file is malformed
   */
  static MedicineDenials load() {
    return load(CareRows.DATA + FILE);
  }

  static MedicineDenials load(String path) {
    MedicineDenials denials = new MedicineDenials();
    for (DataFile.Row row : DataFile.read(path).rows()) {
      Kind kind = row.oneOf("kind", Kind.values());
      String text = row.required("words");
      row.required("means");
      if (kind != Kind.ANSWER && !WORD.matcher(text).matches()) {
        throw row.fault("words", "\"" + text + "\" is not one word in small letters");
      }
      if (!text.equals(text.toLowerCase(Locale.ROOT))) {
        throw row.fault("words", "\"" + text + "\" is not in small letters");
      }
      if (!denials.of(kind).add(text)) {
        throw row.fault("words", text + " occurs twice");
      }
    }
    return denials;
  }

  private Set<String> of(Kind kind) {
    return words.getOrDefault(kind, Set.of());
  }

  /** Whether a word, in small letters, says that what is named soon after it is not taken. */
  boolean denies(String word) {
    return of(Kind.WORD).contains(word) || of(Kind.ENDING).stream().anyMatch(word::endsWith);
  }

  /** Whether an answer says that no medicine is taken. */
  boolean takesNothing(String answer) {
    return of(Kind.ANSWER).contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
