package health.plumbline.narrative;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * How far each cue reaches: which tokens are denied, supposed, doubtful, of the past, or about
 * someone else.
 *
 * <p>In the line of NegEx (Chapman and others 2001) and ConText (Harkema and others 2009), whose
 * fixed windows are here replaced by the shape of the sentence: a cue reaches through a list as
 * long as its items are bare ("no fever, weight loss or night pain") and no further than a few
 * words that the lexicon does not know; a verb, a "but" or an item that makes its own statement
 * ends it.
 */
final class Scopes {

  /** Words unknown to the lexicon that a denial reaches over. */
  private static final int UNKNOWN_WORDS = 4;

  final BitSet negated = new BitSet();
  final BitSet hypothetical = new BitSet();
  final BitSet possible = new BitSet();
  final BitSet historical = new BitSet();
  final BitSet family = new BitSet();
  final BitSet otherPerson = new BitSet();
  final BitSet ignored = new BitSet();
  final boolean proxy;

  private final CueIndex index;
  private final Lists lists;
  private final Mentions mentions;
  private final TokenStream text;
  private final Lexicon lexicon;

  Scopes(Lexicon lexicon, Mentions mentions) {
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.text = mentions.text;
    this.index = new CueIndex(mentions);
    this.lists = new Lists(lexicon, mentions, index);
    Mention forWhom = proxyMention();
    this.proxy = forWhom != null;
    new Headings(mentions).mark(family, historical, ignored);
    for (Mention mention : mentions.cues) {
      mark(mention, (Entry.ContextCue) mention.entry, forWhom);
    }
    questions();
  }

  /** Whether a token speaks of somebody other than the patient. */
  boolean ofAnother(int token) {
    return family.get(token) || otherPerson.get(token) || ignored.get(token);
  }

  /** Whether a cue of this kind begins at the token. */
  boolean begins(Cue cue, int token) {
    return end(cue, token) > 0;
  }

  /** One past the last token of the cue of this kind that begins at the token, or 0. */
  int end(Cue cue, int token) {
    return index.end(cue, token);
  }

  private @Nullable Mention proxyMention() {
    for (Mention mention : mentions.cues) {
      if (((Entry.ContextCue) mention.entry).cue() == Cue.PROXY) {
        return mention;
      }
    }
    return null;
  }

  private void mark(Mention mention, Entry.ContextCue cue, @Nullable Mention forWhom) {
    switch (cue.cue()) {
      case NEGATION -> {
        if (cue.ahead()) {
          Mention statement = mentions.beginning[mention.from];
          boolean within = statement != null && statement.to == mention.to;
          lists.forward(reachFrom(mention), negated, UNKNOWN_WORDS, true, within);
        }
        if (cue.behind()) {
          lists.before(mention, negated, false);
        }
      }
      case POSSIBLE -> {
        if (cue.ahead()) {
          lists.forward(reachFrom(mention), possible, UNKNOWN_WORDS, false, false);
        }
        if (cue.behind()) {
          lists.before(mention, possible, false);
        }
      }
      case HISTORICAL -> {
        if (cue.ahead() && !afterDuration(mention)) {
          lists.forward(reachFrom(mention), historical, UNKNOWN_WORDS, true, false);
        }
        if (cue.behind() && !clauseHas(Cue.ONSET, mention.from)) {
          clauseBefore(mention, historical);
        }
      }
      case RESOLVED -> {
        if (cue.ahead()) {
          lists.forward(reachFrom(mention), historical, UNKNOWN_WORDS, false, false);
        }
        if (cue.behind()) {
          lists.before(mention, historical, true);
        }
      }
      case HYPOTHETICAL -> {
        if (!isHabit(mention)) {
          hypothetical.set(mention.from, hypotheticalEnd(mention));
        }
      }
      case FAMILY -> person(mention, cue, family, forWhom);
      case OTHER_PERSON -> person(mention, cue, otherPerson, forWhom);
      default -> {}
    }
  }

  /** Where the reach of a cue begins: behind it, or at a phrase that begins with its last words. */
  private int reachFrom(Mention cue) {
    for (int t = cue.from + 1; t <= cue.to; t++) {
      Mention mention = mentions.beginning[t];
      if (mention != null && mention.to > cue.to) {
        return t;
      }
    }
    return cue.to + 1;
  }

  private void person(
      Mention mention, Entry.ContextCue cue, BitSet marks, @Nullable Mention forWhom) {
    if (forWhom != null && shareWord(mention, forWhom)) {
      return;
    }
    if (cue.ahead()) {
      int end = text.sentenceEnd(mention.from);
      int t = mention.to + 1;
      while (t < end && !begins(Cue.TERMINATION, t) && !newSubject(t) && !ofWriter(t)) {
        t++;
      }
      marks.set(mention.from, t);
    }
    if (cue.behind()) {
      clauseBefore(mention, marks);
    }
  }

