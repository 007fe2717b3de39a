package health.plumbline.narrative;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All phrases of the lexicon as one nondeterministic automaton over tokens.
 *
 * <p>A trie with joins: a word leads from a state to its one child; a group of alternatives leads
 * to a join state of its own, reached from the end of every alternative by an empty step, and made
 * once for each pair of state and group. So phrases share their beginnings, alternatives are never
 * multiplied out (one phrase of the lexicon stands for more than a million), and the whole lexicon
 * compiles in the time it takes to read it. Following Thompson (1968), a run keeps the set of
 * states reachable so far; a run starts at every token and dies within a bounded number of tokens,
 * so the time is linear in the length of the text.
 *
 * <p>Transitions live in one open-addressing table keyed by state and word: a text token costs one
 * probe for each live state, and there is no object in the loop.
 */
final class Automaton {

  /** Transition on any number. */
  static final int NUMBER = 0x3fff_fffe;

  /** The most tokens that a gap passes over; never a comma. */
  static final int GAP = 6;

  /**
   * The most tokens from the first to the last word of a phrase, gaps and skipped words included.
   */
  static final int LONGEST = 60;

  private static final int GAP_STATE = 0x3fff_ffff;
  private static final int ROOT = 0;

  private long[] keys = new long[1 << 18];
  private int[] targets = new int[1 << 18];
  private int used;

  private int states = 1;
  private int[] firstEmptyStep = filled(1 << 17);
  private int[] nextEmptyStep = new int[1 << 16];
  private int[] emptyStepTo = new int[1 << 16];
  private int emptySteps;

  private int[] firstEnd = filled(1 << 17);
  private int[] nextEnd = new int[1 << 15];
  private int[] endEntry = new int[1 << 15];
  private int ends;

  private boolean[] gap = new boolean[1 << 17];

  /** For each state the symbols that lead on from it, as a set of their hashes modulo 64. */
  private long[] leadsOn = new long[1 << 17];

  /** The same by a second hash: both hold a symbol, or it does not lead on. */
  private long[] leadsOnToo = new long[1 << 17];

  /** For each word the states to which it leads from the root; made by {@link #seal}. */
  private int[][] fromRoot = new int[0][];

  private int[] numberFromRoot = new int[0];

  int root() {
    return ROOT;
  }

  int states() {
    return states;
  }

  /** The state after a word. */
  int word(int state, int word) {
    return child(state, word);
  }

  /** The state after a number. */
  int number(int state) {
    return child(state, NUMBER);
  }

  /** The state after a gap. */
  int gap(int state) {
    int slot = slot(key(state, GAP_STATE));
    if (targets[slot] != 0) {
      return targets[slot];
    }
    int to = child(state, GAP_STATE);
    gap[to] = true;
    emptyStep(state, to);
    return to;
  }

  /** Whether the join of this group at this state exists already. */
  boolean hasJoin(int state, int group) {
    return targets[slot(key(state, -1 - group))] != 0;
  }

  /** The state after a group of alternatives. */
  int join(int state, int group) {
    return child(state, -1 - group);
  }

  void emptyStep(int from, int to) {
    for (int s = firstEmptyStep[from]; s >= 0; s = nextEmptyStep[s]) {
      if (emptyStepTo[s] == to) {
        return;
      }
    }
    if (emptySteps == emptyStepTo.length) {
      nextEmptyStep = Arrays.copyOf(nextEmptyStep, emptySteps * 2);
      emptyStepTo = Arrays.copyOf(emptyStepTo, emptySteps * 2);
    }
    emptyStepTo[emptySteps] = to;
    nextEmptyStep[emptySteps] = firstEmptyStep[from];
    firstEmptyStep[from] = emptySteps++;
  }

  /** Marks the end of a phrase. */
  void end(int state, int entry) {
    if (ends == endEntry.length) {
      nextEnd = Arrays.copyOf(nextEnd, ends * 2);
      endEntry = Arrays.copyOf(endEntry, ends * 2);
    }
    endEntry[ends] = entry;
    nextEnd[ends] = firstEnd[state];
    firstEnd[state] = ends++;
  }

