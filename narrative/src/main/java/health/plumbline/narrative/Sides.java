package health.plumbline.narrative;

import health.plumbline.knowledge.Side;
import health.plumbline.narrative.WordKinds.Kind;

/** Which side of the body a phrase speaks of, by the words for sides in it and near it. */
final class Sides {

  private static final int SIDE_LEFT = 4;
  private static final int SIDE_RIGHT = 4;
  private static final int TRAILING = 9;
  private static final int FARTHEST_CARRIED = 60;

  private final Passage passage;
  private final TokenStream text;

  private Side carried = Side.UNSTATED;
  private int carriedAt = -1;

  /** All sides stated so far. */
  private Side seen = Side.UNSTATED;

  Sides(Passage passage) {
    this.passage = passage;
    this.text = passage.text;
  }

  /** The side of a phrase; to be asked in the order of the text, since places carry theirs on. */
  Side of(Mention mention, boolean isPlace) {
    Side side = Side.UNSTATED;
    for (int t = mention.from; t <= mention.to; t++) {
      side = side.and(passage.side(t));
    }
    if (side == Side.UNSTATED) {
      side = leftOf(mention);
    }
    if (side == Side.UNSTATED) {
      side = rightOf(mention);
    }
    if (side == Side.UNSTATED && isPlace) {
      side = trailing(mention);
    }
    if (side == Side.UNSTATED && isPlace && ofPair(mention)) {
      return Side.BOTH;
    }
    if (side == Side.UNSTATED && isPlace && carriedAt >= 0 && carriesTo(mention)) {
      return carried;
    }
    if (side != Side.UNSTATED && isPlace) {
      seen = seen.and(side);
      carried = side;
      carriedAt = mention.from;
    }
    return side;
  }

  private boolean ofPair(Mention mention) {
    for (int t = mention.from; t <= mention.to; t++) {
      if (mention.holds(t) && text.pair[t]) {
        return true;
      }
    }
    return false;
  }

  /**
   * A side holds on within its sentence; and beyond it as long as the text speaks of one side only.
   */
  private boolean carriesTo(Mention mention) {
    boolean denial =
        (mention.entry instanceof Entry.Statement statement && statement.denies())
            || passage.scopes.negated.get(mention.from);
    return carriedAt < mention.from
        && (carriedAt >= text.sentenceStart(mention.from)
            || (!denial && seen != Side.BOTH && mention.from - carriedAt < FARTHEST_CARRIED));
  }

  /**
   * A side at the end of what is said of the place ("groin pain 4/12 L"), or named after it ("my
   * hip, doctor, the right one").
   */
  private Side trailing(Mention mention) {
    int t = mention.to + 1;
    while (t < text.size && text.before[t] == Boundary.NONE && t - mention.to <= TRAILING) {
      if (passage.place[t]) {
        return Side.UNSTATED;
      }
      t++;
    }
    if (t > mention.to + 1
        && (t == text.size || text.before[t] != Boundary.NONE)
        && passage.side(t - 1) != Side.UNSTATED) {
      return passage.side(t - 1);
    }
    for (int runs = 0; runs < 2 && t < text.size && text.before[t] == Boundary.COMMA; runs++) {
      Side named = passage.side(t);
      int next = t + 1;
      boolean ends = next >= text.size || text.before[next] != Boundary.NONE;
      if (named != Side.UNSTATED && (ends || isOneOrSide(passage.word(next)))) {
        return named;
      }
      do {
        if (passage.place[t]) {
          return Side.UNSTATED;
        }
        t++;
      } while (t < text.size && text.before[t] == Boundary.NONE);
    }
    return Side.UNSTATED;
  }

  private static boolean isOneOrSide(String word) {
    // "one" is read as a number
    return word.equals("1") || word.equals("side") || word.equals("sides");
  }

  private Side leftOf(Mention mention) {
    int unknown = 0;
    Side side = Side.UNSTATED;
    for (int t = mention.from - 1; t >= 0 && unknown < SIDE_LEFT; t--) {
      if (text.before[t + 1] != Boundary.NONE) {
        break;
      }
      Side here = passage.side(t);
      if (here != Side.UNSTATED) {
        side = side.and(here);
        continue;
      }
      if (side != Side.UNSTATED && !passage.word(t).equals("and")) {
        break;
      }
      if (passage.place[t]
          || (passage.mentions.ending[t] != null
              && side == Side.UNSTATED
              && !passage.isFiller(t))) {
        break;
      }
      unknown++;
    }
    return side;
  }

  private Side rightOf(Mention mention) {
    Side side = Side.UNSTATED;
    int last = Math.min(text.size - 1, mention.to + SIDE_RIGHT);
    boolean leads = false;
    for (int t = mention.to + 1; t <= last; t++) {
      if (text.before[t] == Boundary.SENTENCE) {
        break;
      }
      Side here = passage.side(t);
      String word = passage.word(t);
      boolean first = t == mention.to + 1;
      if (here != Side.UNSTATED) {
        boolean ownPlace =
            t + 1 < text.size && passage.place[t + 1] && text.before[t + 1] == Boundary.NONE;
        if ((leads || first) && !ownPlace) {
          side = side.and(here);
          leads = true;
          continue;
        }
        break;
      }
      if (text.before[t] == Boundary.COMMA && !first) {
        break;
      }
      if (passage.is(Kind.LEADS_TO_SIDE, t)) {
        leads = true;
        continue;
      }
      switch (word) {
        case "and", "&" -> {
          if (side == Side.UNSTATED) {
            return side;
          }
        }
        case "pain", "is", "positive" -> {}
        default -> {
          return side;
        }
      }
    }
    return side;
  }
}
