package health.plumbline.narrative;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.narrative.WordKinds.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes the pain worse or better: an activity, and the cue that governs it. */
final class Factors {

  private static final int PAIN_LEFT = 25;
  private static final int UNKNOWN_WORDS = 5;
  private static final int LONGEST_QUOTE = 12;

  private final Passage passage;
  private final Mentions mentions;
  private final Scopes scopes;
  private final TokenStream text;
  private final Claims claims;

  Factors(Passage passage, Claims claims) {
    this.passage = passage;
    this.mentions = passage.mentions;
    this.scopes = passage.scopes;
    this.text = passage.text;
    this.claims = claims;
  }

  void factor(Mention mention, Entry.Factor factor) {
    if (passage.isSilent(mention)) {
      return;
    }
    Mention cueMention = governingFactorCue(mention);
    if (cueMention == null) {
      onActivity(mention, factor);
      return;
    }
    cueMention = ofTwoMeanings(cueMention, factor);
    Cue cue = ((Entry.ContextCue) cueMention.entry).cue();
    // what has been tried without success is past by its nature
    if (cue != Cue.NOT_EASING && scopes.historical.get(mention.from)) {
      return;
    }
    boolean worse = cue == Cue.AGGRAVATING || cue == Cue.NOT_AGGRAVATING;
    boolean denied =
        cue == Cue.NOT_AGGRAVATING
            || cue == Cue.NOT_EASING
            || scopes.negated.get(cueMention.from)
            || scopes.negated.get(mention.from);
    if (mention.from > 0 && passage.word(mention.from - 1).equals("than")) {
      // "worse sitting than standing"
      denied = !denied;
    }
    List<Setting> settings = worse ? factor.aggravated() : factor.eased();
    if (denied) {
      settings =
          worse || factor.notEased().isEmpty() ? Setting.opposites(settings) : factor.notEased();
    }
    for (Setting setting : settings) {
      FindingValue value = setting.value();
      int from = Math.min(mention.from, cueMention.from);
      int to = Math.max(mention.to, cueMention.to);
      if (to - from > LONGEST_QUOTE) {
        from = mention.from;
        to = mention.to;
      }
      claims.plain(setting.finding(), value, from, to);
    }
  }

  /**
   * "Makes no difference" says of sitting that it is not worse with it, of a tablet that it is not
   * better: of two cues in the same words, the one that suits.
   */
  private Mention ofTwoMeanings(Mention found, Entry.Factor factor) {
    boolean hurtful = !factor.aggravated().isEmpty();
    for (int i = mentions.firstCueFrom(found.from); i < mentions.cues.size(); i++) {
      Mention other = mentions.cues.get(i);
      if (other.from > found.from) {
        break;
      }
      Cue cue = ((Entry.ContextCue) other.entry).cue();
      if (other.sameWords(found) && cue == (hurtful ? Cue.NOT_AGGRAVATING : Cue.NOT_EASING)) {
        return other;
      }
    }
    return found;
  }

  /** "pain in the calf on walking": a word for pain, then the activity behind on, with or when. */
  private void onActivity(Mention mention, Entry.Factor factor) {
    int t = mention.from - 1;
    while (t > 0 && passage.isFiller(t) && text.before[t + 1] == Boundary.NONE) {
      t--;
    }
    boolean adjoins = t >= 0 && passage.head[t] == Cue.PAIN;
    if (t < 0
        || text.before[t + 1] != Boundary.NONE
        || !(adjoins || passage.is(Kind.LEADS_TO_ACTIVITY, t))) {
      return;
    }
    for (int s = adjoins ? t : t - 1; s >= 0 && t - s < PAIN_LEFT; s--) {
      if (text.before[s + 1] != Boundary.NONE
          || scopes.begins(Cue.TERMINATION, s)
          || passage.head[s] == Cue.OTHER_SYMPTOM) {
        return;
      }
      if (passage.head[s] == Cue.PAIN) {
        boolean denied = scopes.negated.get(s);
        for (Setting setting :
            denied ? Setting.opposites(factor.aggravated()) : factor.aggravated()) {
          claims.plain(setting.finding(), setting.value(), s, mention.to);
        }
        return;
      }
    }
  }

  private @Nullable Mention governingFactorCue(Mention mention) {
    Mention left = null;
    int start = mentions.firstCueFrom(text.sentenceStart(mention.from));
    int end = text.sentenceEnd(mention.to);
    for (int i = start; i < mentions.cues.size(); i++) {
      Mention cueMention = mentions.cues.get(i);
      if (cueMention.from >= mention.from) {
        break;
      }
      Entry.ContextCue cue = (Entry.ContextCue) cueMention.entry;
      if (cue.cue().isFactor() && cue.ahead() && cueMention.to < mention.from) {
        left = cueMention;
      }
    }
    if (left != null && reaches(left.to + 1, mention.from, false)) {
      return left;
    }
    for (int i = start; i < mentions.cues.size(); i++) {
      Mention cueMention = mentions.cues.get(i);
      if (cueMention.from >= end) {
        break;
      }
      Entry.ContextCue cue = (Entry.ContextCue) cueMention.entry;
      if (cue.cue().isFactor()
          && cue.behind()
          && cueMention.from > mention.to
          && reaches(mention.to + 1, cueMention.from, true)) {
        return cueMention;
      }
    }
    return null;
  }

  /** Whether only other factors, joints and a few other words lie between. */
  private boolean reaches(int from, int to, boolean backward) {
    int unknown = 0;
    int t = from;
    while (t < to) {
      if (text.before[t] == Boundary.COMMA && !factorFrom(t)) {
        if (backward || unknown > 0) {
          return false;
        }
        unknown++;
      }
      if (passage.word(t).equals("but") && passage.word(t + 1).equals("not")) {
        // "better with exercise but not with rest"
        t += 2;
        continue;
      }
      if (scopes.begins(Cue.TERMINATION, t)) {
        return false;
      }
      Mention between = mentions.beginning[t];
      if (between != null && between.entry instanceof Entry.Factor) {
        t = between.to + 1;
        unknown = 0;
        continue;
      }
      String word = passage.word(t);
      boolean joint = word.equals("and") || word.equals("or") || word.equals("/");
      if (!joint && !passage.isFiller(t) && ++unknown > UNKNOWN_WORDS) {
        return false;
      }
      t++;
    }
    return !(backward && to < text.size && text.before[to] == Boundary.COMMA);
  }

  private boolean factorFrom(int token) {
    String word = passage.word(token);
    int t = word.equals("and") || word.equals("or") ? token + 1 : token;
    Mention mention = t < text.size ? mentions.beginning[t] : null;
    return mention != null && mention.entry instanceof Entry.Factor;
  }
}
