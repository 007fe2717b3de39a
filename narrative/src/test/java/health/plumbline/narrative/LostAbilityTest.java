package health.plumbline.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import health.plumbline.knowledge.FindingValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A lost ability is a symptom, however the loss is said: "there's no feeling", "I don't have any
 * feeling", "I can no longer feel". None may ever be read as a denial. Source: the conventions of
 * the gold set (rule 9), hazard 4 of SAFETY.md.
 */
final class LostAbilityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          saddle-numbness | There's no; I have no; I've got no; I've no; I don't have any; There isn't any; I haven't any; I've lost all | feeling between my legs; sensation round my back passage; feeling in my private parts; feeling when I wipe; sensation down below
          saddle-numbness | I can't; I don't; I couldn't; I cannot; I can no longer; I didn't | feel myself wipe; feel the toilet paper; feel anything down below; feel the seat under me
          leg-weakness    | There's no; There is no; I've got no; I have no; There isn't any; I haven't any; I haven't got any; I don't have any; With no | strength in my left leg; power in the thigh; push in my right calf; strength left in my legs
          leg-weakness    | My left leg; The leg; My right thigh | has no strength; has got no power in it; hasn't any strength; isn't strong any more; won't take my weight; no longer holds me; doesn't work properly
          urinary-incontinence | I have no; I've no; I haven't any; I don't have; I've lost; I no longer have | control of my bladder; control over my water; control of my wee
          bowel-incontinence   | I have no; I've no; I haven't any; I don't have; I've lost; I no longer have | control of my bowels; control over my poo; control of my back passage
          urinary-retention    | I can't; I cannot; I haven't been able to; I'm not able to; I couldn't | pass water since last night; pee at all; empty my bladder at all
          unable-weight-bear   | I can't; I'm not able to; I can no longer; I am unable to | put weight on it; bear weight; put any weight through it
          foot-drop-new        | I can't; I'm not able to; I can no longer | lift my foot up; lift my toes; pull my foot up
          difficulty-walking-unsteady | I have; I've got; There's | no balance; no balance at all
          difficulty-walking-unsteady | I'm not; I'm no longer; I don't feel | steady on my feet; safe on my feet
          thoughts-of-self-harm | I don't want to; dont want 2; I no longer want to | be here any more; be here anymore; go on living
          sexual-dysfunction-new | I have no; There's no | feeling during sex since Sunday
          fever                | The fever; My fever | hasn't gone; has not settled; won't come down
          fever                | I've not shaken off; I still haven't got rid of; I can't get rid of | the fever; this fever
          vomiting             | I haven't; I've not; I have not | stopped vomiting
          vomiting             | I can't; I cannot | stop vomiting; keep anything down
          """)
  void isASymptomAndNeverADenial(String finding, String beginnings, String ends) {
    for (String beginning : beginnings.split(";")) {
      for (String end : ends.split(";")) {
        String text = beginning.strip() + " " + end.strip() + ".";
        assertThat(ReadValues.of(text, finding)).as(text).containsExactly(FindingValue.YES);
      }
    }
  }

  /** An ability that is failing is stated or asked about, and never read as kept. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bowel-incontinence   | control my bowels
          urinary-retention    | pee
          saddle-numbness      | feel when I wipe
          foot-drop-new        | lift my foot
          foot-drop-new        | lift my toes
          unable-weight-bear   | put weight on it
          unable-weight-bear   | stand on the leg
          difficulty-walking-unsteady | walk straight
          """)
  void aFailingAbilityIsNoDenial(String finding, String ability) {
    for (String beginning :
        List.of(
            "I can hardly",
            "I can barely",
            "I'm hardly able to",
            "I'm barely able to",
            "I can scarcely",
            "I struggle to",
            "It's hard to",
            "I find it difficult to",
            "I'm no longer able to",
            "I haven't been able to")) {
      String text = "My back hurts. " + beginning + " " + ability + ".";
      assertThat(ReadValues.of(text, finding)).as(text).doesNotContain(FindingValue.NO);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leg-weakness    | I haven't lost any; I've not lost; There's no loss of; I have no loss of; There isn't any loss of | strength in my legs; power in my leg
          leg-weakness    | The leg; My left leg | is not weak; isn't weak; doesn't feel weak; doesn't give way
          leg-weakness    | There's nothing wrong with; There is nothing the matter with | the strength in my legs
          saddle-numbness | There's no loss of; I've not lost; There isn't any loss of | feeling between my legs; feeling down below; feeling round my back passage
          unable-weight-bear | I can; I'm still able to; I can still | stand on the leg; put weight on it
          """)
  void whatIsNotLostIsADenial(String finding, String beginnings, String ends) {
    for (String beginning : beginnings.split(";")) {
      for (String end : ends.split(";")) {
        String text = beginning.strip() + " " + end.strip() + ".";
        assertThat(ReadValues.of(text, finding)).as(text).containsExactly(FindingValue.NO);
      }
    }
  }
}
