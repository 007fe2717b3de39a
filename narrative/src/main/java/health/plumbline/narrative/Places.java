package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Side;
import health.plumbline.narrative.WordKinds.Kind;

/** Bare places of the body, which hurt where a word for pain governs them. */
final class Places {

  private static final int PLACE_LEFT = 25;
  private static final int PLACE_RIGHT = 6;
  private static final int OWNED_WITHIN = 2;

  private final Passage passage;
  private final Scopes scopes;
  private final TokenStream text;
  private final Sides sides;
  private final Claims claims;

  /** Whether a place that is somebody's own needs no word for pain. */
  private final boolean lenient;

  Places(Passage passage, Sides sides, Claims claims, boolean lenient) {
    this.lenient = lenient;
    this.passage = passage;
    this.scopes = passage.scopes;
    this.text = passage.text;
    this.sides = sides;
    this.claims = claims;
  }

  void site(Mention mention, Entry.Statement statement) {
    if (passage.withinDenial[mention.from]) {
      return;
    }
    int governor = governor(mention);
    if (governor < 0 && lenient && isOwn(mention, statement)) {
      governor = mention.from;
    }
    if (governor < 0) {
      return;
    }
    boolean denied =
        scopes.negated.get(mention.from)
            || (scopes.negated.get(governor) && passage.head[governor] == Cue.PAIN);
    Side side = sides.of(mention, true);
    for (Setting setting : statement.settings()) {
      Finding finding = setting.finding();
      boolean elsewhere =
          lenient
              ? scopes.ofAnother(mention.from)
              : passage.elsewhere(mention, finding)
                  || scopes.hypothetical.get(governor)
                  || scopes.historical.get(governor);
      if (elsewhere) {
        continue;
      }
      if (!denied && scopes.possible.get(mention.from)) {
        claims.open(finding, mention, DoubtReason.SAID_AS_POSSIBLE);
        continue;
      }
      claims.add(finding, denied ? FindingValue.NO : setting.value(), side, mention, 2);
    }
  }

  /** The token of the word for pain that this place belongs to, or -1. */
  private int governor(Mention mention) {
    for (int t = mention.from; t <= mention.to; t++) {
      if (passage.head[t] == Cue.PAIN) {
        // "LBP" says both
        return t;
      }
    }
    int after = headAfterList(mention);
    if (after >= 0) {
      return passage.head[after] == Cue.OTHER_SYMPTOM ? -1 : after;
    }
    int right = headRight(mention);
    int left = headLeft(mention);
    boolean rightPain = right >= 0 && passage.head[right] == Cue.PAIN;
    if (left >= 0 && passage.head[left] != Cue.OTHER_SYMPTOM) {
      return left;
    }
    if (rightPain && (left < 0 || commaBetween(left, mention.from))) {
      return right;
    }
    return left < 0 && isComplaint(mention) ? mention.from : -1;
  }

  /**
   * "My back has given up", "her hip", "my knees and back", or "lower back" and no more, or "hip
   * stiff", "stiff hip".
   */
  private boolean isOwn(Mention mention, Entry.Statement place) {
    if (place.settings().stream()
        .noneMatch(setting -> passage.lexicon.own.contains(setting.finding().id()))) {
      return false;
    }
    boolean opens = mention.from == 0 || text.before[mention.from] != Boundary.NONE;
    boolean ends = mention.to + 1 == text.size || text.before[mention.to + 1] != Boundary.NONE;
    boolean described = !ends && passage.head[mention.to + 1] != null;
    boolean qualified = !opens && passage.head[mention.from - 1] == Cue.OTHER_SYMPTOM;
    if ((opens && ends) || described || qualified) {
      return true;
    }
    for (int t = mention.from; t >= 0 && t >= mention.from - OWNED_WITHIN; t--) {
      if (text.mine[t] || text.possessor[t] != null) {
        return !isWell(mention.to + 1);
      }
      if (text.before[t] != Boundary.NONE) {
        return false;
      }
    }
    return false;
  }

  private boolean isWell(int token) {
    return token < text.size && text.before[token] == Boundary.NONE && passage.is(Kind.WELL, token);
  }

