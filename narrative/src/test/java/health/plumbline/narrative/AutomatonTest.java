package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.Side;
import health.plumbline.narrative.WordKinds.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AutomatonTest {

  private final Tokenizer tokenizer =
      new Tokenizer(
          Map.of("six", List.of("6")),
          new WordKinds()
              .add(Kind.SKIPPED, "my")
              .add(Kind.SKIPPED, "the")
              .add(Kind.ABBREVIATION, "approx")
              .add(Kind.ANSWER, "none")
              .add(Kind.LEFT, "left")
              .add(Kind.PAIR, "legs"));
  private final WordTable words = new WordTable();
  private final Automaton automaton = new Automaton();
  private final PhraseCompiler compiler =
      new PhraseCompiler(automaton, tokenizer, words, Set.of(), Set.of());

  private List<String> matches(String phrase, String text) {
    compiler.add(phrase, 0);
    automaton.seal(words.size());
    TokenStream stream = tokenizer.tokens(text, words::id);
    List<String> found = new ArrayList<>();
    automaton
        .new Run(
            stream,
            token -> stream.side[token] != Side.UNSTATED,
            token -> words.id("but") >= 0 && stream.word[token] == words.id("but"),
            (entry, from, to, literal, first, second) ->
                found.add(text.substring(stream.start[from], stream.end[to])))
        .run();
    return found;
  }

  @Test
  void alternativesAndOptionalParts() {
    assertThat(matches("[pain|ache] (deep) in [hip|groin]", "Ache deep in my groin"))
        .containsExactly("Ache deep in my groin");
  }

  @Test
  void nestedOptionalPartStaysApartFromItsInnerGroup() {
    assertThat(matches("([for|over]) [last|past] weeks", "weeks")).isEmpty();
  }

  @Test
  void gapsAreShortAndStayInTheSentence() {
    assertThat(matches("no … pain", "no bad awful pain")).containsExactly("no bad awful pain");
    assertThat(matches("no … pain", "no a b c d e f g pain")).isEmpty();
    assertThat(matches("no … pain", "no thanks. pain")).isEmpty();
  }

  @Test
  void sidesAreSkippedButCommasAreNot() {
    assertThat(matches("pain in hip", "pain in left hip")).containsExactly("pain in left hip");
    assertThat(matches("pain in hip", "pain in, hip")).isEmpty();
  }

  @Test
  void numbersMatchAnyNumber() {
    assertThat(matches("for {n} weeks", "for six weeks, for 2 to 3 weeks"))
        .containsExactly("for six weeks", "for 2 to 3 weeks");
  }

  @Test
  void manyAlternativesAreNotMultipliedOut() {
    String group = "[a1|b1|c1|d1|e1|f1|g1|h1|i1|j1]";
    compiler.add((group + " ").repeat(12).strip(), 0);

    assertThat(automaton.states()).isLessThan(400);
  }
}
