package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Side;
import health.plumbline.narrative.WordKinds.Kind;
import java.util.List;

/** Turns the phrases of one text, with the cues around them, into claims about the patient. */
final class Interpreter {

  /** Above it, "100M" and "99F" are a distance and a temperature. */
  private static final int OLDEST_IN_SHORT = 96;

  private static final String DURATION = "duration-weeks";

  /** Tokens in front of an ability within which it may be said to be failing. */
  private static final int FAILING_WITHIN = 7;

  private final Claims claims;

  private final Passage passage;
  private final Lexicon lexicon;
  private final Scopes scopes;
  private final TokenStream text;
  private final Sides sides;
  private final Places places;
  private final Factors factors;
  private final Signs signs;

  private final boolean lenient;

  private Interpreter(Passage passage, boolean lenient) {
    this.passage = passage;
    this.lexicon = passage.lexicon;
    this.scopes = passage.scopes;
    this.text = passage.text;
    this.claims = new Claims(lexicon);
    this.sides = new Sides(passage);
    this.lenient = lenient;
    this.places = new Places(passage, sides, claims, lenient);
    this.factors = new Factors(passage, claims);
    this.signs = new Signs(passage, sides, claims);
  }

  /**
   * What the text claims and what it leaves open.
   *
   * @param lenient whether to name one's back or hip is to complain of it
   */
  static Claims interpret(Passage passage, boolean lenient) {
    Interpreter interpreter = new Interpreter(passage, lenient);
    interpreter.content();
    Alarms.listen(passage, interpreter.claims);
    return interpreter.claims;
  }

  private void content() {
    for (Mention mention : passage.mentions.content) {
      switch (mention.entry) {
        case Entry.Statement statement -> statement(mention, statement);
        case Entry.Factor factor -> factors.factor(mention, factor);
        case Entry.Sign sign -> signs.sign(mention, sign);
        case Entry.ConditionName condition -> condition(mention, condition);
        case Entry.ContextCue cue -> throw new IllegalStateException(cue + " is no content");
        case Entry.Concept concept -> throw new IllegalStateException(concept + " is no content");
      }
    }
  }

  private void statement(Mention mention, Entry.Statement statement) {
    if (statement.is(Entry.Tag.SHIELD) || scopes.ignored.get(mention.from)) {
      return;
    }
    if (statement.rule() != null) {
      ruled(mention, statement, statement.rule());
      return;
    }
    if (statement.is(Entry.Tag.SITE)) {
      places.site(mention, statement);
      return;
    }
    if (statement.is(Entry.Tag.ACTIVITY)
        && !passage.sentenceHas(Cue.PAIN, mention.from)
        && !passage.sentenceBegins(Cue.AGGRAVATING, mention.from)) {
      return;
    }
    if (statement.is(Entry.Tag.ASK)) {
      ask(mention, statement);
      return;
    }
    int weight = statement.weight();
    Side side = sides.of(mention, statement.isPlace());
    for (Setting setting : statement.settings()) {
      claim(mention, setting, side, weight);
    }
    if (scopes.negated.get(mention.from)) {
      for (Setting setting : statement.denied()) {
        if (!passage.elsewhere(mention, setting.finding())) {
          claims.add(
              setting.finding(),
              setting.value(),
              side,
              mention,
              statement.denied().size() > 2 ? 1 : 2);
        }
      }
    }
  }

  private void ask(Mention mention, Entry.Statement statement) {
    for (Setting setting : statement.settings()) {
      if (!passage.elsewhere(mention, setting.finding()) && !scopes.negated.get(mention.from)) {
        claims.open(setting.finding(), mention, DoubtReason.NAMED_UNCLEARLY);
      }
    }
  }

  private void condition(Mention mention, Entry.ConditionName condition) {
    if (scopes.ignored.get(mention.from)) {
      return;
    }
    if (scopes.family.get(mention.from)) {
      inFamily(mention, condition.conditionId());
      return;
    }
    if (scopes.possible.get(mention.from) || queried(mention)) {
      // a diagnosis that is wondered about is no history
      return;
    }
    for (Setting setting : condition.settings()) {
      claim(mention, setting, Side.UNSTATED, 2);
    }
  }

  private void inFamily(Mention mention, String id) {
    boolean no = scopes.negated.get(mention.from);
    for (Setting setting : lexicon.inFamily.getOrDefault(id, List.of())) {
      FindingValue value = no ? FindingValue.NO : setting.value();
      claims.plain(setting.finding(), value, mention.from, mention.to);
    }
  }

  private void ruled(Mention mention, Entry.Statement statement, NumberRule rule) {
    if (mention.firstNumber < 0
        || passage.elsewhere(mention, statement.settings().getFirst().finding())) {
      return;
    }
    Finding finding = statement.settings().getFirst().finding();
    if (isDemographic(finding) && (mayBeMetres(mention) || hasUnitBehind(mention))) {
      return;
    }
    if (finding.id().equals(DURATION) && scopes.historical.get(mention.from)) {
      return;
    }
    int first = mention.firstNumber;
    double n = text.most[first];
    double m = mention.secondNumber < 0 ? Double.NaN : text.most[mention.secondNumber];
    if (mention.secondNumber >= 0 && finding.id().equals("pain-intensity")) {
      n = Math.max(n, m <= 10 ? m : n);
    }
    FindingValue value = rule.value(finding, n, m);
    if (value == null || (scopes.negated.get(mention.from) && !finding.id().equals(DURATION))) {
      return;
    }
    claims.add(finding, value, sides.of(mention, false), mention, statement.isBlanket() ? 1 : 2);
  }

