package health.plumbline.narrative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  private sealed interface Part {}

  private record Word(int id) implements Part {}

  private enum Any implements Part {
    NUMBER,
    GAP
  }

  /**
   * @param alone the words of which one alone is an alternative, {@link Automaton#NUMBER} too
   */
  private record Choice(
      int id, List<List<Part>> alternatives, boolean canBeEmpty, Set<Integer> alone)
      implements Part {}

  private final Automaton automaton;
  private final Tokenizer tokenizer;
  private final WordTable words;
  private final Map<String, Choice> groups = new HashMap<>(8192);
  private final Map<String, Choice> classes = new HashMap<>();
  private final Set<String> common;
  private int choices;

  /**
   * @param common words so common that none of them states anything alone
   */
  PhraseCompiler(Automaton automaton, Tokenizer tokenizer, WordTable words, Set<String> common) {
    this.common = common;
    this.automaton = automaton;
    this.tokenizer = tokenizer;
    this.words = words;
  }

  /** Defines a class of alternatives. */
  void define(String name, String alternatives) {
    classes.put(name, choice("[" + alternatives + "]", alternatives, false));
  }

  /**
   * Adds a phrase.
   *
   * @throws IllegalArgumentException saying what is wrong with the phrase
   */
  void add(String phrase, int entry) {
    insert(phrase, entry);
  }

  /**
   * Adds a phrase that states something of itself, which no word that is common everywhere may do.
   *
   * @throws IllegalArgumentException saying what is wrong with the phrase
   */
  void addStatement(String phrase, int entry) {
    if (phrase.chars().allMatch(Character::isLetter)) {
      // a row of one word is meant
      insert(phrase, entry);
      return;
    }
    for (int word : insert(phrase, entry).alone()) {
      if (word == Automaton.NUMBER) {
        throw new IllegalArgumentException("the phrase shrinks to a number alone");
      }
      if (common.contains(words.word(word)) || Character.isDigit(words.word(word).charAt(0))) {
        throw new IllegalArgumentException(
            "the phrase shrinks to the word \"" + words.word(word) + "\" alone");
      }
    }
  }

  private Inserter insert(String phrase, int entry) {
    Inserter inserter = new Inserter();
    new Reader(phrase, inserter).sequence();
    if (inserter.empty()) {
      throw new IllegalArgumentException("the phrase may hold no word");
    }
    automaton.end(inserter.state, entry);
    return inserter;
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
      case Word(int id) -> automaton.word(state, id);
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
      Set<Integer> alone = new HashSet<>();
      int blank = 0;
      int from = 0;
      while (from <= inner.length()) {
        Collector collector = new Collector();
        Reader reader = new Reader(inner, collector);
        reader.at = from;
        reader.sequence();
        blank += collector.empty() ? 1 : 0;
        alternatives.add(collector.parts);
        canBeEmpty |= collector.empty();
        alone.addAll(collector.alone());
        from = reader.at + 1;
      }
      if (!optional && blank > 0 && blank < alternatives.size()) {
        throw new IllegalArgumentException(
            "an alternative of " + whole + " holds no word that is read: make it optional");
      }
      known = new Choice(id, alternatives, canBeEmpty, alone);
      groups.put(whole, known);
    }
    return known;
  }

  /** Takes the parts of a sequence one by one. */
  private abstract static class Target {
    private int needed;

    /** The words of the one part that is needed; before one is, those of the others. */
    private Set<Integer> single = Set.of();

    final void take(Part part) {
      switch (part) {
        case Word(int id) -> need(Set.of(id));
        case Any any -> {
          if (any == Any.NUMBER) {
            need(Set.of(Automaton.NUMBER));
          }
        }
        case Choice choice -> {
          if (!choice.canBeEmpty) {
            need(choice.alone);
          } else if (needed == 0) {
            Set<Integer> more = new HashSet<>(single);
            more.addAll(choice.alone);
            single = more;
          }
        }
      }
      put(part);
    }

    final void word(int id) {
      need(Set.of(id));
      putWord(id);
    }

    private void need(Set<Integer> words) {
      needed++;
      single = words;
    }

    /** Whether the sequence can stand for no word at all. */
    final boolean empty() {
      return needed == 0;
    }

    /** The words of which one alone is the sequence, if all that can be left out is. */
    final Set<Integer> alone() {
      return needed > 1 ? Set.of() : single;
    }

    abstract void put(Part part);

    abstract void putWord(int id);
  }

  private final class Inserter extends Target {
    private int state = automaton.root();

    @Override
    void put(Part part) {
      state = insert(state, part);
    }

    @Override
    void putWord(int id) {
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
    void putWord(int id) {
      parts.add(new Word(id));
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
        tokenizer.phrase(text, from, at, words, target::word);
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