  /** "My sister died of it, so every twinge in my back scares me", "mine is the hip". */
  private boolean ofWriter(int token) {
    return (text.mine[token] && !begins(Cue.FAMILY, token) && !begins(Cue.OTHER_PERSON, token))
        || lexicon.wordAt(text, token).equals("mine");
  }

  /** A comma or "and" with I, he or she: the talk is of the patient again. */
  private boolean newSubject(int token) {
    if (!begins(Cue.CLAUSE_VERB, token)) {
      return false;
    }
    String word = lexicon.wordAt(text, token);
    return word.equals("i") || word.equals("i'm") || word.equals("i've");
  }

  private boolean shareWord(Mention mention, Mention other) {
    for (int t = mention.from; t <= mention.to; t++) {
      for (int u = other.from; u <= other.to; u++) {
        if (text.word[t] == text.word[u]
            && text.word[t] != WordTable.UNKNOWN
            && !text.isNumber(t)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "If I lie flat it eases" tells what happens; "if I get numb", "if you" what might. */
  private boolean isHabit(Mention mention) {
    int t = mention.to + 1;
    if (mention.from != mention.to
        || !lexicon.wordAt(text, mention.from).equals("if")
        || t + 1 >= text.size
        || text.before[t] != Boundary.NONE) {
      return false;
    }
    return switch (lexicon.wordAt(text, t)) {
      case "i", "he", "she", "it", "they" ->
          switch (lexicon.wordAt(text, t + 1)) {
            case "get",
                "gets",
                "develop",
                "develops",
                "notice",
                "notices",
                "have",
                "has",
                "had",
                "were",
                "was",
                "lose",
                "loses",
                "become",
                "becomes",
                "feel",
                "feels",
                "start",
                "starts",
                "should",
                "is",
                "did",
                "can't",
                "cannot",
                "can",
                "couldn't",
                "could",
                "go",
                "goes",
                "wet",
                "" ->
                false;
            default -> true;
          };
      default -> false;
    };
  }

  private int hypotheticalEnd(Mention mention) {
    int end = text.sentenceEnd(mention.from);
    boolean whole = begins(Cue.HYPOTHETICAL, mention.from) && opensCondition(mention);
    int t = mention.to + 1;
    while (t < end) {
      if (begins(Cue.TERMINATION, t)) {
        return t;
      }
      if (!whole
          && ((text.before[t] == Boundary.COMMA && !lists.bareItem(t))
              || (newSubject(t) && t > mention.to + 1))) {
        return t;
      }
      t++;
    }
    return end;
  }

  private boolean opensCondition(Mention mention) {
    for (int t = mention.from; t <= mention.to; t++) {
      String word = lexicon.wordAt(text, t);
      if (word.equals("if")
          || word.equals("unless")
          || word.equals("should")
          || word.equals("case")) {
        return true;
      }
    }
    return false;
  }

  private boolean afterDuration(Mention mention) {
    int t = mention.from - 1;
    if (t < 0 || text.before[mention.from] != Boundary.NONE) {
      return false;
    }
    String word = lexicon.wordAt(text, t);
    return switch (word) {
      case "week",
          "weeks",
          "months",
          "years",
          "days",
          "hours",
          "month",
          "year",
          "day",
          "hour",
          "long",
          "short",
          "longstanding",
          "decade" ->
          true;
      default -> text.isNumber(t);
    };
  }

  private boolean clauseHas(Cue cue, int token) {
    int start = text.sentenceStart(token);
    for (int t = start; t <= token; t++) {
      if (begins(cue, t)) {
        return true;
      }
    }
    return false;
  }

  private void clauseBefore(Mention mention, BitSet marks) {
    int t = mention.from;
    while (t > 0 && text.before[t] == Boundary.NONE && !endsTermination(t - 1)) {
      t--;
    }
    marks.set(t, mention.from);
  }

  private boolean endsTermination(int token) {
    return begins(Cue.TERMINATION, token);
  }

  /** A question states nothing; its answer does. */
  private void questions() {
    for (int t = 0; t < text.size; t++) {
      if (!text.questionAfter[t]) {
        continue;
      }
      int from = text.sentenceStart(t);
      if (t + 1 < text.size && begins(Cue.ANSWER_NO, t + 1)) {
        negated.set(from, t + 1);
      } else if (!(t + 1 < text.size && begins(Cue.ANSWER_YES, t + 1)) && asks(from)) {
        hypothetical.set(from, t + 1);
      }
    }
  }

  private boolean asks(int token) {
    return switch (lexicon.wordAt(text, token)) {
      case "which",
          "who",
          "when",
          "where",
          "whether",
          "do",
          "does",
          "did",
          "have",
          "has",
          "is",
          "are",
          "any",
          "can",
          "could",
          "should",
          "would",
          "what",
          "why",
          "how",
          "will",
          "might",
          "may" ->
          true;
      default -> false;
    };
  }
}
