package health.plumbline.contract;

import health.plumbline.knowledge.InvalidInputException;
import health.plumbline.knowledge.Presentation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a text that plainly states an age that nobody has.
 *
 * <p>The reader leaves alone a number that cannot be an age, as most such numbers are none (a
 * height, a weight, a house). Here only what says "years old" of a person counts: to go on without
 * the age would be to assess somebody else.
 */
final class StatedAge {

  private static final String NUMBER = "(-?\\d{1,9})";

  private static final List<Pattern> STATEMENTS =
      List.of(
          pattern(
              "\\b(?:i am|i['’]?m|(?:he|she|patient) is|(?:he|she)['’]s)\\s+"
                  + NUMBER
                  + "[\\s-]*(?:(?:years?|yrs?)[\\s-]*(?:old|of age)|y/?o\\b)"),
          pattern("\\baged?:?\\s+" + NUMBER + "\\b"),
          pattern(
              "(?<![\\d.,])"
                  + NUMBER
                  + "[\\s-]*(?:years?|yrs?)[\\s-]+old\\s+"
                  + "(?:man|woman|male|female|lady|gentleman|patient|person|boy|girl)\\b"));

  private StatedAge() {}

  /**
   * Checks a text.
   *
   * @throws InvalidInputException if it states an age below 0 or above {@value Presentation#OLDEST}
   */
  static void check(String text) {
    for (Pattern statement : STATEMENTS) {
      Matcher matcher = statement.matcher(text);
      while (matcher.find()) {
        int years = Integer.parseInt(matcher.group(1));
        if (years < 0 || years > Presentation.OLDEST) {
          throw new InvalidInputException(
              "age", matcher.group(1), "a whole number of years from 0 to " + Presentation.OLDEST);
        }
      }
    }
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
