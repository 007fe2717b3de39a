package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phrases found in a text, after the longest have won: a phrase whose words belong to a longer
 * one is dropped, across findings too, so that "back of my thigh" is not also "back".
 */
final class Mentions {

  private static final Comparator<Mention> LONGEST_FIRST =
      Comparator.<Mention>comparingInt(m -> -m.words)
          .thenComparingInt(m -> m.isShield() ? 0 : 1)
          .thenComparingInt(m -> m.to - m.from)
          .thenComparingInt(m -> m.from);
  private static final int FAMILIES = 11;

  final TokenStream text;

  /** Statements, factors and names of conditions, in the order of the text. */
  final List<Mention> content;

  /** Cues, in the order of the text. */
  final List<Mention> cues;

  /** Words of classes that count only together, in the order of the text. */
  final List<Mention> concepts;

  /** The longest content mention that begins at a token, or null. */
  final @Nullable Mention[] beginning;

  /** The longest content mention that ends at a token, or null. */
  final @Nullable Mention[] ending;

  private Mentions(
      TokenStream text, List<Mention> content, List<Mention> cues, List<Mention> concepts) {
    this.concepts = concepts;
    this.text = text;
    this.content = content;
    this.cues = cues;
    this.beginning = new Mention[text.size + 1];
    this.ending = new Mention[text.size + 1];
    for (Mention mention : content) {
      Mention known = beginning[mention.from];
      if (known == null || known.to < mention.to) {
        beginning[mention.from] = mention;
      }
      known = ending[mention.to];
      if (known == null || known.from > mention.from) {
        ending[mention.to] = mention;
      }
    }
  }

