package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.DataFile;
import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.narrative.WordKinds.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Loading already fails on a row whose finding, value, rule or phrase does not resolve. */
class LexiconTest {

  private static final Lexicon LEXICON = Lexicon.load(KnowledgeBase.load().vocabulary());

  @Test
  void everyPlainPhraseIsFoundInItself() {
    List<String> lost = new ArrayList<>();
    for (String file : List.of("history.csv", "examination.csv")) {
      for (DataFile.Row row : DataFile.read("lexicon/" + file).rows()) {
        String phrase = row.text("phrase");
        if (phrase.matches("[a-z' /-]+") && !row.text("tags").equals("capitals")) {
          TokenStream text = LEXICON.tokenizer.tokens(phrase, LEXICON.words::id);
          boolean found =
              Mentions.find(LEXICON, text).content.stream()
                  .anyMatch(mention -> mention.from == 0 && mention.to == text.size - 1);
          if (!found) {
            lost.add(file + ": " + phrase);
          }
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  /** Whatever may be left out must not turn the meaning round, or "back hurt" is a denial. */
  @Test
  void noDenialMayBeLeftOut() {
    Pattern optional = Pattern.compile("\\(([^()]*)\\)");
    Set<String> denials =
        Set.of(
            ("doesn't|does not|won't|will not|can't|cannot|can not|isn't|is not|didn't|did not|don't"
                    + "|do not|hasn't|has not|haven't|wouldn't|couldn't|wasn't|weren't|not|never"
                    + "|hardly|barely|scarcely")
                .split("\\|"));
    List<String> wrong = new ArrayList<>();
    for (String file : List.of("patterns.csv", "history.csv", "examination.csv", "signs.csv")) {
      for (DataFile.Row row : DataFile.read("lexicon/" + file).rows()) {
        optional
            .matcher(row.text("phrase"))
            .results()
            .flatMap(group -> Stream.of(group.group(1).replaceAll("[\\[\\]]", "").split("\\|")))
            .filter(denials::contains)
            .forEach(word -> wrong.add(file + ": (" + word + ") in " + row.text("phrase")));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** "Take … water" is no way to tell that water takes an age to come. */
  @Test
  void noAlarmShrinksToEverydayWords() {
    Set<String> everyday =
        Set.of(
            ("take takes taking took need needs needing go goes going went come comes get gets got"
                    + " can't not no have has had feel feels felt make makes keep keeps see look put"
                    + " it is was be been know tell want water hot cold back up down out on off over"
                    + " sit stand walk lie wake woke do does did leg legs foot feet when if all")
                .split(" "));
    Pattern part = Pattern.compile("\\[[^\\]]*]|[^\\s\\[\\]]+");
    List<String> wrong = new ArrayList<>();
    for (String file : List.of("patterns.csv", "history.csv")) {
      for (DataFile.Row row : DataFile.read("lexicon/" + file).rows()) {
        String phrase = row.text("phrase");
        boolean alarms =
            row.list("sets").stream()
                .anyMatch(
                    set ->
                        set.endsWith("=yes") && LEXICON.alarming.contains(set.replace("=yes", "")));
        if (alarms && phrase.contains("(")) {
          String least = phrase.replaceAll("\\([^()]*\\)", "").replace("…", " ");
          List<String> parts = part.matcher(least).results().map(MatchResult::group).toList();
          boolean weak =
              parts.stream()
                  .allMatch(
                      words ->
                          Stream.of(words.replaceAll("[\\[\\]]", "").split("\\|"))
                              .anyMatch(everyday::contains));
          if (parts.size() <= 2 && weak) {
            wrong.add(file + ": " + phrase);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noPhraseSaysTwoThingsOfOneFinding() {
    for (String file : List.of("history.csv", "examination.csv")) {
      for (DataFile.Row row : DataFile.read("lexicon/" + file).rows()) {
        Set<String> findings = new HashSet<>();
        for (String setting : row.list("sets")) {
          assertThat(findings.add(setting.split("=")[0]))
              .as(file + ": " + row.text("phrase"))
              .isTrue();
        }
      }
    }
  }

  @Test
  void spellingsLeadToStandardForms() {
    Set<String> forms = new HashSet<>();
    for (DataFile.Row row : DataFile.read("lexicon/spellings.csv").rows()) {
      forms.add(row.required("form"));
    }
    for (DataFile.Row row : DataFile.read("lexicon/spellings.csv").rows()) {
      for (String word : row.required("standard").split(" ")) {
        assertThat(forms).as(row.text("form")).doesNotContain(word);
      }
    }
  }

  /** No token would ever be the word: the row would say nothing without anybody noticing. */
  @Test
  void aWordOfGrammarInAnotherSpellingIsRefused() {
    assertThatThrownBy(() -> WordKinds.load("lexicon/words.csv", Set.of("still")))
        .hasMessageContaining("words.csv")
        .hasMessageContaining("\"still\" is not the standard spelling");
  }

  private static Tokenizer tokenizer() {
    return new Tokenizer(Map.of(), new WordKinds().add(Kind.SKIPPED, "the"));
  }

  @Test
  void aFaultyPhraseIsNamed() {
    Automaton automaton = new Automaton();
    PhraseCompiler compiler =
        new PhraseCompiler(automaton, tokenizer(), new WordTable(), Set.of("over", "of"), Set.of());

    assertThatThrownBy(() -> compiler.add("pain [in|at my hip", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("]");
    assertThatThrownBy(() -> compiler.add("@nowhere pain", 0)).hasMessageContaining("@nowhere");
    assertThatThrownBy(() -> compiler.add("for {m} weeks", 0)).hasMessageContaining("{n}");
    assertThatThrownBy(() -> compiler.add("(the)", 0)).hasMessageContaining("no word");
    assertThatThrownBy(() -> compiler.add("hip [painful|:]", 0))
        .hasMessageContaining("\":\" holds no word");
    assertThatThrownBy(() -> compiler.add("wakes at [3-4|five]", 0))
        .hasMessageContaining("range of numbers");
  }

  /** "[refuses|won't] (to) (walk|stand)" would read a refusal to stand in every "won't". */
  @Test
  void aPhraseThatShrinksToCommonWordsIsRefused() {
    PhraseCompiler compiler =
        new PhraseCompiler(
            new Automaton(),
            tokenizer(),
            new WordTable(),
            Set.of("won't", "nothing", "comes"),
            Set.of("nothing", "comes"));

    assertThatThrownBy(() -> compiler.addStatement("[refuses|won't] (walk|stand)", 0))
        .hasMessageContaining("\"won't\"");
    assertThatThrownBy(
            () -> compiler.addStatement("[nothing|not a drop] (has) [comes|comes out]", 0))
        .hasMessageContaining("\"nothing comes\"");
    assertThatNoException()
        .isThrownBy(
            () -> compiler.addStatement("[nothing|not a drop] (has) [come out|comes out]", 0));
    assertThatNoException().isThrownBy(() -> compiler.add("nothing", 0));
  }

  @Test
  void aPhraseThatShrinksToACommonWordIsRefused() {
    PhraseCompiler compiler =
        new PhraseCompiler(
            new Automaton(), tokenizer(), new WordTable(), Set.of("over", "of"), Set.of());

    assertThatThrownBy(() -> compiler.addStatement("(pain) [over|all over]", 0))
        .hasMessageContaining("\"over\" alone");
    assertThatThrownBy(() -> compiler.addStatement("(active) {n}", 0))
        .hasMessageContaining("\"{n}\" alone");
    assertThatCode(() -> compiler.addStatement("pain [over|all over]", 0))
        .doesNotThrowAnyException();
  }

  /** A second class of one name took the words of the first from its alarms without a word. */
  @Test
  void aClassIsDefinedOnce() {
    PhraseCompiler compiler =
        new PhraseCompiler(new Automaton(), tokenizer(), new WordTable(), Set.of(), Set.of());
    compiler.define("hear-blood", "blood|pink");
    assertThatThrownBy(() -> compiler.define("hear-blood", "blood"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hear-blood is defined twice");
  }
}
