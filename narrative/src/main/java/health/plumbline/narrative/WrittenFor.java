package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;
import org.jspecify.annotations.Nullable;

/**
 * For whom a text is written, if not for its writer: the person who is then the patient.
 *
 * <p>A cue may say so ("writing for my husband"). Or a text tells of the complaints of one relative
 * and of nobody else's ("my wife has sciatica and she can't pee"): whoever types that wants help
 * for her, and to take it for a remark about somebody else would lose whatever it says. A complaint
 * is of whom the words before it spoke last: "my husband is 59 and helps me because my hip is
 * stiff" tells of the writer's hip.
 */
final class WrittenFor {

  private final Lexicon lexicon;
  private final Mentions mentions;
  private final Persons persons;
  private final TokenStream text;

  WrittenFor(Lexicon lexicon, Mentions mentions, Persons persons) {
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.persons = persons;
    this.text = mentions.text;
  }

  /** The words for the patient, or null where the writer is. */
  @Nullable Mention patient() {
    Mention stated = stated();
    return stated == null ? onlyComplaint() : stated;
  }

  /** The cue that says it, or null. */
  private @Nullable Mention stated() {
    for (Mention mention : mentions.cues) {
      if (cue(mention) == Cue.PROXY) {
        return mention;
      }
    }
    return null;
  }

  /** The relative whose complaints are the only ones, or null. */
  private @Nullable Mention onlyComplaint() {
    Mention relative = relative();
    if (relative == null) {
      return null;
    }
    boolean complains = false;
    for (Mention mention : mentions.content) {
      if (isComplaint(mention)) {
        if (isOfWriter(mention, relative)) {
          return null;
        }
        complains |= mention.from > relative.from;
      }
    }
    return complains || isInfant(relative) ? relative : null;
  }

  /**
   * "Our baby is 5 weeks old and screams when I change her": whoever tells the age of a baby and
   * complains of nothing else writes for the baby, in whatever words.
   */
  private boolean isInfant(Mention relative) {
    for (Mention mention : mentions.content) {
      if (mention.from <= relative.to
          && mention.to >= relative.from
          && mention.entry instanceof Entry.Statement statement
          && statement.settings().contains(lexicon.infant)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a relative's past is told of ("my mum had sciatica"). */
  boolean tellsOfPast() {
    return mentions.cues.stream()
        .anyMatch(mention -> cue(mention) == Cue.RELATIVE && isPast(mention.to + 1));
  }

  /** The first relative that a clause speaks of, or null where the writer speaks up after all. */
  private @Nullable Mention relative() {
    Mention relative = null;
    for (Mention mention : mentions.cues) {
      switch (cue(mention)) {
        case RELATIVE -> {
          if (relative == null && isNamedByWriter(mention.from) && isPresent(mention)) {
            relative = mention;
          }
        }
        // "but I'm all right"
        case DISCLAIMED -> {
          return null;
        }
        default -> {}
      }
    }
    return relative;
  }

  private boolean isOfWriter(Mention complaint, Mention relative) {
    for (int t = complaint.to; t >= 0; t--) {
      // "she screams when I change her": a gap of the phrase is not the complaint
      boolean gap = t >= complaint.from && !complaint.holds(t);
      if (!gap && persons.isWriter(t)) {
        return true;
      }
      if (t == relative.to) {
        return !inSentenceOf(relative, complaint) && !isIntroduced(relative);
      }
      if (persons.isThird(t) && t > relative.to) {
        return false;
      }
    }
    return complaint.from < relative.from;
  }

  private boolean inSentenceOf(Mention relative, Mention complaint) {
    return text.sentenceStart(relative.from) == text.sentenceStart(complaint.from);
  }

  /** "My son is 13.": the sentence only says who the patient is, or already complains. */
  private boolean isIntroduced(Mention relative) {
    int end = text.sentenceEnd(relative.to);
    for (int t = relative.to + 1; t < end; t++) {
      Mention mention = mentions.beginning[t];
      if (text.isNumber(t) || (mention != null && isComplaint(mention))) {
        return true;
      }
    }
    return false;
  }

  private static Cue cue(Mention mention) {
    return ((Entry.ContextCue) mention.entry).cue();
  }

  /** A symptom: no condition, habit or medicine, which may well be told of a healthy relative. */
  private boolean isComplaint(Mention mention) {
    return mention.entry instanceof Entry.Statement statement
        && !statement.is(Entry.Tag.SHIELD)
        && statement.settings().stream()
            .anyMatch(
                setting ->
                    !lexicon.lasting.contains(setting.finding().id())
                        && !setting.finding().id().equals("age")
                        && !setting.finding().id().equals("sex"));
  }

  /**
   * "My mum"; "mum" at the head of a sentence, where people call her so; or a relative as the first
   * word of a text in which nobody says "I" or "my".
   */
  private boolean isNamedByWriter(int token) {
    if (text.beginsSentence(token) && lexicon.is(Kind.CALLED, text, token)) {
      return true;
    }
    if (token == 0) {
      return text.mine[token] || !persons.writerSpeaks();
    }
    return persons.isOwned(token) && persons.opensClause(token);
  }

  /**
   * Whether a relative is told of as somebody who is here: not of the past, or where the text goes
   * on about that person and its writer never speaks ("wife had kidney cancer, now her back
   * hurts").
   */
  private boolean isPresent(Mention relative) {
    return !isPast(relative.to + 1) || (!persons.writerSpeaks() && goesOnAbout(relative));
  }

  private boolean goesOnAbout(Mention relative) {
    boolean ended = false;
    for (int t = relative.to + 1; t < text.size; t++) {
      ended |= text.before[t] != Boundary.NONE;
      if (ended && persons.isThird(t)) {
        return true;
      }
    }
    return false;
  }

  /** "My mum had", "my dad died": told of the past. */
  private boolean isPast(int token) {
    return lexicon.kinds.is(Kind.PAST, lexicon.wordAt(text, token));
  }
}
