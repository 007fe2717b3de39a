package health.plumbline.narrative;

import health.plumbline.knowledge.Finding;
import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the phrases of one text, with the cues around them, into statements about the patient. */
final class Interpreter {

  private static final String DURATION = "duration-weeks";
  private static final int PLACE_LEFT = 25;
  private static final int PLACE_RIGHT = 6;
  private static final int SIDE_LEFT = 4;
  private static final int SIDE_RIGHT = 4;
  private static final int FACTOR_UNKNOWN_WORDS = 5;
  private static final int SIGN_DISTANCE = 7;

  /**
   * One statement of one finding.
   *
   * @param weight how much it counts against another: 3 explains others away, 2 specific, 1 a
   *     blanket denial or a vague word
   */
  record Claim(Finding finding, FindingValue value, Side side, int from, int to, int weight) {}

  /** Something left open. */
  record Open(Finding finding, int from, int to, String reason) {}

  final List<Claim> claims = new ArrayList<>();
  final List<Open> open = new ArrayList<>();

  private final Lexicon lexicon;
  private final Mentions mentions;
  private final Scopes scopes;
  private final TokenStream text;

  /** Kind of the word for a symptom that a token belongs to, or null. */
  private final @Nullable Cue[] head;

  private final boolean[] place;
  private final boolean[] noSide;

  private Side carried = Side.UNSTATED;
  private int carriedAt = -1;

  Interpreter(Lexicon lexicon, Mentions mentions, Scopes scopes) {
    this.lexicon = lexicon;
    this.mentions = mentions;
    this.scopes = scopes;
    this.text = mentions.text;
    this.head = new Cue[text.size];
    this.place = new boolean[text.size];
    this.noSide = new boolean[text.size];
    for (Mention mention : mentions.cues) {
      Cue cue = ((Entry.ContextCue) mention.entry).cue();
      for (int t = mention.from; t <= mention.to; t++) {
        switch (cue) {
          case PAIN, SPREAD, OTHER_SYMPTOM -> head[t] = cue;
          case NO_SIDE -> noSide[t] = true;
          default -> {}
        }
      }
    }
    for (Mention mention : mentions.content) {
      if (mention.entry instanceof Entry.Statement statement && statement.isPlace()) {
        for (int t = mention.from; t <= mention.to; t++) {
          place[t] |= mention.holds(t);
        }
      }
    }
  }

  void interpret() {
    for (Mention mention : mentions.content) {
      switch (mention.entry) {
        case Entry.Statement statement -> statement(mention, statement);
        case Entry.Factor factor -> factor(mention, factor);
        case Entry.Sign sign -> sign(mention, sign);
        case Entry.ConditionName condition -> condition(mention, condition);
        case Entry.ContextCue cue -> throw new IllegalStateException(cue + " is no content");
      }
    }
  }

