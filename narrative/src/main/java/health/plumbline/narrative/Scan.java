package health.plumbline.narrative;

import health.plumbline.knowledge.Sex;
import health.plumbline.knowledge.Side;
import health.plumbline.narrative.WordKinds.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One pass over the characters of one text, which leaves its tokens in a stream. */
final class Scan {

  private static final String SIGNS = "/+%&#<>=";
  private static final int SHORT_BRACKET = 24;
  private static final int SHORT_LINE = 60;
  private static final int LONGEST_SHORTHAND = 6;

  /** Tokens after which a sentence ends if no sign ended it. */
  private static final int LONGEST_SENTENCE = 250;

  private final Tokenizer tokenizer;
  private final String text;
  private final Tokenizer.Words words;
  private final TokenStream out;
  private int at;
  private Boundary pending = Boundary.NONE;
  private boolean newLine = true;
  private int lineBegin;
  private String lastWord = "";
  private int lastEnd = -1;
  private int inSentence;
  private boolean tens;
  private boolean quoted;
  private boolean mine;
  private @Nullable Sex possessor;

  Scan(Tokenizer tokenizer, String text, Tokenizer.Words words) {
    this.tokenizer = tokenizer;
    this.text = text;
    this.words = words;
    this.out = new TokenStream(text);
  }

