package health.plumbline.narrative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the notation of the lexicon into the automaton: words; {@code [a|b]} alternatives; {@code
 * (a|b)} the same, or nothing; {@code …} a gap; {@code {n}} a number; {@code @name} a class of
 * alternatives. A group is read once however many phrases hold it.
 */
final class PhraseCompiler {

  private sealed interface Part {}

  private record Word(int id) implements Part {}

  private enum Any implements Part {
    NUMBER,
    GAP
  }

  private record Choice(int id, List<List<Part>> alternatives, boolean optional) implements Part {}

  private final Automaton automaton;
  private final Tokenizer tokenizer;
  private final WordTable words;
  private final Map<String, Choice> groups = new HashMap<>(8192);
  private final Map<String, Choice> classes = new HashMap<>();
  private int choices;
  private final Map<String, int[]> runs = new HashMap<>(16384);

  PhraseCompiler(Automaton automaton, Tokenizer tokenizer, WordTable words) {
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
    List<Part> parts = new Reader(phrase).sequence();
    if (canBeEmpty(parts)) {
      throw new IllegalArgumentException("the phrase may hold no word");
    }
    automaton.end(insert(automaton.root(), parts), entry);
  }

  private static boolean canBeEmpty(List<Part> parts) {
    for (Part part : parts) {
      boolean empty =
          switch (part) {
            case Word _ -> false;
            case Any any -> any == Any.GAP;
            case Choice choice ->
                choice.optional
                    || choice.alternatives.stream().anyMatch(PhraseCompiler::canBeEmpty);
          };
      if (!empty) {
        return false;
      }
    }
    return true;
  }

  private int insert(int state, List<Part> parts) {
    int at = state;
    for (Part part : parts) {
      at =
          switch (part) {
            case Word(int id) -> automaton.word(at, id);
            case Any any -> any == Any.NUMBER ? automaton.number(at) : automaton.gap(at);
            case Choice choice -> insert(at, choice);
          };
    }
    return at;
  }

  private int insert(int state, Choice choice) {
    if (automaton.hasJoin(state, choice.id)) {
      return automaton.join(state, choice.id);
    }
    int join = automaton.join(state, choice.id);
    for (List<Part> alternative : choice.alternatives) {
      automaton.emptyStep(insert(state, alternative), join);
    }
    if (choice.optional) {
      automaton.emptyStep(state, join);
    }
    return join;
  }

  private Choice choice(String whole, String inner, boolean optional) {
    Choice known = groups.get(whole);
    if (known == null) {
      known = new Choice(choices++, new Reader(inner).alternatives(), optional);
      groups.put(whole, known);
    }
    return known;
  }

  private int[] ids(String run) {
    int[] known = runs.get(run);
    if (known == null) {
      known = tokenizer.phrase(run, words);
      runs.put(run, known);
    }
    return known;
  }

  private final class Reader {

    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    List<List<Part>> alternatives() {
      List<List<Part>> all = new ArrayList<>();
      do {
        all.add(sequence());
      } while (at < text.length() && text.charAt(at++) == '|');
      return all;
    }

    List<Part> sequence() {
      List<Part> parts = new ArrayList<>();
      int run = at;
      while (at < text.length() && text.charAt(at) != '|') {
        char c = text.charAt(at);
        switch (c) {
          case '[', '(' -> {
            words(run, parts);
            int close = closing(c == '[' ? ']' : ')');
            parts.add(
                choice(text.substring(at, close + 1), text.substring(at + 1, close), c == '('));
            at = close + 1;
            run = at;
          }
          case ']', ')', '}' -> throw new IllegalArgumentException("unexpected " + c);
          case '{' -> {
            words(run, parts);
            if (!text.startsWith("{n}", at)) {
              throw new IllegalArgumentException("only {n} may stand in braces");
            }
            parts.add(Any.NUMBER);
            at += 3;
            run = at;
          }
          case '…' -> {
            words(run, parts);
            parts.add(Any.GAP);
            run = ++at;
          }
          case '@' -> {
            words(run, parts);
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
            parts.add(known);
            at = end;
            run = at;
          }
          default -> at++;
        }
      }
      words(run, parts);
      return parts;
    }

    private void words(int from, List<Part> parts) {
      if (from < at) {
        for (int id : ids(text.substring(from, at))) {
          parts.add(new Word(id));
        }
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
