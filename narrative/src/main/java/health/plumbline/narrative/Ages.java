package health.plumbline.narrative;

import health.plumbline.narrative.WordKinds.Kind;
import java.util.List;

/**
 * Whose age a text tells: "I have a 5 year old daughter" does not make the writer a child, and "I'm
 * 45, my daughter is 11 and she limps" is about a child.
 */
final class Ages {

  private enum Whose {
    WRITER,
    /** Of somebody or something else. */
    OTHER,
    UNSAID
  }

  private final Persons persons;
  private final TokenStream text;
  private final WordKinds kinds;
  private final boolean proxy;

  Ages(Passage passage) {
    this.persons = passage.scopes.persons;
    this.text = passage.text;
    this.kinds = passage.lexicon.kinds;
    this.proxy = passage.scopes.proxy;
  }

  /** Takes away the ages of all but the patient. */
  void keepPatients(List<Claims.Claim> ages) {
    ages.removeIf(this::isOfAnother);
  }

  private boolean isOfAnother(Claims.Claim age) {
    Whose whose = whose(age);
    if (proxy) {
      return whose == Whose.WRITER;
    }
    return whose == Whose.OTHER && persons.writerSpeaks();
  }

  private Whose whose(Claims.Claim age) {
    int before = age.from() - 1;
    for (int t = age.from(); t <= age.to(); t++) {
      if (kinds.is(Kind.WRITER, persons.word(t))) {
        return Whose.WRITER;
      }
    }
    if (isWriterWith(before)) {
      return Whose.WRITER;
    }
    for (int t = age.from(); t <= age.to(); t++) {
      if (isOther(t) || persons.isThird(t)) {
        return Whose.OTHER;
      }
    }
    boolean follows = age.to() + 1 < text.size && text.before[age.to() + 1] == Boundary.NONE;
    if (follows && isOther(age.to() + 1)) {
      return Whose.OTHER;
    }
    if (isOfThing(before)) {
      return Whose.OTHER;
    }
    return before >= 0
            && text.before[age.from()] != Boundary.SENTENCE
            && (isOther(before) || persons.isThird(before))
        ? Whose.OTHER
        : Whose.UNSAID;
  }

  /** "My mattress is" (15 years old). */
  private boolean isOfThing(int token) {
    if (token < 1 || !persons.word(token).equals("is")) {
      return false;
    }
    String owner = persons.word(token - 1);
    return !owner.equals("age")
        && !kinds.is(Kind.PERSON, owner)
        && !kinds.is(Kind.WRITER, owner)
        && !kinds.is(Kind.THIRD, owner);
  }

  /** "I'm 40", "me (37F)", "as a mum of 40". */
  private boolean isWriterWith(int token) {
    return token >= 0
        && (kinds.is(Kind.WRITER, persons.word(token))
            || kinds.is(Kind.INTRODUCTION, persons.word(token))
            || (token > 0
                && persons.word(token).equals("am")
                && kinds.is(Kind.WRITER, persons.word(token - 1))));
  }

  private boolean isOther(int token) {
    return persons.isRelative(token)
        || (persons.isOwned(token)
            && (kinds.is(Kind.MAN, persons.word(token))
                || kinds.is(Kind.WOMAN, persons.word(token))));
  }
}
