package health.plumbline.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.plumbline.knowledge.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatedAgeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm 150 years old",
        "i am 121-years-old",
        "He is -3 years old",
        "she’s 200 yrs old",
        "aged 999",
        "Age: -1, back pain",
        "a 150-year-old man",
        "patient is 300 y/o"
      })
  void refusesAnAgeThatNobodyHas(String text) {
    assertThatThrownBy(() -> StatedAge.check(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("age: \"")
        .hasMessageEndingWith("allowed: a whole number of years from 0 to 120");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am 120 years old",
        "I am 150 cm tall",
        "I'm 140 kg",
        "I fell down the stairs of a 200 year old house",
        "a 150-year-old oak fell on my back",
        "50-60 year old man",
        "aged 45-50",
        "my back hurts, I'm 58 years old",
        "at my age 3 or 4 falls are normal",
        "manager: 200 people"
      })
  void leavesEveryOtherNumberAlone(String text) {
    assertThatCode(() -> StatedAge.check(text)).doesNotThrowAnyException();
  }
}
