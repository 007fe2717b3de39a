package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.FindingValue;
import health.plumbline.knowledge.KnowledgeBase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everyday words that are made of the same stuff as alarming ones ("I passed out leaflets all
 * day"): whoever is sent to hospital by them will not trust the next warning. And alarming ones
 * beside them, which must still be heard. Source: hazards 4 and 7 of SAFETY.md.
 */
final class InnocentWordsTest {

  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.load();
  private static final Lexicon LEXICON = Lexicon.load(KNOWLEDGE.vocabulary());
  private static final Reader READER = Reader.load(KNOWLEDGE);

  static List<String> texts() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(InnocentWordsTest.class.getResourceAsStream("innocent.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void raiseNoAlarm(String text) {
    assertThat(READER.read(text).understood())
        .filteredOn(item -> LEXICON.alarming.contains(item.findingId()))
        .filteredOn(item -> !item.value().equals(FindingValue.NO))
        .as(text)
        .isEmpty();
  }

  @Test
  void areMany() throws IOException {
    assertThat(texts()).hasSizeGreaterThan(300).doesNotHaveDuplicates();
  }

  /** What is left out of a phrase at choice may not turn its meaning. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          My back hurt.                    | pain-back-place-unsaid | yes
          My back doesn't hurt.            | pain-back-place-unsaid | no
          Ibuprofen helped.                | nsaid-response-good    | yes
          Ibuprofen hasn't helped.         | nsaid-response-good    | no
          The lump goes back.              | groin-lump-irreducible | no
          The lump won't go back.          | groin-lump-irreducible | yes
          I remember falling off the step. | onset-trauma-minor     | yes
          I don't remember any fall.       | onset-trauma-minor     | no
          Back is not as bad as the leg.   | leg-pain-worse-than-back | yes
          """)
  void aDenialIsNeverLeftOut(String text, String finding, String value) {
    assertThat(ReadValues.of(text, finding))
        .extracting(FindingValue::toString)
        .containsExactly(value);
  }

  /** What is much like an everyday phrase is set or asked about all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I collapsed in the chair.                               | collapse-or-syncope
          I fell through the ceiling.                             | onset-trauma-major
          I had an accident on the motorway and my back hurts.    | onset-trauma-major
          I was in a crash on the M6.                             | onset-trauma-major
          I've had weakness for three days in my leg.             | leg-weakness
          I was knocked out by a falling beam.                    | onset-trauma-minor
          I looked up and my legs went numb.                      | bilateral-leg-symptoms-new
          They offered me a catheter because I can't pee.         | urinary-retention
          I drag my feet on the floor.                            | foot-drop-new
          I can't put my foot down and walk.                      | unable-weight-bear
          I keep losing my balance on the step.                   | difficulty-walking-unsteady
          They say that I have thin bones.                        | osteoporosis
          I nearly had an accident because I couldn't hold my wee | urinary-incontinence
          My poo has been black and tarry since the ibuprofen | gastrointestinal-bleeding
          My lips are swelling since I took the naproxen | severe-allergic-reaction
          I swallowed a handful of paracetamol for my back | medicine-overdose
          I coughed up some blood and my calf is sore | coughing-blood
          His face has dropped on one side and his speech is slurred | stroke-signs
          A purple rash that does not fade under a glass | meningitis-signs
          """)
  void hideNoAlarm(String text, String finding) {
    Reading reading = READER.read(text);
    assertThat(
            reading.understood().stream()
                    .anyMatch(
                        item ->
                            item.findingId().equals(finding)
                                && item.value().equals(FindingValue.YES))
                || reading.doubts().stream().anyMatch(doubt -> doubt.findingId().equals(finding)))
        .as(text)
        .isTrue();
  }
}