  private int child(int state, int symbol) {
    long key = key(state, symbol);
    int slot = slot(key);
    if (targets[slot] != 0) {
      return targets[slot];
    }
    int to = states++;
    if (to == gap.length) {
      gap = Arrays.copyOf(gap, to * 2);
      leadsOn = Arrays.copyOf(leadsOn, to * 2);
      leadsOnToo = Arrays.copyOf(leadsOnToo, to * 2);
      firstEmptyStep = grown(firstEmptyStep);
      firstEnd = grown(firstEnd);
    }
    keys[slot] = key;
    targets[slot] = to;
    if (symbol >= 0) {
      leadsOn[state] |= 1L << symbol;
      leadsOnToo[state] |= secondBit(symbol);
    }
    if (++used * 2 > keys.length) {
      rehash();
    }
    return to;
  }

  /**
   * Ends the building.
   *
   * @param words number of words in the table
   */
  void seal(int words) {
    BitSet start = new BitSet();
    closure(ROOT, start);
    fromRoot = new int[words][];
    for (int slot = 0; slot < keys.length; slot++) {
      int symbol = (int) keys[slot];
      if (targets[slot] != 0 && symbol >= 0 && start.get((int) (keys[slot] >>> 32))) {
        if (symbol == NUMBER) {
          numberFromRoot = with(numberFromRoot, targets[slot]);
        } else if (symbol < words) {
          fromRoot[symbol] = with(fromRoot[symbol], targets[slot]);
        }
      }
    }
  }

  private static long secondBit(int symbol) {
    return 1L << ((symbol * 0x9e37_79b9) >>> 26);
  }

  private static int[] with(int @Nullable [] array, int value) {
    if (array == null) {
      return new int[] {value};
    }
    int[] longer = Arrays.copyOf(array, array.length + 1);
    longer[array.length] = value;
    return longer;
  }

  private void closure(int state, BitSet into) {
    if (!into.get(state)) {
      into.set(state);
      for (int s = firstEmptyStep[state]; s >= 0; s = nextEmptyStep[s]) {
        closure(emptyStepTo[s], into);
      }
    }
  }

