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

  private static final int UNKNOWN_WORDS_BEFORE = 3;
  private static final int BARE_ITEM_WORDS = 4;

  final BitSet negated = new BitSet();
  final BitSet hypothetical = new BitSet();
  final BitSet possible = new BitSet();
  final BitSet historical = new BitSet();
  final BitSet family = new BitSet();
  final BitSet otherPerson = new BitSet();
  final BitSet ignored = new BitSet();
  final boolean proxy;

  /** Token at which a cue of the kind begins to its last token. */
  private final int[][] cueEnd = new int[Cue.values().length][];

  private final Mentions mentions;
  private final TokenStream text;
  private final Lexicon lexicon;

  Scopes(Lexicon lexicon, Mentions mentions) {
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.text = mentions.text;
    for (Mention mention : mentions.cues) {
      Cue cue = ((Entry.ContextCue) mention.entry).cue();
      int[] ends = cueEnd[cue.ordinal()];
      if (ends == null) {
        ends = new int[text.size];
        cueEnd[cue.ordinal()] = ends;
      }
      ends[mention.from] = Math.max(ends[mention.from], mention.to + 1);
    }
    Mention forWhom = proxyMention();
    this.proxy = forWhom != null;
    sections();
    for (Mention mention : mentions.cues) {
      mark(mention, (Entry.ContextCue) mention.entry, forWhom);
    }
    questions();
  }

  /** Whether a cue of this kind begins at the token. */
  boolean begins(Cue cue, int token) {
    return end(cue, token) > 0;
  }

  /** One past the last token of the cue of this kind that begins at the token, or 0. */
  int end(Cue cue, int token) {
    int[] ends = cueEnd[cue.ordinal()];
    return ends == null || token >= text.size ? 0 : ends[token];
  }

  private @Nullable Mention proxyMention() {
    for (Mention mention : mentions.cues) {
      if (((Entry.ContextCue) mention.entry).cue() == Cue.PROXY) {
        return mention;
      }
    }
    return null;
  }

  /**
   * Headings say of whom and of which time a section speaks. A heading on a line of its own holds
   * up to the next heading; one in front of its text holds for the sentence, advice for the line.
   */
  private void sections() {
    @Nullable BitSet open = null;
    int from = 0;
    int until = 0;
    for (Mention mention : mentions.cues) {
      Entry.ContextCue cue = (Entry.ContextCue) mention.entry;
      if (!cue.cue().isHeading() || !isHeading(mention)) {
        continue;
      }
      if (open != null) {
        open.set(from, Math.max(from, Math.min(until, mention.from)));
      }
      from = mention.to + 1;
      until = sectionEnd(mention, cue.cue());
      open =
          switch (cue.cue()) {
            case HEADING_FAMILY -> family;
            case HEADING_PAST -> historical;
            case HEADING_IGNORED -> ignored;
            default -> null;
          };
    }
    if (open != null) {
      open.set(from, Math.max(from, until));
    }
  }

  private int sectionEnd(Mention heading, Cue cue) {
    int next = heading.to + 1;
    if (next >= text.size || text.lineStart[next]) {
      return text.size;
    }
    if (cue != Cue.HEADING_IGNORED) {
      return text.sentenceEnd(next);
    }
    int t = next;
    while (t < text.size && !text.lineStart[t]) {
      t++;
    }
    return t;
  }

  private boolean isHeading(Mention mention) {
    if (!text.beginsSentence(mention.from)) {
      return false;
    }
    boolean closes =
        text.colonAfter[mention.to]
            || (text.lineStart[mention.from]
                && (mention.to + 1 >= text.size || text.lineStart[mention.to + 1]));
    return closes;
  }

  private void mark(Mention mention, Entry.ContextCue cue, @Nullable Mention forWhom) {
    switch (cue.cue()) {
      case NEGATION -> {
        if (cue.ahead()) {
          list(reachFrom(mention), negated, UNKNOWN_WORDS, true);
        }
        if (cue.behind()) {
          before(mention, negated, false);
        }
      }
      case POSSIBLE -> {
        if (cue.ahead()) {
          list(mention.to + 1, possible, UNKNOWN_WORDS, false);
        }
        if (cue.behind()) {
          before(mention, possible, false);
        }
      }
      case HISTORICAL -> {
        if (cue.ahead() && !afterDuration(mention)) {
          list(mention.to + 1, historical, UNKNOWN_WORDS, true);
        }
        if (cue.behind() && !clauseHas(Cue.ONSET, mention.from)) {
          clauseBefore(mention, historical);
        }
      }
      case RESOLVED -> {
        if (cue.ahead()) {
          list(mention.to + 1, historical, UNKNOWN_WORDS, false);
        }
        if (cue.behind()) {
          before(mention, historical, true);
        }
      }
      case HYPOTHETICAL -> hypothetical.set(mention.from, hypotheticalEnd(mention));
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
      while (t < end && !begins(Cue.TERMINATION, t) && !newSubject(t)) {
        t++;
      }
      marks.set(mention.from, t);
    }
    if (cue.behind()) {
      clauseBefore(mention, marks);
    }
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

  private int hypotheticalEnd(Mention mention) {
    int end = text.sentenceEnd(mention.from);
    boolean whole = begins(Cue.HYPOTHETICAL, mention.from) && opensCondition(mention);
    int t = mention.to + 1;
    while (t < end) {
      if (begins(Cue.TERMINATION, t)) {
        return t;
      }
      if (!whole
          && ((text.before[t] == Boundary.COMMA && !bareItem(t))
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

  /** Marks forward through a list of bare items. */
  private void list(int from, BitSet marks, int unknownWords, boolean overCommas) {
    if (from >= text.size || text.before[from] == Boundary.SENTENCE) {
      return;
    }
    int end = text.sentenceEnd(from);
    int unknown = 0;
    int items = 0;
    boolean marked = false;
    int t = from;
    while (t < end) {
      boolean comma = text.before[t] == Boundary.COMMA;
      if (comma && t > from && (!overCommas || !bareItem(t))) {
        return;
      }
      if (comma) {
        if (complaint(t, end, items)) {
          return;
        }
        items++;
        unknown = 0;
      }
      if (begins(Cue.TERMINATION, t) || begins(Cue.NOT_A_NEGATION, t)) {
        return;
      }
      Mention mention = mentions.beginning[t];
      if (mention != null
          && !(marked && mention.entry instanceof Entry.Statement s && s.rule() != null)) {
        marks.set(t, mention.to + 1);
        marked = true;
        unknown = 0;
        t = mention.to + 1;
        if (!overCommas && !joined(t)) {
          return;
        }
        continue;
      }
      String word = lexicon.wordAt(text, t);
      if (word.equals("and")) {
        if (!bareItem(t + 1)) {
          return;
        }
        unknown = 0;
      } else if (isJoint(word)) {
        unknown = 0;
      } else if (marked && begins(Cue.CLAUSE_VERB, t)) {
        return;
      } else if (!lexicon.isFiller(text, t) && !begins(Cue.PAIN, t) && ++unknown > unknownWords) {
        return;
      }
      marks.set(t);
      t++;
    }
  }

  /**
   * Whether the item behind a comma is the complaint itself and no item of the list: a place that
   * hurts ("no fever, back pain for three weeks"), unless the list goes on with "or" or is a longer
   * one that ends with it ("no fever, chills, back pain").
   *
   * @param items items of the list so far, the first one not counted
   */
  private boolean complaint(int from, int end, int items) {
    int t = from;
    Mention place = mentions.beginning[t];
    while (place == null
        && t + 1 < end
        && text.before[t + 1] == Boundary.NONE
        && (lexicon.isFiller(text, t) || begins(Cue.CLAUSE_VERB, t) || begins(Cue.PAIN, t))) {
      t++;
      place = mentions.beginning[t];
    }
    if (place == null
        || !(place.entry instanceof Entry.Statement statement)
        || statement.settings().stream().noneMatch(Setting::isPlace)) {
      return false;
    }
    for (int u = place.to + 1; u < end; u++) {
      if (isJoint(lexicon.wordAt(text, u))) {
        return false;
      }
    }
    return items == 0 || place.to + 1 < end;
  }

  private static boolean isJoint(String word) {
    return word.equals("or") || word.equals("nor") || word.equals("/") || word.equals("&");
  }

  private boolean joined(int token) {
    return token < text.size
        && text.before[token] != Boundary.SENTENCE
        && (isJoint(lexicon.wordAt(text, token)) || lexicon.wordAt(text, token).equals("and"));
  }

  /** Whether an item of a list names something and makes no statement of its own. */
  private boolean bareItem(int from) {
    int unknown = 0;
    boolean named = false;
    int t = from;
    while (t < text.size) {
      if (t > from && text.before[t] != Boundary.NONE) {
        break;
      }
      String word = lexicon.wordAt(text, t);
      if (word.equals("and") || isJoint(word)) {
        if (named || unknown > 0) {
          break;
        }
        t++;
        continue;
      }
      if (begins(Cue.CLAUSE_VERB, t)
          || begins(Cue.NOT_A_NEGATION, t)
          || begins(Cue.NEGATION, t)
          || begins(Cue.RESOLVED, t)) {
        return false;
      }
      Mention mention = mentions.beginning[t];
      if (mention != null) {
        if (mention.entry instanceof Entry.Statement statement
            && (statement.denies() || statement.rule() != null)) {
          return false;
        }
        named = true;
        t = mention.to + 1;
        continue;
      }
      if (text.isNumber(t)) {
        return false;
      }
      if (!lexicon.isFiller(text, t) && ++unknown > BARE_ITEM_WORDS) {
        return false;
      }
      t++;
    }
    return named || unknown > 0;
  }

  /** Marks the item in front of a cue that stands behind it. */
  private void before(Mention cue, BitSet marks, boolean overComma) {
    boolean verb = begins(Cue.CLAUSE_VERB, cue.from);
    boolean closes =
        cue.to + 1 >= text.size || text.before[cue.to + 1] != Boundary.NONE || joined(cue.to + 1);
    if (!closes && !verb) {
      return;
    }
    int unknown = 0;
    for (int t = cue.from - 1; t >= 0; t--) {
      boolean clause = overComma && t == cue.from - 1 && text.before[t + 1] == Boundary.COMMA;
      if (text.before[t + 1] != Boundary.NONE && !clause) {
        return;
      }
      Mention mention = mentions.ending[t];
      if (mention != null) {
        if (!(mention.entry instanceof Entry.Statement statement && statement.denies())) {
          marks.set(mention.from, mention.to + 1);
        }
        return;
      }
      if (begins(Cue.TERMINATION, t)) {
        return;
      }
      if (!lexicon.isFiller(text, t)
          && !begins(Cue.CLAUSE_VERB, t)
          && ++unknown > UNKNOWN_WORDS_BEFORE) {
        return;
      }
    }
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
      case "do",
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
