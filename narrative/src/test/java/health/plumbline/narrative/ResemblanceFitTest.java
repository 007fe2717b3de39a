package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.plumbline.knowledge.KnowledgeBase;
import health.plumbline.knowledge.Vocabulary;
import health.plumbline.narrative.ResemblanceFit.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The fitted weights, and the fit itself on a few texts. */
class ResemblanceFitTest {

  private static final Path WEIGHTS =
      Path.of("src/main/resources/health/plumbline/narrative/resemblance.bin");
  private static final String NUMB = "saddle-numbness";
  private static final String DRY = "urinary-retention";

  private static final Vocabulary VOCABULARY = KnowledgeBase.load().vocabulary();
  private static final Lexicon LEXICON = Lexicon.load(VOCABULARY);

  private static List<Told> fewTexts() {
    List<Told> texts = new ArrayList<>();
    for (String who : List.of("mine", "his", "hers", "ours", "yours", "theirs")) {
      for (String when : List.of("today", "yesterday", "lately")) {
        texts.add(new Told("velvet under the saddle of " + who + " " + when, Set.of(NUMB)));
        texts.add(new Told("a tap that runs dry " + who + " " + when, Set.of(DRY)));
        texts.add(new Told("the weather was fine " + who + " " + when, Set.of()));
      }
    }
    return texts;
  }

  private static double logOdds(Resemblance resemblance, String finding, String text) {
    TokenStream tokens =
        LEXICON.tokenizer.tokens(text, new Speller(LEXICON.words, LEXICON.correctWords).forText());
    int index = Arrays.stream(resemblance.findings).map(one -> one.id()).toList().indexOf(finding);
    return resemblance.text(LEXICON, tokens).logOdds(0, tokens.size)[index];
  }

  /** Refits the weights that ship; takes half a minute, so only when it is asked for. */
  @Test
  @EnabledIfSystemProperty(named = "plumbline.fit", matches = "true")
  void fits() throws IOException {
    byte[] weights = new ResemblanceFit(LEXICON, ResemblanceTexts.all()).fit(LEXICON.alarming);
    Files.createDirectories(WEIGHTS.getParent());
    Files.write(WEIGHTS, weights);
    assertThat(weights).isNotEmpty();
  }

  @Test
  void tellsApartWhatItWasFittedTo() throws IOException {
    byte[] file = new ResemblanceFit(LEXICON, fewTexts()).fit(Set.of(NUMB, DRY));
    Resemblance fitted = Resemblance.of(file, VOCABULARY);
    String numb = "it is velvet under my saddle";
    assertThat(logOdds(fitted, NUMB, numb)).isPositive();
    assertThat(logOdds(fitted, DRY, numb)).isNegative();
    assertThat(logOdds(fitted, DRY, "my tap runs dry")).isPositive();
    assertThat(logOdds(fitted, NUMB, "the weather was fine")).isNegative();
    assertThat(logOdds(fitted, NUMB, "velvit under saddel"))
        .as("runs of letters see through a misspelling")
        .isGreaterThan(logOdds(fitted, NUMB, "the weather was fine"));
  }

  /** What each token adds is all there is beside what no token changes. */
  @Test
  void sharesAddUpToTheLogOdds() throws IOException {
    byte[] file = new ResemblanceFit(LEXICON, fewTexts()).fit(Set.of(NUMB, DRY));
    Resemblance fitted = Resemblance.of(file, VOCABULARY);
    String text = "velvet velvet under the saddle and the tap runs dry";
    TokenStream tokens =
        LEXICON.tokenizer.tokens(text, new Speller(LEXICON.words, LEXICON.correctWords).forText());
    Resemblance.Text compared = fitted.text(LEXICON, tokens);
    double nothing = logOdds(fitted, NUMB, "zzz");
    int numb = Arrays.stream(fitted.findings).map(one -> one.id()).toList().indexOf(NUMB);
    for (int from = 0; from < tokens.size; from++) {
      double whole = compared.logOdds(from, tokens.size)[numb];
      double parts = Arrays.stream(compared.shares(numb, from, tokens.size)).sum();
      assertThat(parts).isCloseTo(whole - nothing, within(1e-6));
    }
  }

  @Test
  void theSameTextsGiveTheSameWeights() throws IOException {
    ResemblanceFit fit = new ResemblanceFit(LEXICON, fewTexts());
    assertThat(fit.fit(Set.of(NUMB))).isEqualTo(fit.fit(Set.of(NUMB)));
  }

  @Test
  void whatShipsIsOfAlarmingFindingsOnly() {
    Resemblance shipped = Resemblance.load(VOCABULARY);
    assertThat(shipped.findings).hasSizeGreaterThan(70);
    assertThat(shipped.findings).allMatch(finding -> LEXICON.alarming.contains(finding.id()));
  }

  @Test
  void aDamagedFileIsRefusedInOneLine() throws IOException {
    byte[] whole = Files.readAllBytes(WEIGHTS);
    for (int length : new int[] {0, 3, 40, whole.length / 2, whole.length - 1}) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Resemblance.of(part, VOCABULARY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("resemblance.bin")
          .hasMessageNotContaining("\n");
    }
    assertThatThrownBy(() -> Resemblance.of(new byte[64], VOCABULARY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("resemblance.bin");
  }

  /** The findings of the texts to fit to are findings of the vocabulary. */
  @Test
  void theTextsNameFindingsThatThereAre() throws IOException {
    assertThat(ResemblanceTexts.all())
        .hasSizeGreaterThan(20_000)
        .allSatisfy(
            told -> assertThat(told.findings()).allMatch(id -> VOCABULARY.find(id).isPresent()));
  }
}
