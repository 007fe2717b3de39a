package health.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How hard the texts are to read, by the grade of Kincaid et al. 1975: 0.39 words a sentence + 11.8
 * syllables a word − 15.59. Grades 4 to 6 of an American school are ages 9 to 11; syllables are
 * counted by a rule of thumb.
 */
final class ReadingAgeTest {

  /** Grade 6 is age 11. */
  private static final double HARDEST_ON_THE_WHOLE = 6;

  private static final double HARDEST_MESSAGE = 8;

  /** Labels are read at a glance. */
  private static final int FEWEST_WORDS = 6;

  /**
   * Questions harder than grade 8, most for the name of an illness or a medicine that they need.
   */
  private static final int MOST_HARD_QUESTIONS = 15;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;]+|\\R");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’]*");

  private record Measure(int words, int sentences, int syllables) {
    static Measure of(String text) {
      int sentences = 0;
      for (String sentence : SENTENCE_END.split(text)) {
        sentences += WORD.matcher(sentence).find() ? 1 : 0;
      }
      int words = 0;
      int syllables = 0;
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        words++;
        syllables += ReadingAgeTest.syllables(word.group());
      }
      return new Measure(words, Math.max(1, sentences), syllables);
    }

    Measure and(Measure other) {
      return new Measure(
          words + other.words, sentences + other.sentences, syllables + other.syllables);
    }

    double grade() {
      return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }
  }

  private static int syllables(String word) {
    String letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    int groups = 0;
    Matcher vowels = Pattern.compile("[aeiouy]+").matcher(letters);
    while (vowels.find()) {
      groups++;
    }
    boolean silent =
        (letters.endsWith("e") && !letters.endsWith("le"))
            || letters.matches(".*[^aeiouydt]ed")
            || letters.matches(".*[^aeioucgsxzl]es");
    return Math.max(1, silent && groups > 1 ? groups - 1 : groups);
  }

  @Test
  void countsAsTheAuthorsDid() {
    // Twelve syllables, ten words, one sentence.
    Measure measure = Measure.of("The cat sat on the mat and then went home happily.");
    assertThat(measure.words()).isEqualTo(11);
    assertThat(measure.sentences()).isEqualTo(1);
    assertThat(measure.syllables()).isEqualTo(13);
    assertThat(syllables("stable")).isEqualTo(2);
    assertThat(syllables("walked")).isEqualTo(1);
    assertThat(syllables("wanted")).isEqualTo(2);
    assertThat(
            Measure.of("Intervertebral degeneration necessitates multidisciplinary evaluation.")
                .grade())
        .isGreaterThan(20);
  }

  @Test
  void thePagesAreForReadersOfNineToEleven() {
    Words words = Words.british();
    Measure all = new Measure(0, 0, 0);
    List<String> hard = new ArrayList<>();
    for (String key : words.keys()) {
      if (key.matches("(clinician|clinical|notes|figures|figure|refused\\..*\\.api).*")) {
        continue;
      }
      String text = words.template(key).replaceAll("\\{[a-z]+}", "word");
      Measure measure = Measure.of(text);
      if (measure.words() < FEWEST_WORDS) {
        continue;
      }
      all = all.and(measure);
      if (measure.grade() > HARDEST_MESSAGE) {
        hard.add(key + ": " + measure.grade());
      }
    }
    assertThat(all.words()).isGreaterThan(800);
    assertThat(all.grade()).isLessThan(HARDEST_ON_THE_WHOLE);
    assertThat(hard).isEmpty();
  }

  @Test
  void theQuestionsAreForReadersOfNineToEleven() {
    Set<Finding.Role> asked = EnumSet.of(Finding.Role.ASKED, Finding.Role.REGION);
    Measure all = new Measure(0, 0, 0);
    List<String> hard = new ArrayList<>();
    for (Finding finding : Site.engine().knowledge().vocabulary().findings()) {
      if (!asked.contains(finding.role()) || finding.question().isEmpty()) {
        continue;
      }
      Measure measure = Measure.of(finding.question());
      all = all.and(measure);
      if (measure.grade() > HARDEST_MESSAGE) {
        hard.add(finding.id() + String.format(Locale.ROOT, ": %.1f", measure.grade()));
      }
    }
    assertThat(all.words()).isGreaterThan(2000);
    assertThat(all.grade()).isLessThan(HARDEST_ON_THE_WHOLE);
    assertThat(hard).as("harder than grade 8").hasSizeLessThanOrEqualTo(MOST_HARD_QUESTIONS);
  }
}
