package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellerTest {

  private static int words(WordTable table, String... words) {
    for (String word : words) {
      table.intern(word);
    }
    return words.length;
  }

  @Test
  void mendsOneSlipAndNeverGuessesBetweenTwo() {
    WordTable table = new WordTable();
    words(table, "bladder", "blade", "control", "controls", "perineal", "abduction", "adduction");
    Speller speller = new Speller(table, Set.of("peroneal"));

    assertThat(speller.mend("blader")).isEqualTo(table.id("bladder"));
    assertThat(speller.mend("controll")).isEqualTo(table.id("control"));
    assertThat(speller.mend("bldader")).isEqualTo(table.id("bladder"));
    assertThat(speller.mend("peroneal")).isEqualTo(WordTable.UNKNOWN);
    assertThat(speller.mend("aduction")).isEqualTo(table.id("adduction"));
    assertThat(speller.mend("axduction")).isEqualTo(WordTable.UNKNOWN);
    assertThat(speller.mend("table")).isEqualTo(WordTable.UNKNOWN);
  }

  @Test
  void slipsThatPeopleMakeWeighLess() {
    assertThat(Speller.distance("numbness", "numbness", 20)).isZero();
    assertThat(Speller.distance("swelling", "sweling", 20))
        .isLessThan(Speller.distance("swelling", "swellin", 20));
    assertThat(Speller.distance("sciatica", "scaitica", 20))
        .isLessThan(Speller.distance("sciatica", "sciatima", 20));
  }

  @Test
  void aVowelLeftOutAndTheNextKeyWeighLess() {
    WordTable table = new WordTable();
    words(table, "fever", "fear", "short", "sort", "sport", "haven't", "drags", "drugs");
    Speller speller = new Speller(table, Set.of("haven"));

    assertThat(speller.mend("fevr")).isEqualTo(table.id("fever"));
    assertThat(speller.mend("sjort")).isEqualTo(table.id("short"));
    assertThat(speller.mend("havemt")).isEqualTo(table.id("haven't"));
    assertThat(speller.mend("haven")).isEqualTo(WordTable.UNKNOWN);
    assertThat(speller.mend("drgs")).isEqualTo(WordTable.UNKNOWN);
  }
}