  private static boolean isDemographic(Finding finding) {
    return finding.role() == Finding.Role.DEMOGRAPHIC;
  }

  /**
   * "72M" is an age and a sex where a note begins, or written so; else "72 m" may be a distance. No
   * length is given in "f", but a fever may be.
   */
  private boolean mayBeMetres(Mention mention) {
    String last = lexicon.wordAt(text, mention.to);
    if (mention.to != mention.from + 1
        || !text.isNumber(mention.from)
        || !(last.equals("m") || last.equals("f"))
        || text.beginsSentence(mention.from)
        || text.colonAfter[mention.from - 1]) {
      return false;
    }
    boolean capital = text.text.charAt(text.start[mention.to]) == 'M' && text.glued[mention.to];
    return text.most[mention.from] > OLDEST_IN_SHORT || !(capital || last.equals("f"));
  }

  /** "She is eleven weeks post partum" is no age. */
  private boolean hasUnitBehind(Mention mention) {
    int next = mention.to + 1;
    if (next >= text.size || text.before[next] != Boundary.NONE || !text.isNumber(mention.to)) {
      return false;
    }
    return lexicon.is(Kind.UNIT, text, next);
  }

  private void claim(Mention mention, Setting setting, Side side, int weight) {
    Finding finding = setting.finding();
    int t = mention.from;
    if (scopes.family.get(t) && !finding.id().startsWith("family-history")) {
      inFamily(mention, finding.id());
      return;
    }
    if (isToBeAsked(t, setting)) {
      claims.open(finding, mention, DoubtReason.ASKED_ABOUT);
      return;
    }
    boolean elsewhere = passage.elsewhere(mention, finding) && !isPlaceInQuestion(mention);
    if (elsewhere || (isDemographic(finding) && mayBeMetres(mention))) {
      return;
    }
    boolean alarming = lexicon.alarming.contains(finding.id());
    if (setting.isNo()) {
      if (negatedDirectly(mention) || isFailing(mention)) {
        if (alarming) {
          claims.open(finding, mention, DoubtReason.DENIAL_DENIED);
        }
        return;
      }
      claims.add(finding, setting.value(), side, mention, weight);
      return;
    }
    if (scopes.negated.get(t)) {
      if (setting.isYes()
          && !(mention.entry instanceof Entry.Statement s && !s.denied().isEmpty())) {
        claims.add(finding, FindingValue.NO, side, mention, weight);
      }
      return;
    }
    // "I'm 7 weeks gone, I think": whoever may be pregnant is a woman for certain.
    if (!isDemographic(finding) && (scopes.possible.get(t) || queried(mention))) {
      claims.open(finding, mention, DoubtReason.SAID_AS_POSSIBLE);
      return;
    }
    claims.add(finding, setting.value(), side, mention, weight);
  }

  /** "What can I do about back pain?" where nothing else is said: whoever asks so has it. */
  private boolean isPlaceInQuestion(Mention mention) {
    return lenient
        && scopes.hypothetical.get(mention.from)
        && !scopes.ofAnother(mention.from)
        && mention.entry instanceof Entry.Statement statement
        && statement.isPlace();
  }

  /** Whether something alarming is asked about as one's own, or doubted rather than past. */
  private boolean isToBeAsked(int token, Setting setting) {
    return setting.isYes()
        && lexicon.alarming.contains(setting.finding().id())
        && !scopes.negated.get(token)
        && !scopes.ofAnother(token)
        && (scopes.askedAbout.get(token)
            || (scopes.possible.get(token)
                && scopes.historical.get(token)
                && !scopes.hypothetical.get(token)));
  }

  /** "altered sensation ?saddle": a question mark inside the phrase. */
  private boolean queried(Mention mention) {
    for (int t = mention.from; t <= mention.to; t++) {
      if (scopes.begins(Cue.POSSIBLE, t) && passage.word(t).equals("?")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the ability that a denial names is said to be failing: "barely able to feel when I
   * wipe", "I struggle to control my bowels". Whatever else it may be, it is no denial.
   */
  private boolean isFailing(Mention mention) {
    int t = mention.from - 1;
    int least = Math.max(0, mention.from - FAILING_WITHIN);
    while (t >= least && text.before[t + 1] == Boundary.NONE) {
      for (int s = t; s >= least; s--) {
        if (scopes.end(Cue.DIFFICULTY, s) == t + 1) {
          return !scopes.negated.get(s);
        }
      }
      if (!passage.isFiller(t) && !lexicon.is(Kind.LEADS_TO_ABILITY, text, t)) {
        return false;
      }
      t--;
    }
    return false;
  }

  private boolean negatedDirectly(Mention mention) {
    int t = mention.from - 1;
    while (t >= 0
        && text.before[t + 1] == Boundary.NONE
        && passage.isFiller(t)
        && scopes.negated.get(t)) {
      t--;
    }
    if (t < 0 || text.before[t + 1] != Boundary.NONE || !scopes.negated.get(mention.from)) {
      return false;
    }
    for (int s = t; s >= Math.max(0, t - 2); s--) {
      if (scopes.end(Cue.NEGATION, s) == t + 1) {
        return true;
      }
    }
    return false;
  }
}