  TokenStream run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (shorthand(c)) {
        continue;
      }
      if (Character.isLetter(c)) {
        word();
      } else if (isDigit(c)) {
        number();
      } else {
        sign(c);
        at++;
      }
    }
    return Halves.merge(Ranges.merge(out), words);
  }

  /** "2day" and "b4": letters and digits that are one word. */
  private boolean shorthand(char c) {
    if (!Character.isLetterOrDigit(c) || at + 1 >= text.length()) {
      return false;
    }
    int to = at;
    boolean digit = false;
    boolean letter = false;
    while (to < text.length() && to - at <= LONGEST_SHORTHAND) {
      char next = text.charAt(to);
      if (isDigit(next)) {
        digit = true;
      } else if (next < 128 && Character.isLetter(next)) {
        letter = true;
      } else {
        break;
      }
      to++;
    }
    if (!digit || !letter || to - at > LONGEST_SHORTHAND) {
      return false;
    }
    List<String> standard = tokenizer.variants.get(text.substring(at, to).toLowerCase(Locale.ROOT));
    if (standard == null) {
      return false;
    }
    int from = at;
    at = to;
    for (String part : standard) {
      finish(put(part, from, to), part, false);
    }
    lastWord = "";
    return true;
  }

  private void separate(Boundary boundary) {
    if (boundary.compareTo(pending) > 0) {
      pending = boundary;
    }
  }

  private int put(String form, int from, int to) {
    inSentence = pending == Boundary.SENTENCE ? 0 : inSentence + 1;
    if (inSentence == LONGEST_SENTENCE) {
      // words without end: what looks through a sentence must not look through a whole book
      pending = Boundary.SENTENCE;
      inSentence = 0;
    }
    int token = out.add(words.id(form), from, to, pending);
    out.lineStart[token] = newLine;
    out.glued[token] = from == lastEnd;
    out.possessor[token] = possessor;
    possessor = null;
    out.mine[token] = mine;
    mine = false;
    pending = Boundary.NONE;
    newLine = false;
    lastEnd = to;
    tens = false;
    return token;
  }

  private void word() {
    int from = at;
    boolean upper = passLetters();
    int to = at;
    String form = Letters.plain(text.substring(from, to));
    if (from > 0
        && form.equals("ve")
        && (text.charAt(from - 1) == '-'
            || text.charAt(from - 1) == '+'
            || text.charAt(from - 1) == '–')) {
      boolean plus = text.charAt(from - 1) == '+';
      if (plus && out.size > 0 && out.end[out.size - 1] == from) {
        out.size--;
      }
      form = plus ? "+ve" : "-ve";
      from--;
    }
    lastWord = form;
    switch (form) {
      case "i'm", "i've", "im", "ive" -> out.firstPerson |= !quoted;
      case "my", "our" -> mine = !quoted;
      case "his" -> possessor = Sex.MALE;
      case "her" -> possessor = Sex.FEMALE;
      default -> {}
    }
    if (tokenizer.kinds.is(Kind.SKIPPED, form)) {
      // "a" is an article, "A" glued to a number or alone in a list is not worth the loss
      lastEnd = -1;
      return;
    }
    boolean pair = tokenizer.kinds.is(Kind.PAIR, form);
    form = afterNumber(form);
    List<String> standard = tokenizer.variants.get(form);
    if (standard == null && form.endsWith("'s") && form.length() > 3) {
      String owner = form.substring(0, form.length() - 2);
      standard = tokenizer.variants.get(owner);
      form = standard == null ? owner : form;
    }
    boolean capitals = upper && to - from > 1;
    if (standard == null) {
      int token = put(form, from, to);
      finish(token, words.standard(form), capitals);
      out.pair[token] = pair;
    } else {
      putAll(standard, from, to, capitals, pair);
    }
  }

  /** Passes over the letters of a word; returns whether all are capitals. */
  private boolean passLetters() {
    boolean upper = true;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        upper &= Character.isUpperCase(c);
      } else if (!(Letters.isApostrophe(c)
          && at + 1 < text.length()
          && Character.isLetter(text.charAt(at + 1)))) {
        break;
      }
      at++;
    }
    return upper;
  }

  /** Puts the standard tokens of a word. */
  private void putAll(List<String> standard, int from, int to, boolean capitals, boolean pair) {
    for (String part : standard) {
      boolean wasTens = tens;
      if (isDigit(part.charAt(0))) {
        double value = Double.parseDouble(part);
        if (wasTens && value < 10 && pending == Boundary.NONE && out.size > 0) {
          int last = out.size - 1;
          double sum = out.least[last] + value;
          out.least[last] = sum;
          out.most[last] = sum;
          out.word[last] = words.id(Tokenizer.plain(sum));
          out.end[last] = to;
          lastEnd = to;
          tens = false;
          continue;
        }
        int token = put(part, from, to);
        out.least[token] = value;
        out.most[token] = value;
        out.glued[token] = false;
        tens = value >= 20 && value < 100 && value % 10 == 0;
      } else {
        int token = put(part, from, to);
        finish(token, part, capitals);
        out.pair[token] = pair;
      }
    }
  }

  /** "3 month history" and "3-month history" are "3 months history". */
  private String afterNumber(String form) {
    if (out.size == 0
        || pending != Boundary.NONE
        || !out.isNumber(out.size - 1)
        || lastEnd != out.end[out.size - 1]) {
      return form;
    }
    List<String> standard = tokenizer.variants.getOrDefault(form, List.of(form));
    if (standard.size() > 1) {
      return form;
    }
    return switch (standard.getFirst()) {
      case "day", "week", "month", "year", "hour", "minute" -> standard.getFirst() + "s";
      default -> form;
    };
  }

  private void finish(int token, String form, boolean capitals) {
    out.side[token] = tokenizer.side(form);
    out.capitals[token] = capitals;
  }

  private void number() {
    int from = at;
    StringBuilder digits = new StringBuilder();
    boolean point = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isDigit(c)) {
        digits.append(c);
      } else if (c == '.' && !point && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
        digits.append(c);
        point = true;
      } else if (!(c == ',' && !point && thousands(from))) {
        break;
      }
      at++;
    }
    int to = at;
    double value = digits.length() > 15 ? Double.NaN : Double.parseDouble(digits.toString());
    if (Double.isNaN(value)) {
      put(digits.toString(), from, to);
      return;
    }
    if (at < text.length() && text.charAt(at) == '½') {
      value += 0.5;
      to = ++at;
    }
    int token = put(Tokenizer.plain(value), from, to);
    out.least[token] = value;
    out.most[token] = value;
    if (out.glued[token] && token > 0 && out.end[token - 1] - out.start[token - 1] == 1) {
      // the L of L5 is no side
      out.side[token - 1] = Side.UNSTATED;
    }
    lastWord = "";
    // 4+/5 and 4-/5 are grade 4
    if (at + 1 < text.length()
        && (text.charAt(at) == '+' || text.charAt(at) == '-')
        && text.charAt(at + 1) == '/') {
      at++;
    }
  }

  private boolean thousands(int from) {
    return at - from <= 3
        && threeDigits()
        && (at + 4 >= text.length() || !isDigit(text.charAt(at + 4)));
  }

  private boolean threeDigits() {
    return at + 3 < text.length()
        && isDigit(text.charAt(at + 1))
        && isDigit(text.charAt(at + 2))
        && isDigit(text.charAt(at + 3));
  }

  private void sign(char c) {
    switch (c) {
      case '.' -> fullStop();
      case ';', '!', '|', '•', '…', '·', '▪' -> separate(Boundary.SENTENCE);
      case '?' -> question();
      case ',', '—', '–' -> comma(c);
      case '(', '[' -> {
        if (!near(c == '(' ? ')' : ']', 1)) {
          separate(Boundary.COMMA);
        }
      }
      case ')', ']' -> {
        if (!near(c == ')' ? '(' : '[', -1)) {
          separate(Boundary.COMMA);
        }
      }
      case '\n' -> lineBreak();
      case ':' -> {
        if (out.size > 0) {
          out.colonAfter[out.size - 1] = true;
        }
      }
      case '-' -> hyphen();
      case '°' -> put("degrees", at, at + 1);
      case '↓' -> put("reduced", at, at + 1);
      case '↑' -> put("raised", at, at + 1);
      case '"', '“', '”' -> quoted = !quoted;
      case '½' -> {
        int token = put("0.5", at, at + 1);
        out.least[token] = 0.5;
        out.most[token] = 0.5;
      }
      default -> {
        if (SIGNS.indexOf(c) >= 0) {
          int from = at;
          while (c == '+' && at + 1 < text.length() && text.charAt(at + 1) == '+') {
            at++;
          }
          put(text.substring(from, at + 1), from, at + 1);
        } else if (c > 127 && Character.isSpaceChar(c)) {
          lastEnd = -1;
        }
      }
    }
  }

  private void comma(char c) {
    boolean range =
        c == '–'
            && at > 0
            && at + 1 < text.length()
            && isDigit(text.charAt(at - 1))
            && isDigit(text.charAt(at + 1));
    if (range) {
      put("-", at, at + 1);
    } else {
      separate(Boundary.COMMA);
    }
  }

  private void hyphen() {
    char left = at > 0 ? text.charAt(at - 1) : ' ';
    char right = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (isDigit(right) && isDigit(left)) {
      put("-", at, at + 1);
    } else if (left == ' ' && (right == ',' || right == ';' || right == '.' || ends())) {
      // "compression -, thigh thrust +"
      put("-ve", at, at + 1);
    } else if (Character.isWhitespace(left) && Character.isWhitespace(right)) {
      if (at > lineBegin
          && !blank(lineBegin, at)
          && !tokenizer.kinds.is(Kind.ANSWER, wordAfter(at + 1))) {
        separate(Boundary.COMMA);
      }
    }
  }

  /** Whether the line ends behind the character. */
  private boolean ends() {
    // a "-" that is a whole word of the lexicon is a result too
    return text.length() == 1
        || (out.size > 0 && (at + 1 >= text.length() || text.charAt(at + 1) == '\n'));
  }

  private String wordAfter(int from) {
    int begin = from;
    while (begin < text.length() && text.charAt(begin) == ' ') {
      begin++;
    }
    int end = begin;
    while (end < text.length() && end - begin < 12 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(begin, end).toLowerCase(Locale.ROOT);
  }

  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void question() {
    char left = at > 0 ? text.charAt(at - 1) : ' ';
    char right = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean opens = at == 0 || Character.isWhitespace(left) || left == '(';
    boolean query =
        Character.isLetter(right)
            || (opens && isDigit(right))
            || (opens && right == ' ' && Character.isLowerCase(nextVisible(at + 1)))
            || (right == '?' && !Character.isLetter(left));
    if (query || text.length() == 1) {
      put("?", at, at + 1);
      return;
    }
    if (out.size > 0) {
      out.questionAfter[out.size - 1] = true;
    }
    separate(Boundary.SENTENCE);
  }

  private void fullStop() {
    char right = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (Character.isLetterOrDigit(right) && lastWord.length() == 1 && lastEnd == at) {
      return;
    }
    if (lastWord.length() >= 1
        && lastEnd == at
        && (lastWord.length() == 1 || tokenizer.kinds.is(Kind.ABBREVIATION, lastWord))) {
      char next = nextVisible(at + 1);
      if (Character.isLowerCase(next) || isDigit(next) || next == ',') {
        return;
      }
    }
    separate(Boundary.SENTENCE);
  }

  private char nextVisible(int from) {
    for (int i = from; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return text.charAt(i);
      }
    }
    return ' ';
  }

  /** Whether the character stands within a short bracket's length after (1) or before (-1). */
  private boolean near(char sought, int direction) {
    int i = at;
    for (int step = 0; step <= SHORT_BRACKET && i >= 0 && i < text.length(); step++) {
      if (text.charAt(i) == sought) {
        return true;
      }
      i += direction;
    }
    return false;
  }

  private void lineBreak() {
    int length = at - lineBegin;
    char next = nextVisible(at + 1);
    boolean wrapped = length >= SHORT_LINE && Character.isLowerCase(next);
    if (!wrapped) {
      separate(Boundary.SENTENCE);
      newLine = true;
    }
    lineBegin = at + 1;
    lastEnd = -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
