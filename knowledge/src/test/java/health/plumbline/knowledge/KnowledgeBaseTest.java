package health.plumbline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class KnowledgeBaseTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();

  @Test
  void holdsThe41Conditions() {
    assertThat(KNOWLEDGE.conditions()).hasSize(41);
  }

  @Test
  void resolvesAnAlias() {
    assertThat(KNOWLEDGE.vocabulary().require("history-diabetes").id()).isEqualTo("diabetes");
  }

  @Test
  void refusesAnUnknownFindingInOneLine() {
    assertThatThrownBy(() -> KNOWLEDGE.vocabulary().require("no-such\nthing"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "findings: \"no-such thing\" is not allowed; allowed: a finding id of the vocabulary"
                + " (plumbline evidence lists them)");
  }

  @Test
  void refusesAValueOutOfRange() {
    assertThatThrownBy(
            () -> Presentation.builder(KNOWLEDGE.vocabulary()).finding("pain-intensity", "13"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "pain-intensity: \"13\" is not allowed; allowed: a number from 0 to 10 ({0-10})");
  }

  @Test
  void aMessageIsOneLineWhateverItQuotes() {
    assertThat(InvalidInputException.of("sex", "stated twice (\"he\r\nshe\u2028they\")"))
        .hasMessage("sex: stated twice (\"he  she they\")");
  }
}
