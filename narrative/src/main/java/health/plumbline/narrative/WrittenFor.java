package health.plumbline.narrative;

import org.jspecify.annotations.Nullable;

/**
 * For whom a text is written, if not for its writer: the person who is then the patient.
 *
 * <p>A cue may say so ("writing for my husband"). Or a text tells of the complaints of one relative
 * and of nobody else's ("my wife has sciatica and she can't pee"): whoever types that wants help
 * for her, and to take it for a remark about somebody else would lose whatever it says.
 */
final class WrittenFor {

  private final Lexicon lexicon;
  private final Mentions mentions;
  private final TokenStream text;

  WrittenFor(Lexicon lexicon, Mentions mentions) {
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.text = mentions.text;
  }

  /** The cue that says it, or null. */
  @Nullable Mention stated() {
    for (Mention mention : mentions.cues) {
      if (cue(mention) == Cue.PROXY) {
        return mention;
      }
    }
    return null;
  }

  /**
   * The relative whose complaints are the only ones, or null.
   *
   * @param scopes whose each token is, as it looks if the writer is the patient
   */
  @Nullable Mention onlyComplaint(Scopes scopes) {
    Mention relative = null;
    for (Mention mention : mentions.cues) {
      switch (cue(mention)) {
        case RELATIVE -> {
          if (relative == null && isOfWriter(mention.from) && !isPast(mention.to + 1)) {
            relative = mention;
          }
        }
        // "but I'm all right": the writer speaks of himself after all
        case DISCLAIMED -> {
          return null;
        }
        default -> {}
      }
    }
    if (relative == null) {
      return null;
    }
    boolean complains = false;
    for (Mention mention : mentions.content) {
      if (isComplaint(mention)) {
        if (!scopes.ofAnother(mention.from)) {
          return null;
        }
        complains |= mention.from > relative.from;
      }
    }
    return complains ? relative : null;
  }

  private static Cue cue(Mention mention) {
    return ((Entry.ContextCue) mention.entry).cue();
  }

  /** A symptom: no condition, habit or medicine, which may well be told of a healthy relative. */
  private boolean isComplaint(Mention mention) {
    return mention.entry instanceof Entry.Statement statement
        && !statement.shield()
        && statement.settings().stream()
            .anyMatch(setting -> !lexicon.lasting.contains(setting.finding().id()));
  }

  /** "My mum"; or "mum" as the first word of a text in which nobody says "I" or "my". */
  private boolean isOfWriter(int token) {
    return text.mine[token] || (token == 0 && !text.firstPerson && !saysI());
  }

  private boolean saysI() {
    for (int t = 0; t < text.size; t++) {
      String word = lexicon.wordAt(text, t);
      if (text.mine[t] || word.equals("i") || word.equals("me")) {
        return true;
      }
    }
    return false;
  }

  /** "My mum had", "my dad died": told of the past. */
  private boolean isPast(int token) {
    return switch (lexicon.wordAt(text, token)) {
      case "had", "died", "used", "suffered", "was", "got" -> true;
      default -> false;
    };
  }
}
