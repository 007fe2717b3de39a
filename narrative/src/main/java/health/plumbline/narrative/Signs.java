package health.plumbline.narrative;

import health.plumbline.knowledge.Side;
import health.plumbline.narrative.WordKinds.Kind;
import java.util.ArrayList;
import java.util.List;

/** What is tested, felt or measured, and the word for its result that lies nearest. */
final class Signs {

  private static final int FARTHEST = 7;

  /** A result farther away than this gives way to a pain that stands beside the test. */
  private static final int FARTHEST_OF_PAIN = 2;

  private final Passage passage;
  private final Mentions mentions;
  private final Scopes scopes;
  private final TokenStream text;
  private final Sides sides;
  private final Claims claims;

  Signs(Passage passage, Sides sides, Claims claims) {
    this.passage = passage;
    this.mentions = passage.mentions;
    this.scopes = passage.scopes;
    this.text = passage.text;
    this.sides = sides;
    this.claims = claims;
  }

  void sign(Mention mention, Entry.Sign sign) {
    if (passage.isSilent(mention) || scopes.historical.get(mention.from)) {
      return;
    }
    Mention best = null;
    int least = FARTHEST + 1;
    for (Mention result : results(mention)) {
      Entry.ContextCue cue = (Entry.ContextCue) result.entry;
      if (cue.cue() == Cue.SIGN_NOT_DONE
          && result.from > mention.to
          && distance(mention.to + 1, result.from) <= 1) {
        return;
      }
      if (sign.byResult().getOrDefault(cue.cue(), List.of()).isEmpty()) {
        continue;
      }
      int apart =
          result.from > mention.to && cue.behind()
              ? distance(mention.to + 1, result.from)
              : result.to < mention.from
                      && cue.ahead()
                      && text.before[result.to + 1] == Boundary.NONE
                  ? distance(result.to + 1, mention.from)
                  : Integer.MAX_VALUE;
      boolean surer =
          best != null
              && apart == least
              && (result.words > best.words
                  || (result.sameWords(best) && cue.cue() == Cue.SIGN_POSITIVE));
      if (apart < least || surer) {
        least = apart;
        best = result;
      }
    }
    int hurts = painBehind(mention);
    List<Setting> positive = sign.byResult().getOrDefault(Cue.SIGN_POSITIVE, List.of());
    if (!positive.isEmpty() && (best == null || least > FARTHEST_OF_PAIN)) {
      if (hurts >= 0 && !hasMeaningOfItsOwn(positive)) {
        best = new Mention(mention.entry, mention.to, hurts, 1, -1, -1);
      } else if (best == null && isNamedWithSideOnly(mention)) {
        best = mention;
      }
    }
    if (best == null) {
      if (scopes.possible.get(mention.from)) {
        ask(sign, mention);
      }
      return;
    }
    List<Setting> settings =
        best.entry instanceof Entry.ContextCue result
            ? sign.byResult().getOrDefault(result.cue(), List.of())
            : positive;
    if (scopes.negated.get(best.from)) {
      settings = Setting.opposites(settings);
    }
    int weight = settings.size() > 2 ? 1 : 2;
    Side side = sides.of(mention, false);
    Mention whole =
        new Mention(
            mention.entry,
            Math.min(mention.from, best.from),
            Math.max(mention.to, best.to),
            1,
            -1,
            -1);
    if (isQueried(whole) && settings.stream().anyMatch(Setting::isYes)) {
      ask(sign, whole);
      return;
    }
    for (Setting setting : settings) {
      claims.add(setting.finding(), setting.value(), side, whole, weight);
    }
  }

  /** A result that is called doubtful leaves open what it would be if it were found. */
  private void ask(Entry.Sign sign, Mention mention) {
    for (Cue found : new Cue[] {Cue.SIGN_POSITIVE, Cue.SIGN_REDUCED}) {
      for (Setting setting : sign.byResult().getOrDefault(found, List.of())) {
        claims.open(setting.finding(), mention, DoubtReason.DOUBTFUL_RESULT);
      }
    }
  }

