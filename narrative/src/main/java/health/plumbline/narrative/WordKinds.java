package health.plumbline.narrative;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.Side;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The single words of {@code words.csv} by what they do in a sentence. */
final class WordKinds {

  /** What a word does. In the file in lower case, with hyphens. */
  enum Kind {
    /** No token at all, such as an article. */
    SKIPPED,
    /** After which a full stop ends no sentence. */
    ABBREVIATION,
    /** Passed over inside a phrase. */
    FILLER,
    /** Which no gap of a phrase passes over. */
    BARRIER,
    /** That says something of the noun before it ("leg weak"). */
    PREDICATE,
    /** That means too little to make up a phrase alone. */
    COMMON,
    /** A common word of which two mean no more. */
    FUNCTION,
    /** Beside a stretch of time, and says nothing else. */
    BESIDE_DURATION,
    /** That says that something began. */
    BEGINNING,
    /** That denies what someone or something does. */
    VERB_DENIAL,
    /** Plural that means both of a pair, such as legs. */
    PAIR,
    /** That a dash leads up to ("fever - none") rather than separates. */
    ANSWER,
    /** Whose age may stand behind it between commas ("my daughter, 9, limps"). */
    PERSON,
    /** A relative who is a woman or a girl. */
    WOMAN,
    /** A relative who is a man or a boy. */
    MAN,
    /** Somebody else than the writer, unless he says that he is one. */
    RELATIVE,
    /** The writer of himself. */
    WRITER,
    /** A third person. */
    THIRD,
    /** In front of the person whom a clause is about. */
    OPENS_CLAUSE,
    /** Verb that tells of a relative's past. */
    PAST,
    /** In front of a name ("Mrs Jones, 77, fell"). */
    TITLE,
    /** With which people give their name ("I'm Dave, 55, a builder"). */
    INTRODUCTION,
    /** That speaks of these days, beside a time years back. */
    THESE_DAYS,
    /** A verb or the like that tells of now. */
    PRESENT_TENSE,
    /** A verb in the past tense that does not end with -ed. */
    PAST_TENSE,
    /** That says that something of years back is not over. */
    GOES_ON,
    /** Behind "never" or "ever": "never recovered". */
    COMES_BACK,
    /** In front of "now": "fine now". */
    OVER,
    /** What somebody can or cannot, does or does not do, at the head of a statement. */
    ABILITY,
    /** Between what is felt and the place where it is ("numb round my back passage"). */
    PLACE_PREPOSITION,
    /** Between a pain and what brings it on ("pain on stairs"). */
    LEADS_TO_ACTIVITY,
    /** In front of a place that is pointed out ("it is right inside the groin"). */
    LEADS_TO_PLACE,
    /** Behind a place that is well ("knees fine"). */
    WELL,
    /** Behind a number that is no age ("she is eleven weeks post partum"). */
    UNIT,
    /** Between a difficulty and the ability that fails ("struggle to even feel"). */
    LEADS_TO_ABILITY,
    /** Between a finding and its side ("tender mainly on the left"). */
    LEADS_TO_SIDE,
    /** Between a sign and its result, and of little weight. */
    BESIDE_SIGN,
    /** Behind a word that says that something is over ("it's gone now"). */
    BESIDE_RESOLVED,
    /** Of a stretch of time. */
    TIME_UNIT,
    /** For what was just told ("that's long gone"). */
    REFERS_BACK,
    /** A pronoun of whom "if" supposes something or tells a habit. */
    SUBJECT,
    /** Behind such a pronoun, if something is supposed ("if I get numb"). */
    SUPPOSES,
    /** That opens a condition. */
    OPENS_CONDITION,
    /** That a question begins with. */
    ASKS,
    /** Of those, one that also joins clauses. */
    JOINS_CLAUSES,
    /** About whom or what a question asks. */
    SOMEBODY,
    /** That makes a question one in general, not about one's own complaint. */
    ASKS_IN_GENERAL,
    /** What people call a relative of theirs ("mum is 84"), where "wife" needs a "my". */
    CALLED,
    LEFT,
    RIGHT,
    BOTH
  }

  /** Kinds of words that are asked for in their standard form, as {@code spellings.csv} has it. */
  private static final Set<Kind> STANDARD =
      EnumSet.copyOf(EnumSet.range(Kind.THESE_DAYS, Kind.CALLED));

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
  private final Map<String, Side> sides = new HashMap<>();

  /**
   * Reads the file.
   *
   * @param otherSpellings spellings that no token of a text has, being replaced by the standard one
   * @throws IllegalStateException naming file, line and column if a row is malformed
   */
  static WordKinds load(String file, Set<String> otherSpellings) {
    Map<String, Kind> byName = new HashMap<>();
    for (Kind kind : Kind.values()) {
      byName.put(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind);
    }
    WordKinds kinds = new WordKinds();
    for (DataFile.Row row : DataFile.read(file).rows()) {
      Kind kind = byName.get(row.required("kind"));
      if (kind == null) {
        throw row.fault("kind", row.text("kind") + " is not a kind of word");
      }
      String word = row.required("word");
      if (STANDARD.contains(kind) && otherSpellings.contains(word)) {
        throw row.fault("word", "\"" + word + "\" is not the standard spelling");
      }
      kinds.add(kind, word);
    }
    return kinds;
  }

  /** Adds a word; returns this. */
  WordKinds add(Kind kind, String word) {
    words.computeIfAbsent(kind, each -> new HashSet<>()).add(word);
    switch (kind) {
      case LEFT -> sides.put(word, Side.LEFT);
      case RIGHT -> sides.put(word, Side.RIGHT);
      case BOTH -> sides.put(word, Side.BOTH);
      default -> {}
    }
    return this;
  }

  /** Whether a word, in lower case, is of a kind. */
  boolean is(Kind kind, String word) {
    return of(kind).contains(word);
  }

  /** The words of a kind; not to be written to. */
  Set<String> of(Kind kind) {
    return words.getOrDefault(kind, Set.of());
  }

  /** All words that are asked for in their standard form. */
  Set<String> standardWords() {
    Set<String> standard = new HashSet<>();
    for (Kind kind : STANDARD) {
      standard.addAll(of(kind));
    }
    return standard;
  }

  /** The side that a word states, else {@link Side#UNSTATED}. */
  Side side(String word) {
    return sides.getOrDefault(word, Side.UNSTATED);
  }

  /** Words that mean too little to make up a phrase alone: those said to be, and all of grammar. */
  Set<String> common() {
    Set<String> common = new HashSet<>(of(Kind.COMMON));
    common.addAll(of(Kind.FILLER));
    common.addAll(of(Kind.BARRIER));
    common.addAll(of(Kind.FUNCTION));
    common.addAll(sides.keySet());
    return common;
  }
}
