package health.plumbline.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads the notation of the lexicon into the automaton: words; {@code [a|b]} alternatives; {@code
 * (a|b)} the same, or nothing; {@code …} a gap; {@code {n}} a number; {@code @name} a class of
 * alternatives.
 *
 * <p>A phrase goes into the automaton as it is read, without a tree of its own. Only groups become
 * trees, each read once however many phrases hold it. The lexicon is read at every start of the
 * program, most of it by code that the virtual machine has not compiled yet, so every object that
 * is not made counts.
 */
final class PhraseCompiler {

  private sealed interface Part {
    default boolean canBeEmpty() {
      return false;
    }

    /** The fewest words, all of them common, that match the part; null if none do. */
    int @Nullable [] common();
  }

  private record Word(int id, int @Nullable [] common) implements Part {}

  private enum Any implements Part {
    NUMBER,
    GAP;

    @Override
    public boolean canBeEmpty() {
      return this == GAP;
    }

    @Override
    public int @Nullable [] common() {
      return this == GAP ? NO_WORDS : NUMBER_ALONE;
    }
  }

  private record Choice(
      int id, List<List<Part>> alternatives, boolean canBeEmpty, int @Nullable [] common)
      implements Part {}

  private static final int[] NO_WORDS = {};
  private static final int[] NUMBER_ALONE = {Automaton.NUMBER};

  /** With so few words, all common, a phrase says too little. */
  private static final int TOO_FEW = 2;

  private static final int TOO_FEW_WITH_GAPS = 4;

  private final Automaton automaton;
  private final Tokenizer tokenizer;
  private final WordTable words;
  private final Set<String> common;
  private final Set<String> function;
  private final Map<String, Choice> groups = new HashMap<>(8192);
  private final Map<String, Choice> classes = new HashMap<>();
  private final Map<String, String> spelled = new HashMap<>();
  private int choices;

  /**
   * @param common words that mean too little to make up a phrase alone
   * @param function those of them of which two mean no more
   */
  PhraseCompiler(
      Automaton automaton,
      Tokenizer tokenizer,
      WordTable words,
      Set<String> common,
      Set<String> function) {
    this.automaton = automaton;
    this.tokenizer = tokenizer;
    this.words = words;
    this.common = common;
    this.function = function;
  }

  /**
   * Defines a class of alternatives.
   *
   * @throws IllegalArgumentException if there is one of that name, which it would take away from
   *     the phrases that were written for it
   */
  void define(String name, String alternatives) {
    if (spelled.containsKey(name)) {
      throw new IllegalArgumentException(name + " is defined twice");
    }
    classes.put(name, choice("[" + alternatives + "]", alternatives, false));
    spelled.put(name, alternatives);
  }

  /** The alternatives of a class as they are written; none if there is no such class. */
  List<String> alternatives(String name) {
    String alternatives = spelled.get(name);
    return alternatives == null ? List.of() : List.of(alternatives.split("\\|"));
  }

  /**
   * Adds a phrase that states something.
   *
   * @throws IllegalArgumentException saying what is wrong with the phrase; one that two common
   *     words would match once all is left out that may be has lost its meaning in the writing
   */
  void addStatement(String phrase, int entry) {
    int[] common = insert(phrase, entry).common;
    // a row of plain words is meant
    boolean plain = phrase.chars().noneMatch(c -> c == '[' || c == '(' || c == '@');
    if (common == null || plain) {
      return;
    }
    boolean shrinks =
        (common.length <= TOO_FEW && phrase.indexOf('(') >= 0)
            || (common.length <= TOO_FEW_WITH_GAPS && phrase.indexOf('…') >= 0);
    if (common.length == 1 || (shrinks && areFunctionWords(common))) {
      StringJoiner shrunk = new StringJoiner(" ");
      for (int word : common) {
        shrunk.add(word == Automaton.NUMBER ? "{n}" : words.word(word));
      }
      throw new IllegalArgumentException("the phrase may shrink to \"" + shrunk + "\" alone");
    }
  }

  /**
   * Adds a phrase that changes what others state, for which "no" is enough.
   *
   * @throws IllegalArgumentException saying what is wrong with the phrase
   */
  void add(String phrase, int entry) {
    insert(phrase, entry);
  }

  private Inserter insert(String phrase, int entry) {
    Inserter inserter = new Inserter();
    new Reader(phrase, inserter).sequence();
    if (inserter.empty) {
      throw new IllegalArgumentException("the phrase may hold no word");
    }
    automaton.end(inserter.state, entry);
    return inserter;
  }

  private boolean areFunctionWords(int[] ids) {
    for (int id : ids) {
      if (id == Automaton.NUMBER || !function.contains(words.word(id))) {
        return false;
      }
    }
    return true;
  }

  /** The word as a list of common words, or null if it is none. */
  private int @Nullable [] asCommon(int word) {
    if (word == WordTable.UNKNOWN) {
      throw new IllegalArgumentException("a range of numbers matches no word; write {n}");
    }
    String spelt = words.word(word);
    boolean vague = common.contains(spelt) || Character.isDigit(spelt.charAt(0));
    return vague ? new int[] {word} : null;
  }

  private int insert(int state, List<Part> parts) {
    int at = state;
    for (int i = 0; i < parts.size(); i++) {
      at = insert(at, parts.get(i));
    }
    return at;
  }