  private boolean commaBetween(int from, int to) {
    for (int t = from + 1; t <= to; t++) {
      if (text.before[t] != Boundary.NONE) {
        return true;
      }
    }
    return false;
  }

  /** "hip pain", "hip, groin and thigh pain": the head behind a list of places. */
  private int headAfterList(Mention mention) {
    int t = mention.to + 1;
    int steps = 0;
    while (t < text.size && steps++ < 12 && text.before[t] != Boundary.SENTENCE) {
      if (passage.head[t] != null
          && passage.head[t] != Cue.SPREAD
          && text.before[t] == Boundary.NONE) {
        return t;
      }
      String word = passage.word(t);
      boolean joint =
          word.equals("and") || word.equals("or") || word.equals("/") || word.equals("&");
      if (!(joint || passage.place[t] || passage.isFiller(t))) {
        return -1;
      }
      if (text.before[t] == Boundary.COMMA && !passage.place[t] && !joint && !passage.isFiller(t)) {
        return -1;
      }
      t++;
    }
    return -1;
  }

  private int headRight(Mention mention) {
    int last = Math.min(text.size - 1, mention.to + PLACE_RIGHT);
    for (int t = mention.to + 1; t <= last && text.before[t] == Boundary.NONE; t++) {
      if (scopes.begins(Cue.TERMINATION, t)) {
        return -1;
      }
      if (passage.head[t] != null && passage.head[t] != Cue.SPREAD) {
        return t;
      }
    }
    return -1;
  }

  private int headLeft(Mention mention) {
    int least = Math.max(0, mention.from - PLACE_LEFT);
    for (int t = mention.from - 1; t >= least; t--) {
      if (text.before[t + 1] == Boundary.SENTENCE) {
        return -1;
      }
      if (passage.headOfWhatFollows(t) != null) {
        return t;
      }
    }
    return -1;
  }

  /**
   * Whether a place without a word for pain is what the person comes with: "it's my hip", "mine is
   * the knee", "this back", "R groin 3/12". Whoever names a place so names the pain, unless another
   * symptom follows ("it's my leg that is weak").
   */
  private boolean isComplaint(Mention mention) {
    for (int t = mention.to + 1;
        t < Math.min(text.size, mention.to + PLACE_RIGHT) && text.before[t] == Boundary.NONE;
        t++) {
      if (passage.head[t] == Cue.OTHER_SYMPTOM || passage.is(Kind.WELL, t)) {
        return false;
      }
    }
    return isPointedOut(mention) || isNoted(mention);
  }

  private boolean isPointedOut(Mention mention) {
    int t = mention.from - 1;
    while (t >= 0 && text.before[t + 1] == Boundary.NONE && leadsToPlace(t)) {
      t--;
    }
    if (t < 0 || text.before[t + 1] != Boundary.NONE) {
      return false;
    }
    // "it is" is passed over as a filler, so its subject is what is left
    return switch (passage.word(t)) {
      case "it", "it's", "that's", "mine" -> t + 1 < mention.from;
      case "this" -> t + 1 == mention.from || text.side[t + 1] != Side.UNSTATED;
      case "isn't", "not" -> t + 1 < mention.from || (t > 0 && passage.word(t - 1).equals("it"));
      default -> false;
    };
  }

  private boolean leadsToPlace(int token) {
    return passage.isFiller(token) || passage.is(Kind.LEADS_TO_PLACE, token);
  }

  /** A place with a time and nothing else, as notes have it: "L groin 10/52". */
  private boolean isNoted(Mention mention) {
    int t = mention.from - 1;
    while (t >= 0 && text.before[t + 1] == Boundary.NONE && text.side[t] != Side.UNSTATED) {
      t--;
    }
    if (t >= 0 && text.before[t + 1] == Boundary.NONE) {
      return false;
    }
    int next = mention.to + 1;
    while (next < text.size
        && text.before[next] == Boundary.NONE
        && text.side[next] != Side.UNSTATED) {
      next++;
    }
    Mention after =
        next < text.size && text.before[next] == Boundary.NONE
            ? passage.mentions.beginning[next]
            : null;
    return after != null && after.entry instanceof Entry.Statement time && time.isDuration();
  }
}