  private void statement(Mention mention, Entry.Statement statement) {
    if (statement.shield() || scopes.ignored.get(mention.from)) {
      return;
    }
    if (statement.rule() != null) {
      ruled(mention, statement, statement.rule());
      return;
    }
    if (statement.site()) {
      site(mention, statement);
      return;
    }
    if (statement.activity()
        && !sentenceHas(Cue.PAIN, mention.from)
        && !sentenceBegins(Cue.AGGRAVATING, mention.from)) {
      return;
    }
    if (statement.ask()) {
      ask(mention, statement);
      return;
    }
    int weight = statement.weight();
    Side side = side(mention, statement.isPlace());
    for (Setting setting : statement.settings()) {
      claim(mention, setting, side, weight);
    }
    if (scopes.negated.get(mention.from)) {
      for (Setting setting : statement.denied()) {
        if (!elsewhere(mention, setting.finding())) {
          add(
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
      if (!elsewhere(mention, setting.finding()) && !scopes.negated.get(mention.from)) {
        open.add(
            new Open(setting.finding(), mention.from, mention.to, "named, but not told clearly"));
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
    for (Setting setting : condition.settings()) {
      claim(mention, setting, Side.UNSTATED, 2);
    }
  }

  private void inFamily(Mention mention, String id) {
    boolean no = scopes.negated.get(mention.from);
    for (Setting setting : lexicon.inFamily.getOrDefault(id, List.of())) {
      FindingValue value = no ? FindingValue.NO : setting.value();
      claims.add(new Claim(setting.finding(), value, Side.UNSTATED, mention.from, mention.to, 2));
    }
  }

  private void ruled(Mention mention, Entry.Statement statement, NumberRule rule) {
    if (mention.firstNumber < 0 || elsewhere(mention, statement.settings().getFirst().finding())) {
      return;
    }
    Finding finding = statement.settings().getFirst().finding();
    if (isDemographic(finding) && mayBeMetres(mention)) {
      return;
    }
    int first = mention.firstNumber;
    double n =
        finding.id().equals(DURATION)
            ? (text.least[first] + text.most[first]) / 2
            : text.most[first];
    double m = mention.secondNumber < 0 ? Double.NaN : text.most[mention.secondNumber];
    if (mention.secondNumber >= 0 && finding.id().equals("pain-intensity")) {
      n = Math.max(n, m <= 10 ? m : n);
    }
    FindingValue value = rule.value(finding, n, m);
    if (value == null || (scopes.negated.get(mention.from) && !finding.id().equals(DURATION))) {
      return;
    }
    add(finding, value, side(mention, false), mention, statement.blanket() ? 1 : 2);
  }

  private static boolean isDemographic(Finding finding) {
    return finding.role() == Finding.Role.DEMOGRAPHIC;
  }

  /** "72M" is an age and a sex where a note begins, else it may be a distance. */
  private boolean mayBeMetres(Mention mention) {
    String last = lexicon.wordAt(text, mention.to);
    return mention.to == mention.from + 1
        && text.isNumber(mention.from)
        && (last.equals("m") || last.equals("f"))
        && !text.beginsSentence(mention.from);
  }

  /** Whether the words are not about the patient, or not about now. */
  private boolean elsewhere(Mention mention, Finding finding) {
    int t = mention.from;
    boolean lasting = lexicon.lasting.contains(finding.id());
    return scopes.ignored.get(t)
        || scopes.hypothetical.get(t)
        || scopes.family.get(t)
        || scopes.otherPerson.get(t)
        || (scopes.historical.get(t) && !lasting);
  }

  private void claim(Mention mention, Setting setting, Side side, int weight) {
    Finding finding = setting.finding();
    int t = mention.from;
    if (scopes.family.get(t)) {
      inFamily(mention, finding.id());
      return;
    }
    if (elsewhere(mention, finding) || (isDemographic(finding) && mayBeMetres(mention))) {
      return;
    }
    boolean alarming = lexicon.alarming.contains(finding.id());
    if (setting.isNo()) {
      if (negatedDirectly(mention)) {
        if (alarming) {
          open.add(new Open(finding, mention.from, mention.to, "a denial that is itself denied"));
        }
        return;
      }
      add(finding, setting.value(), side, mention, weight);
      return;
    }
    if (scopes.negated.get(t)) {
      if (setting.isYes()
          && !(mention.entry instanceof Entry.Statement s && !s.denied().isEmpty())) {
        add(finding, FindingValue.NO, side, mention, weight);
      }
      return;
    }
    if (scopes.possible.get(t)) {
      if (alarming) {
        open.add(new Open(finding, mention.from, mention.to, "said as possible or unsure"));
      }
      return;
    }
    add(finding, setting.value(), side, mention, weight);
  }

  private void add(Finding finding, FindingValue value, Side side, Mention mention, int weight) {
    Finding place = finding;
    if (side != Side.UNSTATED) {
      place = lexicon.sided.getOrDefault(finding.id(), finding);
    }
    boolean sideless = lexicon.sideless.contains(place.id());
    claims.add(
        new Claim(place, value, sideless ? Side.UNSTATED : side, mention.from, mention.to, weight));
    if (value.equals(FindingValue.YES)) {
      for (Setting setting : lexicon.implied.getOrDefault(place.id(), List.of())) {
        claims.add(
            new Claim(setting.finding(), setting.value(), side, mention.from, mention.to, 2));
      }
    }
  }

  private boolean negatedDirectly(Mention mention) {
    int t = mention.from - 1;
    while (t >= 0
        && text.before[t + 1] == Boundary.NONE
        && lexicon.isFiller(text, t)
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

  // Places

  private void site(Mention mention, Entry.Statement statement) {
    int governor = governor(mention);
    if (governor < 0) {
      return;
    }
    boolean denied =
        scopes.negated.get(mention.from)
            || (scopes.negated.get(governor) && head[governor] == Cue.PAIN);
    Side side = side(mention, true);
    for (Setting setting : statement.settings()) {
      Finding finding = setting.finding();
      if (elsewhere(mention, finding)
          || scopes.hypothetical.get(governor)
          || scopes.historical.get(governor)) {
        continue;
      }
      if (!denied && scopes.possible.get(mention.from)) {
        continue;
      }
      add(finding, denied ? FindingValue.NO : setting.value(), side, mention, 2);
    }
  }

  /** The token of the word for pain that this place belongs to, or -1. */
  private int governor(Mention mention) {
    int after = headAfterList(mention);
    if (after >= 0) {
      return head[after] == Cue.OTHER_SYMPTOM ? -1 : after;
    }
    int right = headRight(mention);
    int left = headLeft(mention);
    boolean rightPain = right >= 0 && head[right] == Cue.PAIN;
    if (left >= 0 && head[left] != Cue.OTHER_SYMPTOM) {
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
      if (head[t] != null && head[t] != Cue.SPREAD && text.before[t] == Boundary.NONE) {
        return t;
      }
      String word = lexicon.wordAt(text, t);
      boolean joint =
          word.equals("and") || word.equals("or") || word.equals("/") || word.equals("&");
      if (!(joint || place[t] || lexicon.isFiller(text, t))) {
        return -1;
      }
      if (text.before[t] == Boundary.COMMA && !place[t] && !joint && !lexicon.isFiller(text, t)) {
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
      if (head[t] != null && head[t] != Cue.SPREAD) {
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
      if (head[t] != null) {
        return t;
      }
    }
    return -1;
  }

  private boolean sentenceBegins(Cue cue, int token) {
    int end = text.sentenceEnd(token);
    for (int t = text.sentenceStart(token); t < end; t++) {
      if (scopes.begins(cue, t)) {
        return true;
      }
    }
    return false;
  }

  private boolean sentenceHas(Cue cue, int token) {
    int end = text.sentenceEnd(token);
    for (int t = text.sentenceStart(token); t < end; t++) {
      if (head[t] == cue) {
        return true;
      }
    }
    return false;
  }

  // Sides

  private Side side(Mention mention, boolean isPlace) {
    Side side = Side.UNSTATED;
    for (int t = mention.from; t <= mention.to; t++) {
      side = side.and(sideAt(t));
    }
    if (side == Side.UNSTATED) {
      side = sideLeft(mention);
    }
    if (side == Side.UNSTATED) {
      side = sideRight(mention);
    }
    if (side == Side.UNSTATED
        && isPlace
        && carriedAt >= 0
        && carriedAt >= text.sentenceStart(mention.from)
        && carriedAt < mention.from) {
      side = carried;
    }
    if (side != Side.UNSTATED && isPlace) {
      carried = side;
      carriedAt = mention.from;
    }
    return side;
  }

  private Side sideAt(int token) {
    return noSide[token] ? Side.UNSTATED : text.side[token];
  }

  private Side sideLeft(Mention mention) {
    int unknown = 0;
    Side side = Side.UNSTATED;
    for (int t = mention.from - 1; t >= 0 && unknown < SIDE_LEFT; t--) {
      if (text.before[t + 1] != Boundary.NONE) {
        break;
      }
      Side here = sideAt(t);
      if (here != Side.UNSTATED) {
        side = side.and(here);
        continue;
      }
      if (side != Side.UNSTATED && !lexicon.wordAt(text, t).equals("and")) {
        break;
      }
      if (place[t]
          || (mentions.ending[t] != null && side == Side.UNSTATED && !lexicon.isFiller(text, t))) {
        break;
      }
      unknown++;
    }
    return side;
  }

  private Side sideRight(Mention mention) {
    Side side = Side.UNSTATED;
    int last = Math.min(text.size - 1, mention.to + SIDE_RIGHT);
    boolean leads = false;
    for (int t = mention.to + 1; t <= last; t++) {
      if (text.before[t] == Boundary.SENTENCE) {
        break;
      }
      Side here = sideAt(t);
      String word = lexicon.wordAt(text, t);
      boolean first = t == mention.to + 1;
      if (here != Side.UNSTATED) {
        boolean ownPlace = t + 1 < text.size && place[t + 1] && text.before[t + 1] == Boundary.NONE;
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
      switch (word) {
        case "on", "of", "to", "in", "at", "side", "more", "mainly", "mostly" -> leads = true;
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

  // What makes it worse or better

  private void factor(Mention mention, Entry.Factor factor) {
    if (scopes.ignored.get(mention.from)
        || scopes.hypothetical.get(mention.from)
        || scopes.family.get(mention.from)
        || scopes.otherPerson.get(mention.from)) {
      return;
    }
    Mention cueMention = governingFactorCue(mention);
    if (cueMention == null) {
      onActivity(mention, factor);
      return;
    }
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
    List<Setting> settings = worse ? factor.aggravated() : factor.eased();
    if (denied) {
      settings =
          worse || factor.notEased().isEmpty() ? Lexicon.opposite(settings) : factor.notEased();
    }
    for (Setting setting : settings) {
      FindingValue value = setting.value();
      int from = Math.min(mention.from, cueMention.from);
      int to = Math.max(mention.to, cueMention.to);
      if (to - from > 12) {
        from = mention.from;
        to = mention.to;
      }
      claims.add(new Claim(setting.finding(), value, Side.UNSTATED, from, to, 2));
    }
  }

  /** "pain in the calf on walking": a word for pain, then the activity behind on, with or when. */
  private void onActivity(Mention mention, Entry.Factor factor) {
    int t = mention.from - 1;
    while (t > 0 && lexicon.isFiller(text, t) && text.before[t + 1] == Boundary.NONE) {
      t--;
    }
    boolean adjoins = t >= 0 && head[t] == Cue.PAIN;
    if (t < 0
        || text.before[t + 1] != Boundary.NONE
        || !(adjoins || leadsToActivity(lexicon.wordAt(text, t)))) {
      return;
    }
    for (int s = adjoins ? t : t - 1; s >= 0 && t - s < PLACE_LEFT; s--) {
      if (text.before[s + 1] != Boundary.NONE
          || scopes.begins(Cue.TERMINATION, s)
          || head[s] == Cue.OTHER_SYMPTOM) {
        return;
      }
      if (head[s] == Cue.PAIN) {
        boolean denied = scopes.negated.get(s);
        for (Setting setting :
            denied ? Lexicon.opposite(factor.aggravated()) : factor.aggravated()) {
          claims.add(
              new Claim(setting.finding(), setting.value(), Side.UNSTATED, s, mention.to, 2));
        }
        return;
      }
    }
  }

  private static boolean leadsToActivity(String word) {
    return switch (word) {
      case "on", "with", "when", "while", "during", "upon", "after" -> true;
      default -> false;
    };
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
      if (backward && text.before[t] == Boundary.COMMA && !factorFrom(t)) {
        return false;
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
      String word = lexicon.wordAt(text, t);
      boolean joint = word.equals("and") || word.equals("or") || word.equals("/");
      if (!joint && !lexicon.isFiller(text, t) && ++unknown > FACTOR_UNKNOWN_WORDS) {
        return false;
      }
      t++;
    }
    return !(backward && to < text.size && text.before[to] == Boundary.COMMA);
  }

  private boolean factorFrom(int token) {
    String word = lexicon.wordAt(text, token);
    int t = word.equals("and") || word.equals("or") ? token + 1 : token;
    Mention mention = t < text.size ? mentions.beginning[t] : null;
    return mention != null && mention.entry instanceof Entry.Factor;
  }

  // Signs and their results

  private void sign(Mention mention, Entry.Sign sign) {
    if (scopes.ignored.get(mention.from)
        || scopes.hypothetical.get(mention.from)
        || scopes.family.get(mention.from)
        || scopes.otherPerson.get(mention.from)
        || scopes.historical.get(mention.from)) {
      return;
    }
    Mention best = null;
    int least = SIGN_DISTANCE + 1;
    for (Mention result : results(mention)) {
      Entry.ContextCue cue = (Entry.ContextCue) result.entry;
      if (sign.byResult().getOrDefault(cue.cue(), List.of()).isEmpty()) {
        continue;
      }
      int distance =
          result.from > mention.to && cue.behind()
              ? signDistance(mention.to + 1, result.from)
              : result.to < mention.from && cue.ahead()
                  ? signDistance(result.to + 1, mention.from)
                  : Integer.MAX_VALUE;
      if (distance < least || (distance == least && best != null && result.words > best.words)) {
        least = distance;
        best = result;
      }
    }
    if (best == null) {
      return;
    }
    List<Setting> settings =
        sign.byResult().getOrDefault(((Entry.ContextCue) best.entry).cue(), List.of());
    if (scopes.negated.get(best.from)) {
      settings = Lexicon.opposite(settings);
    }
    int weight = settings.size() > 2 ? 1 : 2;
    Side side = side(mention, false);
    Mention whole =
        new Mention(
            mention.entry,
            Math.min(mention.from, best.from),
            Math.max(mention.to, best.to),
            1,
            -1,
            -1);
    for (Setting setting : settings) {
      add(setting.finding(), setting.value(), side, whole, weight);
    }
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
  private int signDistance(int from, int to) {
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
      String word = lexicon.wordAt(text, t);
      boolean joint = word.equals("and") || word.equals("or") || word.equals("/");
      if (comma) {
        distance += joint ? 1 : 4;
      }
      if (!joint && !lexicon.isFiller(text, t)) {
        distance += place[t] || isShort(word) ? 1 : 2;
      }
      t++;
    }
    if (to < text.size && text.before[to] == Boundary.COMMA && from <= to) {
      Mention next = mentions.beginning[to];
      distance += next != null && next.entry instanceof Entry.Sign ? 1 : 5;
    }
    return distance;
  }

  private static boolean isShort(String word) {
    return switch (word) {
      case "of",
          "in",
          "on",
          "at",
          "to",
          "over",
          "with",
          "both",
          "legs",
          "limbs",
          "lower",
          "throughout" ->
          true;
      default -> false;
    };
  }

  /** How well a stretch of text suits as the place where the duration of the pain is told. */
  int durationFit(Claim claim) {
    int start = claim.from();
    while (start > 0 && text.before[start] == Boundary.NONE) {
      start--;
    }
    int end = claim.to() + 1;
    while (end < text.size && text.before[end] == Boundary.NONE) {
      end++;
    }
    boolean pain = false;
    boolean other = false;
    boolean event = false;
    boolean onset = false;
    for (int t = start; t < end; t++) {
      pain |= head[t] == Cue.PAIN || place[t];
      event |= scopes.begins(Cue.EVENT, t);
      onset |= scopes.begins(Cue.ONSET, t) && (t < claim.from() || t > claim.to());
      Mention mention = mentions.beginning[t];
      onset |= mention != null && mention.entry instanceof Entry.Statement told && told.isOnset();
      other |=
          mention != null
              && mention.entry instanceof Entry.Statement statement
              && !statement.isPlace()
              && (t < claim.from() || t > claim.to())
              && !statement.settings().isEmpty()
              && lexicon.alarming.contains(statement.settings().getFirst().finding().id());
    }
    if (event && !pain) {
      return -1;
    }
    if (pain) {
      return event ? 2 : lexicon.wordAt(text, claim.to()).equals("history") ? 5 : 4;
    }
    if (other) {
      return 0;
    }
    boolean sentencePain = sentenceHas(Cue.PAIN, claim.from());
    if (sentencePain) {
      return 3;
    }
    return onset ? 2 : 1;
  }
}
