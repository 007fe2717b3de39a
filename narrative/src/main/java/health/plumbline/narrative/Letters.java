package health.plumbline.narrative;

import java.text.Normalizer;
import java.util.Locale;

/** The letters of a word as the lexicon writes them, however a keyboard or a phone wrote them. */
final class Letters {

  private Letters() {}

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ';
  }

  /** In lower case, with straight apostrophes and letters without accents. */
  static String plain(String form) {
    String lower = form.toLowerCase(Locale.ROOT);
    return isAscii(lower)
        ? lower
        : withoutAccents(lower.replace('’', '\'').replace('‘', '\'').replace('ʼ', '\''));
  }

  private static boolean isAscii(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (form.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String withoutAccents(String form) {
    String decomposed = Normalizer.normalize(form, Normalizer.Form.NFKD);
    StringBuilder letters = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
