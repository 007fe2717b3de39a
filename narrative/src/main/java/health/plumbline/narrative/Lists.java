package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;
import java.util.BitSet;

/**
 * How far a cue reaches through a list: over its items as long as they are bare ("no fever, weight
 * loss or night pain") and no further than a few words that the lexicon does not know.
 */
final class Lists {

  private static final int UNKNOWN_WORDS_BEFORE = 3;
  private static final int BARE_ITEM_WORDS = 4;

  private final Lexicon lexicon;
  private final Mentions mentions;
  private final CueIndex cues;
  private final TokenStream text;

  Lists(Lexicon lexicon, Mentions mentions, CueIndex cues) {
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.cues = cues;
    this.text = mentions.text;
  }

  /** Marks forward through a list of bare items. */
  void forward(int from, BitSet marks, int unknownWords, boolean overCommas, boolean begun) {
    if (from >= text.size || text.before[from] == Boundary.SENTENCE) {
      return;
    }
    int end = text.sentenceEnd(from);
    int unknown = 0;
    int items = 0;
    boolean marked = begun;
    boolean told = begun;
    int t = from;
    while (t < end) {
      boolean comma = text.before[t] == Boundary.COMMA;
      if (comma && (t > from || begun) && (!overCommas || !bareItem(t))) {
        return;
      }
      // "a rash that doesn't fade, fever": what is not done stands in front of the comma
      if (comma && t > from && !told && deniesVerb(from - 1)) {
        return;
      }
      if (comma) {
        if (complaint(t, end, items)) {
          return;
        }
        items++;
        unknown = 0;
      }
      if (cues.begins(Cue.TERMINATION, t) || cues.begins(Cue.NOT_A_NEGATION, t)) {
        return;
      }
      Mention mention = mentions.beginning[t];
      if (mention != null && marked && !comma && t > 0 && !joined(t - 1) && complaint(t, end, 0)) {
        return;
      }
      if (mention != null
          && marked
          && mention.entry instanceof Entry.Statement next
          && next.denies()) {
        return;
      }
      if (mention != null
          && !(marked && mention.entry instanceof Entry.Statement s && s.rule() != null)) {
        marks.set(t, mention.to + 1);
        marked = true;
        told |= !(mention.entry instanceof Entry.Factor);
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
      } else if (marked && cues.begins(Cue.CLAUSE_VERB, t)) {
        return;
      } else if (!lexicon.isFiller(text, t)
          && !cues.begins(Cue.PAIN, t)
          && ++unknown > unknownWords) {
        return;
      }
      marks.set(t);
      t++;
    }
  }

  /** Whether a cue ends with a word that denies what someone or something does. */
  private boolean deniesVerb(int token) {
    return token >= 0 && lexicon.kinds.is(Kind.VERB_DENIAL, lexicon.wordAt(text, token));
  }

  /**
   * Whether the item behind a comma is the complaint itself and no item of the list: a place that
   * hurts ("no fever, back pain for three weeks"), unless the list goes on with "or" or is a longer
   * one that ends with it ("no fever, chills, back pain").
   *
   * <p>How it began is no item either ("nil trauma, insidious onset lateral hip pain").
   *
   * @param items items of the list so far, the first one not counted
   */
  private boolean complaint(int from, int end, int items) {
    int t = from;
    Mention place = mentions.beginning[t];
    if (place != null && place.entry instanceof Entry.Statement began && began.isManner()) {
      return true;
    }
    while (place == null
        && t + 1 < end
        && text.before[t + 1] == Boundary.NONE
        && (lexicon.isFiller(text, t)
            || cues.begins(Cue.CLAUSE_VERB, t)
            || cues.begins(Cue.PAIN, t))) {
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
  boolean bareItem(int from) {
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
      if (cues.begins(Cue.CLAUSE_VERB, t)
          || cues.begins(Cue.NOT_A_NEGATION, t)
          || cues.begins(Cue.NEGATION, t)
          || cues.begins(Cue.RESOLVED, t)) {
        return false;
      }
      Mention mention = mentions.beginning[t];
      if (mention != null) {
        if (mention.entry instanceof Entry.Statement statement
            && (statement.denies() || statement.rule() != null || isClause(from, mention))) {
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
    return (named || unknown > 0) && !saysOfItself(from, t - 1);
  }

  /**
   * Whether the words of a statement are a sentence of their own, which no list of names goes on
   * with: "no cough, my foot drags", "no cough and can't feel when I wipe", "no rash, numb round my
   * back passage".
   *
   * @param from where the item begins
   */
  private boolean isClause(int from, Mention mention) {
    boolean place =
        mention.entry instanceof Entry.Statement statement
            && statement.settings().stream().anyMatch(Setting::isPlace);
    for (int t = from; t <= mention.from && !place; t++) {
      if (text.mine[t]) {
        return true;
      }
    }
    for (int t = mention.from + 1; t <= mention.to; t++) {
      if (cues.begins(Cue.CLAUSE_VERB, t) || lexicon.wordAt(text, t).equals("myself")) {
        return true;
      }
    }
    return lexicon.is(Kind.ABILITY, text, mention.from)
        || (mention.to > mention.from
            && lexicon.is(Kind.PREDICATE, text, mention.from)
            && lexicon.is(Kind.PLACE_PREPOSITION, text, mention.from + 1));
  }

  /** "Left leg weak" says something of the leg, where "weak leg" and "leg weakness" name it. */
  private boolean saysOfItself(int from, int last) {
    return last > from
        && lexicon.is(Kind.PREDICATE, text, last)
        && !isJoint(lexicon.wordAt(text, last - 1))
        && !lexicon.wordAt(text, last - 1).equals("and")
        && !lexicon.isFiller(text, last - 1)
        && !lexicon.is(Kind.PREDICATE, text, last - 1);
  }

  /** Marks the item in front of a cue that stands behind it. */
  void before(Mention cue, BitSet marks, boolean overComma) {
    boolean verb = cues.begins(Cue.CLAUSE_VERB, cue.from);
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
        if (text.colonAfter[cue.from - 1]
            && mention.from > 1
            && isJoint(lexicon.wordAt(text, mention.from - 1))) {
          // "weakness or numbness: none"
          t = mention.from - 1;
          continue;
        }
        return;
      }
      if (cues.begins(Cue.TERMINATION, t)) {
        return;
      }
      if (!lexicon.isFiller(text, t)
          && !cues.begins(Cue.CLAUSE_VERB, t)
          && ++unknown > UNKNOWN_WORDS_BEFORE) {
        return;
      }
    }
  }
}
