package health.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plan command from words and cases to text, JSON, page, PDF and calendar. */
final class PlanCommandTest {

  private static final String WORDS =
      "I'm 58, deep ache in my left groin and buttock for six months, stiff for ten minutes in the"
          + " morning, can't put my socks on, no pins and needles, bladder fine";

  private static final String START = "--start=2026-03-02";

  @TempDir private Path folder;

  private static Command.Outcome plan(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "plan";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Command.run(all);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void asksBeforeItAdvisesAMedicine() {
    Command.Outcome result = plan(START, WORDS);
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("Your programme of 12 weeks")
        .contains("Not yet: questions first")
        .contains("Let the pain steer you")
        .contains("Monday 13 April 2026")
        .doesNotContain("1 or 2 tablets of 200 mg")
        .doesNotContain("{");
  }

  @Test
  void aMedicineNamedInTheWordsCounts() {
    Command.Outcome result = plan(START, WORDS + ". I take apixaban and lithium");
    assertThat(result.out())
        .contains("Do not take or use ibuprofen tablets")
        .contains("because you take a blood thinner")
        .contains("lithium, methotrexate");
  }

  @Test
  void aDeniedMedicineIsAskedForAndNotCounted() {
    Command.Outcome result = plan(START, WORDS + ". I am not on lithium");
    assertThat(result.out().replaceAll("\\s+", " "))
        .doesNotContain("can make lithium")
        .contains("Which other medicines do you take");
  }

  @Test
  void explainsEachRow() {
    Command.Outcome result = plan(START, "--explain", WORDS);
    assertThat(result.out())
        .contains("Rule by rule")
        .contains("[in-plan] recommendation hip-osteoarthritis-ex-1, for hip-osteoarthritis")
        .contains("[shortened]")
        .contains("[for-the-clinician]")
        .contains("Contraindications checked:")
        .contains("gives the words of its line");
  }

  @Test
  void jsonHoldsWhatThePageHolds() throws IOException {
    Path it =
        file(
            "case.json",
            """
            {"id": "a", "age": 58, "sex": "female", "findings": {"pain-groin": "yes",
             "hip-internal-rotation-degrees": 10, "duration-weeks": 30},
             "history": {"stomach-ulcer": "no"}, "medicines": ["ramipril"],
             "minutes_a_day": 20, "equipment": ["band"],
             "workplace": {"stature_cm": 164, "desk_cm": 74},
             "lift": {"load_kg": 12, "horizontal_cm": 45, "vertical_cm": 20, "travel_cm": 80},
             "scores": {"nprs": {"before": 7, "now": 4}, "phq-2": [2, 2]}}
            """);
    Command.Outcome result = plan(START, "--format=json", "--explain", "--case=" + it);
    assertThat(result.err()).isEmpty();
    JsonNode json = JsonMapper.builder().build().readTree(result.out());
    assertThat(json.get("case_id").asString()).isEqualTo("a");
    assertThat(json.get("programme").get("phases").size()).isEqualTo(4);
    assertThat(json.get("programme").get("start").asString()).isEqualTo("2026-03-02");
    assertThat(json.get("medicines").get(0).get("status").asString()).isNotBlank();
    assertThat(json.get("lift").get("level").asString()).isEqualTo("raised");
    assertThat(json.get("outcomes").get(0).get("light").asString()).isEqualTo("green");
    assertThat(json.get("outcomes").get(1).get("now").asDouble()).isEqualTo(4);
    assertThat(json.get("workplace").get(0).get("target").asDouble()).isEqualTo(44);
    assertThat(json.get("trace").size()).isGreaterThan(20);
    assertThat(json.get("plan").get("safety-net").size()).isPositive();
  }

  @Test
  void thePageIsWellFormedAndNamesNobody() {
    Command.Outcome result = plan(START, "--format=html", WORDS);
    assertThat(result.out())
        .startsWith("<!DOCTYPE html>")
        .contains("lang=\"en-GB\"")
        .contains("<h1>Your plan</h1>")
        .doesNotContain("<script")
        .doesNotContain("http-equiv");
  }

  @Test
  void aPdfForBothSizesOfPaper() throws IOException {
    for (String paper : new String[] {"a4", "letter"}) {
      Path pdf = folder.resolve(paper + ".pdf");
      Command.Outcome result =
          plan(START, "--format=pdf", "--paper=" + paper, "--output=" + pdf, WORDS);
      assertThat(result.exit()).isZero();
      assertThat(Files.readAllBytes(pdf))
          .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
  }

  @Test
  void aCalendarOnlyWhereThereIsSomethingToDo() {
    Command.Outcome result = plan(START, "--format=ics", WORDS);
    assertThat(result.out()).startsWith("BEGIN:VCALENDAR").contains("RRULE:FREQ=DAILY");
    Command.Outcome emergency =
        plan(START, "--format=ics", "I am 45 and numb between the legs since this morning");
    assertThat(emergency.exit()).isEqualTo(2);
    assertThat(emergency.err()).startsWith("--format: ics has nothing to hold").hasLineCount(1);
  }

  @Test
  void anEmergencySaysFirstWhatToDoAndHasNoSelfCare() {
    Command.Outcome result = plan(START, "I am 45 and numb between the legs since this morning");
    assertThat(result.out())
        .contains("What to do now")
        .doesNotContain("Your programme")
        .doesNotContain("1 or 2 tablets");
    assertThat(result.out().indexOf("When to get help sooner"))
        .isLessThan(result.out().indexOf("Exercise and stretching"));
  }

  /** The emergency screen (emergency-screen.csv) comes before a plan for the coming weeks. */
  @Test
  void aPlanFromWordsAloneBeginsWithWhatNobodyAsked() {
    String out = plan(START, "I am 45 and my lower back aches for two weeks").out();
    assertThat(out).contains("First answer 12 questions").contains("If every answer is no: ");
    assertThat(out.indexOf("Is the skin between your legs"))
        .isPositive()
        .isLessThan(out.indexOf("Professional help"));
    assertThat(plan(START, "--letter", "I am 45 and my lower back aches for two weeks").out())
        .contains("Emergency screen incomplete");
  }

  @Test
  void theLetterSpeaksToAColleague() {
    Command.Outcome result = plan(START, "--letter", WORDS);
    assertThat(result.out())
        .contains("Dear colleague,")
        .contains("2 March 2026")
        .contains("Differential diagnosis")
        .contains("In the patient's words: “" + WORDS.substring(0, 20));
  }

  @Test
  void aBatchGoesOnAfterABadCase() throws IOException {
    Path cases =
        file(
            "cases.jsonl",
            """
            {"id": "one", "age": 40, "findings": {"pain-lumbar": "yes"}}
            {"id": "two", "age": 40, "findings": {"pain-lumbar": "yes"}, "scores": {"nprs": 12}}
            {"id": "three", "age": 40, "findings": {"pain-lumbar": "yes"}}
            """);
    Command.Outcome result = plan(START, "--format=json", "--cases=" + cases);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out().lines()).hasSize(3);
    assertThat(result.err())
        .isEqualTo("two: scores.nprs: \"12\" is not allowed; allowed: a number from 0 to 10\n");
  }

  @Test
  void badInputIsOneLineThatNamesTheField() throws IOException {
    assertThat(plan().err()).contains("needs words, --text-file, --case or --cases");
    assertThat(plan("--history=stomach=no", WORDS).err())
        .startsWith("history: \"stomach\" is not allowed; allowed: stomach-ulcer");
    assertThat(plan("--history=stomach-ulcer=maybe", WORDS).err()).contains("yes or no");
    assertThat(plan("--start=tomorrow", WORDS).err()).contains("a day such as 2026-03-02");
    assertThat(plan("--paper=a5", WORDS).err()).contains("a4 or letter");
    assertThat(plan("--minutes=1", WORDS).err()).contains("5 to 180");
    assertThat(plan("--equipment=hammer", WORDS).err()).contains("band");
    assertThat(plan("--measure=stature_cm=1.7", WORDS).err()).contains("120 to 230");
    assertThat(plan("--format=pdf", "--explain", WORDS).err()).contains("--explain");
    Path it =
        file("bad.json", "{\"age\": 50, \"findings\": {\"pain-groin\": \"yes\"}, \"lift\": 3}");
    Command.Outcome result = plan("--case=" + it);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("lift: \"3\" is not allowed; allowed: an object\n");
  }
}
