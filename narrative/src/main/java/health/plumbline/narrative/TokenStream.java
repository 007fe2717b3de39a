package health.plumbline.narrative;

import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as tokens, with the place of each in the original text. One array a property: the matcher
 * walks the words millions of times and looks at little else.
 *
 * <p>Articles and possessives are not tokens: phrases are written with and without them.
 */
final class TokenStream {

  final String text;
  int size;

  /** Id in the {@link WordTable}, or {@link WordTable#UNKNOWN}. */
  int[] word;

  int[] start;
  int[] end;
  Boundary[] before;

  /** The side that a word states, else {@link Side#UNSTATED}. */
  Side[] side;

  /** Least and greatest number that a number token states (a range such as 2 to 3), else NaN. */
  double[] least;

  double[] most;
  boolean[] lineStart;
  boolean[] colonAfter;
  boolean[] questionAfter;

  /** Written in capitals only, two letters or more. */
  boolean[] capitals;

  /** The sex of the one whom a "his" or "her" in front of the token speaks of, or null. */
  @Nullable Sex[] possessor;

  /** Whether the token is the plural of something that there are two of. */
  boolean[] pair;

  /** Whether a "my" stands in front of the token. */
  boolean[] mine;

  /** Whether the writer speaks of himself, outside quotation marks, as "I'm" and "I've" do. */
  boolean firstPerson;

  /** Glued to the token before it, as 5 is in L5. */
  boolean[] glued;

  TokenStream(String text) {
    this.text = text;
    int length = Math.max(8, text.length() / 4);
    word = new int[length];
    start = new int[length];
    end = new int[length];
    before = new Boundary[length];
    side = new Side[length];
    least = new double[length];
    most = new double[length];
    lineStart = new boolean[length];
    colonAfter = new boolean[length];
    questionAfter = new boolean[length];
    capitals = new boolean[length];
    glued = new boolean[length];
    possessor = new Sex[length];
    mine = new boolean[length];
    pair = new boolean[length];
  }

  int add(int wordId, int from, int to, Boundary boundary) {
    if (size == word.length) {
      grow();
    }
    word[size] = wordId;
    start[size] = from;
    end[size] = to;
    before[size] = boundary;
    side[size] = Side.UNSTATED;
    least[size] = Double.NaN;
    most[size] = Double.NaN;
    return size++;
  }

  boolean isNumber(int token) {
    return !Double.isNaN(least[token]);
  }

  /** Whether a sentence begins with this token. */
  boolean beginsSentence(int token) {
    return token == 0 || before[token] == Boundary.SENTENCE;
  }

  /** The index of the first token of the sentence that holds this token. */
  int sentenceStart(int token) {
    int t = token;
    while (!beginsSentence(t)) {
      t--;
    }
    return t;
  }

  /** One past the last token of the sentence that holds this token. */
  int sentenceEnd(int token) {
    int t = token + 1;
    while (t < size && before[t] != Boundary.SENTENCE) {
      t++;
    }
    return t;
  }

  /** Puts the token at one index in the place of another. */
  void move(int from, int to) {
    if (from == to) {
      return;
    }
    word[to] = word[from];
    start[to] = start[from];
    end[to] = end[from];
    before[to] = before[from];
    side[to] = side[from];
    least[to] = least[from];
    most[to] = most[from];
    lineStart[to] = lineStart[from];
    colonAfter[to] = colonAfter[from];
    questionAfter[to] = questionAfter[from];
    capitals[to] = capitals[from];
    glued[to] = glued[from];
    possessor[to] = possessor[from];
    mine[to] = mine[from];
    pair[to] = pair[from];
  }

  /** Puts a word without letters of its own in front of a token. */
  void insert(int at, int wordId) {
    add(wordId, start[at], start[at], before[at]);
    for (int t = size - 1; t > at; t--) {
      move(t - 1, t);
    }
    word[at] = wordId;
    end[at] = start[at];
    side[at] = Side.UNSTATED;
    least[at] = Double.NaN;
    most[at] = Double.NaN;
    colonAfter[at] = false;
    questionAfter[at] = false;
    glued[at] = false;
    before[at + 1] = Boundary.NONE;
    lineStart[at + 1] = false;
    mine[at + 1] = false;
    possessor[at + 1] = null;
  }

  private void grow() {
    int length = size * 2;
    word = Arrays.copyOf(word, length);
    start = Arrays.copyOf(start, length);
    end = Arrays.copyOf(end, length);
    before = Arrays.copyOf(before, length);
    side = Arrays.copyOf(side, length);
    least = Arrays.copyOf(least, length);
    most = Arrays.copyOf(most, length);
    lineStart = Arrays.copyOf(lineStart, length);
    colonAfter = Arrays.copyOf(colonAfter, length);
    questionAfter = Arrays.copyOf(questionAfter, length);
    capitals = Arrays.copyOf(capitals, length);
    glued = Arrays.copyOf(glued, length);
    possessor = Arrays.copyOf(possessor, length);
    mine = Arrays.copyOf(mine, length);
    pair = Arrays.copyOf(pair, length);
  }
}
