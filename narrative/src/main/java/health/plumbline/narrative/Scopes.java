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

  /** The most tokens that a doubt or a disclaimer reaches over in one direction. */
  private static final int CLAUSE_WORDS = 40;

  /** Numbers from here on are years. */
  private static final int FIRST_YEAR = 1900;

  final BitSet negated = new BitSet();
  final BitSet hypothetical = new BitSet();
  final BitSet possible = new BitSet();

  /** What the patient asks about as his own. */
  final BitSet askedAbout = new BitSet();

  final BitSet historical = new BitSet();

  /** What is told of a time years back, whether or not it goes on. */
  final BitSet longAgo = new BitSet();

  final BitSet family = new BitSet();
  final BitSet otherPerson = new BitSet();
  final BitSet ignored = new BitSet();
  final boolean proxy;

  final Persons persons;

  /** The words for whom the text is written, if not for its writer, else null. */
  final @Nullable Mention forWhom;

  private final CueIndex index;
  private final Lists lists;
  private final LongPast longPast;
  private final Mentions mentions;
  private final TokenStream text;
  private final Lexicon lexicon;

  /** How far the cues of a text reach. */
  static Scopes of(Lexicon lexicon, Mentions mentions) {
    return new Scopes(lexicon, mentions);
  }

  /**
   * The same, had nobody else been spoken of: whatever is told is told of the patient, but for what
   * a relative once had.
   */
  Scopes ofOnePerson() {
    if (!new WrittenFor(lexicon, mentions, persons).tellsOfPast()) {
      family.clear();
      otherPerson.clear();
    }
    return this;
  }

  private Scopes(Lexicon lexicon, Mentions mentions) {
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.text = mentions.text;
    this.index = new CueIndex(mentions);
    this.lists = new Lists(lexicon, mentions, index);
    this.longPast = new LongPast(lexicon, text, index);
    this.persons = new Persons(lexicon, mentions);
    WrittenFor writtenFor = new WrittenFor(lexicon, mentions, persons);
    Mention patient = writtenFor.stated();
    markAll(patient);
    if (patient == null) {
      patient = writtenFor.onlyComplaint();
      if (patient != null) {
        family.clear();
        otherPerson.clear();
        markAll(patient);
      }
    }
    this.forWhom = patient;
    this.proxy = patient != null;
  }

  private void markAll(@Nullable Mention forWhom) {
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

  private void mark(Mention mention, Entry.ContextCue cue, @Nullable Mention forWhom) {
    switch (cue.cue()) {
      case NEGATION -> {
        if (cue.ahead() || isHeading(mention)) {
          Mention statement = mentions.beginning[mention.from];
          boolean within = statement != null && statement.to == mention.to;
          lists.forward(reachFrom(mention), negated, UNKNOWN_WORDS, true, within);
        }
        if (cue.behind()) {
          lists.before(mention, negated, false);
        }
      }
      case POSSIBLE -> {
        if (cue.clause()) {
          clauseAround(mention, possible);
          return;
        }
        if (cue.ahead()) {
          lists.forward(reachFrom(mention), possible, UNKNOWN_WORDS, false, false);
        }
        if (cue.behind()) {
          lists.before(mention, possible, false);
        }
      }
      case HISTORICAL -> {
        if (isNoYear(mention)) {
          return;
        }
        if (cue.ahead() && !afterDuration(mention)) {
          lists.forward(reachFrom(mention), historical, UNKNOWN_WORDS, true, false);
        }
        if (cue.behind() && !clauseHas(Cue.ONSET, mention.from)) {
          clauseBefore(mention, historical);
        }
      }
      case LONG_PAST -> {
        if (!isNoYear(mention)) {
          longPast.mark(mention, historical, longAgo);
        }
      }
      case RESOLVED -> {
        if (cue.ahead()) {
          lists.forward(reachFrom(mention), historical, UNKNOWN_WORDS, false, false);
        }
        if (cue.behind() && isWhole(mention)) {
          lists.before(mention, historical, true);
          if (opensWithPronoun(mention)) {
            clauseBeforeComma(mention, historical);
          }
        }
      }
      case HYPOTHETICAL -> {
        if (!isHabit(mention)) {
          hypothetical.set(mention.from, hypotheticalEnd(mention));
        }
      }
      case DISCLAIMED -> disclaim(mention);
      case FAMILY -> person(mention, cue, family, forWhom);
      case OTHER_PERSON -> person(mention, cue, otherPerson, forWhom);
      default -> {}
    }
  }

  /** "-ve saddle anaesthesia": a result in front of what it is of, where notes begin a line. */
  private boolean isHeading(Mention cue) {
    boolean opens = cue.from == 0 || text.before[cue.from] != Boundary.NONE;
    boolean leads = cue.to + 1 < text.size && text.before[cue.to + 1] == Boundary.NONE;
    return opens
        && leads
        && switch (lexicon.wordAt(text, cue.from)) {
          case "-ve", "neg", "negative" -> true;
          default -> false;
        };
  }

  /** "in 2009" is the past, "in 3/12" is not. */
  private boolean isNoYear(Mention mention) {
    return mention.firstNumber >= 0
        && !lexicon.wordAt(text, mention.from).equals("when")
        && mention.firstNumber == mention.to
        && text.most[mention.firstNumber] < FIRST_YEAR;
  }

  /** "It's gone" says that it is over, "it's gone numb" and "it's gone ten" do not. */
  private boolean isWhole(Mention mention) {
    int next = mention.to + 1;
    if (next >= text.size || text.before[next] != Boundary.NONE) {
      return true;
    }
    return switch (lexicon.wordAt(text, next)) {
      case "and",
          "but",
          "so",
          "now",
          "then",
          "after",
          "with",
          "by",
          "since",
          "on",
          "within",
          "in",
          "completely",
          "before",
          "when",
          "again",
          "for",
          "years",
          "ages",
          "long",
          "last",
          "until" ->
          true;
      default -> false;
    };
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
      // "our Margaret had it, God rest her"
      clauseBeforeComma(mention, marks);
    }
    if (inApposition(mention)) {
      marks.set(text.sentenceStart(mention.from), mention.from);
    }
  }

  /** "He was a heavy drinker, my late husband": the person is named behind the pronoun. */
  private boolean inApposition(Mention mention) {
    boolean apart =
        text.before[mention.from] == Boundary.COMMA
            && (mention.to + 1 >= text.size || text.before[mention.to + 1] != Boundary.NONE);
    return apart
        && switch (lexicon.wordAt(text, text.sentenceStart(mention.from))) {
          case "he", "he's", "she", "she's", "they" -> true;
          default -> false;
        };
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
    return word.equals("i")
        || word.equals("i'm")
        || word.equals("i've")
        || lexicon.wordAt(text, token + 1).equals("herself")
        || lexicon.wordAt(text, token + 1).equals("himself");
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

  /** "That's long gone" is said of all that stands in front of its comma. */
  private boolean opensWithPronoun(Mention mention) {
    return switch (lexicon.wordAt(text, mention.from)) {
      case "that", "that's", "it", "it's", "which", "they", "they're", "they've" -> true;
      default -> false;
    };
  }

  private void clauseBeforeComma(Mention mention, BitSet marks) {
    if (mention.from == 0 || text.before[mention.from] != Boundary.COMMA) {
      return;
    }
    int t = mention.from - 1;
    while (t > 0
        && mention.from - t < CLAUSE_WORDS
        && text.before[t] == Boundary.NONE
        && !endsTermination(t - 1)) {
      t--;
    }
    marks.set(t, mention.from);
  }

  private void clauseBefore(Mention mention, BitSet marks) {
    int t = mention.from;
    while (t > 0 && text.before[t] == Boundary.NONE && !endsTermination(t - 1)) {
      t--;
    }
    marks.set(t, mention.from);
  }

  /** The clause that a cue stands in; one that opens or closes a sentence reaches over a comma. */
  private void clauseAround(Mention mention, BitSet marks) {
    int from = mention.from;
    while (from > 0
        && mention.from - from < CLAUSE_WORDS
        && text.before[from] != Boundary.SENTENCE
        && (text.before[from] == Boundary.NONE || from == mention.from)
        && !endsTermination(from - 1)) {
      from--;
    }
    int to = mention.to + 1;
    int end = Math.min(text.size, to + CLAUSE_WORDS);
    if (to < end && (from == mention.from || text.before[from] == Boundary.SENTENCE)) {
      // "could be my imagination, but it feels"
      to += endsTermination(to) ? 1 : 0;
    }
    while (to < end
        && text.before[to] != Boundary.SENTENCE
        && (text.before[to] == Boundary.NONE || to <= mention.to + 2)
        && !endsTermination(to)) {
      to++;
    }
    marks.set(from, Math.max(to, mention.to + 1));
  }

  /**
   * What was told of others, asked or supposed in front of "but I'm not" is denied of the patient.
   */
  private void disclaim(Mention mention) {
    for (int t = mention.from - 1;
        t >= 0 && mention.from - t <= CLAUSE_WORDS && text.before[t + 1] != Boundary.SENTENCE;
        t--) {
      if (hypothetical.get(t) || family.get(t) || otherPerson.get(t)) {
        negated.set(t);
        hypothetical.clear(t);
        family.clear(t);
        otherPerson.clear(t);
      }
    }
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
      } else if (!(t + 1 < text.size && begins(Cue.ANSWER_YES, t + 1))) {
        question(from, t + 1);
      }
    }
  }

  /**
   * What a question asks about is supposed. What the patient calls his own in it ("is this numbness
   * between my legs dangerous?") is to be asked. What has a question mark but is no question ("I
   * can't feel when I wipe?") is doubted.
   */
  private void question(int from, int end) {
    int asking = from;
    while (asking < end
        && !(asks(asking)
            && (asking == from || (!joinsClauses(asking) && aboutSomebody(asking + 1))))) {
      asking++;
    }
    if (asking == end) {
      int clause = end - 1;
      while (clause > from
          && text.before[clause] == Boundary.NONE
          && !endsTermination(clause - 1)) {
        clause--;
      }
      possible.set(clause, end);
      return;
    }
    if (begins(Cue.POSSIBLE, asking)) {
      // "is it normal to be numb there?" doubts, and supposes nothing
      return;
    }
    hypothetical.set(asking, end);
    boolean own = false;
    for (int t = asking; t < end; t++) {
      switch (lexicon.wordAt(text, t)) {
        case "if", "would", "which", "who" -> {
          return;
        }
        default -> own |= text.mine[t] || lexicon.wordAt(text, t).equals("this");
      }
    }
    if (own) {
      askedAbout.set(asking, end);
    }
  }

  /** "When I wipe" asks nothing in the middle of a sentence. */
  private boolean joinsClauses(int token) {
    return switch (lexicon.wordAt(text, token)) {
      case "when", "where", "who", "which", "whether", "how", "what", "any", "do", "have", "has" ->
          true;
      default -> false;
    };
  }

  private boolean aboutSomebody(int token) {
    return switch (lexicon.wordAt(text, token)) {
      case "i", "it", "this", "that", "there", "he", "she", "they", "you", "we", "one" -> true;
      default -> token < text.size && text.mine[token];
    };
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