  /** Index of the first cue that begins at this token or after it. */
  int firstCueFrom(int token) {
    int low = 0;
    int high = cues.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cues.get(middle).from < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static Mentions find(Lexicon lexicon, TokenStream text) {
    List<Mention> content = new ArrayList<>();
    List<Mention> cues = new ArrayList<>();
    List<Mention> concepts = new ArrayList<>();
    Automaton.Run run =
        lexicon.automaton
        .new Run(
            text,
            token -> lexicon.isFiller(text, token),
            token -> lexicon.is(Kind.BARRIER, text, token),
            (id, from, to, literal, first, second) -> {
              Entry entry = lexicon.entry(id);
              if (entry instanceof Entry.Statement statement
                  && statement.is(Entry.Tag.CAPITALS)
                  && !text.capitals[from]
                  && !text.capitals[to]) {
                return;
              }
              (switch (entry) {
                    case Entry.ContextCue cue -> cues;
                    case Entry.Concept concept -> concepts;
                    default -> content;
                  })
                  .add(new Mention(entry, from, to, literal, first, second));
            });
    run.run();
    List<Mention> chosen = chooseContent(text, content);
    return new Mentions(text, chosen, chooseCues(text, cues, chosen), concepts);
  }

  private static List<Mention> chooseContent(TokenStream text, List<Mention> found) {
    found.sort(LONGEST_FIRST);
    @Nullable Mention[] owner = new Mention[text.size];
    @Nullable Mention[] placeOwner = new Mention[text.size];
    boolean[] shielded = new boolean[text.size];
    List<Mention> chosen = new ArrayList<>();
    for (Mention mention : found) {
      boolean isSite =
          mention.entry instanceof Entry.Statement statement
              && statement.is(Entry.Tag.SITE)
              && statement.isPlace();
      if (mention.entry instanceof Entry.Statement shield && shield.is(Entry.Tag.SHIELD)) {
        // "on my feet" is no place, within a longer phrase too
        for (int t = mention.from; t <= mention.to; t++) {
          shielded[t] |= mention.holds(t);
        }
      }
      boolean accepted = true;
      for (int t = mention.from; t <= mention.to && accepted; t++) {
        if (!mention.holds(t)) {
          continue;
        }
        Mention other = owner[t];
        Mention place = placeOwner[t];
        accepted =
            !(isSite && shielded[t])
                && (other == null
                    || (mention.sameWords(other) && !other.isShield())
                    || staysInside(mention, other)
                    || overlaps(mention, other))
                && (!isSite || place == null || mention.sameWords(place));
      }
      if (accepted) {
        chosen.add(mention);
        for (int t = mention.from; t <= mention.to; t++) {
          if (mention.holds(t)) {
            owner[t] = owner[t] == null ? mention : owner[t];
            placeOwner[t] = isSite && placeOwner[t] == null ? mention : placeOwner[t];
          }
        }
      }
    }
    chosen.sort(Comparator.comparingInt((Mention m) -> m.from).thenComparingInt(m -> m.to));
    return chosen;
  }

  /** Whether the two have but one word in common, and state different things. */
  private static boolean overlaps(Mention mention, Mention longer) {
    return mention.shared(longer) == 1
        && mention.words > 2
        && mention.entry instanceof Entry.Statement one
        && longer.entry instanceof Entry.Statement other
        && !other.is(Entry.Tag.SHIELD)
        && !one.is(Entry.Tag.SHIELD)
        && !one.settings().isEmpty()
        && !other.settings().isEmpty()
        && !one.isPlace()
        && !one.settings().getFirst().finding().equals(other.settings().getFirst().finding());
  }

  /**
   * A bare place inside a phrase that is not about places is still a place, and a measured amount
   * an amount; age and sex go together.
   */
  private static boolean staysInside(Mention mention, Mention longer) {
    if (mention.entry instanceof Entry.Statement inner
        && longer.entry instanceof Entry.Statement outer
        && inner.isDemographic()
        && outer.isDemographic()) {
      return true;
    }
    if (mention.entry instanceof Entry.Statement inner
        && longer.entry instanceof Entry.Statement outer
        && inner.isMeasure()
        && outer.rule() == null
        && !outer.is(Entry.Tag.SHIELD)) {
      return true;
    }
    return mention.entry instanceof Entry.Statement inner
        && inner.is(Entry.Tag.SITE)
        && longer.entry instanceof Entry.Statement outer
        && !outer.is(Entry.Tag.SHIELD)
        && !outer.examination()
        && !outer.isPlace()
        && !(outer.isReach() && inner.isKnee());
  }

  private static List<Mention> chooseCues(
      TokenStream text, List<Mention> found, List<Mention> content) {
    found.sort(LONGEST_FIRST);
    @Nullable Mention[][] owner = new Mention[FAMILIES][text.size];
    List<Mention> chosen = new ArrayList<>();
    for (Mention mention : found) {
      if (!(mention.entry instanceof Entry.ContextCue cue)) {
        continue;
      }
      int family = cue.cue().family();
      boolean accepted = true;
      for (int t = mention.from; t <= mention.to && accepted; t++) {
        Mention other = owner[family][t];
        accepted = other == null || !mention.holds(t) || mention.sameWords(other);
      }
      if (accepted) {
        chosen.add(mention);
        for (int t = mention.from; t <= mention.to; t++) {
          if (mention.holds(t) && owner[family][t] == null) {
            owner[family][t] = mention;
          }
        }
      }
    }
    chosen = outsideStatements(text, chosen, content, denials(text, found));
    chosen.sort(Comparator.comparingInt((Mention m) -> m.from).thenComparingInt(m -> m.to));
    return chosen;
  }

  /** The tokens that deny by themselves, "no" and "not". */
  private static BitSet denials(TokenStream text, List<Mention> cues) {
    BitSet denials = new BitSet(text.size);
    for (Mention mention : cues) {
      if (mention.from == mention.to && isDenialAhead(mention)) {
        denials.set(mention.from);
      }
    }
    return denials;
  }

  private static boolean isDenialAhead(Mention mention) {
    return mention.entry instanceof Entry.ContextCue cue
        && cue.cue() == Cue.NEGATION
        && cue.ahead();
  }

  /**
   * Drops the cues that are part of what a statement says. The "no" of "no fever" has done its work
   * there, but still denies what follows in the list. The same "no" belongs to the statement if
   * further words of a denial stand before it: "there is no feeling between my legs" is no denial
   * of "no feeling between my legs".
   */
  private static List<Mention> outsideStatements(
      TokenStream text, List<Mention> cues, List<Mention> content, BitSet denials) {
    @Nullable Mention[] holder = new Mention[text.size];
    for (Mention mention : content) {
      for (int t = mention.from; t <= mention.to; t++) {
        Mention known = holder[t];
        if (mention.holds(t) && (known == null || known.words < mention.words)) {
          holder[t] = mention;
        }
      }
    }
    List<Mention> kept = new ArrayList<>(cues.size());
    for (Mention mention : cues) {
      Entry.ContextCue cue = (Entry.ContextCue) mention.entry;
      Mention statement = holder[mention.from];
      Mention denial = isDenialAhead(mention) ? holder[mention.to] : null;
      if (denial != null && denial.from > mention.from && denials.get(denial.from)) {
        if (denial.entry instanceof Entry.Statement known && known.denies()) {
          kept.add(new Mention(mention.entry, denial.from, denial.to, denial.literal, -1, -1));
        }
      } else if (statement == null
          || cue.cue().family() != 0
          || cue.cue().isFactor()
          || mention.words >= statement.words
          || !mention.within(statement)) {
        kept.add(mention);
      } else if (isDenialAhead(mention)
          && mention.from == statement.from
          && statement.entry instanceof Entry.Statement known
          && known.denies()) {
        kept.add(
            new Mention(mention.entry, statement.from, statement.to, statement.literal, -1, -1));
      }
    }
    return kept;
  }
}
