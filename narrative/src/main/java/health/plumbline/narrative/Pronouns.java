package health.plumbline.narrative;

import health.plumbline.knowledge.Sex;
import health.plumbline.narrative.WordKinds.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The sex of the patient by the words of a text about him or her: by the relative for whom it is
 * written ("my nan is 90"), else by its pronouns. A text in the first person says nothing by them,
 * since its he and she are others; one that says both says nothing either.
 */
final class Pronouns {

  private Pronouns() {}

  /** A pronoun of the patient's. */
  record Pronoun(Sex sex, int start, int end) {}

  /** The first pronoun of the patient's, or null where there is none or both kinds. */
  static @Nullable Pronoun find(Passage passage) {
    TokenStream text = passage.text;
    Scopes scopes = passage.scopes;
    if (scopes.forWhom != null) {
      Pronoun relative = relative(passage, scopes.forWhom);
      if (relative != null) {
        return relative;
      }
    } else if (isFirstPerson(passage)) {
      return null;
    }
    Pronoun found = null;
    for (int t = 0; t < text.size; t++) {
      Pronoun here = at(passage, t);
      if (here == null) {
        continue;
      }
      if (found != null && found.sex != here.sex) {
        return null;
      }
      found = found == null ? here : found;
    }
    return found;
  }

  private static @Nullable Pronoun relative(Passage passage, Mention forWhom) {
    TokenStream text = passage.text;
    WordKinds kinds = passage.lexicon.kinds;
    for (int t = forWhom.from; t <= forWhom.to; t++) {
      String word = passage.scopes.persons.noun(t);
      if (kinds.is(Kind.WOMAN, word)) {
        return new Pronoun(Sex.FEMALE, text.start[t], text.end[t]);
      }
      if (kinds.is(Kind.MAN, word)) {
        return new Pronoun(Sex.MALE, text.start[t], text.end[t]);
      }
    }
    return null;
  }

  /** Whether the patient writes; "my clinic" and "I examined him" are a clinician's. */
  static boolean isFirstPerson(Passage passage) {
    TokenStream text = passage.text;
    boolean first = text.firstPerson;
    for (int t = 0; t < text.size && !first; t++) {
      first =
          text.mine[t]
              && !passage.scopes.persons.leadsToRelative(t)
              && (passage.place[t]
                  || passage.head[t] != null
                  || passage.mentions.beginning[t] != null);
    }
    return first;
  }

  private static @Nullable Pronoun at(Passage passage, int t) {
    TokenStream text = passage.text;
    Scopes scopes = passage.scopes;
    Sex owner = text.possessor[t];
    // "her mother": the owner is the patient, whoever is owned
    boolean ofAnotherBefore = t > 0 && !text.beginsSentence(t) && scopes.ofAnother(t - 1);
    if (owner != null && !ofAnotherBefore) {
      String word = owner == Sex.MALE ? "his" : "her";
      int start = text.start[t] - word.length();
      while (start > 0 && !text.text.regionMatches(true, start, word, 0, word.length())) {
        start--;
      }
      return new Pronoun(owner, start, start + word.length());
    }
    if (scopes.ofAnother(t)) {
      return null;
    }
    return switch (passage.word(t)) {
      case "he", "he's", "him", "himself" -> new Pronoun(Sex.MALE, text.start[t], text.end[t]);
      case "she", "she's", "hers", "herself" -> new Pronoun(Sex.FEMALE, text.start[t], text.end[t]);
      default -> null;
    };
  }
}
