package health.plumbline.narrative;

/** Makes one token of "2 to 3", "2-3" and "2 or 3". */
final class Ranges {

  private Ranges() {}

  static TokenStream merge(TokenStream out) {
    int kept = 0;
    for (int t = 0; t < out.size; t++) {
      out.move(t, kept);
      if (t + 2 < out.size
          && out.isNumber(t)
          && out.isNumber(t + 2)
          && out.before[t + 1] == Boundary.NONE
          && out.before[t + 2] == Boundary.NONE
          && !out.glued[t]
          && (kept == 0 || !slash(out, kept - 1))
          && out.least[t] < out.least[t + 2]
          && joins(out, t + 1)) {
        out.most[kept] = out.most[t + 2];
        out.end[kept] = out.end[t + 2];
        out.word[kept] = WordTable.UNKNOWN;
        out.colonAfter[kept] = out.colonAfter[t + 2];
        out.questionAfter[kept] = out.questionAfter[t + 2];
        t += 2;
      }
      kept++;
    }
    out.size = kept;
    return out;
  }

  private static boolean slash(TokenStream out, int token) {
    return out.end[token] - out.start[token] == 1 && out.text.charAt(out.start[token]) == '/';
  }

  private static boolean joins(TokenStream out, int token) {
    int length = out.end[token] - out.start[token];
    char first = out.text.charAt(out.start[token]);
    return (length == 1 && (first == '-' || first == '–'))
        || (length == 2
            && (out.text.startsWith("to", out.start[token])
                || out.text.startsWith("or", out.start[token])));
  }
}
