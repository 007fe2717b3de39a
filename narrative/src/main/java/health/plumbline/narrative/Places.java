package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Side;

/** Bare places of the body, which hurt where a word for pain governs them. */
final class Places {

  private static final int PLACE_LEFT = 25;
  private static final int PLACE_RIGHT = 6;

  private final Passage passage;
  private final Scopes scopes;
  private final TokenStream text;
  private final Sides sides;
  private final Claims claims;

  Places(Passage passage, Sides sides, Claims claims) {
    this.passage = passage;
    this.scopes = passage.scopes;
    this.text = passage.text;
    this.sides = sides;
    this.claims = claims;
  }

  void site(Mention mention, Entry.Statement statement) {
    int governor = governor(mention);
    if (governor < 0) {
      return;
    }
    boolean denied =
        scopes.negated.get(mention.from)
            || (scopes.negated.get(governor) && passage.head[governor] == Cue.PAIN);
    Side side = sides.of(mention, true);
    for (Setting setting : statement.settings()) {
      Finding finding = setting.finding();
      if (passage.elsewhere(mention, finding)
          || scopes.hypothetical.get(governor)
          || scopes.historical.get(governor)) {
        continue;
      }
      if (!denied && scopes.possible.get(mention.from)) {
        claims.open(finding, mention, "said as possible or unsure");
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
    return -1;
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
      if (passage.head[t] != null) {
        return t;
      }
    }
    return -1;
  }
}
