package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import java.util.HashSet;
import java.util.Set;

/**
 * Hears what neither a phrase has read nor a combination of words suggests, by what a sentence
 * resembles (see {@link Resemblance}), and leaves it in doubt, to be asked.
 *
 * <p>A sentence is compared alone and together with the next one, a long one piece by piece. A
 * finding that the text states, denies or leaves open already is passed over. So is what a single
 * word suggests ("Urine:" heads a list), and what is supposed, of the past or of someone else. A
 * denial only raises what is needed: what people can no longer do, or feel, is told with one.
 */
final class Echoes {

  /**
   * Log odds from which a sentence resembles enough, a probability of 0.7. Of eight between 0.4 and
   * 0.75, tried on texts that nobody had read, the smaller ask about harmless texts faster than
   * they find alarms.
   */
  private static final double HEARD_FROM = logOdds(0.7);

  /** The same where the weightiest word is denied: "can't feel" is an alarm, "not numb" is none. */
  private static final double HEARD_DENIED_FROM = logOdds(0.85);

  /** A single word ("Urine:") resembles too much. */
  private static final int FEWEST = 2;

  /** Tokens of a sentence that are compared at a time: among more, the alarming ones are lost. */
  private static final int WINDOW = 16;

  /** Tokens from one comparison of a longer sentence to the next. */
  private static final int STRIDE = 8;

  /** The most tokens of two sentences that are compared together. */
  private static final int PAIR = 40;

  private final Resemblance resemblance;

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  Echoes(Resemblance resemblance) {
    this.resemblance = resemblance;
  }

  /** Leaves in doubt what a sentence resembles and nothing has read. */
  void listen(Passage passage, Claims claims) {
    TokenStream tokens = passage.text;
    if (tokens.size > 0) {
      new Listening(passage, claims, resemblance.text(passage.lexicon, tokens)).listen();
    }
  }

  /** A run of tokens, both included. */
  private record Run(int first, int last, int heaviest) {}

  /** One text being listened to. */
  private final class Listening {

    private final Passage passage;
    private final Claims claims;
    private final Resemblance.Text text;
    private final Set<String> known = new HashSet<>();

    Listening(Passage passage, Claims claims, Resemblance.Text text) {
      this.passage = passage;
      this.claims = claims;
      this.text = text;
      claims.claims.forEach(claim -> known.add(claim.finding().id()));
      claims.open.forEach(open -> known.add(open.finding().id()));
    }

    void listen() {
      TokenStream tokens = passage.text;
      int from = 0;
      while (from < tokens.size) {
        int to = tokens.sentenceEnd(from);
        for (int start = from; start == from || start + WINDOW - STRIDE < to; start += STRIDE) {
          hear(start, Math.min(to, start + WINDOW));
        }
        if (to < tokens.size && tokens.sentenceEnd(to) - from <= PAIR) {
          hear(from, tokens.sentenceEnd(to));
        }
        from = to;
      }
    }

    private void hear(int from, int to) {
      double[] logOdds = text.logOdds(from, to);
      for (int f = 0; f < logOdds.length; f++) {
        Finding finding = resemblance.findings[f];
        if (logOdds[f] >= HEARD_FROM && !known.contains(finding.id())) {
          Run run = heaviest(text.shares(f, from, to), from);
          boolean denied = passage.scopes.negated.get(run.heaviest);
          if (run.last - run.first + 1 >= FEWEST
              && (!denied || logOdds[f] >= HEARD_DENIED_FROM)
              && !passage.elsewhere(run.heaviest, finding)) {
            claims.open(finding, run.first, run.last, DoubtReason.SOUNDS_LIKE);
            known.add(finding.id());
          }
        }
      }
    }
  }

  /** The run of tokens whose shares have the greatest sum (Kadane). */
  private static Run heaviest(double[] shares, int from) {
    double best = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int start = 0;
    int first = 0;
    int last = 0;
    for (int i = 0; i < shares.length; i++) {
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      sum += shares[i];
      if (sum > best) {
        best = sum;
        first = start;
        last = i;
      }
    }
    int top = first;
    for (int i = first; i <= last; i++) {
      top = shares[i] > shares[top] ? i : top;
    }
    return new Run(from + first, from + last, from + top);
  }
}
