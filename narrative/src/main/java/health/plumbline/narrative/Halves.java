package health.plumbline.narrative;

import org.jspecify.annotations.Nullable;

/**
 * Makes "an hour and a half" and "2 years and a half" an amount and its unit, as "1.5 hours" is.
 */
final class Halves {

  private Halves() {}

  static TokenStream merge(TokenStream out, Tokenizer.Words words) {
    int kept = 0;
    for (int t = 0; t < out.size; t++) {
      out.move(t, kept);
      String units = t + 2 < out.size && follows(out, t) ? units(out, t) : null;
      if (units != null) {
        boolean counted = kept > 0 && out.isNumber(kept - 1) && out.before[kept] == Boundary.NONE;
        if (counted) {
          set(out, kept - 1, out.most[kept - 1] + 0.5, words);
          out.end[kept] = out.end[t + 2];
        } else {
          set(out, kept, 1.5, words);
          kept++;
          out.move(t + 2, kept);
          out.before[kept] = Boundary.NONE;
        }
        out.word[kept] = words.id(units);
        out.colonAfter[kept] = out.colonAfter[t + 2];
        out.questionAfter[kept] = out.questionAfter[t + 2];
        t += 2;
      }
      kept++;
    }
    out.size = kept;
    return out;
  }

  private static void set(TokenStream out, int token, double amount, Tokenizer.Words words) {
    out.least[token] = amount;
    out.most[token] = amount;
    out.word[token] = words.id(Tokenizer.plain(amount));
    out.glued[token] = false;
  }

  private static boolean follows(TokenStream out, int unit) {
    return out.before[unit + 1] == Boundary.NONE
        && out.before[unit + 2] == Boundary.NONE
        && (is(out, unit + 1, "and") || is(out, unit + 1, "n") || is(out, unit + 1, "&"))
        && is(out, unit + 2, "half");
  }

  private static @Nullable String units(TokenStream out, int token) {
    for (String unit : new String[] {"hour", "day", "week", "month", "year"}) {
      if (is(out, token, unit) || is(out, token, unit + "s")) {
        return unit + "s";
      }
    }
    return null;
  }

  private static boolean is(TokenStream out, int token, String word) {
    return out.end[token] - out.start[token] == word.length()
        && out.text.regionMatches(true, out.start[token], word, 0, word.length());
  }
}