  private int insert(int state, Part part) {
    return switch (part) {
      case Word word -> automaton.word(state, word.id);
      case Any any -> any == Any.NUMBER ? automaton.number(state) : automaton.gap(state);
      case Choice choice -> insert(state, choice);
    };
  }

  private int insert(int state, Choice choice) {
    if (automaton.hasJoin(state, choice.id)) {
      return automaton.join(state, choice.id);
    }
    int join = automaton.join(state, choice.id);
    for (int i = 0; i < choice.alternatives.size(); i++) {
      automaton.emptyStep(insert(state, choice.alternatives.get(i)), join);
    }
    if (choice.canBeEmpty) {
      automaton.emptyStep(state, join);
    }
    return join;
  }

  private Choice choice(String whole, String inner, boolean optional) {
    Choice known = groups.get(whole);
    if (known == null) {
      int id = choices++;
      List<List<Part>> alternatives = new ArrayList<>();
      boolean canBeEmpty = optional;
      int[] common = optional ? NO_WORDS : null;
      int from = 0;
      while (from <= inner.length()) {
        Collector collector = new Collector();
        Reader reader = new Reader(inner, collector);
        reader.at = from;
        reader.sequence();
        if (collector.parts.isEmpty()
            && !optional
            && inner.substring(from, reader.at).chars().noneMatch(Character::isLetter)) {
          throw new IllegalArgumentException(
              "alternative \"" + inner.substring(from, reader.at) + "\" holds no word");
        }
        alternatives.add(collector.parts);
        canBeEmpty |= collector.empty;
        if (collector.common != null
            && (common == null || collector.common.length < common.length)) {
          common = collector.common;
        }
        from = reader.at + 1;
      }
      known = new Choice(id, alternatives, canBeEmpty, common);
      groups.put(whole, known);
    }
    return known;
  }

  /** Takes the parts of a sequence one by one. */
  private abstract static class Target {
    boolean empty = true;

    /** The fewest words, all of them common, that match what was taken so far, or null. */
    int @Nullable [] common = NO_WORDS;

    final void take(Part part) {
      empty &= part.canBeEmpty();
      common = joined(common, part.common());
      put(part);
    }

    final void word(int id, int @Nullable [] asCommon) {
      empty = false;
      common = joined(common, asCommon);
      putWord(id, asCommon);
    }

    private static int @Nullable [] joined(int @Nullable [] first, int @Nullable [] second) {
      if (first == null || second == null) {
        return null;
      }
      if (second.length == 0) {
        return first;
      }
      int[] both = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, both, first.length, second.length);
      return both;
    }

    abstract void put(Part part);

    abstract void putWord(int id, int @Nullable [] asCommon);
  }

  private final class Inserter extends Target {
    private int state = automaton.root();

    @Override
    void put(Part part) {
      state = insert(state, part);
    }

    @Override
    void putWord(int id, int @Nullable [] asCommon) {
      state = automaton.word(state, id);
    }
  }

  private static final class Collector extends Target {
    private final List<Part> parts = new ArrayList<>(4);

    @Override
    void put(Part part) {
      parts.add(part);
    }

    @Override
    void putWord(int id, int @Nullable [] asCommon) {
      parts.add(new Word(id, asCommon));
    }
  }

  private final class Reader {

    private final String text;
    private final Target target;
    private int at;

    Reader(String text, Target target) {
      this.text = text;
      this.target = target;
    }

    /** Reads up to the end or to a bar at this level. */
    void sequence() {
      int run = at;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c <= 'z' && c >= 'a') {
          at++;
          continue;
        }
        switch (c) {
          case '|' -> {
            words(run);
            return;
          }
          case '[', '(' -> {
            words(run);
            int close = closing(c == '[' ? ']' : ')');
            target.take(
                choice(text.substring(at, close + 1), text.substring(at + 1, close), c == '('));
            at = close + 1;
            run = at;
          }
          case ']', ')', '}' -> throw new IllegalArgumentException("unexpected " + c);
          case '{' -> {
            words(run);
            if (!text.startsWith("{n}", at)) {
              throw new IllegalArgumentException("only {n} may stand in braces");
            }
            target.take(Any.NUMBER);
            at += 3;
            run = at;
          }
          case '…' -> {
            words(run);
            target.take(Any.GAP);
            run = ++at;
          }
          case '@' -> {
            words(run);
            target.take(named());
            run = at;
          }
          default -> at++;
        }
      }
      words(run);
    }

    private Choice named() {
      int end = at + 1;
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
        end++;
      }
      Choice known = classes.get(text.substring(at + 1, end));
      if (known == null) {
        throw new IllegalArgumentException(
            text.substring(at, end) + " is not a class of classes.csv");
      }
      at = end;
      return known;
    }

    private void words(int from) {
      if (from < at) {
        tokenizer.phrase(text, from, at, words, id -> target.word(id, asCommon(id)));
      }
    }

    private int closing(char close) {
      char open = text.charAt(at);
      int depth = 0;
      for (int i = at; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == open) {
          depth++;
        } else if (c == close && --depth == 0) {
          return i;
        }
      }
      throw new IllegalArgumentException("no " + close + " for " + open);
    }
  }
}
