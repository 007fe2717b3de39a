package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Side;
import health.plumbline.knowledge.Vocabulary;
import health.plumbline.narrative.WordKinds.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of patients and clinicians, compiled. Immutable.
 *
 * <p>Every phrase is a row of a data file in the folder {@code lexicon}; see its README.
 */
final class Lexicon {

  final Automaton automaton;
  final WordTable words;
  final Tokenizer tokenizer;
  final WordKinds kinds;

  /** Correct words near a word of the lexicon, never to be taken for a misspelling of it. */
  final Set<String> correctWords;

  /** Findings that stay true when they are past. */
  final Set<String> lasting;

  /** Findings that are asked about where they are in doubt. */
  final Set<String> alarming;

  /** Finding or condition to the finding that it is when said of the family. */
  final Map<String, List<Setting>> inFamily;

  /** Places that have no side. */
  final Set<String> sideless;

  /** Places of which nobody speaks here as their own without complaining of them. */
  final Set<String> own;

  /** Place to what pain there is as well. */
  final Map<String, List<Setting>> implied;

  /** What follows from the age at which the pain began. */
  final List<ByOnsetAge> byOnsetAge;

  /** Place to the place that it is once a side is said. */
  final Map<String, Finding> sided;

  /** Combinations of words that ask for a finding which no phrase has read. */
  final List<Alarms.Combination> alarms;

  /** How many classes of words those are made of. */
  final int conceptCount;

  /** The words for each reason of a doubt. */
  final Map<DoubtReason, String> doubtReasons;

  /** An age below one year. */
  final Setting infant;

  private final List<Entry> entries;

  /** By word, the kinds that it is of, as bits. */
  private final long[] kindBits;

  Lexicon(LexiconLoader loaded) {
    this.automaton = loaded.automaton;
    this.words = loaded.words;
    this.tokenizer = loaded.tokenizer;
    this.kinds = loaded.tokenizer.kinds;
    this.correctWords = Set.copyOf(loaded.correctWords);
    this.lasting = Set.copyOf(loaded.lasting);
    this.alarming = Set.copyOf(loaded.alarming);
    this.inFamily = Map.copyOf(loaded.inFamily);
    this.sideless = Set.copyOf(loaded.sideless);
    this.own = Set.copyOf(loaded.own);
    this.implied = Map.copyOf(loaded.implied);
    this.byOnsetAge = List.copyOf(loaded.byOnsetAge);
    this.sided = Map.copyOf(loaded.sided);
    this.alarms = List.copyOf(loaded.alarms);
    this.conceptCount = loaded.conceptCount;
    this.doubtReasons = Map.copyOf(loaded.doubtReasons);
    this.infant = new Setting(loaded.vocabulary.require("age"), new FindingValue.Quantity(0));
    this.entries = List.copyOf(loaded.entries);
    this.kindBits = new long[words.size()];
    for (Kind kind : Kind.values()) {
      for (String word : kinds.of(kind)) {
        int id = words.id(word);
        if (id != WordTable.UNKNOWN) {
          kindBits[id] |= bit(kind);
        }
      }
    }
  }

  /**
   * Compiles the data files.
   *
   * @throws IllegalStateException naming file, line and column if a row is malformed
   */
  static Lexicon load(Vocabulary vocabulary) {
    return LexiconLoader.load(vocabulary);
  }

  Entry entry(int id) {
    return entries.get(id);
  }

  /** Whether a token, in standard form, is a word of a kind. */
  boolean is(Kind kind, TokenStream text, int token) {
    return token < text.size && is(kind, text.word[token]);
  }

  /** Whether a word is of a kind. */
  boolean is(Kind kind, int word) {
    return word != WordTable.UNKNOWN && (kindBits[word] & bit(kind)) != 0;
  }

  private static long bit(Kind kind) {
    return 1L << kind.ordinal();
  }

  /** Whether a word may stand between the words of a phrase: adverbs, and the words for sides. */
  boolean isFiller(TokenStream text, int token) {
    return text.side[token] != Side.UNSTATED || is(Kind.FILLER, text, token);
  }

  /** The word of a token in standard form, empty if the lexicon does not know it. */
  String wordAt(TokenStream text, int token) {
    if (token >= text.size) {
      return "";
    }
    int word = text.word[token];
    return word == WordTable.UNKNOWN ? "" : words.word(word);
  }

  /**
   * A finding that the age at onset decides.
   *
   * @param finding the finding
   * @param needs findings of which one must be present
   * @param rule the rule, in which n is the age in years
   */
  record ByOnsetAge(Finding finding, Set<String> needs, NumberRule rule) {}
}
