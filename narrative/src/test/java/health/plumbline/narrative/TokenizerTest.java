package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

  private static final Lexicon LEXICON = Lexicon.load(KnowledgeBase.load().vocabulary());

  /**
   * The forms of the tokens; a sentence begins with a bar, a clause behind a comma with a comma.
   */
  private static String tokens(String text) {
    List<String> forms = new ArrayList<>();
    TokenStream stream =
        LEXICON.tokenizer.tokens(
            text,
            form -> {
              forms.add(form);
              return forms.size() - 1;
            });
    StringBuilder line = new StringBuilder();
    for (int t = 0; t < stream.size; t++) {
      if (t > 0) {
        line.append(
            switch (stream.before[t]) {
              case NONE -> " ";
              case COMMA -> " , ";
              case SENTENCE -> " | ";
            });
      }
      boolean range = stream.isNumber(t) && stream.least[t] != stream.most[t];
      line.append(
          range
              ? Tokenizer.plain(stream.least[t]) + ".." + Tokenizer.plain(stream.most[t])
              : forms.get(stream.word[t]));
    }
    return line.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Low-grade fever. Can’t pee!   ~ low grade fever | can't pee
          L5/S1 4+/5                    ~ l 5 / s 1 4 / 5
          a 62 y.o. man                 ~ 62 y o man
          about twenty-five, six        ~ about 25 , 6
          2 to 3 weeks or 2-7/10        ~ 2..3 weeks or 2..7 / 10
          L4-5 disc                     ~ l 4 - 5 disc
          SLR +ve, FABER -ve            ~ slr +ve , faber -ve
          8,500 cells                   ~ 8500 cells
          38.6°C                        ~ 38.6 degrees c
          pain (left) hip               ~ pain left hip
          Lasègue                       ~ lasegue
          approx. 3 wks                 ~ approx 3 weeks
          2½ years                      ~ 2.5 years
          an hour and a half            ~ 1.5 hours
          2 years and a half of pain    ~ 2.5 years of pain
          """)
  void cutsText(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(expected);
  }

  @Test
  void aNewLineEndsASentenceUnlessTheLineIsWrapped() {
    assertThat(tokens("CHIEF COMPLAINT\nHip pain")).isEqualTo("chief complaint | hip pain");
    String wrapped = "x".repeat(70) + "\nhip";
    assertThat(tokens(wrapped)).doesNotContain("|");
  }

  /** Else what looks through a sentence would take the square of the time. */
  @Test
  void wordsWithoutEndAreCutIntoSentences() {
    TokenStream stream = LEXICON.tokenizer.tokens("hip ".repeat(1000), word -> 0);

    for (int t = 0; t < stream.size; t++) {
      assertThat(stream.sentenceEnd(t) - stream.sentenceStart(t)).isLessThanOrEqualTo(250);
    }
  }
}