  /** "anal tone ? reduced": a question mark between the sign and its result. */
  private boolean isQueried(Mention whole) {
    for (int t = whole.from; t <= whole.to; t++) {
      if (passage.word(t).equals("?")) {
        return true;
      }
    }
    return false;
  }

  /** The word for pain or the place that a test is said to bring on, or -1: "hop: groin pain". */
  private int painBehind(Mention mention) {
    int unknown = 0;
    for (int t = mention.to + 1;
        t < text.size && text.before[t] != Boundary.SENTENCE && unknown < 3;
        t++) {
      if (text.before[t] == Boundary.COMMA && t > mention.to + 1) {
        return -1;
      }
      if (scopes.begins(Cue.NEGATION, t) || scopes.begins(Cue.TERMINATION, t)) {
        return -1;
      }
      if (passage.head[t] == Cue.PAIN) {
        return t;
      }
      if (passage.head[t] != null) {
        return -1;
      }
      if (!passage.isFiller(t)
          && !passage.place[t]
          && !text.isNumber(t)
          && !passage.is(Kind.BESIDE_SIGN, t)) {
        unknown++;
      }
    }
    return -1;
  }

  /** In a straight leg raise only pain in the leg counts, which has phrases of its own. */
  private static boolean hasMeaningOfItsOwn(List<Setting> positive) {
    return switch (positive.getFirst().finding().id()) {
      case "slr-positive",
          "slump-positive",
          "crossed-slr-positive",
          "trendelenburg",
          "romberg-abnormal",
          "upper-motor-neuron-signs",
          "hla-b27-positive",
          "urine-infection-signs" ->
          true;
      default -> false;
    };
  }

  /** "Trendelenburg R": a test that is named with a side and nothing else was positive there. */
  private boolean isNamedWithSideOnly(Mention mention) {
    int t = mention.to + 1;
    return t < text.size
        && text.before[t] == Boundary.NONE
        && passage.side(t) != Side.UNSTATED
        && (t + 1 == text.size || text.before[t + 1] != Boundary.NONE)
        && !text.questionAfter[t];
  }

  private List<Mention> results(Mention mention) {
    int start = text.sentenceStart(mention.from);
    int end = text.sentenceEnd(mention.to);
    List<Mention> results = new ArrayList<>();
    for (int i = mentions.firstCueFrom(start); i < mentions.cues.size(); i++) {
      Mention cue = mentions.cues.get(i);
      if (cue.from >= end) {
        break;
      }
      if (((Entry.ContextCue) cue.entry).cue().isSign()) {
        results.add(cue);
      }
    }
    return results;
  }

  /** How far apart sign and result are: other signs and joints cost little, unknown words much. */
  private int distance(int from, int to) {
    int distance = 0;
    int t = from;
    while (t < to) {
      if (scopes.begins(Cue.TERMINATION, t)) {
        return Integer.MAX_VALUE;
      }
      Mention between = mentions.beginning[t];
      boolean comma = text.before[t] == Boundary.COMMA;
      if (between != null && between.entry instanceof Entry.Sign) {
        distance += 1;
        t = between.to + 1;
        continue;
      }
      String word = passage.word(t);
      boolean joint = word.equals("and") || word.equals("or") || word.equals("/");
      if (comma) {
        distance += joint ? 1 : 4;
      }
      if (!joint && !passage.isFiller(t) && !isAmount(t)) {
        distance += passage.place[t] || passage.is(Kind.BESIDE_SIGN, t) ? 1 : 2;
      }
      t++;
    }
    if (to < text.size && text.before[to] == Boundary.COMMA && from <= to) {
      Mention next = mentions.beginning[to];
      distance += next != null && next.entry instanceof Entry.Sign ? 1 : 5;
    }
    return distance;
  }

  /** A number or its unit: "limited to 10 degrees and painful". */
  private boolean isAmount(int token) {
    return text.isNumber(token)
        || passage.word(token).equals("degrees")
        || passage.word(token).equals("deg");
  }
}