  private static long key(int state, int symbol) {
    return (long) state << 32 | (symbol & 0xffff_ffffL);
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long hash = key * 0x9e37_79b9_7f4a_7c15L;
    int slot = (int) (hash >>> 40) & mask;
    while (targets[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void rehash() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldTargets[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        targets[slot] = oldTargets[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, -1);
    return array;
  }

  private static int[] grown(int[] array) {
    int[] longer = Arrays.copyOf(array, array.length * 2);
    Arrays.fill(longer, array.length, longer.length, -1);
    return longer;
  }

  /** Receives what matches. */
  interface Matches {
    /**
     * @param entry the entry of the phrase
     * @param from first token
     * @param to last token, inclusive
     * @param literal bit i set if token from + i is a word of the phrase, not in a gap or skipped
     * @param first token of the first number in the phrase, or -1
     * @param second token of the second number, or -1
     */
    void match(int entry, int from, int to, long literal, int first, int second);
  }

  /** A run over one text; holds the working arrays, so it is for one thread. */
  final class Run {

    private final TokenStream text;
    private final IntPredicate skippable;
    private final IntPredicate barrier;
    private final Matches matches;
    private final int[] stamp = new int[states];
    private int step;

    private int[] live = new int[64];
    private int[] gapLeft = new int[64];
    private long[] literal = new long[64];
    private int[] first = new int[64];
    private int[] second = new int[64];
    private int size;

    private int[] nextLive = new int[64];
    private int[] nextGapLeft = new int[64];
    private long[] nextLiteral = new long[64];
    private int[] nextFirst = new int[64];
    private int[] nextSecond = new int[64];
    private int nextSize;

    /**
     * @param skippable whether a token may stand between the words of a phrase
     * @param barrier whether no gap passes over a token
     */
    Run(TokenStream text, IntPredicate skippable, IntPredicate barrier, Matches matches) {
      this.text = text;
      this.skippable = skippable;
      this.barrier = barrier;
      this.matches = matches;
    }

    void run() {
      for (int from = 0; from < text.size; from++) {
        start(from);
      }
    }

    private void start(int from) {
      step++;
      nextSize = 0;
      int word = text.word[from];
      if (word != WordTable.UNKNOWN && fromRoot[word] != null) {
        for (int to : fromRoot[word]) {
          add(to, 1L, -1, -1, from, from);
        }
      }
      if (text.isNumber(from)) {
        for (int to : numberFromRoot) {
          add(to, 1L, from, -1, from, from);
        }
      }
      swap();
      int last = Math.min(text.size, from + LONGEST);
      for (int token = from + 1; token < last && size > 0; token++) {
        if (text.before[token] != Boundary.NONE) {
          return;
        }
        advance(from, token);
      }
    }

    private void advance(int from, int token) {
      step++;
      nextSize = 0;
      int word = text.word[token];
      boolean known = word != WordTable.UNKNOWN;
      long wordBit = known ? 1L << word : 0;
      boolean number = text.isNumber(token);
      long numberBit = number ? 1L << NUMBER : 0;
      long bits = wordBit | numberBit;
      long bitsToo = (known ? secondBit(word) : 0) | (number ? secondBit(NUMBER) : 0);
      long bit = 1L << (token - from);
      for (int i = 0; i < size; i++) {
        int state = live[i];
        if ((leadsOn[state] & bits) == 0 || (leadsOnToo[state] & bitsToo) == 0) {
          continue;
        }
        if (known) {
          int to = targets[slot(key(state, word))];
          if (to != 0) {
            add(to, literal[i] | bit, first[i], second[i], from, token);
          }
        }
        if (number) {
          int to = targets[slot(key(state, NUMBER))];
          if (to != 0) {
            boolean isFirst = first[i] < 0;
            add(
                to,
                literal[i] | bit,
                isFirst ? token : first[i],
                isFirst ? -1 : token,
                from,
                token);
          }
        }
      }
      boolean skip = skippable.test(token);
      boolean closed = !skip && barrier.test(token);
      for (int i = 0; i < size; i++) {
        if (skip) {
          stay(i, gapLeft[i]);
        } else if (!closed && gap[live[i]] && gapLeft[i] > 0) {
          stay(i, gapLeft[i] - 1);
        }
      }
      swap();
    }

    private void stay(int i, int gapsLeft) {
      if (stamp[live[i]] != step) {
        stamp[live[i]] = step;
        push(live[i], gapsLeft, literal[i], first[i], second[i]);
      }
    }

    private void add(int state, long words, int firstNumber, int secondNumber, int from, int to) {
      if (stamp[state] == step) {
        return;
      }
      stamp[state] = step;
      if (leadsOn[state] != 0) {
        push(state, GAP, words, firstNumber, secondNumber);
      }
      for (int e = firstEnd[state]; e >= 0; e = nextEnd[e]) {
        matches.match(endEntry[e], from, to, words, firstNumber, secondNumber);
      }
      for (int s = firstEmptyStep[state]; s >= 0; s = nextEmptyStep[s]) {
        add(emptyStepTo[s], words, firstNumber, secondNumber, from, to);
      }
    }

    private void push(int state, int gapsLeft, long words, int firstNumber, int secondNumber) {
      if (nextSize == nextLive.length) {
        int length = nextSize * 2;
        nextLive = Arrays.copyOf(nextLive, length);
        nextGapLeft = Arrays.copyOf(nextGapLeft, length);
        nextLiteral = Arrays.copyOf(nextLiteral, length);
        nextFirst = Arrays.copyOf(nextFirst, length);
        nextSecond = Arrays.copyOf(nextSecond, length);
      }
      nextLive[nextSize] = state;
      nextGapLeft[nextSize] = gapsLeft;
      nextLiteral[nextSize] = words;
      nextFirst[nextSize] = firstNumber;
      nextSecond[nextSize] = secondNumber;
      nextSize++;
    }

    private void swap() {
      int[] ints = live;
      live = nextLive;
      nextLive = ints;
      ints = gapLeft;
      gapLeft = nextGapLeft;
      nextGapLeft = ints;
      long[] longs = literal;
      literal = nextLiteral;
      nextLiteral = longs;
      ints = first;
      first = nextFirst;
      nextFirst = ints;
      ints = second;
      second = nextSecond;
      nextSecond = ints;
      size = nextSize;
    }
  }
}
