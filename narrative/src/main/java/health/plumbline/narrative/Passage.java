package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.Side;
import health.plumbline.narrative.WordKinds.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One text with its phrases, its cues and their reach: what every part of the interpretation looks
 * at and none of them changes.
 */
final class Passage {

  final Lexicon lexicon;
  final Mentions mentions;
  final Scopes scopes;
  final TokenStream text;

  /** Kind of the word for a symptom that a token belongs to, or null. */
  final @Nullable Cue[] head;

  /** Tokens that name a place of the body. */
  final boolean[] place;

  /**
   * Tokens of phrases that deny something other than a place: the back of "never had back trouble
   * before" is none that hurts.
   */
  final boolean[] withinDenial;

  /** Words for pain that speak only of what stands in front of them, as "is playing up" does. */
  private final boolean[] ofBefore;

  private final boolean[] noSide;

  Passage(Lexicon lexicon, Mentions mentions, Scopes scopes) {
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.scopes = scopes;
    this.text = mentions.text;
    this.head = new Cue[text.size];
    this.place = new boolean[text.size];
    this.ofBefore = new boolean[text.size];
    this.withinDenial = new boolean[text.size];
    this.noSide = new boolean[text.size];
    for (Mention mention : mentions.cues) {
      Entry.ContextCue context = (Entry.ContextCue) mention.entry;
      Cue cue = context.cue();
      for (int t = mention.from; t <= mention.to; t++) {
        switch (cue) {
          case PAIN, SPREAD, OTHER_SYMPTOM -> {
            head[t] = cue;
            ofBefore[t] = !context.ahead();
          }
          case NO_SIDE -> noSide[t] = true;
          default -> {}
        }
      }
    }
    for (Mention mention : mentions.content) {
      if (mention.entry instanceof Entry.Statement statement) {
        boolean isPlace = statement.isPlace();
        mention.isEnd = isPlace && follows(mention.from, "to");
        boolean denies = statement.denies() && !isPlace && !statement.compares();
        for (int t = mention.from; t <= mention.to && (isPlace || denies); t++) {
          place[t] |= isPlace && mention.holds(t);
          mention.isEnd |= isPlace && lexicon.wordAt(text, t).equals("to");
          withinDenial[t] |= denies && mention.holds(t);
        }
      }
    }
  }

  /** Whether the word stands in front of the token, with no more than a side between. */
  private boolean follows(int token, String word) {
    int t = token - 1;
    while (t >= 0 && text.before[t + 1] == Boundary.NONE && isFiller(t)) {
      t--;
    }
    return t >= 0 && text.before[t + 1] == Boundary.NONE && word(t).equals(word);
  }

  /** The word of a token in standard form, empty if the lexicon does not know it. */
  String word(int token) {
    return lexicon.wordAt(text, token);
  }

  /** Whether a token is a word of a kind. */
  boolean is(Kind kind, int token) {
    return lexicon.is(kind, text, token);
  }

  boolean isFiller(int token) {
    return lexicon.isFiller(text, token);
  }

  /** Whether the words are not about the patient, or not about now. */
  boolean elsewhere(Mention mention, Finding finding) {
    return elsewhere(mention.from, finding);
  }

  /** Whether what is said at a token is not about the patient, or not about now. */
  boolean elsewhere(int t, Finding finding) {
    boolean lasting = lexicon.lasting.contains(finding.id());
    return scopes.ignored.get(t)
        || scopes.hypothetical.get(t)
        || (scopes.family.get(t) && !finding.id().startsWith("family-history"))
        || scopes.otherPerson.get(t)
        || (scopes.historical.get(t) && !lasting)
        || (scopes.longAgo.get(t) && finding.id().startsWith("onset-trauma"));
  }

  /** Whether a name stands where it can state nothing of the patient now. */
  boolean isSilent(Mention mention) {
    int t = mention.from;
    return scopes.ignored.get(t)
        || scopes.hypothetical.get(t)
        || scopes.family.get(t)
        || scopes.otherPerson.get(t);
  }

  boolean sentenceBegins(Cue cue, int token) {
    int end = text.sentenceEnd(token);
    for (int t = text.sentenceStart(token); t < end; t++) {
      if (scopes.begins(cue, t)) {
        return true;
      }
    }
    return false;
  }

  boolean sentenceHas(Cue cue, int token) {
    int end = text.sentenceEnd(token);
    for (int t = text.sentenceStart(token); t < end; t++) {
      if (head[t] == cue) {
        return true;
      }
    }
    return false;
  }

  /** The kind of the word for a symptom at a token that speaks of what follows it, or null. */
  @Nullable Cue headOfWhatFollows(int token) {
    return ofBefore[token] ? null : head[token];
  }

  /** The side that a token states. */
  Side side(int token) {
    return noSide[token] ? Side.UNSTATED : text.side[token];
  }
}
