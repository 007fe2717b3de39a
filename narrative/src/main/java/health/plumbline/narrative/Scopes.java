package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;
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

  /** The most tokens that a disclaimer reaches over. */
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
  private final Clauses clauses;
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
    this.clauses = new Clauses(text, index);
    this.longPast = new LongPast(lexicon, text, index);
    this.persons = new Persons(lexicon, mentions);
    this.forWhom = new WrittenFor(lexicon, mentions, persons).patient();
    this.proxy = forWhom != null;
    markAll();
    if (!proxy && persons.writerSpeaks()) {
      agesOfRelatives();
    }
  }

  private void markAll() {
    new Headings(mentions).mark(family, historical, ignored);
    for (Mention mention : mentions.cues) {
      mark(mention, (Entry.ContextCue) mention.entry);
    }
    new Questions(lexicon, text, index).mark(this);
  }

  /** "My dad was 72 when he got cancer": the phrase of an age has taken the word for him. */
  private void agesOfRelatives() {
    for (Mention mention : mentions.content) {
      if (mention.entry instanceof Entry.Statement statement
          && statement.isAge()
          && persons.isRelative(mention.from)) {
        forward(mention, family);
        // "our baby is 6 weeks old" tells of the mother as well
        family.clear(mention.from, mention.to + 1);
      }
    }
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

  private void mark(Mention mention, Entry.ContextCue cue) {
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
          clauses.around(mention, possible);
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
        if (cue.behind() && !clauses.has(Cue.ONSET, mention.from)) {
          clauses.before(mention, historical);
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
            clauses.beforeComma(mention, historical);
          }
        }
      }
      case HYPOTHETICAL -> {
        if (!isHabit(mention)) {
          hypothetical.set(mention.from, hypotheticalEnd(mention));
        }
      }
      case DISCLAIMED -> disclaim(mention);
      case FAMILY -> person(mention, cue, family);
      case OTHER_PERSON -> person(mention, cue, otherPerson);
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
    return lexicon.is(Kind.BESIDE_RESOLVED, text, next);
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

  private void person(Mention mention, Entry.ContextCue cue, BitSet marks) {
    if (forWhom != null && shareWord(mention, forWhom)) {
      return;
    }
    if (cue.ahead()) {
      forward(mention, marks);
    }
    if (cue.behind()) {
      clauses.before(mention, marks);
      // "our Margaret had it, God rest her"
      clauses.beforeComma(mention, marks);
    }
    if (inApposition(mention)) {
      marks.set(text.sentenceStart(mention.from), mention.from);
    }
  }

  /** Marks what follows, up to where the talk is of the writer again. */
  private void forward(Mention mention, BitSet marks) {
    int end = text.sentenceEnd(mention.from);
    int t = mention.to + 1;
    while (t < end && !begins(Cue.TERMINATION, t) && !newSubject(t) && !ofWriter(t)) {
      t++;
    }
    marks.set(mention.from, t);
  }

  /** "He was a heavy drinker, my late husband": the person is named behind the pronoun. */
  private boolean inApposition(Mention mention) {
    boolean apart =
        text.before[mention.from] == Boundary.COMMA
            && (mention.to + 1 >= text.size || text.before[mention.to + 1] != Boundary.NONE);
    return apart && lexicon.is(Kind.THIRD, text, text.sentenceStart(mention.from));
  }

  /** "My sister died of it, so every twinge in my back scares me", "mine is the hip". */
  private boolean ofWriter(int token) {
    return (text.mine[token] && !begins(Cue.FAMILY, token) && !begins(Cue.OTHER_PERSON, token))
        || lexicon.wordAt(text, token).equals("mine");
  }

  /** "I have", "she herself": the talk is of the patient again. */
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
    return lexicon.is(Kind.SUBJECT, text, t)
        && !lexicon.wordAt(text, t + 1).isEmpty()
        && !lexicon.is(Kind.SUPPOSES, text, t + 1);
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
      if (lexicon.is(Kind.OPENS_CONDITION, text, t)) {
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
    return lexicon.is(Kind.TIME_UNIT, text, t) || text.isNumber(t);
  }

  /** "That's long gone" is said of all that stands in front of its comma. */
  private boolean opensWithPronoun(Mention mention) {
    return lexicon.is(Kind.REFERS_BACK, text, mention.from);
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
}
